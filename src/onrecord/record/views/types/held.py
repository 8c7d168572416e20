"""What is held: stories, pages, places found by searching, and how much there is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from onrecord.model import (
    Capture,
    Mention,
    Origin,
    Page,
    Zoned,
)
from onrecord.record.views.types.happened import FigureView, ReportView
from onrecord.record.views.types.looking import ArticleRef, Words
from onrecord.record.views.types.said import CorrectionView, DisputeView, StatementView

HitKind = Literal["statement", "article"]


@dataclass(frozen=True, slots=True)
class StoryView:
    """Articles of all outlets on the same news, in order of time.

    `independent_sources` counts who stands behind the articles: wire copy counts for
    its agency, and one outlet once, however many articles and captures it has.
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
class StoryMove:
    """Two articles that resolving had in one story and found to be of two.

    `joined_at` is when they were linked for `reason`, `parted_at` when that ended.
    """

    left: ArticleRef
    right: ArticleRef
    joined_at: datetime
    parted_at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class PageView:
    """A page with everything found in it, in the order of the page.

    `zones` are those of the page's own article, else of its teasers. `origins` say
    where the own article's title, authors, times and outlet were found.
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
    origins: tuple[Origin, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where the searched words stand, best first.

    `words` are the best matching words in the page with a little around them,
    `snippet` the same text on one line. `score`: higher is better. `found_by` is the
    assistant model that proposed the statement, None for our own and for articles.
    """

    kind: HitKind
    id: str
    words: Words
    snippet: str
    article: ArticleRef
    score: float
    found_by: str | None = None


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
