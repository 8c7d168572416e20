"""One request a host at a time, with a pause, and none while a host asks for rest."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from onrecord.read.fetch.refusal import Refused

MINUTE = 60.0
DAY_SECONDS = 24 * 3600.0


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Clocks:
    """What tells and passes time; tests bring their own."""

    monotonic: Callable[[], float] = time.monotonic
    sleep: Callable[[float], object] = time.sleep
    now: Callable[[], datetime] = _now


@dataclass(frozen=True, slots=True)
class Manners:
    """How patient a fetcher is; all in seconds."""

    delay: float = 2.0  # between two requests to one host, at least
    longest_delay: float = 60.0  # a site's own wish counts up to this
    longest_wait: float = 120.0  # how long "come back later" is waited for


class Pace:
    """Keeps requests to one host apart."""

    def __init__(self, clocks: Clocks, manners: Manners) -> None:
        """No host has been asked yet."""
        self._clocks = clocks
        self._manners = manners
        self._asked: dict[str, float] = {}
        self._rests: dict[str, float] = {}

    def wait(self, host: str, wished_seconds: float) -> None:
        """Return when it is polite to ask this host.

        Raises Refused when the host asked for more rest than is waited for.
        """
        now = self._clocks.monotonic()
        rest = self._rests.get(host, now) - now
        if rest > self._manners.longest_wait:
            minutes = rest / MINUTE
            raise Refused(f"its server asks to come back in {minutes:.0f} minutes")
        delay = max(
            self._manners.delay, min(wished_seconds, self._manners.longest_delay)
        )
        pause = self._asked.get(host, now - delay) + delay - now
        if max(pause, rest) > 0:
            self._clocks.sleep(max(pause, rest))

    def asked(self, host: str) -> None:
        """A request to this host is over."""
        self._asked[host] = self._clocks.monotonic()

    def rest(self, host: str, seconds: float) -> None:
        """The host asked not to be asked for so long; a day at the most."""
        until = self._clocks.monotonic() + min(seconds, DAY_SECONDS)
        self._rests[host] = until


def seconds_asked_for(retry_after: str | None, now: datetime) -> float | None:
    """The seconds a Retry-After header asks for; None when it is missing or nonsense.

    >>> seconds_asked_for("120", datetime.now(UTC))
    120.0
    """
    told = (retry_after or "").strip()
    if told.isascii() and told.isdigit():
        return float(told[:9])
    try:
        until = parsedate_to_datetime(told)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    if until.tzinfo is None:
        until = until.replace(tzinfo=UTC)
    return max(0.0, (until - now).total_seconds())
