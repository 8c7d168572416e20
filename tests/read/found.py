"""What the readers find in bytes, with a fetcher that has no network."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.model import Skipped, Source
from onrecord.read import Given, Unchanged, find_sources

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from onrecord.read import Fetcher


def found_in(
    folder: Path,
    name: str,
    data: bytes | str,
    given: Given | None = None,
    fetcher: Fetcher | None = None,
) -> list[Source | Skipped]:
    """Everything that a file with these bytes gives, the path cut off the names."""
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return list(find_sources([str(path)], given or Given(), fetcher))


def pages(found: list[Source | Skipped]) -> list[Source]:
    """The pages among what was found."""
    return [item for item in found if isinstance(item, Source)]


def reasons(found: list[Source | Skipped]) -> list[str]:
    """Why the others are none."""
    return [item.reason for item in found if isinstance(item, Skipped)]


class Shelf:
    """A fetcher that has these pages by their addresses, and notes what is asked."""

    def __init__(self, bodies: Mapping[str, str]) -> None:
        self.bodies = bodies
        self.asked: list[str] = []

    def fetch(
        self, url: str, *, etag: str | None = None, last_modified: str | None = None
    ) -> Source | Skipped | Unchanged:
        """The page on the shelf, or none."""
        assert etag is None
        assert last_modified is None
        self.asked.append(url)
        if url not in self.bodies:
            return Skipped(url, "was not found (404)")
        return Source(url, self.bodies[url].encode(), "fetched", url=url)
