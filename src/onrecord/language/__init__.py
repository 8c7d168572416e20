"""What is loaded once and passed in: parsers and sentence vectors."""

from onrecord.language.encoder import (
    Encoder,
    MiniLmEncoder,
    TfIdfEncoder,
    choose_encoder,
)
from onrecord.language.parser import DEFAULT_PARSER, Parser, SpacyParser

__all__ = [
    "DEFAULT_PARSER",
    "Encoder",
    "MiniLmEncoder",
    "Parser",
    "SpacyParser",
    "TfIdfEncoder",
    "choose_encoder",
]
