"""What a reader asks for, and which words of which article an answer points at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from onrecord.model import (
    ArticleId,
    ArticleType,
    Moment,
    PageId,
    Span,
)

By = Literal["machine", "person"]


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
    `min_killed`: at least so many by the rule; whose low end is open is left out.
    """

    place: str | None = None
    since: date | None = None
    until: date | None = None
    event_type: str | None = None
    min_killed: int | None = None


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
