"""Parts of a whole: "including three children", "two of them", "12 of whom"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.extract.figures.nouns import is_person_word
from onrecord.extract.figures.people import combined, count_people
from onrecord.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.extract.figures.quantities import Quantity
    from onrecord.extract.figures.toll import Toll
    from onrecord.model import Sentence

_FATE = re.compile(
    r"(?:(?:are|were|is|was|remain|remained|still|now) ){0,2}(?:in|on) (?:an? |the )?"
    r"(?:intensive|critical|serious|hospital|coma|life support|grave)\b"
    r"|(?:(?:who|whom|those|of|them|are|were|is|was|said|to|be) ){1,4}fighting for\b"
)
_OF_THEM = re.compile(r"\s+(?:of (?:them|whom|these|those|"
                      r"the (?:dead|wounded|victims))|"
                      r"others? of them)\b|\s+(?:critically|seriously|severely|badly|"
                      r"slightly|lightly|gravely)\s*(?:[.,;]|$|in\b)",
                      re.IGNORECASE)  # fmt: skip


def with_parts(
    sentence: Sentence, quantities: Sequence[Quantity], tolls: Sequence[Toll]
) -> list[Toll]:
    """The tolls, parts marked as parts, and parts that had no toll of their own."""
    wholes = [
        toll
        for toll in tolls
        if toll.part_of is None
        and not (_is_part(sentence, toll.span) and not _is_own_fate(toll, tolls))
    ]
    if not wholes:
        return list(tolls)
    bare = (2, None)  # "people killed" beside their number
    parts = [
        toll for toll in tolls if toll not in wholes and (toll.low, toll.high) != bare
    ]
    new: list[Toll] = []
    for toll in _further(sentence, quantities, wholes):
        if not any(toll.span.meets(other.span) for other in (*tolls, *new)):
            new.append(toll)
    out = list(wholes)
    for part in sorted([*parts, *new], key=lambda toll: toll.span):
        whole = _whole_of(part, wholes)
        out.append(replace(part, effect=wholes[whole].effect, part_of=whole))
    return out


def _is_own_fate(toll: Toll, tolls: Sequence[Toll]) -> bool:
    """Whether the hurt are told first here: "three died, two are in hospital"."""
    return toll.effect == "injured" and not any(
        other.effect == "injured" and other.span.end <= toll.span.start
        for other in tolls
    )


def _is_part(sentence: Sentence, span: Span) -> bool:
    """Whether the words stand after "including" or before "of them"."""
    inside = [t.i for t in sentence.tokens if t.span.meets(span)]
    if not inside:
        return False
    if _OF_THEM.match(_rest(sentence, span)) or _is_fate(sentence, span):
        return True
    before = sentence.tokens[max(0, inside[0] - 3) : inside[0]]
    words = [token.text.casefold() for token in before]
    if "including" in words or words[-1:] == ["include"]:
        return True
    return "among" in words and "them" in words


def _is_fate(sentence: Sentence, span: Span) -> bool:
    """Whether a later clause says where some of the hurt are: ", three in hospital"."""
    after = [t.text.casefold() for t in sentence.tokens if t.span.start >= span.end]
    is_first = all(
        t.span.start >= span.start for t in sentence.tokens if t.pos == "NUM"
    )
    return not is_first and bool(_FATE.match(" ".join(after[:6])))


def _rest(sentence: Sentence, span: Span) -> str:
    after = [token for token in sentence.tokens if token.span.start >= span.end]
    return "".join(f" {token.text}" for token in after[:6])


def _further(
    sentence: Sentence, quantities: Sequence[Quantity], wholes: Sequence[Toll]
) -> Iterator[Toll]:
    """Parts that no effect word governs."""
    for quantity in quantities:
        span = Span(quantity.start, quantity.end)
        if _is_part(sentence, span) and not _counts_things(sentence, quantity):
            yield _part(wholes, quantity, span)
    for token in sentence.tokens:
        if token.text.casefold() == "including":
            yield from _included(sentence, token.i, quantities, wholes)


def _counts_things(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether the noun behind a number is no person: "including two local warrants"."""
    for token in sentence.tokens[quantity.last + 1 :]:
        if token.pos != "ADJ":
            return token.pos == "NOUN" and not is_person_word(token.text)
    return False


def _part(wholes: Sequence[Toll], quantity: Quantity, span: Span) -> Toll:
    return replace(
        wholes[0], low=quantity.low, high=quantity.high, qualifier=quantity.qualifier,
        about=quantity.about, span=span, counted=None, added=False,
    )  # fmt: skip


def _included(
    sentence: Sentence, at: int, quantities: Sequence[Quantity], wholes: Sequence[Toll]
) -> Iterator[Toll]:
    """People included without a number: "including a child"."""
    for inner in sentence.children_with(at, "pobj"):
        count = combined(count_people(sentence, inner.i, quantities))
        is_people = count is not None and (
            count.counted is None or is_person_word(count.counted.split(" ")[-1])
        )
        if count is not None and count.low and is_people:
            first, last = sentence.tokens[count.first], sentence.tokens[count.last]
            yield replace(
                wholes[0], low=count.low, high=count.high, qualifier=count.qualifier,
                about=count.about, counted=count.counted, added=False,
                span=Span(first.span.start, last.span.end),
            )  # fmt: skip


def _whole_of(part: Toll, wholes: Sequence[Toll]) -> int:
    """The nearest whole before the part, else the first."""
    before = [n for n, whole in enumerate(wholes) if whole.span.end <= part.span.start]
    return before[-1] if before else 0
