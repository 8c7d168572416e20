"""Servers that drip, burst or lie get one line and none of the user's memory."""

from __future__ import annotations

import gzip
import time
from typing import TYPE_CHECKING

import pytest

from onrecord.model import Skipped
from onrecord.read import MAX_BYTES
from onrecord.read.fetch import TimeLimits
from tests.read.fetch.internet import Reply, World, world

if TYPE_CHECKING:
    from collections.abc import Iterator
    from http.server import BaseHTTPRequestHandler

RAIN = "http://post.example/rain"
SHORT = TimeLimits(connect_seconds=1, silence_seconds=0.3, total_seconds=0.6)
PATIENCE = 4  # seconds a test may take on a busy machine


@pytest.fixture
def net() -> Iterator[World]:
    """A server and a fetcher with little patience."""
    with world(limits=SHORT) as made:
        yield made


@pytest.fixture
def patient() -> Iterator[World]:
    """A server and a fetcher as users have it."""
    with world() as made:
        yield made


def reason(fetched: object) -> str:
    assert isinstance(fetched, Skipped), fetched
    return fetched.reason


def raw(data: bytes) -> Reply:
    """A reply written as it is."""

    class Raw(Reply):
        def __call__(self, handler: BaseHTTPRequestHandler) -> None:
            handler.wfile.write(data)
            handler.close_connection = True

    return Raw()


def dripping(start: bytes, drop: bytes) -> Reply:
    """A reply that never ends and never pauses for long."""

    class Dripping(Reply):
        def __call__(self, handler: BaseHTTPRequestHandler) -> None:
            handler.wfile.write(start)
            for _ in range(100):
                handler.wfile.write(drop)
                time.sleep(0.05)

    return Dripping()


@pytest.mark.parametrize(
    "slow",
    [
        dripping(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", b"a"),
        dripping(b"HTTP/1.1 200 OK\r\n", b"X-Rain: a\r\n"),
        dripping(b"", b"H"),
    ],
)
def test_a_dripping_server_is_left_when_the_time_is_over(
    net: World, slow: Reply
) -> None:
    net.server.routes["/rain"] = slow
    start = time.monotonic()
    assert reason(net.fetcher.fetch(RAIN))
    assert time.monotonic() - start < PATIENCE


def test_a_silent_server_is_left(net: World) -> None:
    class Silent(Reply):
        def __call__(self, handler: BaseHTTPRequestHandler) -> None:
            time.sleep(1)

    net.server.routes["/rain"] = Silent()
    assert "silent" in reason(net.fetcher.fetch(RAIN))


def test_a_bomb_is_not_unpacked(patient: World) -> None:
    bomb = gzip.compress(gzip.compress(bytes(MAX_BYTES * 3), 9), 9)
    inner = gzip.decompress(bomb)
    patient.server.routes["/rain"] = Reply(
        inner, headers=(("Content-Encoding", "gzip"),)
    )
    assert "larger than" in reason(patient.fetcher.fetch(RAIN))
    patient.server.routes["/rain"] = Reply(
        bomb, headers=(("Content-Encoding", "gzip, gzip"),)
    )
    assert "not asked for" in reason(patient.fetcher.fetch(RAIN))


def test_a_page_that_says_it_is_too_large_is_not_read(patient: World) -> None:
    told = str(MAX_BYTES + 1)
    patient.server.routes["/rain"] = Reply(b"a", headers=(("Content-Length", told),))
    assert "larger than" in reason(patient.fetcher.fetch(RAIN))


def test_a_page_that_hides_its_size_is_read_no_further_than_the_limit(
    patient: World,
) -> None:
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"
    patient.server.routes["/rain"] = raw(head + b"a" * (MAX_BYTES + 100))
    assert "larger than" in reason(patient.fetcher.fetch(RAIN))


@pytest.mark.parametrize(
    "answer",
    [
        b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nrain",
        b"HTTP/1.1 200 OK\r\nContent-Length: -4\r\n\r\nrain",
        b"HTTP/1.1 200 OK\r\nContent-Length: 4, 5\r\n\r\nrain",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nrain\r\n",
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nrain\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + gzip.compress(b"r")[:9],
        b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\nrain",
        b"HTTP/1.1 200 OK\r\nContent-Encoding: br\r\n\r\nrain",
        b"HTTP/1.1 200 OK\r\nContent-Encoding: zstd\r\n\r\nrain",
        b"HTTP/1.1 200 OK\r\nRain\r\n\r\nrain",
        b"HTTP/1.1 200 OK\r\nX: " + b"a" * 200_000,
        b"SSH-2.0-harbour\r\n",
        b"",
        b"\x00" * 50,
    ],
)
def test_a_broken_answer_is_one_line(net: World, answer: bytes) -> None:
    net.server.routes["/rain"] = raw(answer)
    told = reason(net.fetcher.fetch(RAIN))
    assert told
    assert "\n" not in told


def test_a_length_that_is_too_short_cuts_and_hangs_up(net: World) -> None:
    net.server.routes["/rain"] = raw(
        b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nrain and more"
    )
    got = net.fetcher.fetch(RAIN)
    assert not isinstance(got, Skipped)


def test_nobody_listening_is_told() -> None:
    with world() as net:
        net.server.port = 1
        assert "cannot be" in reason(net.fetcher.fetch(RAIN))
