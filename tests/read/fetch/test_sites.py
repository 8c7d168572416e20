"""What a site forbids machines is left alone, and the user is told what to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from onrecord.model import Skipped, Source
from tests.read.fetch.internet import Reply, World, page, redirect, world

if TYPE_CHECKING:
    from collections.abc import Iterator

POST = "http://post.example"
FORBIDDEN = b"User-agent: *\nDisallow: /private\n"
RESERVE_NEWS = b'[{"location": "/news/*", "tdm-reservation": 1}]'


@pytest.fixture
def net() -> Iterator[World]:
    """A server with three pages."""
    with world() as made:
        for path in ("/rain", "/private/rain", "/news/rain"):
            made.server.routes[path] = page("<p>Rain fell.</p>")
        yield made


def is_taken(net: World, path: str) -> bool:
    return isinstance(net.fetcher.fetch(POST + path), Source)


def test_what_robots_txt_forbids_is_not_asked_for(net: World) -> None:
    net.server.routes["/robots.txt"] = Reply(FORBIDDEN)
    got = net.fetcher.fetch(f"{POST}/private/rain")
    assert isinstance(got, Skipped)
    assert "robots.txt" in got.reason
    assert "--url" in got.reason
    assert net.server.paths == []
    assert is_taken(net, "/rain")


def test_a_redirect_does_not_lead_past_robots_txt(net: World) -> None:
    net.server.routes["/robots.txt"] = Reply(FORBIDDEN)
    net.server.routes["/way"] = redirect("/private/rain")
    assert not is_taken(net, "/way")
    assert net.server.paths == ["/way"]


def test_the_rules_for_our_own_name_count_before_those_for_all(net: World) -> None:
    rules = b"User-agent: *\nDisallow: /\n\nUser-agent: OnRecord\nDisallow: /private\n"
    net.server.routes["/robots.txt"] = Reply(rules)
    assert is_taken(net, "/rain")
    assert not is_taken(net, "/private/rain")


@pytest.mark.parametrize(
    ("status", "is_allowed"),
    [(404, True), (403, True), (410, True), (500, False), (503, False), (429, False)],
)
def test_a_missing_robots_txt_allows_and_a_failing_one_does_not(
    net: World, status: int, *, is_allowed: bool
) -> None:
    net.server.routes["/robots.txt"] = Reply(b"", status)
    assert is_taken(net, "/rain") is is_allowed


def test_a_failing_robots_txt_is_asked_again_later(net: World) -> None:
    net.server.routes["/robots.txt"] = [Reply(b"", 500), Reply(b"", 404)]
    assert not is_taken(net, "/rain")
    assert not is_taken(net, "/rain")
    net.time.sleep(700)
    assert is_taken(net, "/rain")


def test_robots_txt_is_asked_for_once_a_day(net: World) -> None:
    for _ in range(3):
        assert is_taken(net, "/rain")
    asked = [request.path for request in net.server.asked]
    assert asked.count("/robots.txt") == 1
    net.time.sleep(25 * 3600)
    assert is_taken(net, "/rain")
    asked = [request.path for request in net.server.asked]
    assert asked.count("/robots.txt") == asked.count("/.well-known/tdmrep.json") == 2


def test_a_site_that_cannot_be_reached_is_told_as_that(net: World) -> None:
    net.server.port = 1
    got = net.fetcher.fetch(f"{POST}/rain")
    assert isinstance(got, Skipped)
    assert got.reason.startswith("cannot be reached")


def test_each_host_has_a_robots_txt_of_its_own(net: World) -> None:
    assert is_taken(net, "/rain")
    net.fetcher.fetch("http://herald.example/rain")
    hosts = [item.host for item in net.server.asked if item.path == "/robots.txt"]
    assert hosts == ["post.example", "herald.example"]


def test_an_endless_robots_txt_means_not_now(net: World) -> None:
    net.server.routes["/robots.txt"] = Reply(b"#" * 3_000_000)
    assert not is_taken(net, "/rain")


def test_only_the_beginning_of_a_long_robots_txt_counts(net: World) -> None:
    long = b"User-agent: *\n" + b"# rain\n" * 80_000 + b"Disallow: /\n"
    net.server.routes["/robots.txt"] = Reply(long)
    assert is_taken(net, "/rain")


@pytest.mark.parametrize(
    ("rules", "is_allowed"),
    [
        (RESERVE_NEWS, False),
        (b'[{"location": "/", "tdm-reservation": "1"}]', False),
        (b'[{"location": "/news/*", "tdm-reservation": 0}]', True),
        (b'[{"location": "/sport/", "tdm-reservation": 1}]', True),
        (b'[{"location": "/news/r", "tdm-reservation": 0},' + RESERVE_NEWS[1:], True),
        (b'[{"location": "/*in$", "tdm-reservation": 1}]', False),
        (b'[{"location": "/*ai$", "tdm-reservation": 1}]', True),
        (b'[{"location": "/news/rain$", "tdm-reservation": 1}]', False),
        (b'{"location": "/", "tdm-reservation": 1}', True),
        (b"[" * 100_000, True),
        (b"not json", True),
    ],
)
def test_the_reservations_of_an_origin_are_kept(
    net: World, rules: bytes, *, is_allowed: bool
) -> None:
    net.server.routes["/.well-known/tdmrep.json"] = Reply(rules)
    assert is_taken(net, "/news/rain") is is_allowed
    assert net.server.paths == (["/news/rain"] if is_allowed else [])


@pytest.mark.parametrize(
    ("header", "head", "is_allowed"),
    [
        (("TDM-Reservation", "1"), "", False),
        (("TDM-Reservation", "0"), "", True),
        (("X-Robots-Tag", "noindex, NoAI"), "", False),
        (("X-Robots-Tag", "noindex"), "", True),
        (("X-Robots-Tag", "otherbot: noai"), "", True),
        (("X", "1"), '<meta name="tdm-reservation" content="1">', False),
        (("X", "1"), "<META CONTENT='1' NAME=TDM-Reservation />", False),
        (("X", "1"), "<meta name=robots content='noindex,noai'>", False),
        (("X", "1"), '<meta name="robots" content="noindex">', True),
        (("X", "1"), '<!-- <meta name="tdm-reservation" content="1"> -->', True),
        (
            ("TDM-Reservation", "1"),
            '<meta name="tdm-reservation" content="0">',
            True,
        ),
        (("X", "1"), "<body><p><meta name='tdm-reservation' content='1'>", True),
    ],
)
def test_the_reservation_of_a_page_is_kept_and_the_nearer_word_wins(
    net: World, header: tuple[str, str], head: str, *, is_allowed: bool
) -> None:
    net.server.routes["/rain"] = page(f"<html><head>{head}</head><p>Rain.", header)
    assert is_taken(net, "/rain") is is_allowed


@pytest.mark.parametrize("sly", [b"<meta ", b"<!--", b"<!---->", b'<meta a="'])
def test_a_head_full_of_openings_is_read_quickly(net: World, sly: bytes) -> None:
    net.server.routes["/rain"] = Reply(b"<p>rain</p>" + sly * 100_000)
    assert is_taken(net, "/rain")
