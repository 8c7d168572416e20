"""Behind a proxy that the user names, pages come, and inner addresses stay shut."""

from __future__ import annotations

from typing import TYPE_CHECKING

import httpcore
import pytest

from onrecord.errors import ConfigError
from onrecord.model import Skipped, Source
from onrecord.read.fetch import Guard, GuardedTransport, Network, PoliteFetcher
from onrecord.read.fetch.polite import proxy_of
from tests.read.fetch.internet import FakeTime, Reply, Server, names, page, serving

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PROXY = "http://ada:secret@proxy.inner:3128"


class Cable(httpcore.SyncBackend):
    """A network in which there is nothing but the proxy."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.reached: list[tuple[str, int]] = []

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to the proxy."""
        self.reached.append((host, port))
        return super().connect_tcp("127.0.0.1", self.server.port, timeout)


def unknown(host: str, port: int) -> list[str]:
    """Inside, numbers are known and no names."""
    if host.endswith(".example"):
        raise OSError("no such host")
    return names(host, port)


@pytest.fixture
def net() -> Iterator[tuple[PoliteFetcher, Server, Cable]]:
    """A fetcher behind a proxy."""
    with serving() as server:
        cable, guard = Cable(server), Guard(unknown)
        transport = GuardedTransport(guard, proxy=proxy_of(PROXY), network=cable)
        network = Network(transport, transport)
        clocks = FakeTime().clocks
        with PoliteFetcher(guard, clocks=clocks, network=network) as fetcher:
            yield fetcher, server, cable


def test_the_proxy_fetches_what_is_not_known_inside(
    net: tuple[PoliteFetcher, Server, Cable],
) -> None:
    fetcher, server, cable = net
    server.routes["http://post.example/rain"] = page("<p>Rain fell.</p>")
    assert isinstance(fetcher.fetch("http://post.example/rain"), Source)
    assert set(cable.reached) == {("proxy.inner", 3128)}
    sent = server.asked[-1].headers
    assert sent["host"] == "post.example"
    assert sent["proxy-authorization"].startswith("Basic ")


@pytest.mark.parametrize("host", ["127.0.0.1", "2130706433", "[::1]", "10.0.0.1"])
def test_the_proxy_is_not_asked_for_inner_addresses(
    net: tuple[PoliteFetcher, Server, Cable], host: str
) -> None:
    fetcher, server, cable = net
    got = fetcher.fetch(f"http://{host}/")
    assert isinstance(got, Skipped)
    assert "no public address" in got.reason
    assert cable.reached == []
    assert server.asked == []


def test_a_name_that_is_inner_here_is_not_asked_for() -> None:
    guard = Guard(lambda _host, _port: ["10.0.0.8"])
    fetcher = PoliteFetcher(guard, network=Network.through(guard, PROXY))
    assert isinstance(fetcher.fetch("http://files.inner/"), Skipped)


def test_a_proxy_that_refuses_is_told(
    net: tuple[PoliteFetcher, Server, Cable],
) -> None:
    fetcher, server, _ = net
    server.routes["http://post.example/rain"] = Reply(b"", 407)
    got = fetcher.fetch("http://post.example/rain")
    assert isinstance(got, Skipped)
    assert "407" in got.reason


def test_a_proxy_of_another_kind_is_wrong_use() -> None:
    with pytest.raises(ConfigError, match="proxy"):
        Network.through(Guard(), "socks5://proxy.inner:1080")
