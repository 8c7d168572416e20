"""Verifying: a whole record is whole, and each kind of damage is named."""

from __future__ import annotations

import sqlite3
import zlib
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import LargeBinary, Text, delete, func, select, type_coerce, update

from onrecord.record import Record, schema, verify
from tests.record.made import NOW, RUN, News, Said, Told, findings_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Table

PAGE = News(body=(Said("Oren Tull", "the piers are safe"), Told("Port Anselm", 3)))


@pytest.fixture
def full(record: Record) -> Record:
    """A record of three pages."""
    for number in range(3):
        page = findings_of(replace(PAGE, where=f"pages/{number}"))
        record.add(page, RUN, added_at=NOW)
    return record


def _set(record: Record, table: Table, column: str, stored: str | bytes) -> str:
    """Put something else into the row with the smallest id; its place."""
    plain = LargeBinary if isinstance(stored, bytes) else Text
    with record.writing() as connection:
        name = connection.execute(select(func.min(table.c.id))).scalar_one()
        change = update(table).where(table.c.id == name)
        connection.execute(change.values({column: type_coerce(stored, plain)}))
    return f"{table.name.removesuffix('s')} {name}"


def _stored(record: Record) -> bytes:
    column = type_coerce(schema.captures.c.data, LargeBinary)
    query = select(column).order_by(schema.captures.c.id).limit(1)
    with record.reading() as connection:
        return bytes(connection.execute(query).scalar_one())


def _flip_stored_byte(record: Record) -> str:
    data = bytearray(_stored(record))
    data[len(data) // 2] ^= 1
    return _set(record, schema.captures, "data", bytes(data))


def _change_bytes(record: Record) -> str:
    return _set(record, schema.captures, "data", zlib.compress(b"other words"))


def _change_text(record: Record) -> str:
    other = zlib.compress(b"The piers are closed and nobody said a word about it. " * 9)
    return _set(record, schema.pages, "text", other)


def _change_log(record: Record) -> str:
    with record.writing() as connection:
        entry = update(schema.custody).where(schema.custody.c.seq == 2)
        connection.execute(entry.values({"where": "elsewhere"}))
    return "custody entry 2"


def _cut_log(record: Record) -> str:
    with record.writing() as connection:
        connection.execute(delete(schema.custody).where(schema.custody.c.seq == 2))
    return "custody entry 3"


def _lose_log_entry(record: Record) -> str:
    head = record.head()
    assert head is not None
    with record.writing() as connection:
        connection.execute(delete(schema.custody).where(schema.custody.c.seq == 3))
    return f"capture {head.capture_id}"


def _move_span(record: Record) -> str:
    return _set(record, schema.figures, "span", "[[900,910]]")


def _empty_span(record: Record) -> str:
    return _set(record, schema.statements, "cue", "[[5,5]]")


def _change_address(record: Record) -> str:
    return _set(record, schema.captures, "address", "https://elsewhere.example/")


def _store_text_as_text(record: Record) -> str:
    return _set(record, schema.pages, "text", "a text that nobody packed")


def _break_zones(record: Record) -> str:
    return _set(record, schema.articles, "zones", b"0")


def test_a_record_as_it_was_written_has_no_problems(full: Record) -> None:
    assert verify(full) == []


@pytest.mark.parametrize(
    "damage",
    [
        _flip_stored_byte,
        _change_bytes,
        _change_text,
        _change_log,
        _cut_log,
        _lose_log_entry,
        _move_span,
        _empty_span,
        _break_zones,
        _change_address,
        _store_text_as_text,
    ],
)
def test_damage_is_named_with_its_place(
    full: Record, damage: Callable[[Record], str]
) -> None:
    place = damage(full)
    assert any(problem.where.startswith(place) for problem in verify(full))


def test_only_the_first_broken_link_of_the_custody_log_is_named(full: Record) -> None:
    with full.writing() as connection:
        connection.execute(
            update(schema.custody)
            .where(schema.custody.c.seq <= 2)
            .values(at=NOW.replace(year=2001))
        )
    told = [item.where for item in verify(full) if item.where.startswith("custody")]
    assert told == ["custody entry 1"]


def test_a_flipped_byte_anywhere_in_the_bytes_of_a_page_is_found(full: Record) -> None:
    stored = _stored(full)
    full.close()
    with closing(sqlite3.connect(full.path)) as file:
        file.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    content = bytearray(full.path.read_bytes())
    place = content.index(stored[:40])
    content[place + len(stored) // 2] ^= 4
    full.path.write_bytes(content)
    assert any(problem.where.startswith("capture") for problem in verify(full))
