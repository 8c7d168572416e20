"""What happened: reports, their figures, and incidents."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from onrecord.model import (
    ArticleType,
    DateRange,
    Effect,
    FigureId,
    Moment,
    PageId,
    Party,
    PlaceName,
    ReportId,
    RuleName,
    Status,
    Struck,
    Weapon,
    WhyDoubtful,
)
from onrecord.record.views.types.looking import ArticleRef, By, Words
from onrecord.record.views.types.said import CorrectionView, DisputeView

Stands = Literal["whole", "part", "superseded", "corrected", "doubtful"]
WhyOpen = WhyDoubtful | Literal["dated from an article of no likely time"]
WhyRevised = Literal[
    "the article says so", "captured again", "same source", "same outlet",
    "later and higher",
]  # fmt: skip


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
class DoubtView:
    """Why the date or the place of a report is open or in doubt, with the words."""

    about: Literal["date", "place"]
    why: WhyOpen
    words: Words


@dataclass(frozen=True, slots=True)
class ReportView:
    """What one article tells of one incident, with every figure it gives.

    `words` are the words that open the incident, `told` the sentences around the
    first of them. `captured_again` is when the same text was last captured at its
    address; None when it was captured once. `dated` are the words of the date.
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
    captured_again: datetime | None = None
    weapons: tuple[Weapon, ...] = ()
    targets: tuple[Struck, ...] = ()
    victims: tuple[Struck, ...] = ()
    dated: Words | None = None
    doubts: tuple[DoubtView, ...] = ()


@dataclass(frozen=True, slots=True)
class Toll:
    """What a rule derives from the figures of one effect; None is an open end.

    `rule` is the wording of the rule called `name`. `most` is the greatest number
    named: with an open `high` it says "at least most". `best` is the one number of
    rules that choose one. `figures` are those it rests on.
    """

    low: int | None
    high: int | None
    rule: str
    most: int | None = None
    name: RuleName = "range"
    effect: Effect | None = None
    best: int | None = None
    figures: tuple[FigureId, ...] = ()

    @property
    def least(self) -> int | None:
        """How many there were at the least by the rule; None when that is open."""
        return self.best if self.best is not None else self.low


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """One figure as one article gives it, with all that tells where it is from.

    `words` are the figure's own, in `page_id`. `attributed_to` None: the outlet says
    it in its own voice. `stands` is what keeps it out of every rule, "whole" when
    nothing does. `is_time_doubtful`: the page cannot have been published then.
    """

    figure: FigureId
    effect: Effect
    low: int | None
    high: int | None
    about: bool
    qualifier: str | None
    counted: str | None
    words: str
    outlet: str | None
    attributed_to: str | None
    published: Moment | None
    captured_at: datetime | None
    captured_again: datetime | None
    page_id: PageId
    where: str
    article_type: ArticleType
    part_of: FigureId | None
    stands: Stands
    is_time_doubtful: bool


@dataclass(frozen=True, slots=True)
class FigureRevision:
    """A figure that brought another up to date: no dispute.

    `was` and `now` are both ends of the numbers, None open. `outlet`, `attributed_to`,
    `published`, `captured_at` and `page_id` are of the later one.
    """

    effect: Effect
    before: FigureId
    after: FigureId
    was: tuple[int | None, int | None]
    now: tuple[int | None, int | None]
    outlet: str | None
    attributed_to: str | None
    published: Moment | None
    captured_at: datetime | None
    page_id: PageId
    why: WhyRevised


@dataclass(frozen=True, slots=True)
class IncidentView:
    """The reports of one event, in order of time.

    Type, place, date and status are those most reports give; `tolls` are what the
    rule asked for makes of each effect that a counting figure is given of, `killed`
    and `injured` two of them. `ledger` is every figure, `revisions` and `disputes` how
    they stand to each other.
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
    tolls: tuple[Toll, ...] = ()
    ledger: tuple[LedgerLine, ...] = ()
    revisions: tuple[FigureRevision, ...] = ()
    is_date_doubtful: bool = False
