"""Correction and editor's notes, and which findings they are about."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from onrecord.model import Correction
from onrecord.record.rows import query_of, rows_among, value_of
from onrecord.record.schema import corrections
from onrecord.record.views.articles import (
    load_articles,
    load_texts,
    maybe_words,
    words_at,
)
from onrecord.record.views.types import CorrectionView

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Column, Connection, Row

    from onrecord.record.views.types import ArticleRef

QUERY = query_of(Correction, corrections.c.run, corrections.c.by)


def load_corrections(
    connection: Connection, column: Column[str], wanted: Iterable[str]
) -> list[CorrectionView]:
    """The notes whose `column` is among the wanted, in the order of their pages."""
    rows = list(rows_among(connection, QUERY, column, wanted))
    texts = load_texts(connection, (row.page_id for row in rows))
    articles = load_articles(connection, (row.article_id for row in rows))
    views = [_view(row, articles[row.article_id], texts) for row in rows]
    return sorted(views, key=lambda view: (view.words.page_id, view.words.spans))


def corrections_by_target(
    connection: Connection, articles: Iterable[str]
) -> dict[str, tuple[CorrectionView, ...]]:
    """For every finding that a note of these articles is about, the notes."""
    found: dict[str, list[CorrectionView]] = defaultdict(list)
    for view in load_corrections(connection, corrections.c.article_id, articles):
        for target in view.targets:
            found[target].append(view)
    return {target: tuple(views) for target, views in found.items()}


def _view(row: Row[Any], article: ArticleRef, texts: dict[str, str]) -> CorrectionView:
    note = value_of(Correction, row)
    return CorrectionView(
        id=note.id,
        article=article,
        kind=note.kind,
        words=words_at(note.page_id, note.spans, texts),
        said=maybe_words(note.page_id, note.said, texts),
        corrected=maybe_words(note.page_id, note.corrected, texts),
        targets=note.targets,
        at=note.at,
        confidence=note.confidence,
        by=row.by,
        run=row.run,
    )
