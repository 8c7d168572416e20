"""Watching feeds: what they list is added, and looked at again from time to time.

Each address is asked in steps that a crash may fall between: it is claimed, fetched,
put on record, settled. What was claimed and came on record is settled without asking
again; what was claimed and did not is asked again. Nothing is lost, nothing is stored
twice, and an event is told once, after it is settled.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from itertools import count
from typing import TYPE_CHECKING, Literal

from onrecord.errors import InputError
from onrecord.model import Skipped, Source
from onrecord.pipeline.ingest import add_source
from onrecord.pipeline.resolve import resolve
from onrecord.pipeline.revisions import Change, revisions_of
from onrecord.read.feed_links import NoFeed, read_named_feed
from onrecord.read.fetcher import Unchanged
from onrecord.record.views import captures_of
from onrecord.record.watching import (
    arrived_since,
    is_forgotten,
    next_watched,
    settle,
    settle_feed,
    stop_watching,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from onrecord.model import Answer
    from onrecord.pipeline.revisions import Revisions
    from onrecord.pipeline.rhythm import Rhythm
    from onrecord.pipeline.tools import Tools
    from onrecord.read.fetcher import Fetcher
    from onrecord.record import Record
    from onrecord.record.views import CaptureRow
    from onrecord.record.watching import Watched

JUDGED_AT_ONCE = 100  # addresses; a long round would leave readers without links

EventKind = Literal["feed", "new", "changed", "same", "skipped"]


class Stopped(Exception):  # noqa: N818 - no error: the user wants an end
    """Raised by a sleeping fetcher when the user wants an end; nothing was sent."""


@dataclass(frozen=True, slots=True)
class WatchEvent:
    """What became of asking one address.

    "feed": a feed was read, `listed` of its pages were not known. "new": a page on
    record for the first time. "changed": its article text differs from that of the
    capture before, `before`; `changes` says in which findings, and is empty where only
    other words did. "same": it does not. "skipped": `reason` says why.
    """

    kind: EventKind
    at: datetime
    url: str
    page: str | None = None
    before: str | None = None
    listed: int = 0
    reason: str | None = None
    changes: tuple[Change, ...] = ()


class Watcher:
    """Asks what is due on one record. One at a time: two would ask everything twice."""

    def __init__(
        self,
        record: Record,
        tools: Tools,
        fetcher: Fetcher,
        rhythm: Rhythm,
        now: Callable[[], datetime],
    ) -> None:
        """`now` tells the time, aware; a fetcher that sleeps may raise Stopped."""
        self._record = record
        self._tools = tools
        self._fetcher = fetcher
        self._rhythm = rhythm
        self._now = now

    def round(self, is_over: Callable[[], bool]) -> Iterator[WatchEvent]:
        """Ask everything that is due, then judge the new pages with the others.

        What a feed lists is asked in the same round. Ends after the current address
        when `is_over`.
        """
        try:
            for number in count(1):
                entry = None if is_over() else self._next()
                if entry is None or entry.next_at > self._now():
                    break
                yield self._ask(entry)
                if number % JUDGED_AT_ONCE == 0:
                    self._judge()
        except Stopped:
            pass
        self._judge()

    def _judge(self) -> None:
        """Link what is new with the rest."""
        if not self._record.is_resolved():
            resolve(self._record, self._tools, now=self._now())

    def next_at(self) -> datetime | None:
        """When something is due again; None when nothing is watched."""
        entry = self._next()
        return entry.next_at if entry else None

    def _next(self) -> Watched | None:
        with_recaptures = self._rhythm.recapture is not None
        return next_watched(self._record, with_recaptures=with_recaptures)

    def _ask(self, entry: Watched) -> WatchEvent:
        if entry.kind == "feed":
            return self._ask_feed(entry)
        if is_forgotten(self._record, entry.url):
            return self._let_go(entry)
        return self._resumed(entry) or self._ask_page(entry)

    def _ask_feed(self, entry: Watched) -> WatchEvent:
        """Fetch a feed; its state and its new pages are saved together."""
        got = self._fetcher.fetch(
            entry.url, etag=entry.etag, last_modified=entry.last_modified
        )
        now = self._now()
        if isinstance(got, Skipped):
            return self._failed(entry, got.reason)
        if isinstance(got, Unchanged):
            calm = replace(entry, failures=0, reason=None, asked_at=now)
            next_at = self._rhythm.feed_at(entry.url, now, None)
            settle_feed(self._record, replace(calm, next_at=next_at), ())
            return WatchEvent("feed", now, entry.url)
        try:
            feed = read_named_feed(got)
        except NoFeed as error:
            return self._no_feed(entry, error.reason)
        except InputError as error:
            return self._failed(entry, error.reason)
        answer = _last(got)
        next_at = self._rhythm.feed_at(entry.url, now, answer)
        links = [item.link for item in feed.items if item.link]
        new = settle_feed(self._record, _answered(entry, answer, now, next_at), links)
        return WatchEvent("feed", now, entry.url, listed=len(new), reason=feed.broken)

    def _no_feed(self, entry: Watched, reason: str) -> WatchEvent:
        """A mistaken address is let go; a feed that was one may be so again."""
        if entry.asked_at is not None:
            return self._failed(entry, reason)
        stop_watching(self._record, entry.url)
        return self._skipped(entry, f"{reason}; it is not watched")

    def _ask_page(self, entry: Watched) -> WatchEvent:
        asked = replace(entry, asked_at=self._now())
        settle(self._record, asked)  # claimed: what comes from now on is its answer
        got = self._fetcher.fetch(
            entry.url, etag=entry.etag, last_modified=entry.last_modified
        )
        now = self._now()
        if isinstance(got, Skipped):
            return self._failed(asked, got.reason)
        if isinstance(got, Unchanged):
            calm = replace(asked, failures=0, reason=None)
            settle(self._record, replace(calm, next_at=self._page_at(entry, now)))
            return WatchEvent("same", now, entry.url)
        if is_forgotten(self._record, got.url or entry.url):
            return self._let_go(entry)
        added = add_source(self._record, got, self._tools, now=now)
        if added.page is None:
            return self._failed(asked, added.reason or "cannot be read")
        self._settle_page(asked, _last(got), now)
        is_new = added.outcome == "added"
        return self._seen(entry, added.page, now, is_new=is_new)

    def _resumed(self, entry: Watched) -> WatchEvent | None:
        """The event of an address whose bytes came before a crash, now settled."""
        came = arrived_since(self._record, entry) if entry.is_cut_off else None
        if came is None:
            return None
        now = self._now()
        self._settle_page(entry, came.fetched.last, now)
        return self._seen(entry, came.page_id, now, is_new=came.is_new)

    def _settle_page(self, entry: Watched, answer: Answer, now: datetime) -> None:
        next_at = self._page_at(entry, now)
        asked_at = entry.asked_at or now
        settle(self._record, _answered(entry, answer, asked_at, next_at))

    def _page_at(self, entry: Watched, now: datetime) -> datetime:
        return self._rhythm.page_at(entry.url, now, entry.added_at)

    def _failed(self, entry: Watched, reason: str) -> WatchEvent:
        """Save a failure; the more in a row, the longer until the next try."""
        now, failures = self._now(), entry.failures + 1
        is_feed = entry.kind == "feed"
        retry = self._rhythm.feed_retry_at if is_feed else self._rhythm.page_retry_at
        next_at = retry(entry.url, now, failures)
        settle(
            self._record,
            replace(
                entry, asked_at=now, next_at=next_at, failures=failures, reason=reason
            ),
        )
        return self._skipped(entry, reason)

    def _let_go(self, entry: Watched) -> WatchEvent:
        """What a person had forgotten must not come back by itself."""
        stop_watching(self._record, entry.url)
        return self._skipped(entry, "was forgotten: it is watched no more")

    def _skipped(self, entry: Watched, reason: str) -> WatchEvent:
        return WatchEvent("skipped", self._now(), entry.url, reason=reason)

    def _seen(
        self, entry: Watched, page: str, now: datetime, *, is_new: bool
    ) -> WatchEvent:
        """Whether the page is new, and if not, whether its text changed."""
        if not is_new:
            return WatchEvent("same", now, entry.url, page)
        before, this = _around(captures_of(self._record, page), page)
        if before is None:
            return WatchEvent("new", now, entry.url, page)
        if before.revision == this.revision:
            return WatchEvent("same", now, entry.url, page, before.page_id)
        changes = tuple(_changes(revisions_of(self._record, page), page))
        return WatchEvent(
            "changed", now, entry.url, page, before.page_id, changes=changes
        )


def _changes(found: Revisions, page: str) -> Iterator[Change]:
    """What changed when this page came."""
    for comparison in found.comparisons:
        if comparison.later.page_id == page:
            yield from comparison.changes


def _around(
    rows: tuple[CaptureRow, ...], page: str
) -> tuple[CaptureRow | None, CaptureRow]:
    """The capture before this page's, and this page's; `rows` are in order of time."""
    at = next(number for number, row in enumerate(rows) if row.page_id == page)
    return (rows[at - 1] if at else None), rows[at]


def _last(source: Source) -> Answer:
    """The answer that gave the bytes; a Fetcher's sources have one."""
    if source.fetched is None:
        raise AssertionError(source.name)
    return source.fetched.last


def _answered(
    entry: Watched, answer: Answer, asked_at: datetime, next_at: datetime
) -> Watched:
    """The entry after an answer with bytes: what to send along the next time."""
    return replace(
        entry,
        asked_at=asked_at,
        next_at=next_at,
        etag=answer.header("etag"),
        last_modified=answer.header("last-modified"),
        failures=0,
        reason=None,
    )
