"""Times in words, as sharp as they were given and never sharper."""

from __future__ import annotations

import calendar
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from onrecord.model import is_doubtful_time

if TYPE_CHECKING:
    from onrecord.model import DateRange, Moment
    from onrecord.record.views import ArticleRef

MONTHS = (
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
)  # fmt: skip
DAY = timedelta(days=1)


def day_text(day: date) -> str:
    """A day as a newsroom writes it.

    >>> day_text(date(2025, 9, 6))
    '6 Sep 2025'
    """
    return f"{day.day} {month_text(day)}"


def month_text(day: date) -> str:
    """The month and year of a day."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def likely_time(article: ArticleRef) -> Moment | None:
    """When it was published; None when it does not say, or cannot have been then."""
    is_doubtful = is_doubtful_time(article.published, article.captured_at)
    return None if is_doubtful else article.published


def moment_text(moment: Moment) -> str:
    """A moment with all its parts and none besides.

    >>> from onrecord.model import Moment
    >>> moment_text(Moment("2025-09-26T22:17", "minute", "+03:00"))
    '26 Sep 2025, 22:17 (+03:00)'
    """
    if moment.precision in {"minute", "second"}:
        zone = {"+00:00": " UTC", None: ""}.get(moment.zone, f" ({moment.zone})")
        return f"{day_text(days_of(moment)[0])}, {moment.iso[11:16]}{zone}"
    if moment.precision == "week":
        return f"week {int(moment.iso[6:])} of {moment.iso[:4]}"
    first = days_of(moment)[0]
    if moment.precision == "month":
        return month_text(first)
    return str(first.year) if moment.precision == "year" else day_text(first)


def days_of(moment: Moment) -> tuple[date, date]:
    """The first and last day a moment may lie on, as printed."""
    year = int(moment.iso[:4])
    if moment.precision == "year":
        return date(year, 1, 1), date(year, 12, 31)
    if moment.precision == "month":
        month = int(moment.iso[5:7])
        last = calendar.monthrange(year, month)[1]
        return date(year, month, 1), date(year, month, last)
    if moment.precision == "week":
        week = int(moment.iso[6:])
        return date.fromisocalendar(year, week, 1), date.fromisocalendar(year, week, 7)
    day = date.fromisoformat(moment.iso[:10])
    return day, day


def position_of(moment: Moment) -> float:
    """Where a moment lies on a line of days, as printed: the middle of what it may be.

    >>> from onrecord.model import Moment
    >>> noon = Moment("2025-09-26T12:00", "minute")
    >>> position_of(noon) - date(2025, 9, 26).toordinal()
    0.5
    """
    first, last = days_of(moment)
    if moment.precision in {"minute", "second"}:
        hours, minutes = int(moment.iso[11:13]), int(moment.iso[14:16])
        return first.toordinal() + (hours + minutes / 60) / 24
    return (first.toordinal() + last.toordinal() + 1) / 2


def range_text(dates: DateRange | None) -> str:
    """The days something may have happened on; "date open" when nobody told.

    >>> from onrecord.model import DateRange
    >>> range_text(DateRange(date(2025, 5, 16), date(2025, 5, 18), "day"))
    '16 May 2025 to 18 May 2025'
    """
    if dates is None:
        return "date open"
    if dates.precision == "year" and dates.start.year == dates.end.year:
        return str(dates.start.year)
    same_month = dates.start.replace(day=1) == dates.end.replace(day=1)
    if dates.precision == "month" and same_month:
        return month_text(dates.start)
    return between_text(dates.start, dates.end)


def between_text(first: date | None, last: date | None) -> str:
    """From the first day to the last; one day alone stands for itself."""
    days = [day_text(day) for day in (first, last) if day]
    if not days:
        return "no date"
    return days[0] if days[0] == days[-1] else " to ".join(days)


def captured_text(captured_at: datetime | None) -> str:
    """When a page was captured, in UTC, or that nobody said."""
    if captured_at is None:
        return "nobody said when"
    utc = captured_at.astimezone(UTC)
    return f"{day_text(utc.date())}, {utc:%H:%M} UTC"
