"""Axes: days across, numbers of people up, with ticks where a reader expects them."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from onrecord.server.times import MONTHS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

EDGE = 0.04  # of the width left free at both ends, so that no mark sits on a border
DAY_STEPS = (1, 2, 5, 10, 15)
MONTH_STEPS = (1, 2, 3, 6)
LONG_IN_DAYS = 62  # from here on months are told, not days


@dataclass(frozen=True, slots=True)
class Tick:
    """A place on an axis with its label."""

    at: float
    label: str


@dataclass(frozen=True, slots=True)
class TimeScale:
    """Days (ordinals) from `first` to `last`, drawn from `left` to `right`."""

    first: float
    last: float
    left: float
    right: float

    def x(self, day: float) -> float:
        """Where a day lies across the drawing."""
        share = (day - self.first) / (self.last - self.first)
        return round(self.left + share * (self.right - self.left), 1)

    def ticks(self, at_most: int) -> tuple[Tick, ...]:
        """Round days, months or years between the ends, no more than `at_most`."""
        days = self.round_days(at_most)
        places = (self.x(day.toordinal()) for day in days)
        return tuple(map(Tick, places, labels_of(days)))

    def round_days(self, at_most: int) -> list[date]:
        """The first days of round stretches of time, no more than `at_most`."""
        return _round_days(self.first, self.last, at_most)


def time_scale(days: Iterable[float], left: float, right: float) -> TimeScale:
    """A scale that holds these days with a little room; at least a day long."""
    known = list(days)
    first, last = math.floor(min(known)), math.floor(max(known)) + 1
    room = (last - first) * EDGE
    return TimeScale(first - room, last + room, left, right)


def count_ticks(highest: int, at_most: int = 4) -> tuple[int, ...]:
    """Round numbers from 0 up to the first that is not below `highest`.

    >>> count_ticks(37), count_ticks(3)
    ((0, 10, 20, 30, 40), (0, 1, 2, 3))
    """
    step = 1
    while highest / step > at_most:
        is_two = str(step).startswith("2")  # 1, 2, 5, 10, 20, 50, ...
        step = step * 5 // 2 if is_two else step * 2
    top = max(1, math.ceil(highest / step)) * step
    return tuple(range(0, top + 1, step))


def _round_days(first: float, last: float, at_most: int) -> list[date]:
    start = date.fromordinal(math.ceil(first))
    end = date.fromordinal(math.floor(last))
    length = (end - start).days + 1
    if length <= LONG_IN_DAYS:
        step = next((step for step in DAY_STEPS if length / step <= at_most), 31)
        if step < DAY_STEPS[-1] + 1:
            return [date.fromordinal(d) for d in _every(start, end, step)]
    months = [day for day in _months(start, end) if day >= start]
    for step in MONTH_STEPS:
        kept = [day for day in months if (day.month - 1) % step == 0]
        if len(kept) <= at_most:
            return kept
    years = [day for day in months if day.month == 1]
    step = max(1, math.ceil(len(years) / at_most))
    return [day for day in years if day.year % step == 0]


def _every(start: date, end: date, step: int) -> range:
    return range(start.toordinal(), end.toordinal() + 1, step)


def _months(start: date, end: date) -> Iterator[date]:
    day = start.replace(day=1)
    while day <= end:
        yield day
        year, month = divmod(day.year * 12 + day.month, 12)
        day = date(year, month + 1, 1)


def labels_of(days: list[date]) -> list[str]:
    """Each as short as the one before allows: a year is told when it changes."""
    if all(day.month == day.day == 1 for day in days):
        return [str(day.year) for day in days]
    labels: list[str] = []
    before: date | None = None
    for day in days:
        month = MONTHS[day.month - 1]
        is_day = any(other.day != 1 for other in days)
        label = f"{day.day} {month}" if is_day else month
        if before is None or before.year != day.year:
            label += f" {day.year}"
        labels.append(label)
        before = day
    return labels
