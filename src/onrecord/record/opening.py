"""Opening a record: the file, its version, its tables."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import inspect, select, text

from onrecord.errors import RecordError
from onrecord.record import sqlite
from onrecord.record.schema import CURRENT, about
from onrecord.record.store import Record

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

WAIT_SECONDS = 30.0


def open_record(
    path: Path | str, *, create: bool = True, wait_seconds: float = WAIT_SECONDS
) -> Record:
    """The record in this file, its tables up to date; a new one when there is none.

    `wait_seconds`: how long a writer waits for another. Raises RecordError when the
    file is no record, damaged, locked, or made by a newer onrecord, and when it is
    missing and `create` is False.
    """
    path = Path(path)
    if create:
        sqlite.make_file(path)
    elif not path.is_file():
        raise RecordError(f"{path}: there is no record; `onrecord add` makes one")
    sqlite.check_file(path)
    engine = sqlite.make_engine(path, wait_seconds)
    try:
        _bring_up_to_date(engine, str(path), wait_seconds)
    except RecordError:
        engine.dispose()
        raise
    return Record(path, engine, wait_seconds)


def _bring_up_to_date(engine: Engine, where: str, wait_seconds: float) -> None:
    with sqlite.reading(engine, where) as connection:
        if _version(connection, where) == CURRENT:
            return
    sqlite.use_write_ahead_log(engine, where, wait_seconds)
    with sqlite.writing(engine, where, wait_seconds) as connection:
        version = _version(connection, where)  # another process may have been first
        if version != CURRENT:
            _migrate(connection, version, where)


def _version(connection: Connection, where: str) -> str | None:
    """The newest step the record has seen; None for an empty file."""
    tables = inspect(connection).get_table_names()
    if not tables:
        return None
    if not {"alembic_version", "custody", "about"} <= set(tables):
        raise RecordError(f"{where}: no record (a database of something else)")
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return None if found is None else str(found)


def _migrate(connection: Connection, version: str | None, where: str) -> None:
    from onrecord.record import migrate  # noqa: PLC0415 - alembic costs 0.3 s

    if version is not None and not migrate.is_known(version):
        named = select(about.c.value).where(about.c.name == "onrecord")
        needed = connection.execute(named).scalar()
        raise RecordError(
            f"{where}: made by a newer onrecord (schema {version}, this one knows"
            f" {CURRENT}); it needs onrecord {needed} or newer"
        )
    migrate.migrate(connection)
