"""Which article, and which of its words: what every other view points at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from onrecord.model import words_of
from onrecord.record.rows import rows_among
from onrecord.record.schema import articles, captures, pages
from onrecord.record.views.types import ArticleRef, Words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection

    from onrecord.model import PageId, Span
    from onrecord.record.views.types import ReportView, StatementView

QUERY = select(
    articles.c.id,
    articles.c.page_id,
    articles.c.type,
    articles.c.title,
    articles.c.outlet,
    articles.c.byline,
    articles.c.published,
    captures.c.captured_at,
    captures.c.where,
    articles.c.url,
).select_from(articles.join(pages).join(captures))


def load_articles(connection: Connection, ids: Iterable[str]) -> dict[str, ArticleRef]:
    """These articles by id; unknown ids are left out."""
    rows = rows_among(connection, QUERY, articles.c.id, ids)
    return {row.id: ArticleRef(*tuple(row)) for row in rows}


def load_texts(connection: Connection, ids: Iterable[str]) -> dict[str, str]:
    """The texts of these pages by id."""
    query = select(pages.c.id, pages.c.text)
    return {row.id: row.text for row in rows_among(connection, query, pages.c.id, ids)}


def words_at(page: PageId, spans: tuple[Span, ...], texts: dict[str, str]) -> Words:
    """The words the spans open in this page."""
    return Words(page, spans, words_of(spans, texts[page]))


def maybe_words(
    page: PageId, spans: tuple[Span, ...], texts: dict[str, str]
) -> Words | None:
    """The same, None when there are no spans."""
    return words_at(page, spans, texts) if spans else None


def article_of(finding: StatementView | ReportView) -> ArticleRef:
    """The article in which a finding stands."""
    return finding.article


def distinct(names: Iterable[str | None]) -> tuple[str, ...]:
    """Each name once, sorted; what is not named is left out."""
    return tuple(sorted({name for name in names if name is not None}))
