"""The fetcher: one address that the user named, politely, or the reason why not."""

from __future__ import annotations

from dataclasses import dataclass
from http import HTTPStatus
from typing import TYPE_CHECKING

import httpx

from onrecord import __version__
from onrecord.errors import ConfigError
from onrecord.model import Answer, Fetched, Skipped, Source
from onrecord.read.fetch.body import ENCODINGS, read_body
from onrecord.read.fetch.following import follow
from onrecord.read.fetch.guard import PORTS, Guard, host_of
from onrecord.read.fetch.pace import Clocks, Manners, Pace, seconds_asked_for
from onrecord.read.fetch.refusal import SAVE_IT, Refused
from onrecord.read.fetch.reservation import RESERVED, reservation_of
from onrecord.read.fetch.sites import ROBOT, Sites
from onrecord.read.fetch.transport import GuardedTransport, TimeLimits
from onrecord.read.fetcher import Unchanged

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

USER_AGENT = f"{ROBOT}/{__version__} (keeps a record of news; fetches what users name)"
TAKEN = (
    "text/html",
    "application/xhtml+xml",
    "text/plain",
    "application/rss+xml",
    "application/atom+xml",
    "application/rdf+xml",
    "application/feed+json",
    "application/json",
    "application/xml",
    "text/xml",
)
ACCEPT = b"text/html, application/xhtml+xml, application/rss+xml, */*;q=0.5"
LATER = frozenset({HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE})
REFUSALS = frozenset({401, 402, 403, 407, 451})
REST_SECONDS = 300.0  # for a server that says "too many requests" and no more
SITE_FILE_LIMITS = TimeLimits(connect_seconds=10, silence_seconds=10, total_seconds=30)


@dataclass(frozen=True, slots=True)
class Network:
    """What the fetcher sends through: pages, and the small files of a site."""

    pages: httpx.BaseTransport
    site_files: httpx.BaseTransport

    @classmethod
    def through(cls, guard: Guard, proxy: str | None = None) -> Network:
        """The real one, behind the proxy if the user names one.

        Raises ConfigError for what is no http or https proxy.
        """
        known = proxy_of(proxy) if proxy else None
        return cls(
            GuardedTransport(guard, proxy=known),
            GuardedTransport(guard, SITE_FILE_LIMITS, proxy=known),
        )


class PoliteFetcher:
    """Fetches pages and feeds one at a time; keeps no cookies. Close it after use.

    It remembers what sites wish and when it asked them, so one fetcher should serve
    a whole run. It is not for threads: one request at a time is the point.
    """

    def __init__(
        self,
        guard: Guard | None = None,
        *,
        manners: Manners | None = None,
        clocks: Clocks | None = None,
        network: Network | None = None,
    ) -> None:
        """Everything has a default; tests bring their own network and clocks."""
        self._guard = guard or Guard()
        self._clocks = clocks or Clocks()
        self._manners = manners or Manners()
        self._network = network or Network.through(self._guard)
        self._pace = Pace(self._clocks, self._manners)
        self._sites = Sites(self._send_for_file, self._guard, self._clocks.monotonic)

    def __enter__(self) -> Self:
        """The fetcher itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close it, whatever happened."""
        self.close()

    def close(self) -> None:
        """Hang up."""
        self._network.pages.close()
        self._network.site_files.close()

    def fetch(
        self, url: str, *, etag: str | None = None, last_modified: str | None = None
    ) -> Source | Skipped | Unchanged:
        """The page or feed at this address, or the reason why it is not taken.

        `etag` and `last_modified` are those of an earlier answer, passed back as they
        came. The Source holds the bytes with their transport coding undone.
        """
        wanted = _conditions(etag, last_modified)
        try:
            return self._fetched(url, wanted)
        except Refused as refused:
            return Skipped(url, refused.reason)

    def _fetched(self, address: str, wanted: dict[bytes, bytes]) -> Source | Unchanged:
        answer, answers = follow(
            address, lambda url: self._send(url, wanted), self._guard
        )
        try:
            if answer.status_code == HTTPStatus.NOT_MODIFIED and wanted:
                return Unchanged(address)
            _check_answer(answer)
            data = read_body(answer)
            _check_reservation(answer, data)
        finally:
            answer.close()
        return self._source(address, answers, data)

    def _source(self, name: str, answers: tuple[Answer, ...], data: bytes) -> Source:
        last = answers[-1]
        return Source(
            name=name,
            data=data,
            how="fetched",
            url=last.url,
            captured_at=self._clocks.now(),
            charset=charset_of(last.header("content-type")),
            fetched=Fetched(answers),
        )

    def _send(self, url: httpx.URL, wanted: dict[bytes, bytes]) -> httpx.Response:
        """The answer to one request; "come back later" is waited for once."""
        wishes = self._sites.wishes(url)
        wishes.check(url)
        answer = self._asked(url, wishes.delay_seconds(), wanted)
        if not self._is_put_off(url, answer):
            return answer
        answer.close()
        again = self._asked(url, wishes.delay_seconds(), wanted)
        self._is_put_off(url, again)
        return again

    def _is_put_off(self, url: httpx.URL, answer: httpx.Response) -> bool:
        """Whether the server says when to come back; until then it is left alone."""
        if answer.status_code not in LATER:
            return False
        told = answer.headers.get("retry-after")
        seconds = seconds_asked_for(told, self._clocks.now())
        if seconds is not None:
            self._pace.rest(host_of(url), seconds)
        elif answer.status_code == HTTPStatus.TOO_MANY_REQUESTS:
            self._pace.rest(host_of(url), REST_SECONDS)
        return seconds is not None

    def _asked(
        self, url: httpx.URL, delay_seconds: float, wanted: dict[bytes, bytes]
    ) -> httpx.Response:
        host = host_of(url)
        self._pace.wait(host, delay_seconds)
        try:
            return self._network.pages.handle_request(_request(url, wanted))
        finally:
            self._pace.asked(host)

    def _send_for_file(self, url: httpx.URL) -> httpx.Response:
        return self._network.site_files.handle_request(_request(url, {}))


def proxy_of(told: str) -> httpx.URL:
    """The address of a proxy; raises ConfigError for what is none that is spoken to."""
    try:
        url = httpx.URL(told)
    except (httpx.InvalidURL, ValueError) as error:
        raise ConfigError(f"the proxy is no address ({error})") from error
    if url.scheme not in PORTS or not url.host:
        raise ConfigError("the proxy must be given as http://HOST:PORT or https://...")
    return url


def _request(url: httpx.URL, more: dict[bytes, bytes]) -> httpx.Request:
    headers = {
        b"User-Agent": USER_AGENT.encode(),
        b"Accept": ACCEPT,
        b"Accept-Encoding": ENCODINGS.encode(),
        b"Connection": b"close",
    }
    return httpx.Request("GET", url, headers=headers | more)


def _conditions(etag: str | None, last_modified: str | None) -> dict[bytes, bytes]:
    """The headers that ask for the page only if it changed, byte by byte as told."""
    asked = {b"If-None-Match": etag, b"If-Modified-Since": last_modified}
    return {
        name: value.encode("latin-1", "replace")
        for name, value in asked.items()
        if value
    }


def _check_answer(answer: httpx.Response) -> None:
    """Raise Refused unless this is a page or feed, as far as the headers tell."""
    status = answer.status_code
    if status != HTTPStatus.OK:
        raise Refused(_no_page(status))
    told = answer.headers.get("content-type", "")
    kind = told.partition(";")[0].strip().lower()
    if kind and kind not in TAKEN:
        raise Refused(f"is no page or feed but {kind[:60]}")


def _no_page(status: int) -> str:
    try:
        words = f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        words = str(status)
    if status in REFUSALS:
        return f"its server refuses it ({words}); {SAVE_IT}"
    if status in LATER:
        return f"its server is too busy ({words}); try again later"
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return f"its server failed ({words}); try again later"
    return f"its server has no such page ({words}); check the address"


def _check_reservation(answer: httpx.Response, data: bytes) -> None:
    said_by = reservation_of(answer.headers, data)
    if said_by is not None:
        raise Refused(f"not kept: {RESERVED} ({said_by}); {SAVE_IT}")


def charset_of(content_type: str | None) -> str | None:
    """The charset that a Content-Type header declares, as it is written there.

    >>> charset_of('text/html; Charset="ISO-8859-2"')
    'ISO-8859-2'
    """
    for part in (content_type or "").split(";")[1:]:
        name, _, value = part.partition("=")
        if name.strip().lower() == "charset":
            return value.strip().strip("\"'") or None
    return None
