"""The custody log: which bytes came when, each entry sealed by the one before.

Whoever can write to the record's file can write the whole log anew. What was
published of it, a head or a stamp, is what nobody can write anew.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Literal

from sqlalchemy import select

from onrecord.codec import to_json
from onrecord.errors import InputError
from onrecord.model import CaptureId
from onrecord.record.rows import STREAM, fields_of_row, insert_rows
from onrecord.record.schema import custody

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

    from onrecord.model import Capture

Event = Literal["added", "sighting", "forgotten", "stamped", "decided", "undone"]
FIRST = "0" * 64  # what the first entry has before it
NO_CAPTURE = CaptureId("")  # of an entry about the log itself
HEAD = re.compile(r"(?:([1-9][0-9]{0,17}):)?([0-9a-f]{64})")


@dataclass(frozen=True, slots=True)
class CustodyEntry:
    """One line of the log. `at` is when it was written, by this machine's clock.

    `captured_at` is the capture time as given with these bytes this time, None when
    nobody gave one. `detail` is, of an added capture, the hash of what was told with
    its bytes; of a forgotten one who forgot what and why; of a stamp the head that
    was stamped, while `sha256` is the hash of its token and `where` its authority. Of
    what a person decided or took back, `where` is the decision's id and `sha256` the
    hash of its entry in the log of decisions.
    `hash` seals every other field, `previous` among them.
    """

    seq: int
    at: datetime
    event: Event
    capture_id: CaptureId
    sha256: str
    where: str
    captured_at: datetime | None
    detail: str | None
    previous: str
    hash: str


@dataclass(frozen=True, slots=True)
class Head:
    """An entry as it is published; `seq` is None when only the hash was kept."""

    seq: int | None
    hash: str

    def __str__(self) -> str:
        """The head as it is printed and read again: NUMBER:HASH."""
        return self.hash if self.seq is None else f"{self.seq}:{self.hash}"


@dataclass(frozen=True, slots=True)
class Line:
    """What is to be written into the log, before it has a place there."""

    event: Event
    capture_id: CaptureId
    sha256: str
    where: str
    captured_at: datetime | None = None
    detail: str | None = None


def head_given(told: str) -> Head:
    """A head as `verify --head` prints it, alone or in its line, or its hash alone.

    Raises InputError when there is none, or more than one.

    >>> head_given("12:" + "a" * 64).seq
    12
    """
    found = [HEAD.fullmatch(word) for word in told.lower().split()]
    heads = [match for match in found if match]
    if len(heads) != 1:
        reason = "is no head: give NUMBER:HASH as `verify --head` prints it"
        raise InputError(reason, where=told)
    return Head(int(heads[0][1]) if heads[0][1] else None, heads[0][2])


def sealed_text(entry: CustodyEntry) -> bytes:
    """The bytes whose SHA-256 is the entry's hash: its other fields as JSON."""
    told = [
        entry.seq,
        _stamp(entry.at),
        entry.event,
        entry.capture_id,
        entry.sha256,
        entry.where,
        _stamp(entry.captured_at),
        entry.previous,
    ]
    if entry.detail is not None:  # entries older than the column were sealed without
        told.append(entry.detail)
    return to_json(told).encode()


def seal(entry: CustodyEntry) -> str:
    """The hash this entry must have, from its other fields: 64 hex digits."""
    return hashlib.sha256(sealed_text(entry)).hexdigest()


def _stamp(time: datetime | None) -> str | None:
    if time is None:
        return None
    return time.astimezone(UTC).isoformat(timespec="microseconds")


def told_hash(
    how: str, outlet: str | None, kind: tuple[str, str], fetched: str | None
) -> str:
    """The hash of what was told with the bytes of a capture.

    `kind` is their media type and encoding, `fetched` the answers of the servers as
    the record keeps them: JSON text, None for a file.
    """
    return hashlib.sha256(to_json([how, outlet, *kind, fetched]).encode()).hexdigest()


def read_head(connection: Connection) -> CustodyEntry | None:
    """The newest entry; None when nothing was ever added."""
    query = select(custody).order_by(custody.c.seq.desc()).limit(1)
    row = connection.execute(query).first()
    return CustodyEntry(*row) if row else None


def read_custody(connection: Connection) -> Iterator[CustodyEntry]:
    """Every entry, oldest first."""
    query = select(custody).order_by(custody.c.seq)
    for row in connection.execute(query.execution_options(yield_per=STREAM)):
        yield CustodyEntry(*row)


def log_capture(
    connection: Connection,
    capture: Capture,
    event: Literal["added", "sighting"],
    at: datetime,
) -> CustodyEntry:
    """Write down that these bytes came; the caller holds the writer's lock.

    What was told with them is sealed when they are added: it is kept beside them. A
    sighting seals when and where alone, since nothing else of it is kept.
    """
    detail = None
    if event == "added":
        fetched = to_json(capture.fetched) if capture.fetched else None
        kind = capture.media_type, capture.encoding
        detail = told_hash(capture.how, capture.outlet, kind, fetched)
    line = Line(
        event, capture.id, capture.sha256, capture.where, capture.captured_at, detail
    )
    return log_line(connection, line, at)


def log_line(connection: Connection, line: Line, at: datetime) -> CustodyEntry:
    """Append a line to the log; the caller holds the writer's lock."""
    head = read_head(connection)
    number, previous = (head.seq + 1, head.hash) if head else (1, FIRST)
    open_entry = CustodyEntry(
        number,
        at,
        line.event,
        line.capture_id,
        line.sha256,
        line.where,
        line.captured_at,
        line.detail,
        previous,
        hash="",
    )
    entry = replace(open_entry, hash=seal(open_entry))
    insert_rows(connection, custody, [fields_of_row(entry, custody)])
    return entry
