"""Removing a capture and everything that rests on it, in one transaction."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, or_, select

from onrecord.errors import InputError
from onrecord.model import Capture
from onrecord.record import schema, sqlite
from onrecord.record.custody import log_line
from onrecord.record.decisions import remove_anchors
from onrecord.record.regrouping import regroup_without
from onrecord.record.resolution import derive_groups_of
from onrecord.record.rows import (
    chunks_of,
    insert_rows,
    query_of,
    rows_among,
    value_of,
)
from onrecord.record.tombstones import (
    Forgetting,
    Tombstone,
    find_tombstone,
    line_of,
    tombstone_of,
)
from onrecord.record.views.lookup import find_page

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from sqlalchemy import ColumnElement, Connection, Table

    from onrecord.model import LinkKind

UNCLEAN = "unclean"  # words of what was forgotten may still lie in the file
UNRESOLVED = "unresolved"  # judgements stand that were made with what is gone
KINDS: dict[LinkKind, Table] = {
    "mention": schema.mentions,
    "statement": schema.statements,
    "report": schema.reports,
    "article": schema.articles,
}
ON_PAGE = (  # those that refer to others come first
    schema.corrections,
    schema.disputes,
    schema.figures,
    schema.statements,
    schema.mentions,
    schema.reports,
)


@dataclass(frozen=True, slots=True)
class Why:
    """Who forgets, for which reason, and when."""

    by: str
    reason: str
    at: datetime


def forget(connection: Connection, told: str, why: Why) -> Tombstone:
    """Remove the capture that is meant; the caller holds the writer's lock.

    What was forgotten before gives its tombstone. Raises InputError when no page, or
    more than one, is meant.
    """
    try:
        page = find_page(connection, told)
    except InputError:
        stone = find_tombstone(connection, told.strip().lower())
        if stone is None:
            raise
        return stone
    capture = _capture_of(connection, page)
    pages = _ids(connection, schema.pages, schema.pages.c.capture_id, [capture.id])
    articles = _ids(connection, schema.articles, schema.articles.c.page_id, pages)
    forgotten = Forgetting(why.by, why.reason, tuple(pages), tuple(articles))
    entry = log_line(connection, line_of(capture, forgotten), why.at)
    _remove(connection, capture, forgotten, why.at)
    mark(connection, UNCLEAN)
    mark(connection, UNRESOLVED)
    return tombstone_of(entry)


def mark(connection: Connection, name: str) -> None:
    """Note in the record itself that something is left to do."""
    unmark(connection, name)
    insert_rows(connection, schema.about, [{"name": name, "value": "forgotten"}])


def unmark(connection: Connection, name: str) -> None:
    """Note that it is done."""
    connection.execute(delete(schema.about).where(schema.about.c.name == name))


def is_marked(connection: Connection, name: str) -> bool:
    """Whether it is left to do."""
    query = select(schema.about.c.name).where(schema.about.c.name == name)
    return connection.execute(query).first() is not None


def _capture_of(connection: Connection, page: str) -> Capture:
    query = query_of(Capture).join_from(schema.captures, schema.pages)
    row = connection.execute(query.where(schema.pages.c.id == page)).one()
    return value_of(Capture, row)


def _ids(
    connection: Connection,
    table: Table,
    column: ColumnElement[Any],
    wanted: Iterable[str],
) -> list[Any]:
    rows = rows_among(connection, select(table.c.id), column, wanted)
    return sorted(row.id for row in rows)


def _remove(
    connection: Connection, capture: Capture, forgotten: Forgetting, at: datetime
) -> None:
    """Delete the capture with its pages and articles, and all that rests on them."""
    pages, articles = forgotten.pages, forgotten.articles
    gone = {
        kind: set(_ids(connection, table, table.c.page_id, pages))
        for kind, table in KINDS.items()
    }
    figures = _ids(connection, schema.figures, schema.figures.c.page_id, pages)
    _remove_judgements(connection, set(figures).union(*gone.values()))
    _remove_words(connection, articles)
    connection.execute(delete(schema.judged_pairs))  # by hash: whose, nobody can tell
    remove_anchors(connection, capture.id)
    for table in ON_PAGE:
        _delete(connection, table, table.c.page_id, pages)
    for kind, members in gone.items():
        regroup_without(connection, kind, members, at)
    derive_groups_of(connection, "mention", at)  # decisions may rest on others now
    _delete(connection, schema.articles, schema.articles.c.page_id, pages)
    _delete(connection, schema.pages, schema.pages.c.id, pages)
    _delete(connection, schema.captures, schema.captures.c.id, [capture.id])


def _remove_words(connection: Connection, articles: Sequence[str]) -> None:
    """Take the articles and what is said in them out of the search index."""
    table = schema.search_entries
    rows = rows_among(connection, select(table.c.number), table.c.article_id, articles)
    sqlite.remove_words(connection, [row.number for row in rows])
    _delete(connection, table, table.c.article_id, articles)


def _delete(
    connection: Connection,
    table: Table,
    column: ColumnElement[Any],
    wanted: Sequence[str],
) -> None:
    for chunk in chunks_of(wanted):
        connection.execute(delete(table).where(column.in_(chunk)))


def _remove_judgements(connection: Connection, names: Collection[str]) -> None:
    """Delete the links and disputes that have one of these on a side."""
    for chunk in chunks_of(sorted(names)):
        for table in (schema.links, schema.disputes):
            sides = or_(table.c.left.in_(chunk), table.c.right.in_(chunk))
            connection.execute(delete(table).where(sides))
