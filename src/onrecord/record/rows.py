"""From the model's values to rows and back, field by field."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import insert, select

from onrecord.model import (
    Article,
    Capture,
    Correction,
    Dispute,
    Figure,
    Link,
    Mention,
    Page,
    Report,
    Run,
    Statement,
)
from onrecord.record import schema

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sqlalchemy import ColumnElement, Connection, Row, Select, Table

Value = TypeVar("Value")
Fields = dict[str, object]
CHUNK = 500  # ids asked for at once
STREAM = 200  # rows held at once when everything is read

TABLES: dict[type, Table] = {
    Article: schema.articles,
    Capture: schema.captures,
    Correction: schema.corrections,
    Dispute: schema.disputes,
    Figure: schema.figures,
    Link: schema.links,
    Mention: schema.mentions,
    Page: schema.pages,
    Report: schema.reports,
    Run: schema.runs,
    Statement: schema.statements,
}


NAMES = {kind: tuple(field.name for field in fields(kind)) for kind in TABLES}


def fields_of(value: object) -> Fields:
    """The fields of one of the model's values, by name."""
    return {name: getattr(value, name) for name in NAMES[type(value)]}


def fields_of_row(value: object, table: Table) -> Fields:
    """The fields of a value that has one for each column of the table."""
    return {column.name: getattr(value, column.name) for column in table.c}


def query_of(kind: type, *more: ColumnElement[Any]) -> Select[Any]:
    """A query for values of this type, with `more` columns behind."""
    table = TABLES[kind]
    return select(*(table.c[name] for name in NAMES[kind]), *more)


def value_of(kind: type[Value], row: Row[Any]) -> Value:
    """The value in a row of `query_of`, equal to the one that was stored."""
    return kind(*row[: len(NAMES[kind])])


def read_values(connection: Connection, kind: type[Value]) -> Iterator[Value]:
    """All values of this type, in the order of their ids."""
    query = query_of(kind).order_by(TABLES[kind].c.id)
    for row in connection.execute(query.execution_options(yield_per=STREAM)):
        yield value_of(kind, row)


def insert_rows(connection: Connection, table: Table, rows: Sequence[Fields]) -> None:
    """Add the rows in one go; none is fine."""
    if rows:
        connection.execute(insert(table), rows)


def rows_among(
    connection: Connection,
    query: Select[Any],
    column: ColumnElement[Any],
    wanted: Iterable[str],
) -> Iterator[Row[Any]]:
    """The query's rows whose column is among the wanted, a chunk at a time."""
    for chunk in chunks_of(list(dict.fromkeys(wanted))):
        yield from connection.execute(query.where(column.in_(chunk)))


def chunks_of(names: Sequence[str]) -> Iterator[Sequence[str]]:
    """The names in order, so many at once as a query may hold."""
    for start in range(0, len(names), CHUNK):
        yield names[start : start + CHUNK]
