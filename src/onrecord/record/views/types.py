"""What the views show: the contract of the record with commands, server and export.

Every view is frozen and holds plain values: it can be printed, encoded as JSON and
kept after the record is closed. Ids of claims, incidents, stories and entities are
ids of groups: the smallest id among their members, former ids redirect.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from onrecord.model import (
    ArticleId,
    ArticleType,
    Capture,
    CorrectionId,
    CorrectionKind,
    CueClass,
    DateRange,
    DisputeId,
    Effect,
    EntityType,
    Evidence,
    FigureId,
    Link,
    Mention,
    Mode,
    Moment,
    Page,
    PageId,
    Party,
    PlaceName,
    ReportId,
    Sector,
    Span,
    StatementId,
    Status,
    Zoned,
)

By = Literal["machine", "person"]
SideKind = Literal["statement", "figure", "mention"]
HitKind = Literal["statement", "article"]


@dataclass(frozen=True, slots=True)
class Cut:
    """A reader's look at the past; both ends count.

    `as_of` (aware) keeps what was captured by then: a page whose capture time nobody
    gave is left out. `published_until` keeps articles published by that day: one
    without a time is left out, one known to the month counts from its first day.
    """

    as_of: datetime | None = None
    published_until: date | None = None


@dataclass(frozen=True, slots=True)
class IncidentQuery:
    """Which incidents to list: place by any of its words, days with both ends.

    An incident without a date is left out as soon as a day is asked for.
    """

    place: str | None = None
    since: date | None = None
    until: date | None = None
    event_type: str | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """Exact words of a page; several spans are joined by " ... "."""

    page_id: PageId
    spans: tuple[Span, ...]
    text: str


@dataclass(frozen=True, slots=True)
class ArticleRef:
    """Which article something stands in; `type` tells a teaser from an article.

    `title` is None where the page tells none. `where` is the place of the capture,
    `url` the article's own.
    """

    id: ArticleId
    page_id: PageId
    type: ArticleType
    title: str | None
    outlet: str | None
    byline: tuple[str, ...]
    published: Moment | None
    captured_at: datetime | None
    where: str
    url: str | None


@dataclass(frozen=True, slots=True)
class CorrectionView:
    """What an outlet's own note says was wrong in an earlier version of its article.

    `words` is the note; `said` is what it says the earlier version held, `corrected`
    what it says holds now, both None where it does not tell. `targets` are ids of the
    figures and statements of its article that it is about.
    """

    id: CorrectionId
    article: ArticleRef
    kind: CorrectionKind
    words: Words
    said: Words | None
    corrected: Words | None
    targets: tuple[str, ...]
    at: Moment | None
    confidence: float
    by: By
    run: str


@dataclass(frozen=True, slots=True)
class StatementView:
    """A statement with its words and, once names are resolved, its speaker.

    `speaker` is an entity; None when nobody is named. `speaker_name` is the entity's
    fullest name, `spoken_as` the name as worded in this article. `claim` is the
    group of statements that assert the same thing. `is_speaker_private`: the record
    knows the speaker only as a victim, witness, relative or minor, and no view
    gives the name. `corrections` are notes of the same article that are about it.
    """

    id: StatementId
    article: ArticleRef
    content: Words
    source: Words | None
    cue: Words | None
    cue_class: CueClass
    mode: Mode
    speaker: str | None
    speaker_name: str | None
    spoken_as: str | None
    role: str | None
    institution: str | None
    sector: Sector | None
    said_at: DateRange | None
    negated: bool
    hedged: bool
    denied: Words | None
    nested_in: StatementId | None
    zone: Literal["headline", "body", "caption"]
    confidence: float
    by: By
    run: str
    claim: str
    is_speaker_private: bool = False
    corrections: tuple[CorrectionView, ...] = ()


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a dispute: a statement, a figure, or a body only named.

    `text` is what the side says in short; `words` the exact words it stands in.
    `claim` is the side's claim when it is a statement, `incident` when a figure.
    `is_speaker_private`: a private person, whose name no view gives.
    """

    id: str
    kind: SideKind
    text: str
    speaker: str | None
    speaker_name: str | None
    words: Words | None
    article: ArticleRef
    claim: str | None
    incident: str | None
    is_speaker_private: bool = False


@dataclass(frozen=True, slots=True)
class DisputeView:
    """Two sides that stand against each other; `words` in `article` are the evidence.

    `left` is what is disputed, `right` what disputes it.
    """

    id: DisputeId
    left: Side
    right: Side
    evidence: Evidence
    score: float
    shown: Literal["yes", "possibly"]
    words: Words
    article: ArticleRef
    by: By
    run: str


@dataclass(frozen=True, slots=True)
class ClaimView:
    """One claim: the same thing asserted, over outlets and time.

    `wording` is chosen by machine: the statement whose words are most like the
    others'. `statements` are in order of time, unknown times last. `speakers` and
    `outlets` are sorted and hold each once; unnamed ones are left out. `disputes`
    are those with a side in one of the statements.
    """

    id: str
    wording: StatementView
    statements: tuple[StatementView, ...]
    speakers: tuple[str, ...]
    outlets: tuple[str, ...]
    disputes: tuple[DisputeView, ...]


@dataclass(frozen=True, slots=True)
class EntityRef:
    """An entity by name; a private person's name is not for showing."""

    id: str
    name: str
    type: EntityType
    is_private: bool = False


@dataclass(frozen=True, slots=True)
class Entity:
    """An entity without its life: every name it bears, what it belongs to (ids)."""

    id: str
    name: str
    type: EntityType
    names: tuple[str, ...]
    part_of: tuple[str, ...]
    is_private: bool
    private_reason: str | None


@dataclass(frozen=True, slots=True)
class Spelling:
    """A name as worded, how often, and in which outlets."""

    text: str
    count: int
    outlets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RoleSeen:
    """A role as worded; days are those of the articles' publication, None unknown."""

    role: str
    institution: str | None
    count: int
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class LinkView:
    """A judgement with its history: when made, when taken back, by whom."""

    link: Link
    at: datetime
    revoked_at: datetime | None
    by: By
    run: str


@dataclass(frozen=True, slots=True)
class EntityView:
    """One identity for many names.

    `part_of` are the bodies it belongs to, `branches` those that belong to it.
    `links` say why names were joined or kept apart. `is_private`: a person shown
    only as victim, witness, relative or minor; `private_reason` says which.
    """

    id: str
    name: str
    type: EntityType
    spellings: tuple[Spelling, ...]
    roles: tuple[RoleSeen, ...]
    statements: tuple[StatementView, ...]
    part_of: tuple[EntityRef, ...]
    branches: tuple[EntityRef, ...]
    links: tuple[LinkView, ...]
    claims: tuple[str, ...]
    is_private: bool
    private_reason: str | None


@dataclass(frozen=True, slots=True)
class FigureView:
    """A number of people as one article gives it, with its words.

    `corrections` are notes of the same article that are about it.
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


@dataclass(frozen=True, slots=True)
class StoryView:
    """Articles of all outlets on the same news, in order of time.

    `independent_sources` counts the articles with copies folded into their original.
    `claims` and `incidents` are ids: `read_claims` and `read_incidents` open them.
    `first` and `last` are the days of publication, None when no article tells.
    """

    id: str
    title: str | None
    articles: tuple[ArticleRef, ...]
    outlets: tuple[str, ...]
    independent_sources: int
    claims: tuple[str, ...]
    incidents: tuple[str, ...]
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class PageView:
    """A page with everything found in it, in the order of the page.

    `zones` are those of the page's own article, else of its teasers.
    """

    capture: Capture
    page: Page
    is_language_supported: bool
    articles: tuple[ArticleRef, ...]
    statements: tuple[StatementView, ...]
    reports: tuple[ReportView, ...]
    figures: tuple[FigureView, ...]
    mentions: tuple[Mention, ...]
    disputes: tuple[DisputeView, ...]
    zones: tuple[Zoned, ...] = ()
    corrections: tuple[CorrectionView, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where the searched words stand, best first.

    `words` are the best matching words in the page with a little around them,
    `snippet` the same text on one line. `score`: higher is better.
    """

    kind: HitKind
    id: str
    words: Words
    snippet: str
    article: ArticleRef
    score: float


@dataclass(frozen=True, slots=True)
class Summary:
    """How much is on record; disputes that are only possible are not counted.

    `pages_left_out` counts pages that a cut leaves out because the time it asks for
    is not known.
    """

    captures: int
    pages: int
    articles: int
    teasers: int
    outlets: int
    statements: int
    claims: int
    disputes: int
    incidents: int
    stories: int
    entities: int
    pages_in_unsupported_languages: int
    pages_left_out: int
