"""Times as given: as sharp as the words, and never sharper."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Precision = Literal["year", "month", "week", "day", "minute", "second"]


@dataclass(frozen=True, slots=True)
class Moment:
    """A time as a page gives it; parts it does not give stay open.

    `iso` goes as far as known: "2025", "2025-09", "2025-W39", "2025-09-26",
    "2025-09-26T22:17", "2025-09-26T22:17:05".
    `zone` is the offset as given ("+03:00", "+00:00" for Z), None when the page
    says none.
    """

    iso: str
    precision: Precision
    zone: str | None = None

    @property
    def day(self) -> date | None:
        """The calendar day as printed, None when not known to the day.

        >>> Moment("2025-09-26T22:17", "minute").day
        datetime.date(2025, 9, 26)
        """
        if self.precision in {"day", "minute", "second"}:
            return date.fromisoformat(self.iso[:10])
        return None

    def __str__(self) -> str:
        """ISO text with the zone where one was given."""
        return self.iso + (self.zone or "")


@dataclass(frozen=True, slots=True, order=True)
class DateRange:
    """When something happened: first and last possible day, both included."""

    start: date
    end: date
    precision: Precision

    def __post_init__(self) -> None:
        """Refuse a range that runs backwards."""
        if self.end < self.start:
            raise ValueError(f"{self.end} lies before {self.start}")
