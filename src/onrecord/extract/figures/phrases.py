"""Noun phrases as the words stand: "two of his men", "a fourth".

Read from parts of speech, which taggers get right where parsers err.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.extract.figures.quantities import Quantity
    from onrecord.model import Sentence, Token

NOUNS = frozenset({"UH", "NN", "NNS", "NNP", "NNPS"})
BEFORE = frozenset({"DT", "PDT", "PRP$", "CD", "JJ", "JJR", "JJS", "POS", "HYPH"})
ALONE = frozenset({
    "him", "her", "them", "himself", "herself", "themselves", "he", "she", "they",
    "others", "another", "both", "several", "many",
})  # fmt: skip
ORDINALS = frozenset({
    "second", "third", "fourth", "fifth", "sixth", "seventh", "other", "another",
})  # fmt: skip
AGES = frozenset({"aged", "age"})
REMAINS = frozenset({"bodies", "corpses", "remains", "body", "corpse"})
STOPS = frozenset({
    "near", "in", "at", "after", "as", "on", "outside", "for", "by", "amid", "during",
    "when", "while", "kills", "killed", "martyred", "dies", "flee", "die",
})  # fmt: skip
LONGEST = 9  # tokens before the noun
FATES = frozenset({
    "hurt", "wounded", "injured", "dead", "missing", "killed", "arrested", "detained",
    "critical", "unharmed", "safe",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase from token `first` to `last`; `head` is its noun or number."""

    first: int
    last: int
    head: int


def phrase_from(
    sentence: Sentence,
    at: int,
    quantities: Sequence[Quantity],
    end: int | None = None,
) -> Phrase | None:
    """The noun phrase that begins at token `at`; None where none does.

    It goes no farther than token `end`, where one is given.
    """
    tokens = sentence.tokens[: None if end is None else end + 1]
    starts = {quantity.first: quantity for quantity in quantities}
    i, head = at, None
    while i < len(tokens) and i - at <= LONGEST:
        if i in starts:
            head, i = starts[i].last, starts[i].last + 1
        elif _is_stop(sentence, i):
            break
        elif tokens[i].tag in NOUNS or tokens[i].text.casefold() in ALONE:
            head, i = i, i + 1
        elif _is_before(sentence, i) or tokens[i].text.casefold() in ORDINALS:
            i += 1
        else:
            break
    if head is None:
        return _bare(sentence, at, i)
    if head >= len(tokens):
        return None
    phrase = Phrase(at, head, head)
    return phrase if head == end else _with_of(sentence, phrase, quantities)


def _is_stop(sentence: Sentence, i: int) -> bool:
    """Whether the word ends a phrase, whatever part of speech a headline gives it."""
    word = sentence.tokens[i].text.casefold()
    return word in STOPS or (word in FATES and _ends(sentence, i))


def _ends(sentence: Sentence, i: int) -> bool:
    """Whether the fate ends the phrase: "eight hurt in", not "eight wounded men"."""
    after = sentence.tokens[i + 1].tag if i + 1 < len(sentence.tokens) else ""
    return after not in NOUNS


def _bare(sentence: Sentence, at: int, end: int) -> Phrase | None:
    """An ordinal or adjective for a person: "a fourth", "the other", "an orderly"."""
    last = end - 1
    if last <= at or sentence.tokens[at].tag not in {"DT", "PRP$"}:
        return None
    is_fit = sentence.tokens[last].tag in {"JJ", "RB"}
    return Phrase(at, last, last) if is_fit else None


def _is_before(sentence: Sentence, i: int) -> bool:
    """Whether the word may stand before a noun of its phrase."""
    token = sentence.tokens[i]
    if token.tag in BEFORE:
        return True
    after = sentence.tokens[i + 1].tag if i + 1 < len(sentence.tokens) else ""
    is_word = token.tag in {"VBN", "VBG", "RB"} and token.dep in {"amod", "compound",
                                                                  "advmod"}  # fmt: skip
    return is_word and after in NOUNS | {"JJ", "VBN"}


def _with_of(
    sentence: Sentence, phrase: Phrase, quantities: Sequence[Quantity]
) -> Phrase:
    """The phrase with what "of" and an age add to it."""
    tokens, last = sentence.tokens, phrase.last
    while last + 2 < len(tokens) and tokens[last + 1].text.casefold() == "of":
        inner = phrase_from(sentence, last + 2, quantities)
        if inner is None:
            break
        last = inner.last
    return Phrase(phrase.first, _past_age(tokens, last), phrase.head)


def _past_age(tokens: Sequence[Token], last: int) -> int:
    """The last token of an age behind a person: "Ana Petrell, 34,"; "(61)"."""
    words = [token.text.casefold() for token in tokens[last + 1 : last + 5]]
    if words[:1] and words[0] in AGES and words[1:2] and words[1].isdigit():
        return last + 2
    if words[:1] in ([","], ["("]) and words[1:2] and _is_age(words[1]):
        return last + 3 if words[2:3] and words[2] in {",", ")"} else last
    return last


def _is_age(word: str) -> bool:
    return word.isdigit() and 0 < int(word) <= 120  # noqa: PLR2004 - years of a life
