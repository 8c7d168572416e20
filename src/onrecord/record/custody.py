"""The custody log: which bytes came when, each entry sealed by the one before."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Literal

from sqlalchemy import select

from onrecord.codec import to_json
from onrecord.model import CaptureId
from onrecord.record.rows import STREAM, insert_rows
from onrecord.record.schema import custody

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

    from onrecord.model import Capture

Event = Literal["added", "sighting"]
FIRST = "0" * 64  # what the first entry has before it


@dataclass(frozen=True, slots=True)
class CustodyEntry:
    """One line of the log. `at` is when it was written, by this machine's clock.

    `captured_at` is the capture time as given with these bytes this time, None when
    nobody gave one. `hash` seals every other field, `previous` among them.
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


def seal(entry: CustodyEntry) -> str:
    """The hash this entry must have, from its other fields: 64 hex digits."""
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
    return hashlib.sha256(to_json(told).encode()).hexdigest()


def _stamp(time: datetime | None) -> str | None:
    if time is None:
        return None
    return time.astimezone(UTC).isoformat(timespec="microseconds")


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
    connection: Connection, capture: Capture, event: Event, at: datetime
) -> CustodyEntry:
    """Write down that these bytes came; the caller holds the writer's lock."""
    head = read_head(connection)
    number, previous = (head.seq + 1, head.hash) if head else (1, FIRST)
    open_entry = CustodyEntry(
        number,
        at,
        event,
        capture.id,
        capture.sha256,
        capture.where,
        capture.captured_at,
        None,
        previous,
        hash="",
    )
    sealed = {name: getattr(open_entry, name) for name in custody.c.keys()}  # noqa: SIM118 - columns are no dict
    insert_rows(connection, custody, [sealed | {"hash": seal(open_entry)}])
    return open_entry
