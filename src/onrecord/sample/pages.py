"""The sample pages as bytes, with where and when each was captured."""

import json
from dataclasses import dataclass
from datetime import datetime
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import cast

_PAGE_ENDINGS = (".html", ".txt")


@dataclass(frozen=True, slots=True)
class SamplePage:
    """One sample page; `outlet` is None where the page itself must tell."""

    name: str
    url: str | None
    outlet: str | None
    captured_at: datetime
    source: Traversable

    def read_bytes(self) -> bytes:
        """Read the page as it was captured."""
        return self.source.read_bytes()


def sample_pages() -> list[SamplePage]:
    """List the sample pages, the earliest capture first."""
    found = [
        _sample_page(entry)
        for entry in files("onrecord.sample").iterdir()
        if entry.name.endswith(_PAGE_ENDINGS)
    ]
    return sorted(found, key=lambda page: (page.captured_at, page.name))


def _sample_page(source: Traversable) -> SamplePage:
    """Join a page with the capture data in the JSON beside it."""
    beside = files("onrecord.sample").joinpath(f"{source.name}.json")
    capture = cast(
        "dict[str, str | None]",
        json.loads(beside.read_text(encoding="utf-8"))["capture"],
    )
    return SamplePage(
        name=source.name,
        url=capture["url"],
        outlet=capture["outlet"],
        captured_at=datetime.fromisoformat(str(capture["captured_at"])),
        source=source,
    )
