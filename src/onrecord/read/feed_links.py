"""A feed at an address that the user says is one; a page tells where its feeds are."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urljoin

from onrecord.errors import InputError
from onrecord.read.encodings import decode
from onrecord.read.feeds import read_feed
from onrecord.read.html_tree import parse_html
from onrecord.read.kind import kind_of

if TYPE_CHECKING:
    from onrecord.model import Source
    from onrecord.read.feed_item import Feed

FEED_TYPES = frozenset({
    "application/rss+xml",
    "application/atom+xml",
    "application/rdf+xml",
    "application/feed+json",
})  # fmt: skip
MAX_TOLD = 3


class NoFeed(InputError):  # noqa: N818 - the name says what is wrong
    """What stands at the address is something else, and no broken feed."""


def read_named_feed(source: Source) -> Feed:
    """The feed at an address.

    Raises NoFeed, with the feeds that a page links, when it is none, and InputError
    when it cannot be read.
    """
    text, _ = decode(source.data, source.name, source.charset)
    if kind_of(text) == "feed":
        return read_feed(source)
    links = feed_links(text, source.url or source.name)
    if links:
        told = " ".join(links[:MAX_TOLD])
        raise NoFeed(f"is no feed, but links to: {told}", where=source.name)
    reason = "is no feed: give the address of an RSS, Atom or JSON feed"
    raise NoFeed(reason, where=source.name)


def feed_links(text: str, base: str) -> list[str]:
    """The full addresses of the feeds that a page names in its head, in its order."""
    root = parse_html(text)
    found = root.iter("link") if root is not None else ()
    links = []
    for link in found:
        href = (link.get("href") or "").strip()
        relations = (link.get("rel") or "").lower().split()
        kind = (link.get("type") or "").partition(";")[0].strip().lower()
        if href and "alternate" in relations and kind in FEED_TYPES:
            links.append(_joined(base, href))
    return [link for link in dict.fromkeys(links) if link]


def _joined(base: str, href: str) -> str:
    """The full address; empty for what is none that can be fetched."""
    try:
        full = urljoin(base, href)
    except ValueError:
        return ""
    return full if full.lower().startswith(("http://", "https://")) else ""
