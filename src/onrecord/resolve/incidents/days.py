"""When an event happened, as far as its report and the article's own day tell."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.model import DateRange, ReportText

Days = tuple[date, date]

DAY = timedelta(days=1)
FRESH = 10 * DAY  # an undated main event happened shortly before its article
# An arrest or a name comes mostly within this; later ones say when the deed was.
FOLLOWED = 60 * DAY
OWN_DAYS = 3 * DAY  # before its article: the day of an arrest or a trial, not of a deed
ABOUT = 45 * DAY  # "a year ago" means a day within this
SHARP = 3 * DAY  # a span no longer than this says which day is meant
MONTH = 31 * DAY  # a span no longer than this and longer than SHARP is a month's

# What follows long after: its own day is no day of the event.
_LATE = re.compile(
    r"\b(?:trial|tried|jury|jurors|convict\w+|sentenc\w+|jailed|prison for|guilty|"
    r"pleaded|plea|court|judge|verdict|inquest|coroner|anniversary|remember\w*|vigil|"
    r"memorial|commemorat\w+|mourn\w*|buried|funeral|burial|"
    r"(?:months?|years?) (?:ago|later|on|after|since)|marks? (?:a|\w+) years?)\b",
    re.IGNORECASE,
)
# What follows within days: dated by itself, it is dated by an arrest and not the deed.
_FOLLOWS = re.compile(
    r"\b(?:arrest\w*|charged|booked|custody|detained|caught|held over|identified|"
    r"named|last (?:week|month|year)|weeks? (?:ago|later))\b",
    re.IGNORECASE,
)
# Not "jailed for seven years on Thursday".
_AGO = re.compile(
    r"(?<!\bfor )(?<!\bto )\b"
    r"(an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|\d{1,2}) "
    r"(months?|years?) (?:ago|later|on(?! \w+day)|after|since)\b",
    re.IGNORECASE,
)
_SPOKEN = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6,
    "seven": 7, "eight": 8, "nine": 9, "ten": 10, "twelve": 12, "twenty": 20,
}  # fmt: skip


LEAD = 800  # characters of a text that say whether it is news or follows old news


def is_late_in(text: str) -> bool:
    """Whether a text tells what follows long after: a trial, an anniversary.

    >>> is_late_in("The jury heard that he ran."), is_late_in("He ran.")
    (True, False)
    """
    return bool(_LATE.search(text, 0, LEAD))


def days_of(item: ReportText, text: str) -> tuple[Days | None, bool]:
    """When it may have happened, and whether the text tells it.

    What follows an event, an arrest or a trial, is often dated by its own day; then
    the day of the event is open, but no arrest waits for ever: what is not said to
    be old lies within `FOLLOWED` of the article.
    """
    told, day = item.report.date, item.day
    is_late = is_late_in(text)
    follows = is_late or bool(_FOLLOWS.search(text, 0, LEAD))
    is_own = day is not None and told is not None and told.start >= day - OWN_DAYS
    if told is not None and not (follows and is_own):
        return (told.start, told.end), True
    if day is None:
        return None, False
    if is_late and (recalled := _recalled(text, day)):
        return recalled, True
    if is_late or not item.report.is_main:
        return None, False
    return _within(FOLLOWED if follows else FRESH, day), False


def _within(length: timedelta, day: date) -> Days:
    return (max(day, date.min + length) - length, day)


def _recalled(text: str, day: date) -> Days | None:
    """The days that "two years ago" may mean in an article of this day."""
    found = _AGO.search(text, 0, LEAD)
    if found is None:
        return None
    count = _SPOKEN.get(found[1].lower()) or int(found[1])
    length = count * (365 if found[2].lower().startswith("year") else 30)
    if (day - date.min).days <= length + ABOUT.days:
        return None
    then = day - length * DAY
    about = ABOUT if length > ABOUT.days else ABOUT / 3
    return then - about, min(then + about, day)


def split_told(ranges: tuple[DateRange, ...]) -> tuple[frozenset[date], list[Days]]:
    """The single days that a text names, and its months, as first and last day."""
    days = {r.start for r in ranges if r.end == r.start}
    months = {(r.start, r.end) for r in ranges if SHARP < r.end - r.start <= MONTH}
    return frozenset(days), sorted(months)
