"""Which figures of an article came, went, or were given otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.pipeline.revisions.changes import Change
from onrecord.pipeline.revisions.pairing import pair
from onrecord.pipeline.revisions.wording import alone, holds, likeness, side_by_side

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from onrecord.record.views import FigureView, Words
    from onrecord.record.views.revisions import Version

LEAST = 1.0  # one effect, and both whole or both a part


def figure_changes(before: Version, after: Version) -> Iterator[Change]:
    """The changes in numbers of people, in no promised order.

    One number given in two places of an article counts once.
    """
    old, new = _once(before.figures), _once(after.figures)
    pairs = pair(old, new, _sameness, 1.0)
    pairs = pair(old, new, _score, LEAST, pairs)
    for one, other in pairs.items():
        yield from _difference(old[one], new[other])
    for item in _alone(old, pairs.keys()):
        if not holds(after.told, _around(item, before)):
            gone = alone(item.words.text, item.words)
            yield Change("figure", "gone", gone, None, item.effect)
    for item in _alone(new, pairs.values()):
        if not holds(before.told, _around(item, after)):
            added = alone(item.words.text, item.words)
            notes = item.corrections
            yield Change("figure", "added", None, added, item.effect, notes)


def _alone(figures: Sequence[FigureView], paired: Iterable[int]) -> list[FigureView]:
    """The figures without a pair whose words give none that has one.

    "Nobody was hurt" says that nobody was killed either: one wording, one change.
    """
    places = set(paired)
    told = {figures[n].words.spans for n in places}
    return [
        item
        for n, item in enumerate(figures)
        if n not in places and item.words.spans not in told
    ]


def _once(figures: Sequence[FigureView]) -> list[FigureView]:
    """Every number once for what it is given for, where it stands first."""
    found: dict[tuple[object, ...], FigureView] = {}
    for item in figures:
        found.setdefault((item.report_id, *_value(item)), item)
    seen: dict[tuple[object, ...], FigureView] = {}
    for item in found.values():
        seen.setdefault((*_value(item), item.part_of is None), item)
    return list(seen.values())


def _value(item: FigureView) -> tuple[object, ...]:
    return item.effect, item.low, item.high, item.about


def _sameness(one: FigureView, other: FigureView) -> float:
    return 1.0 if _value(one) == _value(other) else 0.0


def _score(one: FigureView, other: FigureView) -> float:
    """Two figures of one effect, the more alike what they count the higher."""
    if one.effect != other.effect or (one.part_of is None) != (other.part_of is None):
        return 0.0
    is_one_report = one.article.page_id == other.article.page_id
    same = likeness(one.counted or "", other.counted or "")
    return 1.0 + same + is_one_report


def _difference(one: FigureView, other: FigureView) -> Iterator[Change]:
    if _value(one) != _value(other):
        before, after = side_by_side(
            (one.words.text, one.words), (other.words.text, other.words)
        )
        notes = other.corrections
        yield Change("figure", "changed", before, after, other.effect, notes)


def _around(item: FigureView, version: Version) -> str:
    """The line of the article that gives the figure."""
    words: Words = item.words
    lines = (line for line in version.told.splitlines() if holds(line, words.text))
    return next(lines, words.text)
