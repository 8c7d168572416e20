"""What a site asks of machines: its robots.txt and its file of reservations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import httpx
from protego import Protego

from onrecord.read.fetch.body import read_body
from onrecord.read.fetch.following import follow
from onrecord.read.fetch.guard import Guard, origin_of
from onrecord.read.fetch.refusal import SAVE_IT, Refused, Unreachable
from onrecord.read.fetch.reservation import (
    RESERVED,
    WELL_KNOWN,
    Rule,
    is_reserved_by,
    read_rules,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from onrecord.read.fetch.following import Send

ROBOT = "onrecord"  # the name that robots.txt may call us by
MAX_FILE_BYTES = 2_000_000  # unpacked; more is no robots.txt
PARSED_BYTES = 500 * 1024  # RFC 9309 wants at least this much read
KEPT_SECONDS = 24 * 3600  # RFC 9309: no longer than a day
FAILED_SECONDS = 600  # after a failure the site is asked again
TOO_BUSY = 429
SERVER_ERRORS = 500


@dataclass(frozen=True, slots=True)
class Wishes:
    """What one site asks for; `trouble` is the reason why nobody can tell."""

    robots: Protego | None  # None: everything is allowed
    rules: tuple[Rule, ...]
    trouble: str | None = None

    def check(self, url: httpx.URL) -> None:
        """Raise Refused when the site does not want this address fetched."""
        if self.trouble is not None:
            raise Refused(self.trouble)
        if self.robots is not None and not self.robots.can_fetch(str(url), ROBOT):
            raise Refused(f"not fetched: the site's robots.txt forbids it; {SAVE_IT}")
        if is_reserved_by(self.rules, url.path):
            raise Refused(f"not fetched: {RESERVED} ({WELL_KNOWN}); {SAVE_IT}")

    def delay_seconds(self) -> float:
        """How long the site wants to be left alone between two requests."""
        if self.robots is None:
            return 0.0
        delay = self.robots.crawl_delay(ROBOT) or 0.0
        rate = self.robots.request_rate(ROBOT)
        return max(delay, rate.seconds / rate.requests if rate else 0.0)


class Sites:
    """Asks every site once a day what it wishes."""

    def __init__(self, send: Send, guard: Guard, clock: Callable[[], float]) -> None:
        """`send` asks for one address; `clock` counts seconds."""
        self._send = send
        self._guard = guard
        self._clock = clock
        self._known: dict[str, tuple[float, Wishes]] = {}

    def wishes(self, url: httpx.URL) -> Wishes:
        """What the site of this address wishes."""
        origin = origin_of(url)
        until, wishes = self._known.get(origin, (0.0, None))
        if wishes is None or self._clock() >= until:
            wishes = self._ask(origin)
            kept = KEPT_SECONDS if wishes.trouble is None else FAILED_SECONDS
            self._known[origin] = (self._clock() + kept, wishes)
        return wishes

    def _ask(self, origin: str) -> Wishes:
        """The site's two files. No answer, or a server's error, means: not now."""
        try:
            status, data = self._file(f"{origin}/robots.txt")
        except Unreachable as refused:
            return Wishes(None, (), refused.reason)
        except Refused as refused:
            return Wishes(None, (), _untold(f"it {refused.reason}"))
        if status >= SERVER_ERRORS or status == TOO_BUSY:
            return Wishes(None, (), _untold(f"status {status}"))
        robots = _parsed(data) if status == httpx.codes.OK else None
        return Wishes(robots, self._rules(origin))

    def _rules(self, origin: str) -> tuple[Rule, ...]:
        """The site's reservations; a file that cannot be had reserves nothing."""
        where = origin + WELL_KNOWN
        try:
            status, data = self._file(where)
        except Refused:
            return ()
        return read_rules(data, where) if status == httpx.codes.OK else ()

    def _file(self, address: str) -> tuple[int, bytes]:
        """Status and content of one of the site's files, past redirects."""
        answer, _ = follow(address, self._send, self._guard)
        try:
            if answer.status_code != httpx.codes.OK:
                return answer.status_code, b""
            return answer.status_code, read_body(answer, MAX_FILE_BYTES)
        finally:
            answer.close()


def _untold(why: str) -> str:
    return f"not fetched: its robots.txt cannot be had ({why}); try again later"


def _parsed(data: bytes) -> Protego:
    return Protego.parse(data[:PARSED_BYTES].decode("utf-8-sig", "replace"))
