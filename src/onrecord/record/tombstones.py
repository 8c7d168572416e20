"""What is left of what was forgotten: a hash, and who forgot it, when and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from onrecord.codec import from_json, to_json
from onrecord.errors import InputError, RecordError
from onrecord.model import ArticleId, CaptureId, PageId
from onrecord.record.custody import CustodyEntry, Line
from onrecord.record.schema import FORGOTTEN, custody

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import ColumnElement, Connection

    from onrecord.model import Capture


@dataclass(frozen=True, slots=True)
class Forgetting:
    """Who forgot what and why, as the custody log seals it.

    The ids tell nothing of the words: they are there so that who asks for one
    learns what became of it.
    """

    by: str
    reason: str
    pages: tuple[PageId, ...]
    articles: tuple[ArticleId, ...]


@dataclass(frozen=True, slots=True)
class Tombstone:
    """A capture that was forgotten; `seq` is the custody entry that says so.

    `where` stays: the entries that logged the capture are sealed with it.
    """

    seq: int
    capture_id: CaptureId
    sha256: str
    where: str
    at: datetime
    by: str
    reason: str
    pages: tuple[PageId, ...]
    articles: tuple[ArticleId, ...]

    def __str__(self) -> str:
        """One clause for a person."""
        return f"forgotten on {self.at:%Y-%m-%d} by {self.by}: {self.reason}"

    @property
    def trace(self) -> str:
        """What is still known of it, in one clause."""
        return f"it was from {self.where}, SHA-256 {self.sha256}"


def line_of(capture: Capture, forgetting: Forgetting) -> Line:
    """What the custody log is to say when this capture is forgotten."""
    detail = to_json(forgetting)
    return Line("forgotten", capture.id, capture.sha256, capture.where, detail=detail)


def tombstone_of(entry: CustodyEntry) -> Tombstone:
    """The tombstone that this entry of the log is; RecordError when it is damaged."""
    where = f"custody entry {entry.seq}"
    try:
        told = from_json(entry.detail or "", Forgetting, where=where)
    except InputError as error:
        raise RecordError(f"damaged: {error}") from error
    return Tombstone(
        entry.seq,
        entry.capture_id,
        entry.sha256,
        entry.where,
        entry.at,
        told.by,
        told.reason,
        told.pages,
        told.articles,
    )


def read_tombstones(
    connection: Connection, *conditions: ColumnElement[Any]
) -> Iterator[Tombstone]:
    """Everything that was forgotten, oldest first."""
    query = select(custody).where(FORGOTTEN, *conditions).order_by(custody.c.seq)
    for row in connection.execute(query).all():
        yield tombstone_of(CustodyEntry(*row))


def find_tombstone(connection: Connection, begun: str) -> Tombstone | None:
    """What was forgotten whose page, article or capture has an id that begins so."""
    for stone in read_tombstones(connection):
        names = (stone.capture_id, *stone.pages, *stone.articles)
        if any(name.startswith(begun) for name in names):
            return stone
    return None


def refuse_forgotten(connection: Connection, capture: Capture) -> None:
    """Raise InputError when these bytes were forgotten, wherever they come from."""
    query = read_tombstones(connection, custody.c.sha256 == capture.sha256)
    stone = next(query, None)
    if stone is not None:
        reason = f"was {stone}; what was forgotten is not added again"
        raise InputError(reason, where=capture.where)
