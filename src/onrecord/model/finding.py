"""What is found in an article: statements, and figures of incidents."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.model.ids import (
    ArticleId,
    FigureId,
    MentionId,
    PageId,
    ReportId,
    StatementId,
    content_id,
)
from onrecord.model.moment import DateRange
from onrecord.model.span import Span

Mode = Literal["direct", "indirect", "mixed"]
CueClass = Literal[
    "neutral", "asserting", "denying", "conceding", "warning", "promising", "accusing",
    "demanding", "asking", "confirming", "condemning", "praising", "believing",
    "wanting", "according", "noun",
]  # fmt: skip
Sector = Literal[
    "government", "military and police", "armed group", "international body", "NGO",
    "expert", "media", "business", "witness or resident", "party",
]  # fmt: skip
Effect = Literal["killed", "injured", "missing", "arrested", "abducted", "displaced"]


@dataclass(frozen=True, slots=True)
class Statement:
    """One speaker saying one thing in one article.

    `content` leaves the quotation marks out; two spans or more when the cue splits
    it. `cue` is empty after a bare colon, `source` where a named speaker's quotation
    goes on. `speaker` is the mention (in this article) that names the speaker most
    fully, None when nobody is named; `speaker_name` is its text. `role` is as worded.
    `denied` is what a denial rejects, where the words name it. `nested_in` is the
    statement around this one. `addressee` is who was told ("reporters"), `occasion`
    where ("in an interview with ..."), empty when not told.
    `found_by` is the assistant model that proposed it, None: our own rules found it.
    """

    id: StatementId
    article_id: ArticleId
    page_id: PageId
    content: tuple[Span, ...]
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    cue_class: CueClass
    mode: Mode
    speaker: MentionId | None
    speaker_name: str | None
    role: str | None = None
    institution: str | None = None
    sector: Sector | None = None
    said_at: DateRange | None = None
    nested_in: StatementId | None = None
    negated: bool = False
    hedged: bool = False
    denied: tuple[Span, ...] = ()
    zone: Literal["headline", "body", "caption"] = "body"
    confidence: float = 0.5
    addressee: tuple[Span, ...] = ()
    occasion: tuple[Span, ...] = ()
    found_by: str | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of people to whom something happened, as one article gives it.

    `low` and `high` follow the conventions in DESIGN ("figure"): None is open.
    `part_of` is the whole that this figure is a part of; `adds_to` the figure beside
    which it counts other people ("five more in the next town"). `attributed_to` is the
    source as worded, None when the article says it in its own voice.
    """

    id: FigureId
    report_id: ReportId
    article_id: ArticleId
    page_id: PageId
    effect: Effect
    low: int | None
    high: int | None
    qualifier: str | None
    about: bool
    counted: str | None
    part_of: FigureId | None
    attributed_to: str | None
    statement_id: StatementId | None
    span: Span
    is_superseded: bool = False  # "earlier reports said 30"
    is_doubtful: bool = False
    confidence: float = 0.5
    adds_to: FigureId | None = None


def statement_id(article: ArticleId, content: tuple[Span, ...]) -> StatementId:
    """The id of what is said at these spans."""
    places = (edge for span in content for edge in (span.start, span.end))
    return StatementId(content_id("statement", article, *places))


def figure_id(report: ReportId, effect: Effect, span: Span) -> FigureId:
    """The id of the figure that stands at `span`."""
    return FigureId(content_id("figure", report, effect, span.start, span.end))
