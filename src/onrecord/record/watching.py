"""What is watched: feeds the user named, and the pages they listed.

A row says when its address is asked next and what the server said last. Asking has
two steps that reach the disk: before a page is asked for, `asked_at` is saved; when
the outcome is on record, `next_at`. What has the first and not the second was cut off
between the two; `arrived_since` finds whether its bytes came before that.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Literal

from sqlalchemy import delete, insert, or_, select, update

from onrecord.errors import InputError
from onrecord.model import CaptureId, Fetched, PageId, address_of
from onrecord.record.rows import fields_of_row
from onrecord.record.schema import FORGOTTEN, captures, custody, pages, watched

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection

    from onrecord.record.store import Record

Kind = Literal["feed", "page"]


@dataclass(frozen=True, slots=True)
class Watched:
    """One address that is asked again and again.

    `found_in` is the feed that listed a page first. `asked_at` is None before the
    first request. `etag` and `last_modified` are the server's, as they came.
    `failures` counts those since the last success, `reason` tells of the last one.
    """

    url: str
    kind: Kind
    found_in: str | None
    added_at: datetime
    asked_at: datetime | None
    next_at: datetime
    etag: str | None = None
    last_modified: str | None = None
    failures: int = 0
    reason: str | None = None

    @property
    def is_cut_off(self) -> bool:
        """Whether nobody saved how asking it went."""
        return self.asked_at is not None and self.asked_at >= self.next_at


@dataclass(frozen=True, slots=True)
class Arrived:
    """Bytes that came from a watched address; `is_new`: not for the second time."""

    capture_id: CaptureId
    page_id: PageId
    fetched: Fetched
    is_new: bool


def read_watched(record: Record, kind: Kind | None = None) -> list[Watched]:
    """Everything that is watched, or all of one kind; feeds first, then by address."""
    query = select(watched).order_by(watched.c.kind, watched.c.url)
    if kind is not None:
        query = query.where(watched.c.kind == kind)
    with record.reading() as connection:
        return [Watched(*row) for row in connection.execute(query)]


def next_watched(record: Record, *, with_recaptures: bool = True) -> Watched | None:
    """What is asked next, due or not; None when nothing is watched.

    Without recaptures, pages that were asked once are left alone.
    """
    query = select(watched).order_by(watched.c.next_at, watched.c.kind, watched.c.url)
    if not with_recaptures:
        unasked = watched.c.asked_at.is_(None) | (watched.c.failures > 0)
        open_yet = unasked | (watched.c.asked_at >= watched.c.next_at)
        query = query.where(or_(watched.c.kind == "feed", open_yet))
    with record.reading() as connection:
        row = connection.execute(query.limit(1)).first()
    return Watched(*row) if row else None


def watch_feeds(record: Record, urls: Iterable[str], now: datetime) -> list[str]:
    """Watch these feeds from now on; those that were not watched before."""
    with record.writing() as connection:
        return _start(connection, urls, "feed", None, now)


def settle_feed(record: Record, feed: Watched, links: Iterable[str]) -> list[str]:
    """Save how asking a feed went, and watch the pages it lists; the new ones.

    Both or neither reach the disk. Pages that somebody had forgotten are never
    watched again because a feed still lists them. A feed that was taken off the list
    meanwhile stays off, with its pages.
    """
    with record.writing() as connection:
        if not _settle(connection, feed) or feed.asked_at is None:
            return []
        forgotten = _forgotten_addresses(connection)
        wanted = (link for link in links if address_of(link) not in forgotten)
        return _start(connection, wanted, "page", feed.url, feed.asked_at)


def settle(record: Record, entry: Watched) -> None:
    """Save how asking this address goes, and when to ask again."""
    with record.writing() as connection:
        _settle(connection, entry)


def stop_watching(record: Record, url: str) -> list[str]:
    """Watch this address no more, nor the pages that it lists if it is a feed.

    Every address that is let go; what is on record stays. Raises InputError when the
    address is not watched.
    """
    told = {url, address_of(url)}
    meant = watched.c.url.in_(told) | watched.c.found_in.in_(told)
    with record.writing() as connection:
        gone = list(connection.execute(select(watched.c.url).where(meant)).scalars())
        connection.execute(delete(watched).where(meant))
    if not gone:
        raise InputError("is not watched; `onrecord watch --list` tells", where=url)
    return sorted(gone)


def is_forgotten(record: Record, url: str) -> bool:
    """Whether a page from this address was forgotten, so that it must not come back."""
    with record.reading() as connection:
        return address_of(url) in _forgotten_addresses(connection)


def arrived_since(record: Record, entry: Watched) -> Arrived | None:
    """What came from an address since it was asked; None when nothing did."""
    if entry.asked_at is None:
        return None
    query = (
        select(custody.c.event, captures.c.id, captures.c.fetched, pages.c.id)
        .join_from(custody, captures, custody.c.capture_id == captures.c.id)
        .join(pages, pages.c.capture_id == captures.c.id)
        .where(custody.c.captured_at >= entry.asked_at, captures.c.how == "fetched")
        .order_by(custody.c.seq, pages.c.added_at.desc(), pages.c.id)
    )
    with record.reading() as connection:
        for event, capture, fetched, page in connection.execute(query):
            if address_of(fetched.answers[0].url) == entry.url:
                return Arrived(capture, page, fetched, is_new=event == "added")
    return None


def _start(
    connection: Connection,
    urls: Iterable[str],
    kind: Kind,
    found_in: str | None,
    now: datetime,
) -> list[str]:
    """Add what is not watched yet, due at once; in the order given."""
    new = []
    for url in dict.fromkeys(address_of(url) for url in urls):
        query = select(watched.c.url).where(watched.c.url == url)
        if connection.execute(query).first() is None:
            entry = Watched(url, kind, found_in, now, None, now)
            connection.execute(insert(watched), [fields_of_row(entry, watched)])
            new.append(url)
    return new


def _settle(connection: Connection, entry: Watched) -> bool:
    """Save the entry's state; False when it is watched no more."""
    values = fields_of_row(entry, watched)
    query = update(watched).where(watched.c.url == entry.url).values(values)
    return connection.execute(query).rowcount > 0


def _forgotten_addresses(connection: Connection) -> set[str]:
    query = select(custody.c.where).where(FORGOTTEN)
    return {address_of(where) for where in connection.execute(query).scalars()}
