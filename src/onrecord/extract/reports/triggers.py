"""The words of a sentence that tell of an event."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.extract.reports.denials import DENYING
from onrecord.extract.reports.kinds import EventWord, Kind, Strength, event_words
from onrecord.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.model import Sentence, Token

PARTICIPLES = frozenset({"amod", "compound"})


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that tell of an event; token `at` is their head."""

    kind: Kind
    strength: Strength
    is_verb: bool
    at: int
    span: Span


def find_triggers(sentence: Sentence) -> list[Trigger]:
    """The triggers of a sentence in order; of words for two kinds the best fitting.

    Words of other meaning are left: "a rocket" that hits nobody, "the fire" of guns.
    """
    found: list[Trigger] = []
    words = tuple(token.text.casefold() for token in sentence.tokens)
    for token in sentence.tokens:
        if found and token.span.start < found[-1].span.end:
            continue
        trigger = next(_at(sentence, token, words), None)
        if trigger is not None:
            found.append(trigger)
    return found


def _at(sentence: Sentence, token: Token, words: tuple[str, ...]) -> Iterator[Trigger]:
    for word in event_words().get(words[token.i], ()):
        last = token.i + len(word.words) - 1
        if words[token.i : last + 1] != word.words:
            continue
        head = token if word.is_verb else sentence.tokens[last]
        if _is_of_pos(word, head, sentence) and _is_needed(word, words, token.i, last):
            span = type(token.span)(token.span.start, sentence.tokens[last].span.end)
            yield Trigger(word.kind, word.strength, word.is_verb, head.i, span)


def _is_of_pos(word: EventWord, token: Token, sentence: Sentence) -> bool:
    if word.is_verb:
        if token.dep == "amod" and sentence.zone != "headline":
            return False  # "the collapsed roof" describes, it does not tell
        as_noun = token.pos == "NOUN" and sentence.zone != "headline"
        return token.pos in {"VERB", "AUX", "PROPN", "ADJ", "NOUN"} and not as_noun
    if token.tag == "VBG" and sentence.tokens[token.head].lemma in DENYING:
        return True  # "denied shelling the village"
    return token.pos in {"NOUN", "PROPN"} or (
        token.tag == "VBG" and token.dep not in {"advcl", "ROOT", "xcomp", "pcomp"}
    )


def _is_needed(word: EventWord, words: tuple[str, ...], first: int, last: int) -> bool:
    if not word.needs:
        return True
    beside = {*words[:first], *words[last + 1 :]}
    return bool(word.needs & beside)
