"""How a command gets to the network: only when asked, and never against the user."""

from __future__ import annotations

import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from onrecord.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from onrecord.read.fetcher import Fetcher
    from onrecord.settings import Settings

    Sleep = Callable[[float], object]


@contextmanager
def fetcher_of(settings: Settings, *, is_wanted: bool) -> Iterator[Fetcher | None]:
    """What fetches the addresses that the user names; None when not asked to.

    Raises ConfigError when the user forbids the network as well.
    """
    if not is_wanted:
        yield None
        return
    check_network(settings, "--fetch")
    with new_fetcher() as fetcher:
        yield fetcher


def check_network(settings: Settings, wish: str) -> None:
    """Raise ConfigError when the user forbids the network that the wish needs."""
    if not settings.allow_network:
        raise ConfigError(f"{wish} needs the network and --no-network forbids it")


@contextmanager
def new_fetcher(sleep: Sleep = time.sleep) -> Iterator[Fetcher]:
    """A polite fetcher that waits by `sleep`."""
    from onrecord.read.fetch import Clocks, PoliteFetcher

    with PoliteFetcher(clocks=Clocks(sleep=sleep)) as fetcher:
        yield fetcher
