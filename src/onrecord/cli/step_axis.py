"""Where days stand across a chart of characters, long silences left out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

SILENCE = 0.45  # of the time drawn: a longer silence is left out
SHORTEST = 4.0  # days; a shorter silence is always drawn
BREAK = 7  # columns that a silence left out gets
TAIL = 5  # columns after the last time, so that its level is seen
LEAST = 2  # columns between two times, so that marks stay apart


@dataclass(frozen=True, slots=True)
class Axis:
    """The column of each time, and where between columns days are left out."""

    columns: dict[datetime, int]
    breaks: tuple[int, ...]
    width: int

    @property
    def year(self) -> int | None:
        """The year of all times; None when they are of several."""
        years = {time.year for time in self.columns}
        return years.pop() if len(years) == 1 else None

    def labels(self) -> str:
        """Days below their columns, with their years where there are several.

        Where one would run into the one before, it is left out.
        """
        line = ""
        for time, column in self.columns.items():
            text = f"{time:%Y-%m-%d}" if self.year is None else f"{time:%m-%d}"
            start = max(min(column, self.width - len(text)), 0)
            is_free = not line or start > len(line)
            if is_free and not line.endswith(text):
                line = line.ljust(start) + text
        return line


def axis_of(times: Iterable[datetime], width: int) -> Axis:
    """An axis so many characters wide that holds these times, in order."""
    points = sorted(set(times))
    gaps = [_days(before, after) for before, after in pairwise(points)]
    cut = _silences(gaps, width // (3 * BREAK))  # they take a third at the most
    drawn = sum(gap for at, gap in enumerate(gaps) if at not in cut) or 1.0
    least = LEAST if (len(points) + len(cut)) * LEAST < width else 0
    room = max(width - 1 - TAIL - BREAK * len(cut) - least * len(gaps), 0)
    columns, breaks, column = {points[0]: 0}, [], 0.0
    for at, gap in enumerate(gaps):
        if at in cut:
            breaks.append(round(column) + BREAK // 2)
            column += BREAK
        else:
            column += least + room * gap / drawn
        columns[points[at + 1]] = min(round(column), width - 1)
    return Axis(columns, tuple(breaks), width)


def _days(before: datetime, after: datetime) -> float:
    return (after - before).total_seconds() / 86_400


def _silences(gaps: Sequence[float], at_most: int) -> frozenset[int]:
    """The gaps that would take most of the chart, the longest first, so many."""
    cut: set[int] = set()
    for at in sorted(range(len(gaps)), key=lambda at: -gaps[at]):
        drawn = sum(gap for n, gap in enumerate(gaps) if n not in cut)
        if len(cut) < at_most and gaps[at] > SHORTEST and gaps[at] > SILENCE * drawn:
            cut.add(at)
    return frozenset(cut)
