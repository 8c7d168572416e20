"""The columns: articles in order of time, with copies of one text in one column."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from onrecord.model import Link, groups_of, make_link
from onrecord.record.rows import query_of, rows_among
from onrecord.record.schema import captures, links, pages
from onrecord.record.text import fold_name
from onrecord.record.views.order import article_key
from onrecord.record.views.types import ArticleRef, ComparedText, SectorCount

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Connection

    from onrecord.model import ArticleId, PageId, Sector
    from onrecord.record.views.types import StatementView

MOST_TEXTS = 24  # columns: bounds the work, and nobody reads more side by side


@dataclass(frozen=True, slots=True)
class Column:
    """One text: its first article, and those that repeat it or revise it."""

    article: ArticleRef
    copies: tuple[ArticleRef, ...] = ()

    @property
    def every(self) -> tuple[ArticleRef, ...]:
        """Its articles in order of time."""
        return (self.article, *self.copies)

    @property
    def ids(self) -> tuple[ArticleId, ...]:
        """The ids of its articles in order of time."""
        return tuple(article.id for article in self.every)


def columns_of(
    connection: Connection, told: Sequence[ArticleRef], *, is_folded: bool
) -> list[Column]:
    """A column for each text, by time; `is_folded`: one for all copies of a text."""
    ids = [article.id for article in told]
    same = groups_of(ids, _copies(connection, ids) if is_folded else [])
    groups: dict[str, list[ArticleRef]] = defaultdict(list)
    for article in sorted(told, key=article_key):
        groups[same[article.id]].append(article)
    return [Column(first, tuple(others)) for first, *others in groups.values()]


def _copies(connection: Connection, ids: Sequence[str]) -> list[Link]:
    """Which articles repeat or revise one another, as links "same"."""
    query = query_of(Link).where(
        links.c.kind == "article",
        links.c.relation.in_(["copy_of", "revision_of"]),
        links.c.judgement == "yes",
        links.c.revoked_at.is_(None),
    )
    rows = rows_among(connection, query, links.c.left, ids)
    return [
        make_link("article", row.left, row.right, "same", "yes", row.score, row.reason)
        for row in rows
    ]


def compared_texts(
    connection: Connection,
    columns: Sequence[Column],
    statements: Iterable[StatementView],
) -> tuple[ComparedText, ...]:
    """The columns as readers see them."""
    hashes = _hashes(connection, (item.page_id for c in columns for item in c.every))
    said: dict[str, list[StatementView]] = defaultdict(list)
    for statement in statements:
        said[statement.article.id].append(statement)
    return tuple(
        ComparedText(
            article=column.article,
            copies=column.copies,
            sha256=tuple((item.page_id, hashes[item.page_id]) for item in column.every),
            quoted=_quoted([item for name in column.ids for item in said[name]]),
        )
        for column in columns
    )


def _hashes(connection: Connection, wanted: Iterable[PageId]) -> dict[str, str]:
    query = select(pages.c.id, captures.c.sha256).join_from(pages, captures)
    rows = rows_among(connection, query, pages.c.id, wanted)
    return {row.id: row.sha256 for row in rows}


def _quoted(said: Iterable[StatementView]) -> tuple[SectorCount, ...]:
    """Who is quoted, by sector; headlines repeat what the text says."""
    told: Counter[Sector | None] = Counter()
    speakers: dict[Sector | None, set[str]] = defaultdict(set)
    seen: set[tuple[str, str]] = set()
    for item in said:
        worded = item.source.text if item.source else ""
        source = fold_name(item.speaker_name or worded)
        words = source, fold_name(item.content.text)
        if item.zone != "headline" and words not in seen:
            told[item.sector] += 1
            speakers[item.sector].add(source)
            seen.add(words)
    order = sorted(told, key=lambda sector: (-told[sector], sector or "~"))
    return tuple(
        SectorCount(sector, told[sector], len(speakers[sector])) for sector in order
    )
