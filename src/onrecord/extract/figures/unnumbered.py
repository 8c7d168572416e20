"""People whom a noun phrase names without a number: "a baker", "a family of five"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.extract.figures.nouns import (
    BANDS,
    GROUPS,
    MASS,
    is_person_noun,
)
from onrecord.extract.figures.phrases import NOUNS, ORDINALS, REMAINS
from onrecord.extract.figures.toll import Headcount
from onrecord.extract.numbers import parse_number

if TYPE_CHECKING:
    from onrecord.model import Sentence

NO_KIND = frozenset({
    "estimated", "more", "other", "further", "additional", "several", "dozen", "many",
})  # fmt: skip


def count_noun(sentence: Sentence, at: int) -> Headcount | None:
    """One for a person, two or more for a plural; None for what is nobody."""
    token = sentence.tokens[at]
    word = token.text.casefold()
    size = _size_of(sentence, at, word)
    if size is not None:
        return made(sentence, at, *size)
    is_other = word == "another" and not _is_before_noun(sentence, at)
    if is_other or _is_name(sentence, at):  # no names in counts
        return replace(made(sentence, at, 1, 1), counted=None, added=is_other)
    if word in BANDS:
        return _band(sentence, at, word)
    if not is_person_noun(token) or _is_any(sentence, at):
        return None
    if token.tag in {"NNS", "NNPS"} or word in MASS:
        is_two = _is_both(sentence, at) or _is_twin(sentence, at)
        return made(sentence, at, 2, 2 if is_two else None)
    return made(sentence, at, 1, 1)


def _size_of(sentence: Sentence, at: int, word: str) -> tuple[int, int | None] | None:
    """The bounds that the word itself gives: "a couple", "bodies", "a fourth"."""
    if word in GROUPS:
        return GROUPS[word], GROUPS[word]
    is_aged = word in {"old", "olds"} and _is_aged(sentence, at)
    if word in REMAINS or is_aged:
        is_one = sentence.tokens[at].tag != "NNS" and word not in {"remains", "olds"}
        return (1, 1) if is_one else (2, None)
    return (1, 1) if word in ORDINALS and _is_one(sentence, at) else None


def _is_name(sentence: Sentence, at: int) -> bool:
    token = sentence.tokens[at]
    is_person = token.entity == "PERSON" or _is_titled(sentence, at)
    aged = (t.text.casefold() for t in sentence.children_with(at, "amod"))
    is_person = is_person or "old" in aged  # "19-year-old Ana Petrell"
    return token.pos == "PROPN" and is_person


def _is_any(sentence: Sentence, at: int) -> bool:
    """Whether "every", "each" or "any" makes the noun nobody in particular."""
    if "how" in {t.text.casefold() for t in sentence.tokens[max(0, at - 2) : at]}:
        return True
    compared = {t.text.casefold() for t in sentence.children_with(at, "amod")}
    if compared & {"more", "fewer"} and "than" in {
        t.text.casefold() for t in sentence.tokens[at + 1 :]
    }:
        return True  # "more people than in May"
    determiner = sentence.child(at, "det")
    return determiner is not None and determiner.text.casefold() in {
        "every", "each", "any", "neither", "what", "which", "no",
    }  # fmt: skip


def _is_both(sentence: Sentence, at: int) -> bool:
    determiner = sentence.child(at, "det", "predet")
    return determiner is not None and determiner.text.casefold() == "both"


def _is_twin(sentence: Sentence, at: int) -> bool:
    kinds = sentence.children_with(at, "amod", "compound")
    return any(token.text.casefold() == "twin" for token in kinds)


def _is_titled(sentence: Sentence, at: int) -> bool:
    """Whether a title or trade stands before the name: "Constable Mira Talen"."""
    for token in reversed(sentence.tokens[max(0, at - 4) : at]):
        if token.tag not in {"NN", "NNP"}:
            return False
        if is_person_noun(token):
            return True
    return False


def _leads(sentence: Sentence, at: int) -> str:
    return sentence.tokens[at - 1].text.casefold() if at else ""


def _is_one(sentence: Sentence, at: int) -> bool:
    """Whether an ordinal is a person, and no share: "a third of the crop"."""
    after = sentence.tokens[at + 1].text if at + 1 < len(sentence.tokens) else ""
    return _leads(sentence, at) in {"a", "an", "the"} and after != "of"


def _is_before_noun(sentence: Sentence, at: int) -> bool:
    after = sentence.tokens[at + 1 : at + 3]
    return any(token.tag in NOUNS for token in after[:1]) or (
        len(after) > 1 and after[0].pos in {"ADJ", "NUM"} and after[1].tag in NOUNS
    )


def _is_aged(sentence: Sentence, at: int) -> bool:
    """Whether the word ends "a 16-year-old" and no noun follows."""
    before = {token.text.casefold() for token in sentence.tokens[max(0, at - 3) : at]}
    return bool(before & {"year", "month", "week"}) and not _is_before_noun(
        sentence, at
    )


def _band(sentence: Sentence, at: int, word: str) -> Headcount | None:
    """Five for "a family of five"; a family or crew without number is no count."""
    after = sentence.tokens[at + 1 : at + 3]
    number = after[1] if len(after) > 1 and after[0].text == "of" else None
    size = parse_number(number.text) if number is not None else None
    if size is None and word in {"family", "crew"}:
        return made(sentence, at, 2, None)
    if size is None or number is None:
        return None
    return replace(made(sentence, at, size, size), last=number.i)


def made(
    sentence: Sentence,
    at: int,
    low: int | None,
    high: int | None,
    *,
    is_reflexive: bool = False,
) -> Headcount:
    """A headcount of the noun at token `at` with what stands before it."""
    start = min(
        (t.i for t in sentence.children_with(at, "det", "amod", "compound", "poss",
                                             "neg", "nummod") if t.i < at),
        default=at,
    )  # fmt: skip
    counted = counted_words(sentence, at)
    return Headcount(
        low, high, None, about=False, added=False, first=start, last=at,
        counted=counted, is_reflexive=is_reflexive,
    )  # fmt: skip


def counted_words(sentence: Sentence, noun: int | None) -> str | None:
    """The noun with its adjectives, as worded; None for no noun."""
    if noun is None:
        return None
    words = [
        token.text
        for token in sentence.tokens[max(0, noun - 4) : noun]
        if token.head == noun
        and token.dep in {"amod", "compound"}
        and token.pos != "NUM"
        and token.text.casefold() not in NO_KIND
    ]
    return " ".join([*words, sentence.tokens[noun].text])
