"""Proving that a record is whole: hashes, custody, and the words of every finding."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from sqlalchemy import Text, select, type_coerce

from onrecord.errors import RecordError
from onrecord.model import Report, address_of, capture_id, page_id
from onrecord.record import forgetting, schema, sqlite
from onrecord.record.chain import Problem, check_custody
from onrecord.record.columns import Spans
from onrecord.record.decisions import check_decisions
from onrecord.record.rows import query_of, value_of
from onrecord.record.stamps import check_tokens

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from sqlalchemy import Connection, Table

    from onrecord.model import Span
    from onrecord.record.store import Record

SPANS = Spans()
PLACED: tuple[tuple[Table, tuple[str, ...]], ...] = (
    (schema.articles, ("titles",)),
    (schema.mentions, ("span", "role_spans")),
    (
        schema.statements,
        ("content", "source", "cue", "denied", "addressee", "occasion"),
    ),
    (schema.reports, ("spans", "date_spans")),
    (schema.figures, ("span",)),
    (schema.disputes, ("spans",)),
    (schema.corrections, ("spans", "said", "corrected")),
)  # where spans of a page are kept


def verify(record: Record) -> list[Problem]:
    """Everything that is wrong with the record; an empty list proves it whole.

    Hashes and ids of captures and pages are recomputed, the custody chain is
    followed to its first broken link, stamps and decisions must be those that were
    stored, and the spans of every finding must lie in their page and open words.
    """
    problems: list[Problem] = []
    for check in CHECKS:
        try:
            with record.reading() as connection:
                problems.extend(check(connection))
        except RecordError as error:
            problems.append(Problem(str(error), f"while checking {_topic(check)}"))
    return problems


def _topic(check: Callable[[Connection], Iterator[Problem]]) -> str:
    return check.__name__.removeprefix("check").lstrip("_")


def _file(connection: Connection) -> Iterator[Problem]:
    for line in sqlite.faults(connection):
        yield Problem(line, "the file")
    if forgetting.is_marked(connection, forgetting.UNCLEAN):
        told = "words of what was forgotten may still lie in it; `onrecord forget`"
        yield Problem(f"{told} ends what was interrupted", "the file")


def _captures(connection: Connection) -> Iterator[Problem]:
    table = schema.captures
    noted = (table.c.where, table.c.sha256, table.c.size, table.c.address)
    query = select(table.c.id, *noted)
    for row in connection.execute(query).all():
        data_query = select(table.c.data).where(table.c.id == row.id)
        where = f"capture {row.id} ({row.where})"
        try:
            data = connection.execute(data_query).scalar_one()
        except RecordError as error:
            yield Problem(str(error), where)
            continue
        if hashlib.sha256(data).hexdigest() != row.sha256:
            yield Problem("the bytes do not have the SHA-256 they came with", where)
        elif capture_id(row.where, data) != row.id:
            yield Problem("the id is not that of these bytes from this place", where)
        elif len(data) != row.size:
            yield Problem(f"{len(data)} bytes are there, {row.size} are noted", where)
        elif row.address != address_of(row.where):
            yield Problem("is compared by another address than its own", where)


def _pages(connection: Connection) -> Iterator[Problem]:
    table = schema.pages
    for name in connection.execute(select(table.c.id)).scalars().all():
        query = select(table.c.text, table.c.capture_id, table.c.blocks)
        try:
            page = connection.execute(query.where(table.c.id == name)).one()
        except RecordError as error:
            yield Problem(str(error), f"page {name}")
            continue
        if page_id(page.capture_id, page.text) != name:
            yield Problem("the text is not the one its id stands for", f"page {name}")
        yield from _zones(connection, name, page.text)
        for kept, columns in PLACED:
            yield from _spans(connection, kept, columns, (name, page.text))
        yield from _told_in(connection, (name, page.text))


def _zones(connection: Connection, page: str, text: str) -> Iterator[Problem]:
    table = schema.articles
    names = select(table.c.id).where(table.c.page_id == page)
    for name in connection.execute(names).scalars().all():
        where = f"article {name} in page {page}"
        query = select(table.c.zones).where(table.c.id == name)
        try:
            zones = connection.execute(query).scalar_one()
        except RecordError as error:
            yield Problem(str(error), where)
            continue
        yield from _wordless([zoned.span for zoned in zones], text, where)


def _spans(
    connection: Connection,
    table: Table,
    columns: tuple[str, ...],
    page: tuple[str, str],
) -> Iterator[Problem]:
    name, text = page
    kept = [type_coerce(table.c[column], Text) for column in columns]
    query = select(table.c.id, *kept).where(table.c.page_id == name)
    for finding, *stored in connection.execute(query):
        where = f"{table.name.removesuffix('s')} {finding} in page {name}"
        for told in stored:
            try:
                spans = SPANS.process_result_value(told, connection.dialect)
            except RecordError as error:
                yield Problem(str(error), where)
                continue
            yield from _wordless(spans or (), text, where)


def _told_in(connection: Connection, page: tuple[str, str]) -> Iterator[Problem]:
    """What reports have words of, inside of values: parties, weapons, doubts."""
    name, text = page
    ids = select(schema.reports.c.id).where(schema.reports.c.page_id == name)
    for identity in connection.execute(ids).scalars().all():
        where = f"report {identity} in page {name}"
        query = query_of(Report).where(schema.reports.c.id == identity)
        try:
            report = value_of(Report, connection.execute(query).one())
        except RecordError as error:
            yield Problem(str(error), where)
            continue
        yield from _wordless(report.spans_within, text, where)


def _wordless(
    spans: list[Span] | tuple[Span, ...], text: str, where: str
) -> Iterator[Problem]:
    for span in spans:
        if span.end > len(text):
            yield Problem(f"{span.start}-{span.end} lies outside the page", where)
        elif not span.of(text).strip():
            yield Problem(f"{span.start}-{span.end} opens no words", where)


CHECKS = (_file, _captures, check_custody, check_tokens, check_decisions, _pages)
