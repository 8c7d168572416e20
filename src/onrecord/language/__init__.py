"""What is loaded once and passed in: parsers, sentence vectors, an assistant."""

from onrecord.language.answers import AnswerLimits, Unanswered
from onrecord.language.assistant import Assistant, ChatAssistant
from onrecord.language.encoder import (
    Encoder,
    MiniLmEncoder,
    TfIdfEncoder,
    choose_encoder,
)
from onrecord.language.judge import MiniLmJudge, PairJudge, choose_judge
from onrecord.language.lean import without_deep_learning
from onrecord.language.parser import DEFAULT_PARSER, Parser, SpacyParser
from onrecord.language.remembering import RememberingJudge

__all__ = [
    "DEFAULT_PARSER",
    "AnswerLimits",
    "Assistant",
    "ChatAssistant",
    "Encoder",
    "MiniLmEncoder",
    "MiniLmJudge",
    "PairJudge",
    "Parser",
    "RememberingJudge",
    "SpacyParser",
    "TfIdfEncoder",
    "Unanswered",
    "choose_encoder",
    "choose_judge",
    "without_deep_learning",
]
