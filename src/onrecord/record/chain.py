"""Following the custody log: to its first broken link, or to a published head."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import LargeBinary, Text, cast, select, type_coerce

from onrecord.errors import RecordError
from onrecord.record.custody import (
    FIRST,
    NO_CAPTURE,
    CustodyEntry,
    Head,
    seal,
    told_hash,
)
from onrecord.record.rows import STREAM
from onrecord.record.schema import captures, custody
from onrecord.record.tombstones import Tombstone, tombstone_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection, Row, Select

    from onrecord.record.readers import Readers

TIMES = {"at", "captured_at"}


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that is not as it was stored, and where."""

    what: str
    where: str


@dataclass(frozen=True, slots=True)
class Since:
    """What the log tells about a head that was published.

    `entry` is that head's entry; None when the log does not hold it, and `problem`
    says what that means. `forgotten` are captures that came before it and were
    forgotten after it: the log tells of that openly.
    """

    entry: CustodyEntry | None
    problem: Problem | None
    forgotten: tuple[Tombstone, ...] = ()


def follow(connection: Connection) -> Iterator[CustodyEntry | Problem]:
    """Every entry that is whole, oldest first; the first broken link ends it."""
    previous = FIRST
    for number, row in enumerate(_stored(connection), 1):
        where = f"custody entry {row.seq}"
        if row.seq != number:
            yield Problem(f"entry {number} of the custody log is missing", where)
            return
        entry = _entry(row)
        if entry is None or entry.previous != previous or seal(entry) != entry.hash:
            yield Problem("the custody log was changed here", where)
            return
        previous = entry.hash
        yield entry


def _stored(connection: Connection) -> Iterator[Row[Any]]:
    """Every entry byte for byte: what was written is compared, not what it means."""
    plain = [
        column
        if column is custody.c.seq
        else cast(type_coerce(column, Text), LargeBinary).label(column.name)
        for column in custody.c
    ]
    query = select(*plain).order_by(custody.c.seq)
    yield from connection.execute(query.execution_options(yield_per=STREAM))


def _entry(row: Row[Any]) -> CustodyEntry | None:
    """The entry of a row as stored; None when it cannot have been written so."""
    told: dict[str, Any] = {"seq": row.seq}
    try:
        for name in custody.c.keys():  # noqa: SIM118 - columns are no dict
            stored = getattr(row, name)
            if isinstance(stored, bytes):
                text = stored.decode()
                told[name] = _time(text) if name in TIMES else text
            else:
                told[name] = stored
    except ValueError:  # no UTF-8, or no time
        return None
    return CustodyEntry(**told)


def _time(text: str) -> datetime:
    """A time in the very form the database keeps it in; ValueError for any other."""
    time = datetime.fromisoformat(text)
    if time.tzinfo is None and time.isoformat(" ", "microseconds") == text:
        return time.replace(tzinfo=UTC)
    raise ValueError(text)


def check_custody(connection: Connection) -> Iterator[Problem]:
    """The first broken link; in a whole log, captures that are not as it tells."""
    logged: dict[str, list[CustodyEntry]] = {}
    for entry in follow(connection):
        if isinstance(entry, Problem):
            yield entry
            return
        if entry.capture_id != NO_CAPTURE:
            logged.setdefault(entry.capture_id, []).append(entry)
    stored = {row.id: row for row in connection.execute(_captures())}
    for name, entries in logged.items():
        yield from _compared(entries, stored.pop(name, None))
    for name in sorted(stored):
        yield Problem("the custody log does not know it", f"capture {name}")


def _captures() -> Select[Any]:
    plain = captures.c
    fetched = type_coerce(plain.fetched, Text).label("answers")
    return select(
        plain.id,
        plain.where,
        plain.sha256,
        plain.how,
        plain.outlet,
        plain.media_type,
        plain.encoding,
        plain.captured_at,
        fetched,
    )


def _compared(entries: list[CustodyEntry], row: Row[Any] | None) -> Iterator[Problem]:
    """What is wrong with a capture, by all that the log says of it."""
    first, last = entries[0], entries[-1]
    where = f"capture {first.capture_id} ({first.where})"
    if last.event == "forgotten":
        if row is not None:
            yield Problem("is on record, and the log says it was forgotten", where)
        return
    if row is None:
        yield Problem("is gone, and the log tells of no forgetting", where)
        return
    if (row.sha256, row.where) != (first.sha256, first.where):
        yield Problem("has another SHA-256 or another place than logged", where)
    given = (item.captured_at for item in entries if item.captured_at)
    if row.captured_at != next(given, None):
        yield Problem("has another capture time than logged", where)
    kind = row.media_type, row.encoding
    told = told_hash(row.how, row.outlet, kind, row.answers)
    # An entry older than the column told of files alone, and sealed nothing of them.
    is_older = first.detail is None and row.answers is None
    if first.detail != told and not is_older:
        yield Problem("what was told with its bytes was changed", where)


def read_sound_head(record: Readers) -> CustodyEntry | None:
    """The newest entry of a log that is whole; None when nothing was ever added.

    Raises RecordError that names the first broken link: such a log has no head that
    is worth publishing.
    """
    newest = None
    with record.reading() as connection:
        for entry in follow(connection):
            if isinstance(entry, Problem):
                raise RecordError(f"{record.path}: {entry.where}: {entry.what}")
            newest = entry
    return newest


def check_since(record: Readers, head: Head) -> Since:
    """Whether the log still holds this head, and all that was logged before it."""
    where = f"head {head}"
    found, last = None, 0
    before: set[str] = set()
    forgotten: list[Tombstone] = []
    with record.reading() as connection:
        for entry in follow(connection):
            if isinstance(entry, Problem):
                if found is None:
                    told = f"not reached: before it, {entry.where} is broken"
                    return Since(None, Problem(told, where))
                break
            last = entry.seq
            if found is None:
                before.add(entry.capture_id)
                found = entry if entry.hash == head.hash else None
            elif entry.event == "forgotten" and entry.capture_id in before:
                forgotten.append(tombstone_of(entry))
    if found is None or head.seq not in {None, found.seq}:
        return Since(None, Problem(_unknown(head, found, last), where))
    return Since(found, None, tuple(forgotten))


def _unknown(head: Head, found: CustodyEntry | None, last: int) -> str:
    if found is not None:
        return f"that hash is of entry {found.seq}: it is not the head you published"
    if head.seq is not None and head.seq > last:
        return f"the log ends at entry {last}: it was cut, or is another record's"
    return "no entry has this hash: the log was cut or rewritten, or is another's"
