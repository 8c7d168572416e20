"""Where a fetch may go: public web servers, and nothing behind the user's door."""

from __future__ import annotations

import socket
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import httpx

from onrecord.read.fetch.addresses import is_public
from onrecord.read.fetch.refusal import SAVE_IT, Refused, Unreachable

if TYPE_CHECKING:
    from collections.abc import Sequence

PORTS = {"http": 80, "https": 443}
LONGEST_ADDRESS = 2048  # characters; what most servers take
MAX_ADDRESSES = 4  # of one host that are tried in turn

Resolve = Callable[[str, int], "Sequence[str]"]


def resolve(host: str, port: int) -> list[str]:
    """The addresses that the system's resolver gives for this host, best first.

    Raises OSError or UnicodeError when there are none.
    """
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


@dataclass(frozen=True, slots=True)
class Guard:
    """What may be reached. The defaults allow public web servers alone.

    `resolve` and `is_allowed` stand for the network in tests.
    """

    resolve: Resolve = resolve
    is_allowed: Callable[[str], bool] = is_public
    ports: frozenset[int] = frozenset(PORTS.values())

    def checked(self, address: str) -> httpx.URL:
        """The address as a URL without its fragment, if its form is allowed.

        Raises Refused for anything but plain http and https addresses.
        """
        if len(address) > LONGEST_ADDRESS:
            raise Refused(f"is longer than {LONGEST_ADDRESS} characters")
        try:
            url = httpx.URL(address.strip()).copy_with(fragment=None)
        except (httpx.InvalidURL, UnicodeError, ValueError) as error:
            raise Refused(f"is no web address ({error})") from error
        if url.scheme not in PORTS or not url.host:
            raise Refused("is no web address: write it with https:// or http://")
        if url.userinfo:
            reason = "carries a user name or password: write it without"
            raise Refused(reason)
        if port_of(url) not in self.ports:
            raise Refused(f"names port {port_of(url)}; only 80 and 443 are asked")
        return url

    def addresses(self, host: str, port: int) -> tuple[str, ...]:
        """The addresses to connect to; every one of them is allowed.

        Raises Refused when the host has none, or any that is not public: a host that
        mixes both is not asked at all.
        """
        try:
            found = self.resolve(host, port)
        except (OSError, UnicodeError) as error:
            reason = "has no such host, or there is no network"
            raise Unreachable(reason) from error
        self._check(found)
        if not found:
            raise Unreachable("has a host without an address")
        return tuple(found[:MAX_ADDRESSES])

    def check_from_outside(self, host: str, port: int) -> None:
        """Raise Refused for a host that is known here as an inner one.

        One that is not known here at all is left to the proxy to find.
        """
        try:
            found = self.resolve(host, port)
        except (OSError, UnicodeError):
            return
        self._check(found)

    def _check(self, found: Sequence[str]) -> None:
        inner = next((known for known in found if not self.is_allowed(known)), None)
        if inner is not None:
            raise Unreachable(f"leads to {inner}, no public address; {SAVE_IT}")


def port_of(url: httpx.URL) -> int:
    """The port this URL asks for."""
    return url.port if url.port is not None else PORTS[url.scheme]


def host_of(url: httpx.URL) -> str:
    """The host as it is asked for in the domain name system."""
    return url.raw_host.decode("ascii")


def origin_of(url: httpx.URL) -> str:
    """Scheme, host and port: what one robots.txt speaks for."""
    return f"{url.scheme}://{url.netloc.decode('ascii')}"
