"""Feast days by name: the Western church's, the civil year's, the United States'."""

from __future__ import annotations

import calendar
import re
from datetime import date
from typing import TYPE_CHECKING

from onrecord.extract.dates.calendar import (
    DAY,
    Frame,
    day_of_month,
    day_range,
    week_range,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from onrecord.extract.dates.absolute import Framed, Match
    from onrecord.model import DateRange

_FIXED = {
    "new year eve": (12, 31), "new year day": (1, 1), "new year": (1, 1),
    "epiphany": (1, 6), "valentine day": (2, 14), "st patrick day": (3, 17),
    "april fool day": (4, 1), "may day": (5, 1), "bastille day": (7, 14),
    "assumption day": (8, 15), "halloween": (10, 31), "all saints day": (11, 1),
    "armistice day": (11, 11), "christmas eve": (12, 24), "christmas": (12, 25),
    "christmas day": (12, 25), "boxing day": (12, 26), "nowruz": (3, 20),
}  # fmt: skip
_FROM_EASTER = {
    "ash wednesday": -46, "palm sunday": -7, "maundy thursday": -3, "good friday": -2,
    "easter": 0, "easter sunday": 0, "easter monday": 1, "ascension day": 39,
    "pentecost": 49, "whit monday": 50,
}  # fmt: skip
_NTH_WEEKDAY = {  # month, weekday, which one (-1: the last)
    "thanksgiving": (11, 3, 4), "thanksgiving day": (11, 3, 4),
    "labor day": (9, 0, 1), "memorial day": (5, 0, -1), "columbus day": (10, 0, 2),
    "martin luther king day": (1, 0, 3), "mother day": (5, 6, 2),
}  # fmt: skip


def easter(year: int) -> date:
    """Easter Sunday of the Western church (Gregorian computus).

    >>> easter(2000), easter(2025)
    (datetime.date(2000, 4, 23), datetime.date(2025, 4, 20))
    """
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 19 * weekday) // 433
    month = (h + weekday - 7 * m + 90) // 25
    return date(year, month, (h + weekday - 7 * m + 33 * month + 19) % 32)


def _nth_weekday(year: int, month: int, weekday: int, which: int) -> date:
    days = [
        week[weekday] for week in calendar.monthcalendar(year, month) if week[weekday]
    ]
    return date(year, month, days[which if which < 0 else which - 1])


def _moving(name: str, year: int) -> date:
    if name in _FROM_EASTER:
        return easter(year) + _FROM_EASTER[name] * DAY
    return _nth_weekday(year, *_NTH_WEEKDAY[name])


def _near(day_in: Callable[[int], date], frame: Frame) -> date:
    """The feast nearest to the frame's day on the side its tense points to."""
    days = [day_in(frame.day.year + years) for years in (-1, 0, 1)]
    if frame.tense == "past":
        return max(day for day in days if day <= frame.day)
    if frame.tense == "future":
        return min(day for day in days if day >= frame.day)
    return min(days, key=lambda day: abs(day - frame.day))


def _feast(match: Match, frame: Frame) -> DateRange | None:
    name = match["feast"]
    if name in _FIXED:
        found = day_of_month(*_FIXED[name], frame)
    else:
        found = _near(lambda year: _moving(name, year), frame)
    if found is None:
        return None
    if match["week"]:
        return week_range(found - DAY)  # Easter week leads up to the Sunday
    return day_range(found - DAY if match["eve"] else found)


def _feast_of_year(match: Match) -> DateRange:
    name, year = match["feast"], int(match["year"])
    found = date(year, *_FIXED[name]) if name in _FIXED else _moving(name, year)
    return day_range(found - DAY if match["eve"] else found)


FEAST_NAMES = tuple(
    sorted([*_FIXED, *_FROM_EASTER, *_NTH_WEEKDAY], key=len, reverse=True)
)
_FEAST = rf"(?P<eve>eve of )?(?P<feast>{'|'.join(FEAST_NAMES)})"
FEASTS: tuple[Framed, ...] = (
    (re.compile(rf"{_FEAST}(?P<week> week)?(?: this year| last year)?"), _feast),
)
FEASTS_OF_YEAR = (
    (re.compile(rf"{_FEAST}(?: of)? (?P<year>1[6-9]\d\d|20\d\d)"), _feast_of_year),
)
