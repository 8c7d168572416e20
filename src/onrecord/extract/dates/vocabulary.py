"""The words of the calendar, and the pieces patterns are built from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.extract.numbers import SCALES, SMALL, UNITS, parse_number

if TYPE_CHECKING:
    from collections.abc import Iterable

MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august",
    "september", "october", "november", "december",
)  # fmt: skip
WEEKDAYS = (
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
)  # fmt: skip
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
DAY_PARTS = (
    "morning", "afternoon", "evening", "night", "noon", "midday", "midnight", "dawn",
    "dusk", "daybreak", "lunchtime", "sunset", "sunrise",
)  # fmt: skip

MONTH_NUMBER = {name: at for at, name in enumerate(MONTHS, start=1)} | {
    name[:3]: at for at, name in enumerate(MONTHS, start=1)
}
MONTH_NUMBER["sept"] = 9
WEEKDAY_NUMBER = {name: at for at, name in enumerate(WEEKDAYS)}
WEEKDAY_NUMBER |= {name[:3]: at for at, name in enumerate(WEEKDAYS)}
WEEKDAY_NUMBER |= {"tues": 1, "thur": 3, "thurs": 3}


def _either(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


MONTH = rf"(?P<month>{_either(MONTH_NUMBER)})"
WEEKDAY = rf"(?P<weekday>{_either(WEEKDAY_NUMBER)})"
DAY_NUMBER = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
YEAR = r"(?P<year>1[5-9]\d\d|20\d\d|21\d\d)"
_NUMBER_WORD = _either([*SMALL, *SCALES])
COUNT = rf"(?P<count>\d{{1,3}}|an?|(?:{_NUMBER_WORD})(?: (?:{_NUMBER_WORD}))*)"
UNIT = r"(?P<unit>hour|day|night|week|fortnight|month|year|decade)s?"
SEASON = rf"(?P<season>{_either(SEASONS)})"
DAY_PART = rf"(?:{_either(DAY_PARTS)})"


def count_of(words: str) -> int | None:
    """The number in "two days", "a week", "21 years"; None for what is no number."""
    return 1 if words in {"a", "an"} else parse_number(words)


def spelled_year(words: str) -> int | None:
    """The year in words: "nineteen ninety six", "two thousand".

    >>> spelled_year("nineteen ninety six"), spelled_year("two thousand")
    (1996, 2000)
    """
    first, _, rest = words.partition(" ")
    if first in {"eighteen", "nineteen", "twenty"} and rest:
        tail = parse_number(rest)
        if tail is not None and 10 <= tail < 100:  # noqa: PLR2004 - two digits
            century = UNITS.index(first) if first in UNITS else 20
            return century * 100 + tail
    whole = parse_number(words)
    return whole if whole and 1500 <= whole < 2200 else None  # noqa: PLR2004 - years


_TIME = re.compile(
    r"\b(?:at |around |about |by |from )?(?:\d{1,2}(?::\d\d){1,2}\s*(?:[ap]\.?m\b\.?)?"
    r"|\d{1,2}\s*[ap]\.?m\b\.?|\d{4} ?(?:hours|hrs))"
    r"(?:\s*(?:gmt|utc|est|edt|cet|bst|pst|ist|local time)\b)?"
)
_LEAD = re.compile(
    rf"^(?!(?:with)?in {COUNT} {UNIT}$)"
    r"(?:(?:shortly|soon|just|sometime|some time|back|all) )?"
    r"(?:on|in|at|by|from|since|during|over|for|of|until|till|through|throughout|"
    r"within|around|about|before|after|as of|dated|near|nearly|almost|roughly|some|"
    r"approximately)\b ?(?:about |around |nearly |almost )?(?:the )?"
)
_PART = re.compile(rf"\b(?:(?:early|late|mid) )?{DAY_PART}\b")


def folded(expression: str) -> str:
    """The expression as the patterns read it: lower case, no times, no lead-in.

    >>> folded("On Thursday, Aug. 14, 2025"), folded("at 9 a.m. Tuesday")
    ('thursday aug 14 2025', 'tuesday')
    """
    text = expression.casefold().replace("\u2019", "'").replace("'s", "")
    text = re.sub(r"[\u2010-\u2015]", "-", text)
    text = _TIME.sub(" ", text)
    text = re.sub(r"(?<=[a-z])\.|,|\(|\)|\bo'clock\b", " ", text)
    text = re.sub(r"\bmid-", "mid ", text)
    text = re.sub(r"(?<=[a-z])-(?=[a-z])", " ", text)
    text = " ".join(text.split())
    before = None
    while before != text:
        before, text = text, _LEAD.sub("", text)
    return re.sub(r"^(?:the )", "", text).strip()


def without_part(text: str) -> str:
    """The folded words without the part of the day.

    >>> without_part("early saturday"), without_part("sunday night")
    ('saturday', 'sunday')
    """
    bare = _PART.sub(" ", text)
    bare = re.sub(r"^(?:(?:very )?(?:early|late|mid)) |\b(?:on|of|the|in)\b", " ", bare)
    return " ".join(bare.split())
