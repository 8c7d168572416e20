"""The rows of what happened: figures, and what an article tells of an incident."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.export.parts import (
    DateRow,
    DoubtRow,
    Maker,
    Pair,
    PlaceOfReport,
    StruckRow,
    WeaponRow,
)


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A number of people, as one article gives it."""

    id: str
    report: str
    article: str
    page: str
    effect: str
    low: int | None
    high: int | None
    qualifier: str | None
    about: bool
    of: str | None
    counted: str | None
    attributed_to: str | None
    statement: str | None
    span: Pair
    text: str
    superseded: bool
    doubtful: bool
    run: str
    confidence: float
    by: Maker = "machine"
    adds_to: str | None = None
    kind: Literal["figure"] = "figure"


@dataclass(frozen=True, slots=True)
class ReportRow:
    """What one article tells of one incident; event and mode by PLOVER, too.

    `aimed_at` are the targets. `date_counted`: the days of `date_spans` are counted
    from the article's day.
    """

    id: str
    article: str
    page: str
    incident: str
    event_type: str
    sub_event_type: str | None
    detail: str | None
    place: PlaceOfReport | None
    date: DateRow | None
    status: str
    spans: tuple[Pair, ...]
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    claimed_by: str | None
    main: bool
    run: str
    confidence: float
    plover_event: str | None = None
    plover_mode: str | None = None
    by: Maker = "machine"
    weapons: tuple[WeaponRow, ...] = ()
    aimed_at: tuple[StruckRow, ...] = ()
    victims: tuple[StruckRow, ...] = ()
    date_spans: tuple[Pair, ...] = ()
    date_counted: bool = False
    doubts: tuple[DoubtRow, ...] = ()
    kind: Literal["report"] = "report"
