"""An axis of days that leaves long silences out, and shows where it does."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.server.charts.scale import Tick, TimeScale, labels_of, time_scale

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

SILENCE = 0.45  # of all the days drawn: a longer silence is left out
SHORTEST = 4  # days; a shorter silence is always drawn
LEAST = 0.16  # of the width that a stretch gets, however short it is
GAP = 22  # the room of a silence left out


@dataclass(frozen=True, slots=True)
class BrokenScale:
    """Stretches of days side by side, and where between them days are left out."""

    stretches: tuple[TimeScale, ...]

    @property
    def breaks(self) -> tuple[float, ...]:
        """The middles of the gaps between the stretches."""
        return tuple(stretch.right + GAP / 2 for stretch in self.stretches[:-1])

    def x(self, day: float) -> float:
        """Where a day lies across the drawing."""
        inside = (item for item in self.stretches if day <= item.last)
        return next(inside, self.stretches[-1]).x(day)

    def ticks(self, at_most: int) -> tuple[Tick, ...]:
        """Round days, each stretch with its share of them and at least one."""
        whole = sum(item.right - item.left for item in self.stretches)
        days = [
            day
            for item in self.stretches
            for day in item.round_days(_share(at_most, item, whole))
            if day.toordinal() + 1 <= item.last
        ]
        places = (self.x(day.toordinal()) for day in days)
        return tuple(map(Tick, places, labels_of(days)))


def _share(at_most: int, stretch: TimeScale, whole: float) -> int:
    return max(1, round(at_most * (stretch.right - stretch.left) / whole))


def broken_scale(days: Iterable[float], left: float, right: float) -> BrokenScale:
    """A scale that holds these days from `left` to `right`, without long silences."""
    groups = _groups(sorted({math.floor(day) for day in days}))
    room = right - left - GAP * (len(groups) - 1)
    lengths = [group[-1] - group[0] + 1 for group in groups]
    least = LEAST * sum(lengths)
    shares = [max(length, least) for length in lengths]
    stretches: list[TimeScale] = []
    at = left
    for group, share in zip(groups, shares, strict=True):
        width = room * share / sum(shares)
        stretches.append(time_scale(group, at, at + width))
        at += width + GAP
    return BrokenScale(tuple(stretches))


def _groups(days: Sequence[int]) -> list[list[int]]:
    """The days parted at every silence that would take most of the drawing."""
    groups = [list(days)]
    while True:
        drawn = sum(group[-1] - group[0] + 1 for group in groups)
        for at, group in enumerate(groups):
            cut = _longest_silence(group)
            silence = group[cut] - group[cut - 1] if cut else 0
            if silence > SHORTEST and silence > SILENCE * drawn:
                groups[at : at + 1] = [group[:cut], group[cut:]]
                break
        else:
            return groups


def _longest_silence(group: Sequence[int]) -> int:
    """The place of the day after the longest silence; 0 for a single day."""
    return max(
        range(1, len(group)), key=lambda at: group[at] - group[at - 1], default=0
    )
