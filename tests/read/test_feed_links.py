"""Who names a page instead of a feed learns where its feeds are."""

from __future__ import annotations

import pytest

from onrecord.errors import InputError
from onrecord.model import Source
from onrecord.read.feed_links import NoFeed, feed_links, read_named_feed

HOME = "https://post.example/news/"
RSS = '<link rel="alternate" type="application/rss+xml" href="{}">'


def page(head: str) -> Source:
    data = f"<!doctype html><html><head>{head}</head><body><p>Rain.</p></body></html>"
    return Source(HOME, data.encode(), "fetched", HOME)


def test_a_page_tells_its_feeds() -> None:
    with pytest.raises(NoFeed, match=r"https://post\.example/feed\.xml"):
        read_named_feed(page(RSS.format("/feed.xml")))


def test_a_page_without_feeds_is_told_as_that() -> None:
    with pytest.raises(NoFeed, match="no feed: give"):
        read_named_feed(page("<title>Rain</title>"))


def test_a_feed_is_read() -> None:
    data = b"<rss><channel><item><link>https://a.example/</link></item></channel></rss>"
    feed = read_named_feed(Source("feed", data, "fetched", HOME))
    assert [item.link for item in feed.items] == ["https://a.example/"]


def test_a_broken_feed_is_not_called_a_page() -> None:
    data = b'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "b">]><rss></rss>'
    with pytest.raises(InputError) as raised:
        read_named_feed(Source("feed", data, "fetched", HOME))
    assert not isinstance(raised.value, NoFeed)


@pytest.mark.parametrize(
    ("head", "links"),
    [
        (RSS.format("feed"), ["https://post.example/news/feed"]),
        (RSS.format("/a") + RSS.format("/a"), ["https://post.example/a"]),
        ("<LINK HREF='//b.example/' TYPE='application/atom+xml' REL='x Alternate'>",
         ["https://b.example/"]),
        (RSS.format("javascript:alert(1)"), []),
        (RSS.format("http://[::1"), []),
        (RSS.format(""), []),
        ("<link rel='stylesheet' type='application/rss+xml' href='/a'>", []),
        ("<link rel='alternate' hreflang='fa' href='/fa'>", []),
    ],
)  # fmt: skip
def test_only_feeds_that_can_be_fetched_are_told(head: str, links: list[str]) -> None:
    assert feed_links(page(head).data.decode(), HOME) == links
