"""What an article's own note says was wrong in an earlier version of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.model.ids import ArticleId, CorrectionId, PageId, content_id
from onrecord.model.moment import Moment
from onrecord.model.span import Span

CorrectionKind = Literal["correction", "clarification", "update", "editor's note"]


@dataclass(frozen=True, slots=True)
class Correction:
    """A correction or editor's note, and what it changes in its article.

    `said` are the words for what an earlier version held ("31"), `corrected` those
    for what holds now ("36"); both are empty where the note does not tell.
    `targets` are ids of the figures and statements of this article that the note is
    about, by content, none where none can be told. `at` is when the note says it was
    made.
    """

    id: CorrectionId
    article_id: ArticleId
    page_id: PageId
    kind: CorrectionKind
    spans: tuple[Span, ...]  # the note, one span a paragraph
    said: tuple[Span, ...] = ()
    corrected: tuple[Span, ...] = ()
    targets: tuple[str, ...] = ()
    at: Moment | None = None
    confidence: float = 1.0


def correction_id(page: PageId, first: Span) -> CorrectionId:
    """The id of the note whose first words stand at `first`."""
    return CorrectionId(content_id("correction", page, first.start, first.end))
