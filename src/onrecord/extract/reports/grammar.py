"""Small questions to a sentence's tree, shared by the files of this package."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.model import Sentence, Span, Token

NEAR = 99  # farther than any two tokens of a sentence
_NOUN_PARTS = frozenset({"det", "amod", "compound", "nummod", "poss", "nmod", "case",
                         "quantmod", "advmod", "punct", "npadvmod"})  # fmt: skip


def ancestors(sentence: Sentence, at: int) -> Iterator[Token]:
    """The heads above a token, nearest first."""
    seen = {at}
    while sentence.tokens[at].head not in seen:
        at = sentence.tokens[at].head
        seen.add(at)
        yield sentence.tokens[at]


def distance(sentence: Sentence, one: int, other: int) -> int:
    """Steps through the tree from one token to the other."""
    above = [one, *(token.i for token in ancestors(sentence, one))]
    steps = {at: n for n, at in enumerate(above)}
    for n, at in enumerate([other, *(t.i for t in ancestors(sentence, other))]):
        if at in steps:
            return n + steps[at]
    return NEAR


def governor(sentence: Sentence, first: int, last: int) -> int:
    """The word that tokens `first` to `last` hang on, prepositions skipped."""
    inside = sentence.tokens[first : last + 1]
    top = next(
        (t for t in inside if not first <= t.head <= last or t.head == t.i), inside[0]
    )
    token = sentence.tokens[top.head]
    while (
        token.pos in {"ADP", "SCONJ"} or token.dep == "prep"
    ) and token.head != token.i:
        token = sentence.tokens[token.head]
    return token.i


def tokens_in(sentence: Sentence, span: Span) -> tuple[int, int] | None:
    """First and last token that the span touches; None for none."""
    inside = [token.i for token in sentence.tokens if token.span.meets(span)]
    return (inside[0], inside[-1]) if inside else None


def noun_phrase(sentence: Sentence, at: int) -> Span:
    """The noun at token `at` with what stands before it: "three masked gunmen"."""
    first = at
    while first and _belongs(sentence, first - 1, at):
        first -= 1
    while first < at and sentence.tokens[first].pos == "PUNCT":
        first += 1
    start = sentence.tokens[first].span
    return type(start)(start.start, sentence.tokens[at].span.end)


def _belongs(sentence: Sentence, i: int, at: int) -> bool:
    token = sentence.tokens[i]
    if token.dep not in _NOUN_PARTS or (token.pos == "PUNCT" and token.text != "-"):
        return False
    return token.head == at or any(a.i == at for a in ancestors(sentence, i))
