"""What stands in the texts that are compared: findings, and their sentences."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, select

from onrecord.model import (
    TOLD_ZONES,
    ArticleId,
    EntityType,
    Mention,
    MentionId,
    Span,
    sentences_around,
)
from onrecord.record.rows import query_of, rows_among, value_of
from onrecord.record.schema import (
    articles,
    entities,
    members,
    mentions,
    reports,
    statements,
)
from onrecord.record.views.articles import load_texts, words_at
from onrecord.record.views.corrections import as_seen
from onrecord.record.views.disputes import disputes_of
from onrecord.record.views.reports import load_reports
from onrecord.record.views.statements import load_statements
from onrecord.record.views.types import DisputeView, ReportView, StatementView, Words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import Connection, Table

    from onrecord.record.views.folding import Shown

NAMED = (
    query_of(
        Mention,
        entities.c.id.label("entity"),
        entities.c.name.label("entity_name"),
        entities.c.type.label("entity_type"),
    )
    .join(
        members,
        and_(members.c.kind == "mention", members.c.member == mentions.c.id),
    )
    .join(entities, entities.c.id == members.c.group_id)
    .where(entities.c.is_private.is_(False))
)  # nobody private is named in a row


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a text, and whom it means."""

    mention: MentionId
    article: ArticleId
    words: Words
    entity: str
    name: str
    type: EntityType
    is_place: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of an article's own text."""

    article: ArticleId
    words: Words


@dataclass(frozen=True, slots=True)
class Material:
    """Everything found in some articles, each in the order of the pages."""

    statements: tuple[StatementView, ...]
    reports: tuple[ReportView, ...]
    named: tuple[Named, ...]
    disputes: tuple[DisputeView, ...]
    sentences: tuple[Sentence, ...]


def load_material(
    connection: Connection, ids: Sequence[ArticleId], seen: Shown
) -> Material:
    """Everything found in these articles."""
    said = load_statements(connection, _of(connection, statements, ids)).values()
    told = [
        as_seen(report, seen.cut)
        for report in load_reports(connection, _of(connection, reports, ids)).values()
    ]
    sides = [item.id for item in said]
    return Material(
        statements=tuple(
            sorted(said, key=lambda item: (item.article.id, item.content.spans))
        ),
        reports=tuple(
            sorted(told, key=lambda item: (item.article.id, item.words.spans, item.id))
        ),
        named=tuple(_named(connection, ids)),
        disputes=disputes_of(connection, sides, seen),
        sentences=tuple(_sentences(connection, ids)),
    )


def _of(connection: Connection, table: Table, ids: Sequence[str]) -> list[str]:
    """The ids of these articles' findings in a table."""
    query = select(table.c.id)
    return [row.id for row in rows_among(connection, query, table.c.article_id, ids)]


def _named(connection: Connection, ids: Sequence[str]) -> list[Named]:
    rows = rows_among(connection, NAMED, mentions.c.article_id, ids)
    found = [_name(value_of(Mention, row), row) for row in rows]
    return sorted(found, key=lambda item: (item.article, item.words.spans))


def _name(mention: Mention, row: Any) -> Named:
    return Named(
        mention.id,
        mention.article_id,
        Words(mention.page_id, (mention.span,), mention.text),
        row.entity,
        row.entity_name,
        row.entity_type,
        is_place=mention.type == "place" or mention.place is not None,
    )


def _sentences(connection: Connection, ids: Sequence[str]) -> Iterator[Sentence]:
    query = select(articles.c.id, articles.c.page_id, articles.c.zones)
    rows = list(rows_among(connection, query, articles.c.id, ids))
    texts = load_texts(connection, (row.page_id for row in rows))
    for row in sorted(rows, key=lambda row: row.id):
        text = texts[row.page_id]
        for zone in sorted(item.span for item in row.zones if item.zone in TOLD_ZONES):
            for span in _sentences_in(zone, text):
                yield Sentence(row.id, words_at(row.page_id, (span,), texts))


def _sentences_in(zone: Span, text: str) -> Iterator[Span]:
    at = zone.start
    while at < zone.end:
        span = sentences_around(Span(at, at + 1), text, zone)
        yield span
        at = span.end + 1
        while at < zone.end and text[at].isspace():
            at += 1
