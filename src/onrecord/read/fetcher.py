"""What reading needs of the network, so that who reads a feed needs no network code."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from onrecord.model import Skipped, Source


@dataclass(frozen=True, slots=True)
class Unchanged:
    """The server says that the page is as it was (status 304)."""

    url: str


class Fetcher(Protocol):
    """Fetches single addresses that the user named, politely."""

    def fetch(
        self, url: str, *, etag: str | None = None, last_modified: str | None = None
    ) -> Source | Skipped | Unchanged:
        """The page at this address, or the reason why it is not taken.

        `etag` and `last_modified` are those of an earlier answer; only with one of
        them can the answer be `Unchanged`. A Source has `how` "fetched", `url` the
        address that gave the bytes, `captured_at`, `charset` and `fetched`.
        """
