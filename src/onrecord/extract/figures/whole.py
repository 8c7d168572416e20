"""How many people one report says were struck: the named rule of its figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.model import Effect, Figure, FigureId

Bounds = tuple[int | None, int | None]


def whole_of(figures: Iterable[Figure], effect: Effect) -> Bounds | None:
    """The lowest and highest that figures of one report allow; None: they are silent.

    Parts and superseded figures say nothing of it. Figures of the same people give
    what all of them allow ("dozens" and 43: 43), and where they exclude each other a
    range from the least to the most (100 and three: 3 to 100). Figures of other people
    (`adds_to`) are added up.
    """
    counted = [
        figure
        for figure in figures
        if figure.effect == effect
        and figure.part_of is None
        and not figure.is_superseded
    ]
    return _added([_same_people(group) for group in _groups(counted)])


def _groups(figures: Sequence[Figure]) -> list[list[Figure]]:
    """Figures of the same people together; each that adds opens a group."""
    first: list[Figure] = []
    others: dict[FigureId, list[Figure]] = {}
    for figure in figures:
        group = first if figure.adds_to is None else others.setdefault(figure.id, [])
        group.append(figure)
    return [group for group in (first, *others.values()) if group]


def _same_people(figures: Sequence[Figure]) -> Bounds:
    """What all allow; of figures that exclude each other, from least to most."""
    lows = [figure.low for figure in figures if figure.low is not None]
    highs = [figure.high for figure in figures if figure.high is not None]
    if not lows or not highs or max(lows) <= min(highs):
        return max(lows, default=None), min(highs, default=None)
    least = min(lows) if len(lows) == len(figures) else None
    return least, max(highs) if len(highs) == len(figures) else None


def _added(groups: Sequence[Bounds]) -> Bounds | None:
    if not groups:
        return None
    lows = [low for low, _ in groups if low is not None]
    highs = [high for _, high in groups if high is not None]
    is_closed = len(highs) == len(groups)
    return sum(lows) if lows else None, sum(highs) if is_closed else None
