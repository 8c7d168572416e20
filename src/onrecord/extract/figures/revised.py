"""What a sentence's tolls become when one is revised, or holds the others."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.extract.figures.tolls_said import is_superseded, revised_to
from onrecord.model import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.extract.figures.quantities import Quantity
    from onrecord.extract.figures.toll import Toll


def under_said(tolls: Sequence[Toll], said: Sequence[Toll]) -> list[Toll]:
    """Deaths that the toll of the same sentence already holds are parts of it.

    "The toll rose to 45 after five of the wounded died": five are among the 45.
    """
    wholes = [toll for toll in said if not toll.is_superseded and toll.high != 0]
    if not wholes:
        return list(tolls)
    whole = next(toll for toll in tolls if toll.span == wholes[0].span)
    rest = [toll for toll in tolls if toll is not whole]
    return [whole, *(_beneath(toll, whole) for toll in rest)]


def _beneath(toll: Toll, whole: Toll) -> Toll:
    is_part = (
        toll.effect == whole.effect
        and not toll.is_superseded
        and (toll.low or 0) < (whole.low or whole.high or 0)
    )
    return replace(toll, part_of=0) if is_part else toll


def revised(
    tolls: Sequence[Toll], quantities: Sequence[Quantity], text: str
) -> list[Toll]:
    """Tolls with what is superseded marked, and what a revision put in its place."""
    starts = {quantity.start: n for n, quantity in enumerate(quantities)}
    out = [
        replace(toll, is_superseded=True)
        if toll.span.start in starts and is_superseded(text, starts[toll.span.start])
        else toll
        for toll in tolls
    ]
    n = revised_to(text)
    known = {toll.span.start for toll in out}
    if n is None or not out:
        return out
    if quantities[n].start not in known:
        out.append(_in_place_of(out[0], quantities[n]))
    return [_lowered(toll, quantities[n]) for toll in out]


def _lowered(toll: Toll, new: Quantity) -> Toll:
    """The toll, superseded where a smaller number was put in its place after it.

    One that grew may count some of the new: "five more deaths raised it to 20".
    """
    is_before = toll.span.start < new.start
    is_more = new.high is not None and (toll.low or 0) > new.high
    return replace(toll, is_superseded=True) if is_before and is_more else toll


def _in_place_of(old: Toll, new: Quantity) -> Toll:
    return replace(
        old,
        low=new.low,
        high=new.high,
        qualifier=new.qualifier,
        about=new.about,
        span=Span(new.start, new.end),
        is_superseded=False,
    )
