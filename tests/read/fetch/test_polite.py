"""Pages come whole with how they came, and no site is asked more than it likes."""

from __future__ import annotations

import gzip
import zlib
from typing import TYPE_CHECKING

import pytest

from onrecord.model import Skipped, Source
from onrecord.read.fetcher import Unchanged
from tests.read.fetch.internet import START, Reply, World, page, redirect, world

if TYPE_CHECKING:
    from collections.abc import Iterator

RAIN = "<!doctype html><p>Rain fell on the harbour.</p>"
POST = "http://post.example"


@pytest.fixture
def net() -> Iterator[World]:
    """A server and a fetcher."""
    with world() as made:
        yield made


def reason(fetched: object) -> str:
    assert isinstance(fetched, Skipped), fetched
    return fetched.reason


def test_a_page_comes_with_its_address_time_charset_and_headers(net: World) -> None:
    net.server.routes["/rain"] = Reply(
        RAIN.encode(),
        headers=(
            ("Content-Type", "text/html; charset=iso-8859-2"),
            ("ETag", '"1"'),
            ("Set-Cookie", "id=secret"),
        ),
    )
    got = net.fetcher.fetch(f"{POST}/rain#top")
    assert isinstance(got, Source)
    assert (got.data, got.how, got.charset) == (RAIN.encode(), "fetched", "iso-8859-2")
    assert (got.name, got.url) == (f"{POST}/rain#top", f"{POST}/rain")
    assert got.captured_at == START
    assert got.fetched is not None
    (answer,) = got.fetched.answers
    assert (answer.url, answer.status) == (f"{POST}/rain", 200)
    assert answer.header("etag") == '"1"'
    assert answer.header("set-cookie") is None


def test_the_tool_says_its_name_and_sends_nothing_about_the_user(net: World) -> None:
    net.server.routes["/rain"] = page(RAIN, ("Set-Cookie", "id=1"))
    net.fetcher.fetch(f"{POST}/rain")
    net.fetcher.fetch(f"{POST}/rain")
    sent = net.server.asked[-1].headers
    assert sent["user-agent"].startswith("onrecord/")
    assert not {"cookie", "referer", "from", "authorization"} & set(sent)
    assert sent["host"] == "post.example"


def test_redirects_are_part_of_the_capture(net: World) -> None:
    net.server.routes["/old"] = redirect("/new", 301)
    net.server.routes["/new"] = redirect("//herald.example/rain")
    net.server.routes["/rain"] = page(RAIN)
    got = net.fetcher.fetch(f"{POST}/old")
    assert isinstance(got, Source)
    assert got.fetched is not None
    assert [(answer.url, answer.status) for answer in got.fetched.answers] == [
        (f"{POST}/old", 301),
        (f"{POST}/new", 302),
        ("http://herald.example/rain", 200),
    ]
    assert got.url == "http://herald.example/rain"


@pytest.mark.parametrize("target", ["/ring", f"{POST}/ring#again"])
def test_a_circle_of_redirects_is_skipped(net: World, target: str) -> None:
    net.server.routes["/ring"] = redirect(target)
    assert "circle" in reason(net.fetcher.fetch(f"{POST}/ring"))
    assert net.server.paths == ["/ring"]


def test_endless_redirects_are_skipped(net: World) -> None:
    for number in range(40):
        net.server.routes[f"/{number}"] = redirect(f"/{number + 1}")
    assert "more than" in reason(net.fetcher.fetch(f"{POST}/0"))
    assert len(net.server.paths) < 12


def test_an_unchanged_page_is_told_and_not_sent_again(net: World) -> None:
    net.server.routes["/rain"] = Reply(b"", 304, ())
    got = net.fetcher.fetch(f"{POST}/rain", etag='W/"1"', last_modified="Sun")
    assert got == Unchanged(f"{POST}/rain")
    sent = net.server.asked[-1].headers
    assert (sent["if-none-match"], sent["if-modified-since"]) == ('W/"1"', "Sun")


def test_a_304_that_was_not_asked_for_is_no_page(net: World) -> None:
    net.server.routes["/rain"] = Reply(b"", 304, ())
    assert "304" in reason(net.fetcher.fetch(f"{POST}/rain"))


@pytest.mark.parametrize(
    ("coding", "packed"),
    [
        ("gzip", gzip.compress(RAIN.encode())),
        ("gzip", gzip.compress(RAIN[:9].encode()) + gzip.compress(RAIN[9:].encode())),
        ("deflate", zlib.compress(RAIN.encode())),
        ("deflate", zlib.compress(RAIN.encode(), wbits=-15)),
        ("identity", RAIN.encode()),
    ],
)
def test_transport_coding_is_undone(net: World, coding: str, packed: bytes) -> None:
    net.server.routes["/rain"] = Reply(packed, headers=(("Content-Encoding", coding),))
    got = net.fetcher.fetch(f"{POST}/rain")
    assert isinstance(got, Source)
    assert got.data == RAIN.encode()


@pytest.mark.parametrize(
    ("status", "words"),
    [
        (401, "refuses"),
        (403, "refuses it (403 Forbidden); save the page by hand"),
        (404, "no such page (404 Not Found)"),
        (410, "no such page"),
        (429, "too busy"),
        (451, "refuses"),
        (500, "failed (500 Internal Server Error)"),
        (503, "too busy"),
        (299, "299"),
    ],
)
def test_what_the_server_refuses_is_told_in_words(
    net: World, status: int, words: str
) -> None:
    net.server.routes["/rain"] = Reply(b"no", status)
    assert words in reason(net.fetcher.fetch(f"{POST}/rain"))


@pytest.mark.parametrize("kind", ["image/png", "application/pdf", "video/mp4"])
def test_what_is_no_page_is_not_read(net: World, kind: str) -> None:
    net.server.routes["/rain"] = Reply(b"%PDF", headers=(("Content-Type", kind),))
    assert kind in reason(net.fetcher.fetch(f"{POST}/rain"))


def test_one_host_is_asked_with_a_pause_and_another_at_once(net: World) -> None:
    net.server.routes["/rain"] = page(RAIN)
    for host in ("post.example", "herald.example", "post.example"):
        net.fetcher.fetch(f"http://{host}/rain")
    assert net.time.sleeps == [2.0]


@pytest.mark.parametrize(
    ("rule", "pause"),
    [
        ("Crawl-delay: 7", 7),
        ("Crawl-delay: 5000", 60),
        ("Crawl-delay: .1", 2),
        ("Request-rate: 1/10", 10),
    ],
)
def test_a_site_says_how_long_the_pause_is_up_to_a_bound(
    net: World, rule: str, pause: float
) -> None:
    net.server.routes["/robots.txt"] = Reply(f"User-agent: *\n{rule}".encode())
    net.server.routes["/rain"] = page(RAIN)
    net.fetcher.fetch(f"{POST}/rain")
    net.fetcher.fetch(f"{POST}/rain")
    assert net.time.sleeps == [pause]


@pytest.mark.parametrize("status", [429, 503])
@pytest.mark.parametrize("after", ["30", "Sun, 02 Mar 2031 12:00:30 GMT"])
def test_come_back_later_is_waited_for_once(
    net: World, status: int, after: str
) -> None:
    busy = Reply(b"", status, (("Retry-After", after),))
    net.server.routes["/rain"] = [busy, page(RAIN)]
    assert isinstance(net.fetcher.fetch(f"{POST}/rain"), Source)
    assert sum(net.time.sleeps) == 30


def test_a_server_that_stays_busy_is_asked_twice_and_no_more(net: World) -> None:
    net.server.routes["/rain"] = Reply(b"", 503, (("Retry-After", "5"),))
    assert "too busy" in reason(net.fetcher.fetch(f"{POST}/rain"))
    assert net.server.paths == ["/rain", "/rain"]


@pytest.mark.parametrize("after", ["3600", "9" * 400])
def test_a_long_rest_is_not_waited_for_and_kept_for_the_whole_host(
    net: World, after: str
) -> None:
    net.server.routes["/rain"] = Reply(b"", 429, (("Retry-After", after),))
    net.server.routes["/snow"] = page(RAIN)
    assert "come back in" in reason(net.fetcher.fetch(f"{POST}/rain"))
    assert "come back in" in reason(net.fetcher.fetch(f"{POST}/snow"))
    assert net.server.paths == ["/rain"]
    net.time.sleep(24 * 3600)
    assert isinstance(net.fetcher.fetch(f"{POST}/snow"), Source)


@pytest.mark.parametrize("after", ["soon", "-5", "", "Sun, 99 Mar", "٣"])
def test_nonsense_about_later_is_no_wait(net: World, after: str) -> None:
    coded = after.encode().decode("latin-1")
    net.server.routes["/rain"] = Reply(b"", 503, (("Retry-After", coded),))
    assert "too busy" in reason(net.fetcher.fetch(f"{POST}/rain"))
    assert net.time.sleeps == []
