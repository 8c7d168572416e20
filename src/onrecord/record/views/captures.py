"""The captures of one address, and which of them show the same article text.

A revision is an article text: the page's own title and told zones, white space
folded. Other furniture around the same text is a new capture of the same revision.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from onrecord.errors import InputError
from onrecord.model import ArticleId, CaptureId, PageId, address_of
from onrecord.record.rows import rows_among
from onrecord.record.schema import articles, captures, custody, pages
from onrecord.record.views.cut import NO_CUT, visible
from onrecord.record.views.folding import NEVER, text_hash, told_text
from onrecord.record.views.lookup import HEX, find_page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection, Row

    from onrecord.record.store import Record
    from onrecord.record.views.types import Cut


@dataclass(frozen=True, slots=True)
class Sighting:
    """The same bytes from the same place again: when logged, and captured when.

    `captured_at` is None when nobody gave a capture time that time.
    """

    at: datetime
    captured_at: datetime | None


@dataclass(frozen=True, slots=True)
class CaptureRow:
    """One capture of an address, with the newest page read from it.

    `article_id` is the page's own article, None when it has none: then the whole
    page is its text. `added_at` is when the capture came on record. `revision`
    counts the address's texts from 1 in the order of capture times; a text that
    comes back has its former number. `text_sha256` is the hash of that text.
    """

    capture_id: CaptureId
    page_id: PageId
    article_id: ArticleId | None
    where: str
    sha256: str
    captured_at: datetime | None
    added_at: datetime
    sightings: tuple[Sighting, ...]
    text_sha256: str
    revision: int


@dataclass(frozen=True, slots=True)
class Told:
    """The newest page of a capture: its own article, and the hash of what it tells."""

    page_id: PageId
    article_id: ArticleId | None
    text_sha256: str


def captures_of(
    record: Record, page_or_where: str, *, cut: Cut = NO_CUT
) -> tuple[CaptureRow, ...]:
    """Every capture of one address, in the order of capture times.

    Given is a place, or the beginning of the id of a page, article or capture from
    there. Captures whose time nobody gave come last, by id. Revisions are numbered
    over the captures that the cut shows. Raises InputError when there is no such
    place or page.
    """
    with record.reading() as connection:
        address = _address(connection, page_or_where)
        return _rows(connection, address, cut)


def _address(connection: Connection, told: str) -> str:
    """The address that is meant."""
    if HEX.fullmatch(told.strip().lower()):
        page = find_page(connection, told)
        query = select(captures.c.address).join_from(captures, pages)
        return str(connection.execute(query.where(pages.c.id == page)).scalar_one())
    address = address_of(told.strip())
    query = select(captures.c.id).where(captures.c.address == address).limit(1)
    if connection.execute(query).first() is None:
        raise InputError("no page on record is from there", where=told)
    return address


def _rows(connection: Connection, address: str, cut: Cut) -> tuple[CaptureRow, ...]:
    found = _captures_from(connection, address, cut)
    told = _told(connection, [row.id for row in found])
    logged = _logged(connection, [row.id for row in found])
    numbers: dict[str, int] = defaultdict(count(1).__next__)
    return tuple(
        CaptureRow(
            row.id,
            told[row.id].page_id,
            told[row.id].article_id,
            row.where,
            row.sha256,
            row.captured_at,
            logged[row.id][0].at,
            tuple(logged[row.id][1:]),
            told[row.id].text_sha256,
            numbers[told[row.id].text_sha256],
        )
        for row in found
    )


def _captures_from(
    connection: Connection, address: str, cut: Cut
) -> list[Row[Any, Any, Any, Any]]:
    """The captures of this address that the cut shows, by time, unknown ones last."""
    query = select(
        captures.c.id, captures.c.where, captures.c.sha256, captures.c.captured_at
    ).where(captures.c.address == address)
    if cut != NO_CUT:
        shown = select(pages.c.capture_id).join_from(pages, articles)
        shown = shown.where(*visible(cut, articles.c.id))
        query = query.where(captures.c.id.in_(shown))
    rows = connection.execute(query).all()
    return sorted(rows, key=lambda row: (row.captured_at or NEVER, row.id))


def _told(connection: Connection, wanted: Sequence[str]) -> dict[str, Told]:
    """For each of these captures what its newest page tells."""
    query = select(pages.c.capture_id, pages.c.id, pages.c.text, pages.c.added_at)
    rows = rows_among(connection, query, pages.c.capture_id, wanted)
    in_order = sorted(rows, key=lambda row: (row.added_at, row.id))
    newest = {row.capture_id: row for row in in_order}
    own = _own_articles(connection, [page.id for page in newest.values()])
    return {
        capture: _told_by(page.id, page.text, own.get(page.id))
        for capture, page in newest.items()
    }


def _own_articles(connection: Connection, wanted: Sequence[str]) -> dict[str, Row[Any]]:
    """The article of each of these pages; one with teasers alone is left out."""
    query = select(
        articles.c.page_id, articles.c.id, articles.c.title, articles.c.zones
    ).where(articles.c.type == "article")
    rows = rows_among(connection, query, articles.c.page_id, wanted)
    return {row.page_id: row for row in sorted(rows, key=lambda row: str(row.id))}


def _told_by(page: PageId, text: str, article: Row[Any] | None) -> Told:
    if article is None:
        return Told(page, None, text_hash(text))
    words = told_text(article.title, article.zones, text)
    return Told(page, article.id, text_hash(words))


def _logged(connection: Connection, wanted: Sequence[str]) -> dict[str, list[Sighting]]:
    """For each of these captures when it was added and seen again, in that order."""
    query = select(
        custody.c.capture_id, custody.c.seq, custody.c.at, custody.c.captured_at
    ).where(custody.c.event.in_(["added", "sighting"]))
    rows = list(rows_among(connection, query, custody.c.capture_id, wanted))
    logged = defaultdict(list)
    for row in sorted(rows, key=lambda row: row.seq):
        logged[row.capture_id].append(Sighting(row.at, row.captured_at))
    return logged
