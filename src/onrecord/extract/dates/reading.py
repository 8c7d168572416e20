"""A date with what speaks against it: kept as worded, marked doubtful."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from onrecord.extract.dates.calendar import DAY
from onrecord.extract.dates.holidays import is_by_the_moon
from onrecord.extract.dates.resolve import resolve_date
from onrecord.extract.dates.vocabulary import (
    MONTH,
    WEEKDAY,
    WEEKDAY_NUMBER,
    folded,
)
from onrecord.model import DateRange

if TYPE_CHECKING:
    from datetime import date

    from onrecord.extract.dates.calendar import Tense

Doubt = Literal[
    "no such day",
    "out of range",
    "another weekday",
    "after the article",
    "article dated ahead",
    "by the moon",
]
FIRST_YEAR, LAST_YEAR = 1800, 2100  # beyond these news tells no date, but a slip
_DAY_AND_MONTH = re.compile(
    rf"(?:{WEEKDAY} )?(?:\d{{1,2}}(?:st|nd|rd|th)? (?:of )?{MONTH}"
    rf"|{MONTH.replace('month', 'before')} \d{{1,2}}(?:st|nd|rd|th)?)(?: \d{{4}})?"
)
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_YEAR_ALONE = re.compile(rf"(?:(?:the )?year |{MONTH},? (?:of )?)?\d{{4}}")
_FAR_YEAR = re.compile(r"\b(?:1[0-7]\d\d|2[2-9]\d\d|[3-9]\d{3})\b")
_WEEKDAY = re.compile(rf"{WEEKDAY}\b")


@dataclass(frozen=True, slots=True)
class DateReading:
    """Words of a date as given, the days they mean, and what is doubtful about them.

    `days` is None where the words name no day, or need an article's day that nobody
    knows. A date in doubt may date no event and stand on no chart, save "by the
    moon": such a feast's `days` hold the day of doubt on either side.
    """

    words: str
    days: DateRange | None
    doubt: Doubt | None

    @property
    def is_sound(self) -> bool:
        """Whether the days may date an event."""
        return self.days is not None and self.doubt in {None, "by the moon"}


def read_date(
    expression: str,
    *,
    anchor: date | None,
    tense: Tense = None,
    captured: date | None = None,
) -> DateReading:
    """What an expression means on the day `anchor`, and what is doubtful about it.

    `captured` is the day the page was seen: an article dated later is in doubt itself,
    and so is all that is read from its day. Never raises, whatever the words.

    >>> read_date("31 February", anchor=None).doubt
    'no such day'
    """
    days = resolve_date(expression, anchor=anchor, tense=tense)
    words = folded(expression)
    doubt = _doubt_of_words(words, days) or _doubt_of_place(days, anchor, tense)
    if doubt is None and _is_read_from(expression, anchor, captured):
        doubt = "article dated ahead"
    if doubt is None and days is not None and is_by_the_moon(words):
        doubt = "by the moon"
    return DateReading(expression, days, doubt)


def _doubt_of_words(words: str, days: DateRange | None) -> Doubt | None:
    if days is None:
        is_day = _DAY_AND_MONTH.fullmatch(words) or _ISO_DAY.fullmatch(words)
        is_year = _YEAR_ALONE.fullmatch(words)
        if (is_day or is_year) and _FAR_YEAR.search(words):
            return "out of range"
        if is_day is None:
            return None
        return "no such day" if _is_impossible(words) else None
    named = _WEEKDAY.match(words)
    is_single = days.start == days.end
    if named and is_single and re.search(r"\d", words):
        fits = days.start.weekday() == WEEKDAY_NUMBER[named["weekday"]]
        return None if fits else "another weekday"
    return None


def _is_impossible(words: str) -> bool:
    """Whether no year has the day: read in a leap year, it is none either."""
    bare = re.sub(r"^[a-z]+day |^(?:mon|tue|wed|thu|fri|sat|sun)\w* ", "", words)
    year = re.search(r"\b\d{4}\b", bare)
    whole = bare if year else f"{bare} 2024"
    return resolve_date(whole, anchor=None) is None


def _doubt_of_place(
    days: DateRange | None, anchor: date | None, tense: Tense
) -> Doubt | None:
    if days is None:
        return None
    if days.start.year < FIRST_YEAR or days.end.year > LAST_YEAR:
        return "out of range"
    if anchor is not None and tense == "past" and days.start > anchor:
        return "after the article"
    return None


def _is_read_from(expression: str, anchor: date | None, captured: date | None) -> bool:
    """Whether the days hang on an article's day that lies ahead of its capture."""
    if anchor is None or captured is None or anchor <= captured + DAY:
        return False  # the other side of the date line is a day ahead
    return resolve_date(expression, anchor=None) is None
