"""Spans that are no month and no year: quarters, halves, centuries, numbered weeks."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from onrecord.extract.dates.calendar import (
    Frame,
    month_range,
    months_away,
    week_range,
    year_range,
)
from onrecord.extract.dates.vocabulary import YEAR
from onrecord.model import DateRange

if TYPE_CHECKING:
    from onrecord.extract.dates.absolute import Fixed, Framed, Match

QUARTER, HALF = 3, 6  # months
_ORDER = {
    "first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4,
    "4th": 4, "final": 4,
}  # fmt: skip
_CENTURIES = {
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20,
    "twenty first": 21,
}  # fmt: skip
_DECADES = {
    "thirties": 1930, "forties": 1940, "fifties": 1950, "sixties": 1960,
    "seventies": 1970, "eighties": 1980, "nineties": 1990,
}  # fmt: skip


def _months(year: int, first: int, length: int) -> DateRange:
    """So many months from the first; known to the month, no sharper."""
    start = date(year, first, 1)
    return DateRange(start, month_range(*months_away(start, length - 1)).end, "month")


def _quarter(match: Match) -> DateRange:
    which = int(match["digit"] or _ORDER[match["order"]])
    return _months(int(match["year"]), QUARTER * (which - 1) + 1, QUARTER)


def _half(match: Match) -> DateRange:
    is_second = match["half"] != "first"
    return _months(int(match["year"]), HALF * is_second + 1, HALF)


def _iso_week(match: Match) -> DateRange | None:
    year, week = int(match["year"]), int(match["week"])
    try:
        return week_range(date.fromisocalendar(year, week, 1))
    except ValueError:  # a year of 52 weeks has no 53rd
        return None


def _century(match: Match) -> DateRange:
    which = match["century"]
    number = _CENTURIES[which] if which in _CENTURIES else int(which[:2])
    return year_range(number * 100 - 99, number * 100)


def _decade(match: Match) -> DateRange:
    """A decade of the twentieth century by two digits or by its name."""
    name = match["decade"]
    first = _DECADES[name] if name in _DECADES else 1900 + int(name[:2])
    return year_range(first, first + 9)


def _near_quarter(match: Match, frame: Frame) -> DateRange:
    """A quarter of no year: the latest that has begun, or the next."""
    which = match["order"]
    own = (frame.day.month - 1) // QUARTER
    if which in {"last", "previous", "past", "this", "current", "next", "coming"}:
        step = {"this": 0, "current": 0, "next": 1, "coming": 1}.get(which, -1)
    else:
        back = (own + 1 - _ORDER[which]) % 4
        step = (4 - back) % 4 if frame.looks_ahead else -back
    edge = date(frame.day.year, QUARTER * own + 1, 1)
    year, month = months_away(edge, step * QUARTER)
    return _months(year, month, QUARTER)


def _near_half(match: Match, frame: Frame) -> DateRange:
    """A half of the year that a word places, else the latest that has begun."""
    first = HALF * (match["half"] != "first") + 1
    which = match["which"]
    shift = {"last": -1, "next": 1}.get(which or "", 0)
    if which is None and not frame.looks_ahead and first > frame.day.month:
        shift = -1
    return _months(frame.day.year + shift, first, HALF)


_EITHER = "|".join(_ORDER)
_LOOSE = r"(?:early |late |mid |beginning of |start of |middle of |end of )?(?:the )?"
FIXED_SPANS: tuple[Fixed, ...] = tuple(
    (re.compile(pattern), handler)
    for pattern, handler in (
        (rf"(?:(?P<order>{_EITHER}) quarter|q(?P<digit>[1-4])) (?:of )?(?:fiscal )?(?:year )?{YEAR}", _quarter),  # noqa: E501 - one pattern a line
        (rf"(?P<half>first|second|latter) half (?:of )?{YEAR}", _half),
        (r"(?P<year>\d{4})-?w(?P<week>\d\d)", _iso_week),
        (rf"(?:calendar )?week (?P<week>\d\d?) (?:of )?{YEAR}", _iso_week),
        (rf"{_LOOSE}(?P<century>1[6-9]th|20th|21st|{'|'.join(_CENTURIES)}) century", _century),  # noqa: E501 - one pattern a line
        (rf"{_LOOSE}'?(?P<decade>[3-9]0s|{'|'.join(_DECADES)})", _decade),
        (rf"fy ?{YEAR}", lambda match: year_range(int(match["year"]))),
    )
)  # fmt: skip
_PLACED = "last|previous|past|this|current|next|coming"
FRAMED_SPANS: tuple[Framed, ...] = tuple(
    (re.compile(pattern), handler)
    for pattern, handler in (
        (rf"(?P<order>{_EITHER}|{_PLACED}) quarter", _near_quarter),
        (r"(?P<half>first|second|latter) half of (?:the )?(?:(?P<which>last|this|next) )?year", _near_half),  # noqa: E501 - one pattern a line
    )
)  # fmt: skip
