"""Feast days by name, of the calendars in `feasts.toml`."""

from __future__ import annotations

import calendar
import re
import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from onrecord.extract.dates.calendar import (
    DAY,
    Frame,
    day_range,
    week_range,
    year_range,
)
from onrecord.extract.dates.calendars import (
    easter,
    hanukkah,
    hebrew_new_year,
    islamic_day,
    islamic_years,
    nowruz,
    orthodox_easter,
    passover,
)
from onrecord.model import DateRange

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from onrecord.extract.dates.absolute import Framed, Match

    Occurrences = Callable[[int], Iterator["Feast"]]

LONG = 20  # days; a feast so long is a month, known no sharper
_YEARS = range(1584, 9990)  # of the civil calendar, with room for neighbours
_SAMPLE_YEAR = 2020  # all tables have it


@dataclass(frozen=True, slots=True)
class Feast:
    """A feast as it falls once.

    `doubt` is how many days the calendar may be off, either way; `from_eve` whether it
    begins at sundown of the day before.
    """

    first: date
    days: int = 1
    doubt: int = 0
    from_eve: bool = False

    @property
    def span(self) -> DateRange:
        """The days it may lie on."""
        start = self.first - (self.doubt + self.from_eve) * DAY
        end = self.first + (self.days - 1 + self.doubt) * DAY
        return DateRange(start, end, "month" if self.days >= LONG else "day")

    @property
    def eve(self) -> DateRange:
        """The day before."""
        before = self.first - DAY
        return day_range(before - self.doubt * DAY, before + self.doubt * DAY)


def _nth_weekday(year: int, month: int, weekday: int, which: int) -> date:
    days = [
        week[weekday] for week in calendar.monthcalendar(year, month) if week[weekday]
    ]
    return date(year, month, days[which if which < 0 else which - 1])


def _fixed(month: int, day: int) -> Occurrences:
    return lambda year: iter([Feast(date(year, month, day))])


def _weekday(month: int, weekday: int, which: int) -> Occurrences:
    return lambda year: iter([Feast(_nth_weekday(year, month, weekday, which))])


def _from(base: Callable[[int], date], offset: int) -> Occurrences:
    return lambda year: iter([Feast(base(year) + offset * DAY)])


def _hebrew(base: Callable[[int], date], offset: int, days: int) -> Occurrences:
    return lambda year: iter([Feast(base(year) + offset * DAY, days, from_eve=True)])


def _islamic(month: int, day: int, days: int) -> Occurrences:
    def falls(year: int) -> Iterator[Feast]:
        for islamic in islamic_years(year):
            first = islamic_day(islamic, month, day)
            if first.year == year:
                yield Feast(first, days, doubt=1)

    return falls


def _table(first_year: int, days: str, doubt: int) -> Occurrences:
    by_year = {
        first_year + n: date.fromisoformat(f"{first_year + n}-{day}")
        for n, day in enumerate(days.split())
    }
    return lambda year: (
        Feast(by_year[n], doubt=doubt) for n in (year,) if n in by_year
    )


_BASES = {"easter": easter, "orthodox": orthodox_easter, "persian": nowruz}
_HEBREW = {"autumn": hebrew_new_year, "spring": passover, "winter": hanukkah}


@cache
def _feasts() -> dict[str, Occurrences]:
    """How each feast falls in a civil year; most do so once."""
    content = files("onrecord.data").joinpath("feasts.toml").read_text("utf-8")
    lists = tomllib.loads(content)
    found = {name: _fixed(*at) for name, at in lists["fixed"].items()}
    found |= {name: _weekday(*at) for name, at in lists["weekday"].items()}
    found |= {name: _islamic(*at) for name, at in lists["islamic"].items()}
    for key, base in _BASES.items():
        found |= {name: _from(base, offset) for name, offset in lists[key].items()}
    for key, base in _HEBREW.items():
        named = lists[f"hebrew_{key}"]
        found |= {name: _hebrew(base, *at) for name, at in named.items()}
    for table in lists["tables"].values():
        falls = _table(table["first_year"], table["days"], table["doubt"])
        found |= dict.fromkeys(table["names"], falls)
    return found


FEAST_NAMES = tuple(sorted(_feasts(), key=len, reverse=True))


def _falls(name: str, year: int) -> list[Feast]:
    return list(_feasts()[name](year)) if year in _YEARS else []


def is_by_the_moon(words: str) -> bool:
    """Whether the folded words name a feast whose day a calendar gives within a day.

    >>> is_by_the_moon("eve of eid al fitr"), is_by_the_moon("easter monday")
    (True, False)
    """
    named = _NAMED.search(words)
    return named is not None and any(
        feast.doubt for feast in _falls(named["feast"], _SAMPLE_YEAR)
    )


def _nearest(name: str, frame: Frame) -> Feast | None:
    """The feast nearest to the frame's day on the side its tense points to."""
    around = range(frame.day.year - 1, frame.day.year + 2)
    feasts = [feast for year in around for feast in _falls(name, year)]
    past = [feast for feast in feasts if feast.span.start <= frame.day]
    ahead = [feast for feast in feasts if feast.span.end >= frame.day]
    if frame.tense == "past":
        return past[-1] if past else None
    if frame.tense == "future":
        return ahead[0] if ahead else None
    return min(feasts, key=lambda f: abs(f.first - frame.day), default=None)


def _feast(match: Match, frame: Frame) -> DateRange | None:
    shift = {"last": -1, "this": 0}.get(match["which"] or "")
    if shift is not None:
        return _in_year(match, frame.day.year + shift)
    feast = _nearest(match["feast"], frame)
    return _told(feast, match) if feast else None


def _feast_of_year(match: Match) -> DateRange | None:
    return _in_year(match, int(match["year"]))


def _in_year(match: Match, year: int) -> DateRange | None:
    """The feast of a year; where the moon brings it twice, the year is all that is."""
    feasts = _falls(match["feast"], year)
    if len(feasts) > 1:
        return year_range(year)
    return _told(feasts[0], match) if feasts else None


def _told(feast: Feast, match: Match) -> DateRange:
    groups = match.groupdict()
    if groups["edge"] == "first":
        return Feast(feast.first, doubt=feast.doubt).span
    if groups["edge"] == "last":
        last = feast.first + (feast.days - 1) * DAY
        return Feast(last, doubt=feast.doubt).span
    if groups["eve"]:
        return feast.eve
    if groups.get("week"):
        return week_range(feast.first - DAY)  # Easter week leads up to the Sunday
    return feast.span


_FEAST = (
    r"(?:(?P<eve>eve of )|(?P<edge>first|last) day of |(?:holy )?"
    r"(?:month|feast|festival|start|beginning|end) of )?(?:the )?"
    rf"(?P<feast>{'|'.join(FEAST_NAMES)})"
    r"(?: holidays?| festival| celebrations)?"
)
_NAMED = re.compile(rf"\b(?P<feast>{'|'.join(FEAST_NAMES)})\b")
FEASTS: tuple[Framed, ...] = (
    (re.compile(rf"{_FEAST}(?P<week> week)?(?: (?P<which>this|last) year)?"), _feast),
)
FEASTS_OF_YEAR = (
    (re.compile(rf"{_FEAST}(?: of)? (?P<year>1[6-9]\d\d|20\d\d)"), _feast_of_year),
)
