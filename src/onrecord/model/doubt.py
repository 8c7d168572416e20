"""Times that cannot be right: kept as worded, and no ground to order anything by."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from onrecord.model.moment import DateRange, Moment

# Of what a news page tells as day of its own or of an event. Years beyond are slips,
# placeholders ("9999-12-31") or numbers that were read as a year.
EARLIEST, LATEST = 1800, 2199
AHEAD = timedelta(days=1)  # a page may be dated tomorrow: the world has zones
DAY = timedelta(days=1)


def is_doubtful_date(happened: DateRange | None) -> bool:
    """Whether either end lies in a year that no news tells of.

    >>> from datetime import date
    >>> from onrecord.model import DateRange
    >>> is_doubtful_date(DateRange(date(9999, 1, 1), date(9999, 1, 1), "day"))
    True
    """
    return happened is not None and not (
        _is_likely(happened.start.year) and _is_likely(happened.end.year)
    )


def is_doubtful_time(published: Moment | None, captured_at: datetime | None) -> bool:
    """Whether a page cannot have been published then: too early, or after its capture.

    >>> from onrecord.model import Moment
    >>> is_doubtful_time(Moment("1066-10-14", "day"), None)
    True
    """
    if published is None:
        return False
    if not _is_likely(int(published.iso[:4])):
        return True
    first, _ = _bounds(published)
    return captured_at is not None and first > captured_at + AHEAD


def bounds_of(
    published: Moment | None, captured_at: datetime | None = None
) -> tuple[datetime, datetime] | None:
    """From when to when something can have been published, in UTC, the end left out.

    None: no time is given, or a doubtful one. A time of day counts only with its
    zone: without one it is any time of that day.
    """
    if published is None or is_doubtful_time(published, captured_at):
        return None
    return _bounds(published)


def _bounds(moment: Moment) -> tuple[datetime, datetime]:
    if moment.zone and moment.precision in {"minute", "second"}:
        at = datetime.fromisoformat(moment.iso + moment.zone).astimezone(UTC)
        return at, at + timedelta(minutes=1)
    first, last = _days(moment)
    return (
        datetime.combine(first, time(), UTC),
        datetime.combine(last, time(), UTC) + DAY,
    )


def _days(moment: Moment) -> tuple[date, date]:
    """The first and the last day that it can be."""
    day = moment.day
    if day is not None:
        return day, day
    year = int(moment.iso[:4])
    if moment.precision == "year":
        first = datetime(year, 1, 1, tzinfo=UTC)
        return first.date(), first.replace(month=12, day=31).date()
    if moment.precision == "week":
        first = datetime.fromisoformat(moment.iso[:8]).replace(tzinfo=UTC)
        return first.date(), (first + 6 * DAY).date()
    first = datetime.fromisoformat(moment.iso[:7] + "-01").replace(tzinfo=UTC)
    following = (first + 31 * DAY).replace(day=1)
    return first.date(), (following - DAY).date()


def _is_likely(year: int) -> bool:
    return EARLIEST <= year <= LATEST
