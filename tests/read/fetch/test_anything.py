"""Whatever a server sends and whatever is given: a page or one line, never a crash."""

from __future__ import annotations

from urllib.parse import quote

import httpcore
import httpx
from hypothesis import example, given
from hypothesis import strategies as st

from onrecord.model import Skipped, Source
from onrecord.read.fetch import Guard, GuardedTransport, Network, PoliteFetcher
from onrecord.read.fetch.guard import PORTS, port_of
from onrecord.read.fetch.refusal import Refused
from onrecord.read.fetcher import Unchanged
from tests.read.fetch.internet import ADDRESS, FakeTime

NAMES = st.sampled_from([
    "Content-Type", "Content-Encoding", "Content-Length", "Location", "Retry-After",
    "Transfer-Encoding", "TDM-Reservation", "X-Robots-Tag", "ETag", "Connection",
])  # fmt: skip
VALUES = st.one_of(
    st.binary(max_size=30).map(lambda value: value.replace(b"\r", b"").strip()),
    st.sampled_from([b"gzip", b"chunked", b"4", b"1", b"text/html; charset=x", b"/a"]),
)
HEADERS = st.lists(st.tuples(NAMES, VALUES), max_size=4)
STATUSES = st.one_of(st.sampled_from([200, 301, 304, 429, 503]), st.integers(0, 999))
NONE = b"HTTP/1.1 404 None\r\nContent-Length: 0\r\n\r\n"
URL = "http://post.example/rain"


def fetcher(answer: bytes, *, for_robots: bool) -> PoliteFetcher:
    """A fetcher that gets this answer to every request."""
    guard = Guard(lambda _host, _port: [ADDRESS])
    made = GuardedTransport(guard, network=httpcore.MockBackend([answer]))
    none = GuardedTransport(guard, network=httpcore.MockBackend([NONE]))
    site_files = made if for_robots else none
    clocks = FakeTime().clocks
    return PoliteFetcher(guard, clocks=clocks, network=Network(made, site_files))


def fetched(answer: bytes, etag: str | None = None) -> None:
    """A page, or a line that says why not; for robots.txt it may be the same."""
    for for_robots in (False, True):
        _check(fetcher(answer, for_robots=for_robots).fetch(URL, etag=etag))


def _check(got: object) -> None:
    assert isinstance(got, Source | Skipped | Unchanged)
    if isinstance(got, Skipped):
        assert got.where == URL
        assert got.reason
        assert "\n" not in got.reason


@given(st.binary(max_size=200))
def test_any_bytes_are_an_answer(answer: bytes) -> None:
    fetched(answer)


@given(STATUSES, HEADERS, st.binary(max_size=100))
@example(200, [("Content-Type", b"\xff")], b"rain")
@example(301, [("Location", b"http://[\xff")], b"")
def test_any_headers_are_an_answer(
    status: int, headers: list[tuple[str, bytes]], body: bytes
) -> None:
    lines = b"".join(name.encode() + b": " + value + b"\r\n" for name, value in headers)
    fetched(f"HTTP/1.1 {status:03d} Rain\r\n".encode() + lines + b"\r\n" + body)


@given(st.text(max_size=40))
@example("\udc80")
@example('W/"\xe9"')
@example('"a\r\nX: y"')
def test_any_etag_can_be_passed_back(etag: str) -> None:
    fetched(NONE, etag)


@given(
    st.one_of(
        st.text(max_size=60),
        st.text(max_size=40).map(lambda text: f"http://{text}"),
        st.text(max_size=40).map(lambda text: f"https://post.example/{text}"),
        st.text(max_size=40).map(lambda text: f"http://{quote(text)}.example/"),
    )
)
def test_any_text_is_an_allowed_address_or_refused(text: str) -> None:
    try:
        url = Guard().checked(text)
    except Refused:
        return
    assert url.scheme in PORTS
    assert port_of(url) in {80, 443}
    assert not url.userinfo
    assert httpx.URL(str(url)).host == url.host
