"""What the rows of an export are made of: spans, days, places, who made it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.model import DateRange, Span

Pair = tuple[int, int]
Zone = tuple[int, int, str]
FoundAt = tuple[str, str, Pair | None]  # of what, found where, its words in the page
Maker = Literal["machine", "person"]


@dataclass(frozen=True, slots=True)
class DateRow:
    """First and last possible day, and how sharp the words were."""

    start: str
    end: str
    precision: str


@dataclass(frozen=True, slots=True)
class StruckRow:
    """Whom or what an event struck, as worded, and the group they are of."""

    text: str
    span: Pair
    group: str | None


@dataclass(frozen=True, slots=True)
class WeaponRow:
    """What an event was done with, as worded, and our word for its kind."""

    text: str
    span: Pair
    weapon: str


@dataclass(frozen=True, slots=True)
class DoubtRow:
    """Why a date or a place is open or in doubt, and the words."""

    about: str
    why: str
    spans: tuple[Pair, ...]
    text: str


@dataclass(frozen=True, slots=True)
class PlaceOfReport:
    """A place as worded in a report, with what the gazetteer knows.

    `id` is the place by its identity, as in the rows of places; None where no name in
    the words is one.
    """

    text: str
    spans: tuple[Pair, ...]
    name: str | None
    country: str | None
    precision: str | None
    lat: float | None
    lon: float | None
    geonameid: int | None = None
    id: str | None = None


def pairs(spans: Iterable[Span]) -> tuple[Pair, ...]:
    """Spans as pairs of offsets."""
    return tuple((span.start, span.end) for span in spans)


def date_row(date: DateRange | None) -> DateRow | None:
    """A range of days; None stays open."""
    if date is None:
        return None
    return DateRow(date.start.isoformat(), date.end.isoformat(), date.precision)
