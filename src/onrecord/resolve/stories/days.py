"""When the articles of a story appeared: their mean and spread, and what lies near."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

DAYS_APART = 10.0  # the width of the Gaussian: 14 days apart count .38, a month .01
ONE_UNDATED = 0.7  # where one of two has no date; two without count as of one day


@dataclass(frozen=True, slots=True)
class Days:
    """The days of some articles, kept as sums: adding two never loses anything."""

    dated: int = 0
    undated: int = 0
    total: int = 0  # of the days' numbers
    squares: int = 0

    def __add__(self, other: Days) -> Days:
        """The days of both."""
        return Days(
            self.dated + other.dated,
            self.undated + other.undated,
            self.total + other.total,
            self.squares + other.squares,
        )

    @property
    def mean(self) -> float:
        """The middle of the dated ones."""
        return self.total / self.dated

    @property
    def variance(self) -> float:
        """How far they lie from their middle, squared."""
        return (self.squares * self.dated - self.total**2) / self.dated**2


def days_of(day: date | None) -> Days:
    """The day of one article, None when the page does not tell."""
    if day is None:
        return Days(undated=1)
    number = day.toordinal()
    return Days(dated=1, total=number, squares=number * number)


def near_in_time(left: Days, right: Days) -> float:
    """How near the articles of two stories are in time, on average: 1 for one day.

    For two dated articles a Gaussian of the days between; for more of them its mean,
    as if their days were spread normally: so a year of articles costs no more than one.
    """
    dated = left.dated * right.dated
    undated = left.undated * right.undated
    pairs = (left.dated + left.undated) * (right.dated + right.undated)
    near = undated + ONE_UNDATED * (pairs - dated - undated)
    return (near + dated * _dated_nearness(left, right)) / pairs


def _dated_nearness(left: Days, right: Days) -> float:
    if not left.dated or not right.dated:
        return 0.0
    width = DAYS_APART**2
    spread = width + left.variance + right.variance
    apart = left.mean - right.mean
    return math.sqrt(width / spread) * math.exp(-apart * apart / (2 * spread))
