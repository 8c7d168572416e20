"""Calendar dates: "14 August 2025", "March 13", "in March", "2017", "the 12th"."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from onrecord.extract.dates.calendar import (
    DAY,
    MONTHS_A_YEAR,
    Frame,
    day_of_month,
    day_range,
    is_date,
    month_near,
    month_range,
    months_away,
    season_range,
    year_range,
)
from onrecord.extract.dates.vocabulary import (
    DAY_NUMBER,
    MONTH,
    MONTH_NUMBER,
    SEASON,
    SEASONS,
    WEEKDAY,
    WEEKDAY_NUMBER,
    YEAR,
    spelled_year,
)
from onrecord.model import DateRange

Match = re.Match[str]
Fixed = tuple[re.Pattern[str], Callable[[Match], DateRange | None]]
Framed = tuple[re.Pattern[str], Callable[[Match, Frame], DateRange | None]]

_LAST_DAY = r"(?P<last>[0-3]?\d)(?:st|nd|rd|th)?"
_TO = r" ?(?:-|to|and|until|through) ?"
_FREE = r"(?:early |late |mid |beginning of |start of |middle of |end of |dawn of )?"


def _numeric(match: Match) -> DateRange | None:
    year, month, day = (int(match[name]) for name in ("year", "month", "day"))
    return day_range(date(year, month, day)) if is_date(year, month, day) else None


def _slashed(match: Match) -> DateRange | None:
    """Day and month by slashes; read both ways, the year alone is known."""
    first, second, year = (int(match[at]) for at in (1, 2, 3))
    readings = {
        date(year, month, day)
        for day, month in ((first, second), (second, first))
        if is_date(year, month, day)
    }
    if len(readings) > 1:
        return year_range(year)
    return day_range(readings.pop()) if readings else None


def _full(match: Match) -> DateRange | None:
    year, month = int(match["year"]), MONTH_NUMBER[match["month"]]
    day = int(match["day"])
    return day_range(date(year, month, day)) if is_date(year, month, day) else None


def _full_days(match: Match) -> DateRange | None:
    first = _full(match)
    year, month = int(match["year"]), MONTH_NUMBER[match["month"]]
    if first is None or not is_date(year, month, int(match["last"])):
        return first
    return _days(first.start, int(match["last"]), is_night=bool(match["night"]))


def _days(first: date, last: int, *, is_night: bool) -> DateRange:
    """Days of one month; "the night of 3-4 May" is the night that 3 May begins."""
    end = first.replace(day=last)
    return day_range(first) if is_night or end < first else day_range(first, end)


def _month_of_year(match: Match) -> DateRange:
    return month_range(int(match["year"]), MONTH_NUMBER[match["month"]])


def _year(match: Match) -> DateRange:
    return year_range(int(match["year"]))


def _years(match: Match) -> DateRange | None:
    first, last = int(match["year"]), int(match["last"])
    last = last if last > 99 else first // 100 * 100 + last  # noqa: PLR2004 - "2019-21"
    return year_range(first, last) if last > first else None


def _decade(match: Match) -> DateRange:
    first = int(match["year"][:3]) * 10
    return year_range(first, first + 9)


def _spelled(match: Match) -> DateRange | None:
    year = spelled_year(match["words"])
    if year is None:
        return None
    month = match["month"]
    return month_range(year, MONTH_NUMBER[month]) if month else year_range(year)


def _season_of_year(match: Match) -> DateRange:
    year, season = int(match["year"]), SEASONS[match["season"]]
    return season_range(year, season) if year < date.max.year else year_range(year)


_ANY_WEEKDAY = rf"(?:{WEEKDAY} )?"
FIXED: tuple[Fixed, ...] = tuple(
    (re.compile(pattern), handler)
    for pattern, handler in (
        (r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?:t.*)?", _numeric),
        (r"(\d{1,2})[/.](\d{1,2})[/.](\d{4})", _slashed),
        (rf"(?P<night>night of )?{DAY_NUMBER}{_TO}{_LAST_DAY} {MONTH} {YEAR}", _full_days),  # noqa: E501 - one pattern a line
        (rf"(?P<night>night of )?{MONTH} {DAY_NUMBER}{_TO}{_LAST_DAY} {YEAR}", _full_days),  # noqa: E501 - one pattern a line
        (rf"{_FREE}{_ANY_WEEKDAY}{DAY_NUMBER} (?:of )?{MONTH} {YEAR}", _full),
        (rf"{_FREE}{_ANY_WEEKDAY}{MONTH} {DAY_NUMBER} {YEAR}(?: {WEEKDAY.replace('weekday', 'after')})?", _full),  # noqa: E501 - one pattern a line
        (rf"{_FREE}{MONTH} (?:of )?{YEAR}", _month_of_year),
        (rf"{_FREE}(?:the )?(?:fiscal |calendar )?(?:year )?{YEAR}", _year),
        (rf"(?:between )?{YEAR}{_TO}(?P<last>\d\d(?:\d\d)?)", _years),
        (rf"{_FREE}(?:the )?{YEAR}s", _decade),
        (rf"{_FREE}{SEASON} (?:of )?{YEAR}", _season_of_year),
        (rf"(?:{MONTH} )?(?:the )?(?:year )?(?P<words>(?:eighteen|nineteen|twenty|two thousand)(?: [a-z]+)*)", _spelled),  # noqa: E501 - one pattern a line
    )
)  # fmt: skip


def _day_month(match: Match, frame: Frame) -> DateRange | None:
    month, day = MONTH_NUMBER[match["month"]], int(match["day"])
    found = day_of_month(month, day, frame)
    if found is None or not match["weekday"]:
        return day_range(found) if found else None
    return day_range(_on_weekday(found, WEEKDAY_NUMBER[match["weekday"]], frame))


def _on_weekday(found: date, weekday: int, frame: Frame) -> date:
    """The same day of a neighbouring year where the weekday fits, else as found."""
    for years in (0, -1, 1):
        year = found.year + years
        if not is_date(year, found.month, found.day):
            continue
        near = found.replace(year=year)
        too_late = frame.tense == "past" and near > frame.day
        too_early = frame.tense == "future" and near < frame.day
        if near.weekday() == weekday and not too_late and not too_early:
            return near
    return found


def _days_month(match: Match, frame: Frame) -> DateRange | None:
    month, last = MONTH_NUMBER[match["month"]], int(match["last"])
    first = day_of_month(month, int(match["day"]), frame)
    if first is None or not is_date(first.year, month, last):
        return day_range(first) if first else None
    return _days(first, last, is_night=bool(match["night"]))


def _months_days(match: Match, frame: Frame) -> DateRange | None:
    """Days across two months: "from May 30 to June 2"."""
    last = day_of_month(MONTH_NUMBER[match["month2"]], int(match["last"]), frame)
    if last is None:
        return None
    first = day_of_month(
        MONTH_NUMBER[match["month"]], int(match["day"]), Frame(last, "past")
    )
    return day_range(first, last) if first else day_range(last)


def _bare_month(match: Match, frame: Frame) -> DateRange:
    return month_near(MONTH_NUMBER[match["month"]], frame)


def _worded_month(match: Match, frame: Frame) -> DateRange:
    """A month placed by a word: "last May", "next April", "June last year"."""
    month, which = MONTH_NUMBER[match["month"]], match["which"]
    if match["year_word"]:
        shift = {"last": -1, "next": 1}.get(match["year_word"], 0)
        return month_range(frame.day.year + shift, month)
    if which == "this":
        return month_range(frame.day.year, month)
    if which == "next":
        return month_near(month, Frame(_month_edge(frame.day, 1), "future"))
    return month_near(month, Frame(_month_edge(frame.day, -1), "past"))


def _month_edge(day: date, months: int) -> date:
    return month_range(*months_away(day, months)).start


def _ordinal_day(match: Match, frame: Frame) -> DateRange | None:
    """Of "the 12th": this month's, else of the latest (or next) that fits."""
    day, step = int(match["day"]), 1 if frame.looks_ahead else -1
    for months in range(MONTHS_A_YEAR):
        year, month = months_away(frame.day, months * step)
        if is_date(year, month, day):
            found = date(year, month, day)
            if (found - frame.day) * step >= 0 * DAY:
                return day_range(found)
    return None


_WHICH = r"(?P<which>last|past|previous|this|next|coming)"
FRAMED: tuple[Framed, ...] = tuple(
    (re.compile(pattern), handler)
    for pattern, handler in (
        (rf"(?P<night>night of )?(?:between )?{DAY_NUMBER}{_TO}{_LAST_DAY} {MONTH}", _days_month),  # noqa: E501 - one pattern a line
        (rf"(?P<night>night of )?(?:between )?{MONTH} {DAY_NUMBER}{_TO}{_LAST_DAY}", _days_month),  # noqa: E501 - one pattern a line
        (rf"(?:between )?{MONTH} {DAY_NUMBER}{_TO}{MONTH.replace('month', 'month2')} {_LAST_DAY}", _months_days),  # noqa: E501 - one pattern a line
        (rf"{_FREE}{_ANY_WEEKDAY}{DAY_NUMBER} (?:of )?{MONTH}", _day_month),
        (rf"{_FREE}{_ANY_WEEKDAY}{MONTH} {DAY_NUMBER}", _day_month),
        (rf"{_FREE}{_WHICH} {MONTH}(?P<year_word>)", _worded_month),
        (rf"{_FREE}(?P<which>){MONTH} (?:of )?(?P<year_word>last|this|next) year", _worded_month),  # noqa: E501 - one pattern a line
        (rf"{_FREE}{MONTH}", _bare_month),
        (r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)", _ordinal_day),
    )
)  # fmt: skip
