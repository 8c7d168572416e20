"""Times as pages print them, read no sharper than they are."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache, lru_cache
from importlib.resources import files

from onrecord.model import Moment

Read = Callable[[re.Match[str], str], Moment | None]

MONTHS_FILE = "month_names.toml"
DIGIT = re.compile(r"\d")
YEAR = re.compile(r"(?:19|20)\d\d")
# Arabic, Persian, Devanagari and wide figures, each to its own in ASCII.
FIGURES = {
    zero + figure: str(figure)
    for zero in (0x660, 0x6F0, 0x966, 0xFF10)
    for figure in range(10)
}
ISO = re.compile(
    r"\b(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)(?:-(?P<day>\d\d))?(?!\d)"
    r"(?:(?:T|\s+)(?P<time>\d{1,2}:\d\d(?::\d\d)?)(?:[.,]\d+)?\s*(?P<zone>Z|UTC|GMT|[+-]\d\d:?\d\d)?)?"
)
CLOCK = re.compile(
    r"(?<![\d:.])(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d\d)(?::(?P<second>\d\d))?)?"
    r"\s*(?P<half>[ap]\.?\s?m\b\.?)?(?P<oclock>\s*(?:uhr|hrs?|hours|h)\b)?"
    r"\s*(?P<zone>(?:UTC|GMT)(?:\s?[+-]\d{1,2}(?::?\d\d)?)?|Z\b|[+-]\d\d:?\d\d\b)?",
    re.I,
)
NUMERIC = re.compile(
    r"(?<![\d./-])(?P<first>\d{1,2})(?P<mark>[./-])(?P<second>\d{1,2})(?P=mark)"
    r"(?P<year>(?:19|20)\d\d|(?<=[./])[0-4]\d)(?![\d./-])"
)
YEAR_FIRST = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d\d)\s?[./年년]\s?(?P<month>\d{1,2})\s?[./月월]\s?"
    r"(?P<day>\d{1,2})(?:[日일])?(?!\d)"
)
CENTURY = 2000  # of a year in two figures: pages are younger than that
MAX_SHORT_YEAR = 50
ADDRESS = re.compile(
    r"/(?P<year>(?:19|20)\d\d)(?P<mark>[/-]?)(?P<month>0[1-9]|1[0-2]|[1-9](?!\d))"
    r"(?P=mark)(?P<day>[0-3]\d|[1-9](?!\d))(?!\d)"
)
AGO = re.compile(
    r"\b(?:(?:vor|hace|il y a|h\u00e1)\s+)?(?P<count>\d{1,3}|an?|one)\s*"
    r"(?P<unit>min(?:ute)?s?|minuten?|minutos?|h(?:(?:ou)?rs?)?|stunden?|heures?|horas?"
    r"|d(?:ays?)?|tage?n?|jours?|d\u00edas?|dias?)\b(?P<ago>\s+ago\b)?",
    re.I,
)
BEFORE_AGO = re.compile(r"vor|hace|il y a|h\u00e1", re.I)
HOURS_A_DAY = 24
CLOCK_REACH = 40  # characters after the date in which its clock time stands
MONTHS_A_YEAR = 12
NOON = 12


@dataclass(frozen=True, slots=True)
class Printed:
    """A time, and which characters of the words say it."""

    moment: Moment
    start: int
    end: int


def read_moment(words: str) -> Moment | None:
    """The first time these words give; None when they give none.

    A date that may be read day first or month first is known by its year alone.

    >>> str(read_moment("Updated 26 Sep 2025 22:17 GMT+3"))
    '2025-09-26T22:17+03:00'
    >>> str(read_moment("03/04/2025")), str(read_moment("23/04/2025"))
    ('2025', '2025-04-23')
    """
    found = find_moment(words) if DIGIT.search(words) else None
    return found.moment if found else None


@lru_cache(maxsize=4096)
def find_moment(words: str, *, day_first: bool = False) -> Printed | None:
    """The first time these words give, and where its date stands.

    `day_first`: their language writes the day before the month, as all but English do.
    """
    if not DIGIT.search(words):
        return None
    if not words.isascii():
        words = words.translate(FIGURES)
    patterns = _patterns(day_first=day_first)
    for pattern, read in patterns if YEAR.search(words) else patterns[-1:]:
        match = pattern.search(words)
        if match:
            moment = read(match, words)
            return Printed(moment, match.start(), match.end()) if moment else None
    return None


def address_moment(address: str) -> Moment | None:
    """The day that the path of an address tells; None when it tells none.

    >>> str(address_moment("https://post.example/2025/05/03/rain"))
    '2025-05-03'
    """
    match = ADDRESS.search(address)
    if match is None:
        return None
    return _day(int(match["year"]), int(match["month"]), int(match["day"]))


def moment_ago(words: str, captured_at: datetime) -> Moment | None:
    """The day that words such as "3 hours ago" tell, in the zone of the capture.

    >>> str(moment_ago("3 hours ago", datetime(2025, 5, 3, 1, 0, tzinfo=UTC)))
    '2025-05-02+00:00'
    """
    match = AGO.search(words)
    if match is None or not (match["ago"] or BEFORE_AGO.match(match[0])):
        return None
    count = int(match["count"]) if match["count"].isdigit() else 1
    unit = match["unit"][0].casefold()
    hours = {"m": count / 60, "d": count * HOURS_A_DAY, "t": count * HOURS_A_DAY}
    hours["j"] = hours["d"]
    told = captured_at.astimezone(UTC) - timedelta(hours=hours.get(unit, count))
    return Moment(told.date().isoformat(), "day", "+00:00")


@cache
def _patterns(*, day_first: bool) -> tuple[tuple[re.Pattern[str], Read], ...]:
    """Every form of a date, and how it is read.

    Only the last may give the year in two figures.
    """
    return (
        (ISO, _iso),
        *((pattern, _written) for pattern in _named()),
        (YEAR_FIRST, _written),
        (NUMERIC, _day_first if day_first else _numeric),
    )


@cache
def _months() -> dict[str, int]:
    """Month names to numbers."""
    text = files("onrecord").joinpath("data", MONTHS_FILE).read_text("utf-8")
    table = tomllib.loads(text)
    return {name: int(number) for number, names in table.items() for name in names}


@cache
def _month_number(name: str) -> int:
    """The number of a month by its name in any case."""
    folded = {known.casefold(): number for known, number in _months().items()}
    return folded[name.casefold()]


@cache
def _named() -> tuple[re.Pattern[str], ...]:
    """Day before month, month before day, and the year before both."""
    names = "|".join(sorted(_months(), key=len, reverse=True))
    month = rf"(?<!\w)(?P<month>{names})(?!\w)\.?"
    day = r"(?<!\d)(?P<day>\d{1,2})(?:st|nd|rd|th|er|º|\.)?"
    year = r"(?P<year>(?:19|20)\d\d)(?!\d)"
    return (
        re.compile(
            rf"{day}(?:\s+of|\s+de)?[\s/-]+{month}(?:\s+de)?[\s,/-]+{year}", re.I
        ),
        re.compile(rf"{month}\s+{day}\s*,?\s+{year}", re.I),
        re.compile(rf"(?<!\d){year}\.?(?:\s+m\.)?\s+{month}\s+{day}(?!\d)", re.I),
    )


def _written(match: re.Match[str], words: str) -> Moment | None:
    """A date with the name of its month, or with its year first."""
    month = match["month"]
    number = int(month) if month.isdigit() else _month_number(month)
    return _dated(int(match["year"]), number, int(match["day"]), words, match)


def _iso(match: re.Match[str], _words: str) -> Moment | None:
    """A time written as ISO 8601 has it."""
    year, month = int(match["year"]), int(match["month"])
    if not 1 <= month <= MONTHS_A_YEAR:
        return None
    if match["day"] is None:
        return Moment(f"{year:04}-{month:02}", "month")
    day = _day(year, month, int(match["day"]))
    if day is None or not match["time"]:
        return day
    hour, _, rest = match["time"].partition(":")
    minute, _, second = rest.partition(":")
    return _timed(day, int(hour), minute, second or None, match["zone"])


def _day(year: int, month: int, day: int) -> Moment | None:
    """A calendar day; None when the calendar has no such day."""
    try:
        return Moment(date(year, month, day).isoformat(), "day")
    except ValueError:
        return None


def _dated(
    year: int, month: int, day: int, words: str, match: re.Match[str]
) -> Moment | None:
    """A day, with the clock time that stands beside it."""
    told = _day(year, month, day)
    if told is None:
        return None
    after = words[match.end() : match.end() + CLOCK_REACH]
    before = words[max(0, match.start() - CLOCK_REACH) : match.start()]
    clock = _clock(after) or _clock(before)
    if clock is None:
        return told
    hour = int(clock["hour"])
    if clock["half"]:
        hour = hour % NOON + (NOON if clock["half"][0] in "pP" else 0)
    return _timed(told, hour, clock["minute"] or "00", clock["second"], clock["zone"])


def _clock(words: str) -> re.Match[str] | None:
    """The first thing here that can only be a time of day."""
    for match in CLOCK.finditer(words):
        is_clock = match["half"] or (
            match["minute"] and (":" in match[0] or match["oclock"])
        )
        if is_clock:
            return match
    return None


def _timed(
    day: Moment, hour: int, minute: str, second: str | None, zone: str | None
) -> Moment:
    """The day with its time; a full minute's seconds say nothing and are left out."""
    if not (0 <= hour < 2 * NOON and int(minute) < 60 and int(second or 0) < 60):  # noqa: PLR2004 - minutes and seconds
        return day
    told = f"{day.iso}T{hour:02}:{minute}"
    offset = _offset(zone)
    if second and second != "00":
        return Moment(f"{told}:{second}", "second", offset)
    return Moment(told, "minute", offset)


def _offset(zone: str | None) -> str | None:
    """The offset from UTC as ±HH:MM; None when the words give none."""
    if not zone:
        return None
    match = re.search(r"([+-])(\d{1,2}):?(\d\d)?$", zone)
    if match is None:
        return "+00:00"
    return f"{match[1]}{int(match[2]):02}:{match[3] or '00'}"


def _numeric(match: re.Match[str], words: str) -> Moment | None:
    """A date in figures; dots put the day first, other marks may not."""
    first, second = int(match["first"]), int(match["second"])
    is_open = first != second and max(first, second) <= MONTHS_A_YEAR
    if match["mark"] != "." and is_open:
        return Moment(f"{_year(match):04}", "year")
    return _day_first(match, words)


def _day_first(match: re.Match[str], words: str) -> Moment | None:
    """A date in figures, its day first unless only the second can be a day."""
    first, second = int(match["first"]), int(match["second"])
    day, month = (second, first) if second > MONTHS_A_YEAR else (first, second)
    return _dated(_year(match), month, day, words, match)


def _year(match: re.Match[str]) -> int:
    year = int(match["year"])
    return year + CENTURY if year < MAX_SHORT_YEAR else year
