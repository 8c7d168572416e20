"""Numbers of other years beside the day's: "the worst since 1988, when 71 died"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.extract.figures.quantities import Quantity
    from onrecord.extract.figures.toll import Toll

_MOST = re.compile(
    r"\b(?:\w+iest|worst|most|deadliest|biggest|largest|greatest|highest|gravest|"
    r"heaviest|first|second)\b[^.;]*?\b(?:since|after|in)\b"
    r"[^.;]*?\b(?:when|in which|that|which)\b"
)
_WHEN = re.compile(
    r"\b(?:as (?:it did )?in|since|in|unlike in|like the one (?:in|of)) "
    r"(?:\w+ )?(?:1[5-9]|20)\d\d ?,? when\b"
    r"|\bcompared (?:with|to)\b|\bagainst (?=<\d+> (?:in|for|last|over)\b)"
)
# "Nine died in a raid, two days after a mine killed three": the three are of that.
_AFTER = re.compile(
    r"[^<\s]+ (?:<\d+> |\w+ )?(?:days?|weeks?|months?|years?) (?:after|before)"
    r" (?=(?:[^.;]+ )?(?:kill|wound|injur|left)\w*)"
)


def without_history(
    tolls: Sequence[Toll], quantities: Sequence[Quantity], text: str
) -> list[Toll]:
    """The tolls without those of another year that one is measured by.

    `text` is marked. "In 2015, when ..." alone may open a story: then it stays.
    """
    superlative = _MOST.search(text)
    then = superlative.end() if superlative else None
    when = _WHEN.search(text)
    if when is not None and any(_at(t, quantities, text) < when.start() for t in tolls):
        then = min(when.end(), then) if then is not None else when.end()
    after = _AFTER.search(text)
    if after is not None:
        known = {t.effect for t in tolls if _at(t, quantities, text) < after.start()}
        tolls = [
            toll
            for toll in tolls
            if toll.effect not in known or _at(toll, quantities, text) < after.end()
        ]
    if then is None:
        return list(tolls)
    return [toll for toll in tolls if _at(toll, quantities, text) < then]


def _at(toll: Toll, quantities: Sequence[Quantity], text: str) -> int:
    """Where the toll's number stands in marked text; before all for none."""
    for n, quantity in enumerate(quantities):
        if quantity.start <= toll.span.end and toll.span.start <= quantity.end:
            return text.find(f"<{n}>")
    return -1
