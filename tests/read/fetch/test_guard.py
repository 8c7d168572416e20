"""No address, name or redirect leads a fetch behind the user's door."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import TYPE_CHECKING

import httpcore
import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Skipped
from onrecord.read.fetch import Guard, GuardedTransport, is_public
from onrecord.read.fetch.refusal import Refused
from tests.read.fetch.internet import ADDRESS, World, names, page, redirect, world

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

NEVER_4 = [
    "0.0.0.0/8",
    "10.0.0.0/8",
    "100.64.0.0/10",
    "127.0.0.0/8",
    "169.254.0.0/16",
    "172.16.0.0/12",
    "192.0.0.0/24",
    "192.0.2.0/24",
    "192.168.0.0/16",
    "198.18.0.0/15",
    "198.51.100.0/24",
    "203.0.113.0/24",
    "224.0.0.0/4",
    "240.0.0.0/4",
]
NEVER_6 = [
    "::/128",
    "::1/128",
    "::/96",  # IPv4 written out, long withdrawn
    "::ffff:0:0/96",  # IPv4 mapped
    "64:ff9b:1::/48",  # private translation
    "100::/64",  # discarded
    "2001::/32",  # Teredo
    "2001:db8::/32",
    "2002::/16",  # 6to4
    "3fff::/20",
    "5f00::/16",
    "fc00::/7",
    "fe80::/10",
    "fec0::/10",
    "ff00::/8",
]
METADATA = ["169.254.169.254", "100.100.100.200", "192.0.0.192", "168.63.129.16"]
FORMS_OF_HOME = [
    "127.0.0.1",
    "127.1",
    "2130706433",
    "0x7f000001",
    "0x7f.0.0.1",
    "017700000001",
    "[::1]",
    "[::ffff:127.0.0.1]",
    "[::ffff:7f00:1]",
    "[0:0:0:0:0:0:0:1]",
    "[64:ff9b::7f00:1]",
    "[::]",
    "0.0.0.0",  # noqa: S104 - what must be refused
    "0",
    "169.254.169.254",
    "[fd00:ec2::254]",
    "10.0.0.1",
    "192.168.1.1",
]


@given(st.sampled_from(NEVER_4).flatmap(lambda n: st.ip_addresses(network=n)))
def test_no_special_address_is_public(address: IPv4Address) -> None:
    assert not is_public(str(address))


@given(st.sampled_from(NEVER_6).flatmap(lambda n: st.ip_addresses(network=n)))
def test_no_special_ipv6_address_is_public(address: IPv6Address) -> None:
    assert not is_public(str(address))


@given(st.sampled_from(NEVER_4).flatmap(lambda n: st.ip_addresses(network=n)))
def test_a_translated_address_is_judged_by_the_one_inside(address: IPv4Address) -> None:
    inside = ip_network("64:ff9b::/96")[int(address)]
    assert not is_public(str(inside))


@given(st.ip_addresses())
def test_what_is_public_is_global_for_python_too(
    address: IPv4Address | IPv6Address,
) -> None:
    if is_public(str(address)):
        assert ip_address(address).is_global
        assert not address.is_multicast


@pytest.mark.parametrize("address", METADATA)
def test_addresses_of_cloud_metadata_are_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", ["8.8.8.8", "2606:2800:21f::1", "64:ff9b::808:808", "100.63.255.255"]
)
def test_public_addresses_are_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize("address", ["", "localhost", "1.2.3", "fe80::1%eth0", "x" * 9])
def test_what_is_no_plain_address_is_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.fixture
def net() -> Iterator[World]:
    """A server at a public address, and the real rules."""
    with world() as made:
        yield made


@pytest.mark.parametrize("host", FORMS_OF_HOME)
def test_no_form_of_an_inner_address_is_fetched(net: World, host: str) -> None:
    assert isinstance(net.fetcher.fetch(f"http://{host}/"), Skipped)
    assert net.cables.reached == []


@pytest.mark.parametrize("host", FORMS_OF_HOME)
def test_no_redirect_leads_to_an_inner_address(net: World, host: str) -> None:
    net.server.routes["/way"] = redirect(f"http://{host}/")
    got = net.fetcher.fetch("http://post.example/way")
    assert isinstance(got, Skipped)
    assert "redirects to" in got.reason
    assert set(net.cables.reached) == {ADDRESS}
    assert net.server.paths == ["/way"]


@pytest.mark.parametrize(
    "target",
    [
        "file:///etc/passwd",
        "ftp://post.example/",
        "gopher://post.example/",
        "data:text/html,rain",
        "javascript:alert(1)",
        "http://me:secret@post.example/",
        "http://post.example:22/",
        "https://post.example:8443/",
        "http://post.example:99999/",
        "http://[::1/",
        "http://" + "a" * 3000 + "/",
        "http://\x00.example/",
    ],
)
def test_odd_addresses_are_refused_given_and_redirected_to(
    net: World, target: str
) -> None:
    assert isinstance(net.fetcher.fetch(target), Skipped)
    if target.isprintable():
        net.server.routes["/way"] = redirect(target)
        assert isinstance(net.fetcher.fetch("http://post.example/way"), Skipped)
    assert net.server.paths in ([], ["/way"])


def test_an_address_without_a_host_is_refused(net: World) -> None:
    assert isinstance(net.fetcher.fetch("http:///rain"), Skipped)


def test_a_name_that_cannot_be_asked_for_is_refused() -> None:
    with pytest.raises(Refused, match="no such host"):
        Guard().addresses("a" * 70 + ".example", 80)


def test_a_password_is_never_repeated(net: World) -> None:
    got = net.fetcher.fetch("http://me:secret@post.example/")
    assert isinstance(got, Skipped)
    assert "secret" not in got.reason


def test_a_name_with_one_inner_address_among_public_ones_is_refused() -> None:
    guard = Guard(lambda _host, _port: [ADDRESS, "10.0.0.8"])
    with pytest.raises(Refused, match=r"10\.0\.0\.8"):
        guard.addresses("post.example", 80)


def test_a_name_nobody_knows_is_told() -> None:
    def nobody(_host: str, _port: int) -> list[str]:
        raise OSError("unknown")

    for guard in (Guard(nobody), Guard(lambda _host, _port: [])):
        with pytest.raises(Refused, match="host"):
            guard.addresses("post.example", 80)


def test_a_name_that_leads_elsewhere_a_moment_later_gains_nothing() -> None:
    told: list[str] = []

    def rebinding(_host: str, _port: int) -> list[str]:
        told.append(ADDRESS if not told else "127.0.0.1")
        return [told[-1]]

    with world(Guard(rebinding)) as net:
        net.server.routes["/rain"] = page("<p>Rain.</p>")
        net.fetcher.fetch("http://post.example/rain")
        assert told[0] == ADDRESS
        assert "127.0.0.1" in told  # asked again for the next request, and refused
        assert set(net.cables.reached) == {ADDRESS}
        assert net.server.paths == []


def test_every_connection_goes_to_the_address_that_was_checked() -> None:
    asked: list[str] = []

    def once(host: str, port: int) -> list[str]:
        asked.append(host)
        return names(host, port)

    with world(Guard(once)) as net:
        net.server.routes["/rain"] = page("<p>Rain.</p>")
        net.fetcher.fetch("http://post.example/rain")
        assert len(asked) == len(net.cables.reached)


class Recorder(httpcore.MockBackend):
    """A network that notes where it is led and whose certificate is wanted."""

    def __init__(self, answer: bytes) -> None:
        super().__init__([answer])
        self.reached: list[tuple[str, int]] = []
        self.certificates: list[str | None] = []

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.NetworkStream:
        """A connection to nowhere."""
        self.reached.append((host, port))
        recorder, stream = self, super().connect_tcp(host, port)

        class Noted(httpcore.MockStream):
            def start_tls(
                self,
                ssl_context: object,
                server_hostname: str | None = None,
                timeout: float | None = None,
            ) -> httpcore.NetworkStream:
                recorder.certificates.append(server_hostname)
                return stream

        return Noted([])


def test_the_certificate_is_that_of_the_name_at_the_checked_address() -> None:
    network = Recorder(b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nrain")
    transport = GuardedTransport(Guard(names), network=network)
    request = httpx.Request("GET", "https://post.example/rain")
    answer = transport.handle_request(request)
    assert b"".join(answer.iter_raw()) == b"rain"
    answer.close()
    assert network.reached == [(ADDRESS, 443)]
    assert network.certificates == ["post.example"]
