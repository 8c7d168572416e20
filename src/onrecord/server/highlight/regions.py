"""A page's text laid out by zones, every piece marked with its findings."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, get_args

from onrecord.model import Furniture
from onrecord.server.highlight.segments import Mark, Segment, cut

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from onrecord.model import Zoned

FURNITURE = frozenset(get_args(Furniture))


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of the page in one zone; None where no zone was told.

    `is_new` says that the zone is not that of the region before. `is_gap`: white
    space between two zones.
    """

    zone: str | None
    segments: tuple[Segment, ...]
    is_new: bool
    is_gap: bool

    @property
    def is_furniture(self) -> bool:
        """Whether this is the frame around the article rather than the article."""
        return self.zone in FURNITURE


def regions_of(
    text: str, zones: Sequence[Zoned], marks: Iterable[Mark]
) -> tuple[Region, ...]:
    """The whole text in regions; their segments joined give it back exactly.

    A finding opens once, in the first region that holds words of it.
    """
    ordered = sorted(marks, key=lambda mark: mark.span)
    longest = max((len(mark.span) for mark in ordered), default=0)
    starts = [mark.span.start for mark in ordered]
    regions: list[Region] = []
    opened: set[str] = set()
    last: str | None = None
    for zone, start, end in _stretches(text, zones):
        near = ordered[bisect_left(starts, start - longest) : bisect_left(starts, end)]
        words = text[start:end]
        is_gap = zone is None and not words.strip()
        pieces = _opened_once(cut(words, near, offset=start), opened)
        regions.append(Region(zone, pieces, is_new=zone != last, is_gap=is_gap))
        last = last if is_gap else zone
    return tuple(regions)


def _stretches(
    text: str, zones: Sequence[Zoned]
) -> Iterator[tuple[str | None, int, int]]:
    """The text from end to end; where zones overlap the one that began first counts."""
    at = 0
    for zoned in sorted(zones, key=lambda item: item.span):
        start, end = max(zoned.span.start, at), min(zoned.span.end, len(text))
        if start >= end:
            continue
        if at < start:
            yield None, at, start
        yield zoned.zone, start, end
        at = end
    if at < len(text):
        yield None, at, len(text)


def _opened_once(pieces: Iterable[Segment], opened: set[str]) -> tuple[Segment, ...]:
    kept: list[Segment] = []
    for piece in pieces:
        fresh = tuple(name for name in piece.opens if name not in opened)
        opened.update(fresh)
        kept.append(piece if fresh == piece.opens else replace(piece, opens=fresh))
    return tuple(kept)
