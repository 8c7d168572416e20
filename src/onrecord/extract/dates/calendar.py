"""Ranges of days: what a year, a month, a week, a season covers."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from onrecord.model import DateRange

Tense = Literal["past", "future"] | None

DAY = timedelta(days=1)
MONTHS_A_YEAR = 12
NEAR_MONTHS = 4  # without a tense, a month or day so near ahead is not a year back
DAYS_A_WEEK = 7


@dataclass(frozen=True, slots=True)
class Frame:
    """What an expression is read against: a day, and where its verb points."""

    day: date
    tense: Tense

    @property
    def looks_ahead(self) -> bool:
        """Whether the words are about what is still to come."""
        return self.tense == "future"


def day_range(day: date, last: date | None = None) -> DateRange:
    """One day, or the days from the first to the last."""
    return DateRange(day, last or day, "day")


def week_range(day: date) -> DateRange:
    """The week, Monday to Sunday, that holds this day."""
    monday = day - day.weekday() * DAY
    return DateRange(monday, monday + 6 * DAY, "week")


def month_range(year: int, month: int) -> DateRange:
    """A month, first day to last."""
    last = calendar.monthrange(year, month)[1]
    return DateRange(date(year, month, 1), date(year, month, last), "month")


def year_range(year: int, last: int | None = None) -> DateRange:
    """A year, or the years from the first to the last."""
    return DateRange(date(year, 1, 1), date(last or year, 12, 31), "year")


def months_away(day: date, months: int) -> tuple[int, int]:
    """Year and month that lie this many months from the day.

    >>> months_away(date(2025, 1, 15), -1)
    (2024, 12)
    """
    at = day.year * MONTHS_A_YEAR + day.month - 1 + months
    return at // MONTHS_A_YEAR, at % MONTHS_A_YEAR + 1


def season_range(year: int, first_month: int) -> DateRange:
    """Three months that begin in this year; known to the month, no sharper."""
    start = date(year, first_month, 1)
    last = month_range(*months_away(start, 2)).end
    return DateRange(start, last, "month")


def day_of_month(month: int, day: int, frame: Frame) -> date | None:
    """The day and month without a year that the words most likely mean.

    Past: the latest such day not after the frame's; future: the first not before it;
    no tense: the first ahead when it is near, else the latest. 29 February finds a
    leap year.
    """
    found = [
        date(year, month, day)
        for year in range(frame.day.year - 8, frame.day.year + 9)
        if 1 <= year <= date.max.year and is_date(year, month, day)
    ]
    return _chosen(found, frame)


def _chosen(days: list[date], frame: Frame) -> date | None:
    past = [day for day in days if day <= frame.day]
    ahead = [day for day in days if day >= frame.day]
    if frame.tense == "past":
        return past[-1] if past else None
    if frame.tense == "future":
        return ahead[0] if ahead else None
    if ahead and ahead[0] - frame.day <= NEAR_MONTHS * 30 * DAY:
        return ahead[0]
    return past[-1] if past else None


def month_near(month: int, frame: Frame) -> DateRange:
    """The month without a year that the words most likely mean; its own included."""
    back = (frame.day.month - month) % MONTHS_A_YEAR
    ahead = (month - frame.day.month) % MONTHS_A_YEAR
    use_ahead = frame.looks_ahead or (frame.tense is None and ahead <= NEAR_MONTHS)
    return month_range(*months_away(frame.day, ahead if use_ahead else -back))


def weekday_near(weekday: int, frame: Frame) -> date:
    """The day that a bare weekday name means: the latest, own day included.

    Without a tense, the name of tomorrow is tomorrow: news that looks back six
    days says "last Tuesday".
    """
    back = (frame.day.weekday() - weekday) % DAYS_A_WEEK
    is_tomorrow = frame.tense is None and back == DAYS_A_WEEK - 1
    if frame.looks_ahead or is_tomorrow:
        return frame.day + ((weekday - frame.day.weekday()) % DAYS_A_WEEK) * DAY
    return frame.day - back * DAY


def is_date(year: int, month: int, day: int) -> bool:
    """Whether the calendar has this day.

    >>> is_date(2025, 2, 29)
    False
    """
    if not 1 <= month <= MONTHS_A_YEAR or not date.min.year <= year <= date.max.year:
        return False
    return 1 <= day <= calendar.monthrange(year, month)[1]
