"""A web of invented news for tests: feeds and pages by address, and a clock."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from onrecord.model import Answer, Fetched, Skipped, Source
from onrecord.read.fetcher import Unchanged

START = datetime(2031, 3, 2, 12, tzinfo=UTC)
FEED = "https://post.example/feed.xml"


def article(title: str = "Ferry stays in port", killed: int = 3, more: str = "") -> str:
    """A page with one article; `more` is furniture around it."""
    return (
        f'<!doctype html><html lang="en"><head><title>{title}</title></head><body>'
        f"<nav>{more}</nav><article><h1>{title}</h1>"
        f"<p>The harbour board of Oster said on Monday that {killed} people were "
        f"killed when a crane fell on the quay.</p>"
        f'<p>"The ferry will not sail this week," said Mara Quist, a spokeswoman for '
        f"the board.</p><p>Residents were told to stay away from the water until "
        f"Wednesday.</p></article></body></html>"
    )


def feed(*paths: str) -> str:
    """An RSS feed that lists pages of The Harbour Post."""
    items = "".join(
        f"<item><title>News</title><link>https://post.example{path}</link></item>"
        for path in paths
    )
    return (
        f'<?xml version="1.0"?><rss version="2.0"><channel><title>Post</title>'
        f"{items}</channel></rss>"
    )


@dataclass(slots=True)
class Clock:
    """A time of day that tests move on; every look takes a second."""

    at: datetime = START

    def __call__(self) -> datetime:
        """The time."""
        self.at += timedelta(seconds=1)
        return self.at

    def pass_by(self, **time: float) -> None:
        """Let so much time pass."""
        self.at += timedelta(**time)


@dataclass(slots=True)
class Web:
    """A Fetcher; what is not in `pages` is refused, `failing` raises."""

    clock: Clock
    pages: dict[str, str] = field(default_factory=dict)
    headers: dict[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)
    asked: list[tuple[str, str | None]] = field(default_factory=list)
    failing: BaseException | None = None

    def fetch(
        self, url: str, *, etag: str | None = None, last_modified: str | None = None
    ) -> Source | Skipped | Unchanged:
        """What stands at the address now."""
        self.asked.append((url, etag))
        if self.failing is not None:
            raise self.failing
        if url not in self.pages:
            return Skipped(url, "its server has no such page (404 Not Found)")
        told = self.headers.get(url, ())
        if etag is not None and ("etag", etag) in told:
            return Unchanged(url)
        data = self.pages[url].encode()
        answers = Fetched((Answer(url, 200, told),))
        return Source(url, data, "fetched", url, None, self.clock(), None, answers)
