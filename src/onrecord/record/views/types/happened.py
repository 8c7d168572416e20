"""What happened: reports, their figures, and incidents."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model import (
    DateRange,
    Effect,
    FigureId,
    Party,
    PlaceName,
    ReportId,
    Status,
)
from onrecord.record.views.types.looking import ArticleRef, By, Words
from onrecord.record.views.types.said import CorrectionView, DisputeView


@dataclass(frozen=True, slots=True)
class FigureView:
    """A number of people as one article gives it, with its words.

    `corrections` are notes about it: of the same article, then of later captures of
    it that say this number was wrong.
    """

    id: FigureId
    report_id: ReportId
    effect: Effect
    low: int | None
    high: int | None
    qualifier: str | None
    about: bool
    counted: str | None
    part_of: FigureId | None
    attributed_to: str | None
    words: Words
    article: ArticleRef
    is_superseded: bool
    is_doubtful: bool
    confidence: float
    by: By
    run: str
    corrections: tuple[CorrectionView, ...] = ()
    adds_to: FigureId | None = None


@dataclass(frozen=True, slots=True)
class ReportView:
    """What one article tells of one incident, with every figure it gives.

    `words` are the words that open the incident, `told` the sentences around the
    first of them.
    """

    id: ReportId
    article: ArticleRef
    event_type: str
    sub_event_type: str | None
    detail: str | None
    place: PlaceName | None
    date: DateRange | None
    status: Status
    words: Words
    told: Words
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    claimed_by: Party | None
    is_main: bool
    figures: tuple[FigureView, ...]
    confidence: float
    by: By
    run: str
    incident: str


@dataclass(frozen=True, slots=True)
class Toll:
    """A range derived from the figures by `rule`; None is an open end.

    `most` is the greatest number named: with an open `high` it says "at least most".
    """

    low: int | None
    high: int | None
    rule: str
    most: int | None = None


@dataclass(frozen=True, slots=True)
class IncidentView:
    """The reports of one event, in order of time.

    Type, place, date and status are those most reports give; `killed` and
    `injured` are None where no report gives such a figure.
    """

    id: str
    event_type: str
    sub_event_type: str | None
    detail: str | None
    place: PlaceName | None
    date: DateRange | None
    status: Status
    reports: tuple[ReportView, ...]
    killed: Toll | None
    injured: Toll | None
    disputes: tuple[DisputeView, ...]
