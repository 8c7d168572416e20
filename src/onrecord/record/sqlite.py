"""All that is SQLite's own: the connection, its lock, its errors, its text search.

The rest of the record speaks SQLAlchemy Core; another database needs this file's
functions and no more.
"""

from __future__ import annotations

import json
import os
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    URL,
    Connection,
    column,
    create_engine,
    event,
    func,
    literal_column,
    select,
    table,
    text,
)
from sqlalchemy.exc import DatabaseError, IntegrityError, ProgrammingError

from onrecord.errors import RecordError
from onrecord.record.schema import search_entries

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from sqlalchemy import Engine, Select, Table
    from sqlalchemy.engine.interfaces import DBAPIConnection
    from sqlalchemy.pool import ConnectionPoolEntry

    from onrecord.record.text import Phrase

BEGIN = "onrecord_begin"  # execution option: how a transaction begins
LOCKED = {BEGIN: "BEGIN IMMEDIATE"}  # nobody else can write from here on
OPEN = {BEGIN: ""}  # no transaction
MAGIC = b"SQLite format 3\0"
PAUSE_SECONDS = 0.05
NO_LETTER = "\u0301"  # a word of marks alone, which the index keeps as an empty one
CREATE_SEARCH = (
    "CREATE VIRTUAL TABLE search_words USING fts5(statement, article, content='',"
    " tokenize=\"unicode61 remove_diacritics 2 categories 'L* N* Co M*'\")"
)


def make_file(path: Path) -> None:
    """An empty file that its owner alone can read; an existing one stays as it is."""
    try:
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except FileExistsError:
        return
    except OSError as error:
        raise RecordError(f"{path}: cannot be made ({error.strerror})") from error


def check_file(path: Path) -> None:
    """Refuse what is no SQLite file before the database would write over it."""
    try:
        with path.open("rb") as file:
            start = file.read(len(MAGIC))
    except OSError as error:
        raise RecordError(f"{path}: cannot be read ({error.strerror})") from error
    if start not in {b"", MAGIC}:
        raise RecordError(f"{path}: no record (it is no SQLite file)")


def make_engine(path: Path, wait_seconds: float) -> Engine:
    """An engine for the file; a writer waits this long for another to finish."""
    engine = create_engine(
        URL.create("sqlite+pysqlite", database=str(path)),
        connect_args={"timeout": wait_seconds, "check_same_thread": False},
    )
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine


def _set_up(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    connection.isolation_level = None  # we say BEGIN ourselves
    connection.execute("PRAGMA foreign_keys=ON")


def _begin(connection: Connection) -> None:
    told = connection.get_execution_options().get(BEGIN, "BEGIN")
    if told:
        connection.exec_driver_sql(told)


@contextmanager
def reading(engine: Engine, where: str) -> Iterator[Connection]:
    """A connection that sees the record as it is now, whatever others write."""
    try:
        with engine.begin() as connection:
            yield connection
    except DatabaseError as error:
        raise explained(error, where) from error.orig


@contextmanager
def writing(engine: Engine, where: str, wait_seconds: float) -> Iterator[Connection]:
    """A connection that alone writes: all of it is stored at the end, or nothing."""
    try:
        with (
            engine.connect().execution_options(**LOCKED) as connection,
            _locked(connection, time.monotonic() + wait_seconds),
        ):
            yield connection
    except DatabaseError as error:
        raise explained(error, where) from error.orig


@contextmanager
def _locked(connection: Connection, deadline: float) -> Iterator[None]:
    while True:
        try:
            transaction = connection.begin()
            break
        except DatabaseError as error:
            if not is_locked(error) or time.monotonic() > deadline:
                raise
            time.sleep(PAUSE_SECONDS)
    with transaction:
        yield


def use_write_ahead_log(engine: Engine, where: str, wait_seconds: float) -> None:
    """Let readers read while one writes; the file remembers it."""
    deadline = time.monotonic() + wait_seconds
    while True:
        try:
            with engine.connect().execution_options(**OPEN) as connection:
                connection.exec_driver_sql("PRAGMA journal_mode=WAL")
                return
        except DatabaseError as error:
            if not is_locked(error) or time.monotonic() > deadline:
                raise explained(error, where) from error.orig
            time.sleep(PAUSE_SECONDS)


def vacuum(engine: Engine, where: str, wait_seconds: float) -> None:
    """Write the file anew, so that nothing that was deleted is left in it.

    The write-ahead log is emptied, too. Raises RecordError when others who read or
    write stand in the way for so long.
    """
    deadline = time.monotonic() + wait_seconds
    while True:
        try:
            with engine.connect().execution_options(**OPEN) as connection:
                connection.exec_driver_sql("VACUUM")
                told = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
                if not told.scalar_one():
                    return
        except DatabaseError as error:
            if not is_locked(error):
                raise explained(error, where) from error.orig
        if time.monotonic() > deadline:
            raise RecordError(
                f"{where}: others are using it, so that words of what was forgotten"
                " may still lie in the file; run `onrecord forget` again after them"
            )
        time.sleep(PAUSE_SECONDS)


def is_locked(error: DatabaseError) -> bool:
    """Whether another process holds the record."""
    return "locked" in str(error.orig)


def explained(error: DatabaseError, where: str) -> Exception:
    """The database's complaint as one line with what to do.

    A complaint about our own SQL stays what it is.
    """
    if isinstance(error, IntegrityError | ProgrammingError):
        return error
    told = str(error.orig)
    if is_locked(error):
        return RecordError(f"{where}: locked by another process; try again later")
    if "full" in told:
        return RecordError(f"{where}: the disk is full; make space and run it again")
    if "readonly" in told or "unable to open" in told:
        return RecordError(f"{where}: cannot be opened for writing ({told})")
    if any(word in told for word in ("malformed", "corrupt", "not a database")):
        return RecordError(f"{where}: damaged ({told}); restore it from a backup")
    return RecordError(f"{where}: {told}")


@contextmanager
def copies(connection: Connection, tables: Sequence[Table]) -> Iterator[None]:
    """In this block copies of the tables stand in their place on this connection.

    Others see nothing of them, and the file is not written to.
    """
    for item in tables:
        name = item.name
        connection.exec_driver_sql(
            f"CREATE TEMP TABLE {name} AS SELECT * FROM main.{name}"  # noqa: S608 - our own
        )
        for number, columns in enumerate(_indexed(item)):
            told = ", ".join(f'"{column}"' for column in columns)
            connection.exec_driver_sql(
                f"CREATE INDEX temp.copied_{name}_{number} ON {name} ({told})"
            )
    try:
        yield
    finally:
        for item in tables:
            connection.exec_driver_sql(f"DROP TABLE IF EXISTS temp.{item.name}")


def _indexed(item: Table) -> Iterator[list[str]]:
    """The columns of each key and index of a table."""
    yield [column.name for column in item.primary_key]
    for index in item.indexes:
        yield [column.name for column in index.columns]


def listed(ids: Iterable[str]) -> Select[Any]:
    """A query for these ids themselves: they may be more than a query has places."""
    told = func.json_each(json.dumps(sorted(ids))).table_valued("value")
    return select(told.c.value)


def add_words(connection: Connection, rows: Sequence[dict[str, object]]) -> None:
    """Make texts searchable; each row has a `number`, `statement` and `article`."""
    query = "INSERT INTO search_words (rowid, statement, article) VALUES "
    connection.execute(text(query + "(:number, :statement, :article)"), rows)


def remove_words(connection: Connection, numbers: Sequence[int]) -> None:
    """Take texts out of the search index, by the numbers they were added with.

    The index keeps words and no texts, and wants to be told which words go: they are
    read out of it, so that no change of what is indexed can leave some behind.
    """
    connection.exec_driver_sql("DROP TABLE IF EXISTS temp.indexed_words")
    connection.exec_driver_sql(
        "CREATE VIRTUAL TABLE temp.indexed_words"
        " USING fts5vocab('main', 'search_words', 'instance')"
    )
    told = text(
        'SELECT doc, col, "offset", term FROM temp.indexed_words'
        " WHERE doc IN (SELECT value FROM json_each(:numbers))"
    )
    found = connection.execute(told, {"numbers": json.dumps(list(numbers))})
    words: dict[int, dict[str, list[str]]] = {
        number: {"statement": [], "article": []} for number in numbers
    }
    for row in sorted(found, key=lambda row: (row.doc, row.offset)):
        words[row.doc][row.col].append(row.term or NO_LETTER)
    query = "INSERT INTO search_words (search_words, rowid, statement, article) "
    gone = [
        {"number": number} | {column: " ".join(told) for column, told in kept.items()}
        for number, kept in words.items()
    ]
    if gone:
        values = text(query + "VALUES ('delete', :number, :statement, :article)")
        connection.execute(values, gone)
    # Until segments are merged the words that went are kept with a mark.
    connection.exec_driver_sql(
        "INSERT INTO search_words (search_words) VALUES ('optimize')"
    )
    connection.exec_driver_sql("DROP TABLE temp.indexed_words")


def words_query(
    phrases: Sequence[Phrase], kinds: Sequence[str], limit: int
) -> Select[Any]:
    """A query for the entries that hold all phrases, the best first.

    Its columns are those of `search_entries` and a `score`: higher is better. At
    least one phrase; phrases bear no quotation marks.
    """
    told = " AND ".join(f'"{phrase}"' for phrase in phrases)
    words = table("search_words", column("rowid"))
    matches = text("search_words MATCH :match").bindparams(
        match=f"{{{' '.join(kinds)}}} : ({told})"
    )
    rank = -func.bm25(literal_column("search_words"))
    score = (rank * search_entries.c.weight).label("score")
    return (
        select(search_entries, score)
        .join_from(words, search_entries, words.c.rowid == search_entries.c.number)
        .where(matches, search_entries.c.kind.in_(kinds))
        .order_by(score.desc(), search_entries.c.id)
        .limit(limit)
    )


def faults(connection: Connection) -> list[str]:
    """What the database itself finds wrong with its file; empty when nothing."""
    told = connection.exec_driver_sql("PRAGMA integrity_check(20)").scalars()
    broken = [line for line in told if line != "ok"]
    strays = connection.exec_driver_sql("PRAGMA foreign_key_check")
    return broken + [f"a row of {row[0]} misses its row of {row[2]}" for row in strays]
