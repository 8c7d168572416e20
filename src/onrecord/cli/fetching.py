"""How a command gets to the network: only when asked, and never against the user."""

from __future__ import annotations

import os
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.console import complain
from onrecord.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from onrecord.read.fetcher import Fetcher
    from onrecord.settings import Settings

    Sleep = Callable[[float], object]


Proxy = Annotated[
    str | None,
    typer.Option(
        envvar="ONRECORD_PROXY",
        show_envvar=False,
        help="Fetch through this proxy, http://HOST:PORT. [ONRECORD_PROXY]",
    ),
]
PROXIES = ("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY", "http_proxy")


@contextmanager
def fetcher_of(
    settings: Settings, *, is_wanted: bool, proxy: str | None = None
) -> Iterator[Fetcher | None]:
    """What fetches the addresses that the user names; None when not asked to.

    Raises ConfigError when the user forbids the network as well.
    """
    if not is_wanted:
        yield None
        return
    check_network(settings, "--fetch")
    with new_fetcher(time.sleep, proxy) as fetcher:
        yield fetcher


def check_address(url: str) -> None:
    """Raise ConfigError for what is no web address."""
    if not url.lower().startswith(("https://", "http://")):
        named = url or "''"
        raise ConfigError(f"{named}: is no web address; write it with https://")


def check_network(settings: Settings, wish: str) -> None:
    """Raise ConfigError when the user forbids the network that the wish needs."""
    if not settings.allow_network:
        raise ConfigError(f"{wish} needs the network and --no-network forbids it")


@contextmanager
def new_fetcher(sleep: Sleep, proxy: str | None) -> Iterator[Fetcher]:
    """A polite fetcher that waits by `sleep`.

    Proxies that the environment names for all programs are not used unasked: they
    see every address, and decide where a name leads.
    """
    from onrecord.read.fetch import Clocks, Guard, Network, PoliteFetcher

    if proxy is None and any(os.environ.get(name) for name in PROXIES):
        complain("the proxy in your environment is not used; name it with --proxy")
    guard = Guard()
    network = Network.through(guard, proxy)
    with PoliteFetcher(guard, clocks=Clocks(sleep=sleep), network=network) as fetcher:
        yield fetcher
