"""What one article tells of one incident, or of a dealing between actors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.model.ids import ArticleId, MentionId, PageId, ReportId, content_id
from onrecord.model.moment import DateRange
from onrecord.model.span import Span

Status = Literal["happened", "foiled", "denied"]
WhyDoubtful = Literal[
    "no such day", "out of range", "another weekday", "after the article",
    "no day to count from", "by the moon", "not of the event", "in no gazetteer",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A place as worded, with what the gazetteer knows of it.

    `name` is the gazetteer's, None when it knows none; `lat` and `lon` in degrees.
    `geonameid` is GeoNames' number, None for a place of our own or of a user.
    """

    text: str
    spans: tuple[Span, ...]
    name: str | None = None
    country: str | None = None  # ISO 3166-1 alpha-2
    precision: Literal["point", "town", "district", "region", "country"] | None = None
    lat: float | None = None
    lon: float | None = None
    geonameid: int | None = None


@dataclass(frozen=True, slots=True)
class Party:
    """Who did something, or to whom, as worded."""

    text: str
    span: Span
    mention: MentionId | None = None


@dataclass(frozen=True, slots=True)
class Struck:
    """Whom or what an event struck or was aimed at, as worded.

    `group` is one plain word for what the words say they are ("children", "police",
    "schools"), None when they say none.
    """

    text: str
    span: Span
    group: str | None = None
    mention: MentionId | None = None


@dataclass(frozen=True, slots=True)
class Weapon:
    """What an event was done with, as worded ("a car bomb"); `kind` is our word."""

    text: str
    span: Span
    kind: str


@dataclass(frozen=True, slots=True)
class ReportDoubt:
    """Why the date or the place of a report is open or in doubt, and the words."""

    about: Literal["date", "place"]
    why: WhyDoubtful
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """What one article tells of one incident.

    `event_type` and `sub_event_type` are ACLED's names (codebook 2023), or "Accident"
    / "Disaster" / "Crime" / "Dealing" for what ACLED leaves out. `spans` are the
    words that tell it, the trigger first. `date` is None when the article leaves it
    open; `date_spans` are its words, and `is_date_counted` says that they are counted
    from the article's day ("on Monday"). `recipients` are those whom figures count,
    `victims` the same and parts of them by group; `targets` are struck or aimed at.
    """

    id: ReportId
    article_id: ArticleId
    page_id: PageId
    event_type: str
    sub_event_type: str | None
    detail: str | None
    place: PlaceName | None
    date: DateRange | None
    status: Status
    spans: tuple[Span, ...]
    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    claimed_by: Party | None = None
    is_main: bool = False
    confidence: float = 0.5
    weapons: tuple[Weapon, ...] = ()
    targets: tuple[Struck, ...] = ()
    victims: tuple[Struck, ...] = ()
    date_spans: tuple[Span, ...] = ()
    is_date_counted: bool = False
    doubts: tuple[ReportDoubt, ...] = ()

    @property
    def spans_within(self) -> tuple[Span, ...]:
        """Where the words stand of what the fields hold: parties, weapons, doubts."""
        claimed = (self.claimed_by,) if self.claimed_by else ()
        parties = (*self.actors, *self.recipients, *claimed)
        struck = (*self.weapons, *self.targets, *self.victims)
        doubted = (span for doubt in self.doubts for span in doubt.spans)
        placed = self.place.spans if self.place else ()
        return (*(item.span for item in (*parties, *struck)), *placed, *doubted)


def report_id(article: ArticleId, trigger: Span, kind: str) -> ReportId:
    """The id of the report that these words open."""
    return ReportId(content_id("report", article, trigger.start, trigger.end, kind))
