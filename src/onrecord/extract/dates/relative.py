"""Words that need the article's day: "on Friday", "last month", "two days ago"."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from onrecord.extract.dates.calendar import (
    DAY,
    DAYS_A_WEEK,
    Frame,
    day_range,
    month_range,
    months_away,
    season_range,
    week_range,
    weekday_near,
    year_range,
)
from onrecord.extract.dates.vocabulary import (
    COUNT,
    DAY_PART,
    SEASON,
    SEASONS,
    UNIT,
    WEEKDAY,
    WEEKDAY_NUMBER,
    count_of,
)
from onrecord.model import DateRange

if TYPE_CHECKING:
    from onrecord.extract.dates.absolute import Framed, Match

SHARP_WEEKS = 4  # "three weeks ago" counts back to the day, "six weeks ago" does not
_SATURDAY = 5


def _today(_match: Match, frame: Frame) -> DateRange:
    return day_range(frame.day)


def _yesterday(_match: Match, frame: Frame) -> DateRange:
    return day_range(frame.day - DAY)


def _tomorrow(_match: Match, frame: Frame) -> DateRange:
    return day_range(frame.day + DAY)


def _two_days(match: Match, frame: Frame) -> DateRange:
    return day_range(frame.day + (-2 if match["way"] == "before" else 2) * DAY)


def _weekday(match: Match, frame: Frame) -> DateRange:
    """A weekday; "last Friday" on a Friday is a week back, "next" one lies ahead."""
    weekday, which = WEEKDAY_NUMBER[match["weekday"]], match["which"] or ""
    if which in {"last", "past", "previous"}:
        return day_range(weekday_near(weekday, Frame(frame.day - DAY, "past")))
    if which in {"next", "coming", "following"}:
        return day_range(weekday_near(weekday, Frame(frame.day + DAY, "future")))
    return day_range(weekday_near(weekday, frame))


def _weekday_of_week(match: Match, frame: Frame) -> DateRange:
    """A weekday of a week named: "Friday last week"."""
    weeks = {"last": -1, "previous": -1, "next": 1, "following": 1}.get(
        match["which"], 0
    )
    monday = week_range(frame.day + weeks * DAYS_A_WEEK * DAY).start
    return day_range(monday + WEEKDAY_NUMBER[match["weekday"]] * DAY)


def _away(match: Match, frame: Frame) -> DateRange | None:
    """So many units from the frame's day, as sharp as the unit."""
    count = count_of(match["count"])
    if count is None:
        return None
    back = match["way"] in {"ago", "earlier", "before", "back", "previously", "prior"}
    return _shifted(frame.day, -count if back else count, match["unit"])


def _in_units(match: Match, frame: Frame) -> DateRange | None:
    count = count_of(match["count"])
    return None if count is None else _shifted(frame.day, count, match["unit"])


def _shifted(day: date, count: int, unit: str) -> DateRange | None:
    if unit == "hour":
        return day_range(day) if abs(count) <= DAYS_A_WEEK else None
    if unit in {"day", "night"}:
        return day_range(day + count * DAY)
    if unit in {"week", "fortnight"}:
        return _weeks(day, count * (2 if unit == "fortnight" else 1))
    if unit == "month":
        return month_range(*months_away(day, count))
    years = count * (10 if unit == "decade" else 1)
    if unit == "decade":
        return year_range(day.year + years - 1, day.year + years + 1)
    return year_range(day.year + years)


def _weeks(day: date, count: int) -> DateRange:
    there = day + count * DAYS_A_WEEK * DAY
    return day_range(there) if abs(count) <= SHARP_WEEKS else week_range(there)


def _this_unit(match: Match, frame: Frame) -> DateRange:
    """A whole unit: "last month", "next year", "earlier this week"."""
    step = {
        "last": -1, "previous": -1, "past": -1, "preceding": -1,
        "next": 1, "coming": 1, "following": 1,
    }.get(match["which"] or "", 0)  # fmt: skip
    if match["unit"] == "week":
        return week_range(frame.day + step * DAYS_A_WEEK * DAY)
    if match["unit"] == "month":
        return month_range(*months_away(frame.day, step))
    if match["unit"] == "decade":
        first = frame.day.year // 10 * 10 + step * 10
        return year_range(first, first + 9)
    return year_range(frame.day.year + step)


def _weekend(match: Match, frame: Frame) -> DateRange:
    """Saturday and Sunday: the latest that has begun, unless the words look ahead."""
    saturday = weekday_near(_SATURDAY, Frame(frame.day, frame.tense or "past"))
    in_it = frame.day.weekday() >= _SATURDAY
    if match["which"] in {"last", "past", "previous"} and in_it:
        saturday -= DAYS_A_WEEK * DAY
    if match["which"] in {"next", "coming"}:
        saturday = weekday_near(_SATURDAY, Frame(frame.day + DAY, "future"))
    return day_range(saturday, saturday + DAY)


def _past_units(match: Match, frame: Frame) -> DateRange | None:
    """So many units up to the frame's day: "the past 24 hours"."""
    count = count_of(match["count"])
    if count is None:
        return None
    ahead = match["which"] in {"next", "coming"}
    edge = _edge(frame.day, count if ahead else -count, match["unit"])
    precision = {"year": "year", "decade": "year", "month": "month", "week": "week"}
    sharp = precision.get(match["unit"], "day")
    first, last = sorted((edge, frame.day))
    return DateRange(first, last, sharp)  # type: ignore[arg-type]  # values of the table


def _edge(day: date, count: int, unit: str) -> date:
    if unit == "hour":
        days = max(1, abs(count) // 24)
        return day + (days if count > 0 else -days) * DAY
    if unit in {"month", "year", "decade"}:
        months = count * {"month": 1, "year": 12, "decade": 120}[unit]
        return month_range(*months_away(day, months)).start
    days = count * {"week": 7, "fortnight": 14}.get(unit, 1)
    return day + days * DAY


def _season(match: Match, frame: Frame) -> DateRange:
    """The season that has begun latest, or the next: "last winter"."""
    first_month, which = SEASONS[match["season"]], match["which"] or ""
    year, day = frame.day.year, frame.day
    begun = date(year, first_month, 1) <= day
    if which == "next" or frame.looks_ahead:
        return season_range(year + begun, first_month)
    runs = which == "last" and season_range(year, first_month).end >= day
    is_ahead = not begun and (which != "this" or frame.tense is not None)
    return season_range(year - (is_ahead or runs), first_month)


def _edge_of_unit(match: Match, frame: Frame) -> DateRange:
    if match["unit"] == "month":
        return month_range(frame.day.year, frame.day.month)
    return year_range(frame.day.year)


_WHICH = r"(?P<which>last|past|previous|preceding|this|current|next|coming|following)"
_LOOSE = r"(?:earlier |later |early |late |mid |sometime |end of |beginning of |start of )?(?:in )?(?:the )?"  # noqa: E501 - one pattern a line
RELATIVE: tuple[Framed, ...] = tuple(
    (re.compile(pattern), handler)
    for pattern, handler in (
        (rf"(?:early |late |later |earlier )?(?:today|tonight|this {DAY_PART}|same day|that (?:same )?day)", _today),  # noqa: E501 - one pattern a line
        (rf"(?:early |late |later |earlier )?(?:yesterday(?: {DAY_PART})?|overnight|last (?:night|evening)|(?:previous|preceding|prior) (?:day|night|evening)|day (?:before|earlier)|(?:night|evening) (?:before|earlier))", _yesterday),  # noqa: E501 - one pattern a line
        (rf"tomorrow(?: {DAY_PART})?|(?:next|following) (?:day|{DAY_PART})|(?:day|morning) (?:after|later)", _tomorrow),  # noqa: E501 - one pattern a line
        # Hours that nobody counts are those of the article's day.
        (r"(?:(?:a few|some|several) )?(?:minutes|moments|hours) ago|(?:past|last) (?:(?:few|several) )?(?:minutes|hours)", _today),  # noqa: E501 - one pattern a line
        (r"day (?P<way>before) yesterday|day after tomorrow", _two_days),
        (rf"(?:early |late |later )?(?:{_WHICH} )?{WEEKDAY}(?: {DAY_PART})?", _weekday),
        (rf"{WEEKDAY} (?:of )?{_WHICH} week", _weekday_of_week),
        (rf"{COUNT}(?: more| full| or so)? {UNIT} (?P<way>ago|earlier|before|back|previously|prior|later|after|from now|hence)", _away),  # noqa: E501 - one pattern a line
        (rf"(?:{_LOOSE}){_WHICH} (?P<unit>week|month|year|decade)", _this_unit),
        (rf"(?:{_WHICH} )?weekend", _weekend),
        (rf"{_WHICH} {COUNT} {UNIT}", _past_units),
        (rf"{_LOOSE}(?:{_WHICH} )?{SEASON}", _season),
        (rf"(?:{_LOOSE})(?:full )?(?P<unit>year|month)", _edge_of_unit),
        (r"(?P<unit>year)[- ]end|(?:current )?fiscal year", _edge_of_unit),
        (rf"(?:with)?in {COUNT} {UNIT}", _in_units),
    )
)  # fmt: skip
