"""What the rows of an export are made of: spans, days, places, who made it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

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
