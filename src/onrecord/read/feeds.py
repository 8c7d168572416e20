"""Feeds: what their items become.

An item with running text of its own is a page, captured as part of the feed: its
bytes are written by a fixed rule from what the feed says of it and nothing else (title,
time, authors, text), so that the same item gives the same capture in every copy of the
feed. Where it is: its link. An item with only a title or a summary says that the page
behind it can be fetched. With a fetcher the linked pages are fetched, all of them: the
page of the outlet is better evidence than the feed's copy.
"""

from __future__ import annotations

import html
import re
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.model import Skipped, Source
from onrecord.read.encodings import decode
from onrecord.read.json_feed import read_json_feed
from onrecord.read.remote import fetch_page
from onrecord.read.xml_feed import read_xml_feed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.read.feed_item import Feed, FeedItem
    from onrecord.read.fetcher import Fetcher
    from onrecord.read.given import Given

# Summaries have 20 to 60 words, some 120 to 400 letters; the shortest news in full
# have more. A letter of Chinese or Japanese says as much as three of others.
MIN_LETTERS = 450
WIDE = 3
MARKUP = re.compile(r"<[^<>]{0,2000}>")
# How publishers end a text that goes on behind the link.
CUT = re.compile(
    r"(?:\[?(?:…|\.\.\.)\]?|\b(?:read|continue|learn) (?:more|reading))\W{0,5}\Z",
    re.I,
)
# Numbers of characters as Windows counts them: browsers read &#146; in HTML as ’, and
# XML, where the feed has them, does not.
MEANT = {
    number: bytes([number]).decode("cp1252", "replace") for number in range(0x80, 0xA0)
}
ENDING = 60  # characters in which such an ending stands
EMPTY = "is a feed without items: add the pages themselves, or wait until it has some"


def read_feed(source: Source) -> Feed:
    """The items of a feed: RSS, Atom, RDF or JSON Feed, told by its content.

    `source.url` is the feed's own address, against which its links are read. Raises
    InputError, with the reason, for what is no feed.
    """
    text, _ = decode(source.data, source.name, source.charset)
    if text.lstrip("\ufeff \t\r\n").startswith("{"):
        return read_json_feed(text, source.name, source.url)
    return read_xml_feed(text, source.name, source.url)


def feed_sources(
    feed: Feed, source: Source, given: Given, fetcher: Fetcher | None
) -> Iterator[Source | Skipped]:
    """Yield the items of a feed as pages, or the pages that it links with a fetcher."""
    if not feed.items:
        yield Skipped(source.name, feed.broken or EMPTY)
        return
    for number, item in enumerate(feed.items, start=1):
        where = item.link or f"{source.name} item {number}"
        if fetcher is not None and item.link:
            yield fetch_page(item.link, given, fetcher)
        elif is_running_text(item.content or item.summary):
            yield _page(item, where, feed, source)
        else:
            yield Skipped(where, _reason(item))
    if feed.broken:
        yield Skipped(source.name, feed.broken)


def _reason(item: FeedItem) -> str:
    """Why an item is no page, and what to do."""
    if item.content and not _is_cut(item.content):
        what = "is too short in the feed to be a page"
    elif item.content or item.summary:
        what = "is only a summary in the feed"
    else:
        what = "is only a title in the feed"
    if item.link:
        return f"{what}: add --fetch to fetch the page"
    return f"{what}, and has no link: there is no page to read"


def is_running_text(markup: str) -> bool:
    """Whether an item's HTML is a whole text and no summary."""
    if _is_cut(markup):
        return False
    letters = 0
    for character in _text_of(markup):
        if character.isalpha():
            letters += WIDE if unicodedata.east_asian_width(character) == "W" else 1
            if letters >= MIN_LETTERS:
                return True
    return False


def _is_cut(markup: str) -> bool:
    """Whether the text goes on behind the link."""
    return CUT.search(_text_of(markup)[-ENDING:]) is not None


def _text_of(markup: str) -> str:
    return html.unescape(MARKUP.sub(" ", markup)).strip()


def _page(item: FeedItem, where: str, feed: Feed, source: Source) -> Source:
    """The item as a page of HTML; the time of the feed's capture is its own."""
    return replace(
        source,
        name=where,
        data=item_html(item, feed.language).encode("utf-8", "replace"),
        how="archive",
        url=item.link,
        charset="utf-8",
        fetched=None,  # that answer was the feed's, and says nothing of the page
    )


def item_html(item: FeedItem, language: str | None) -> str:
    """What a feed says of one item, as HTML: the bytes of its capture."""
    lines = ["<!DOCTYPE html>", f'<html lang="{_quoted(language or "")}">', "<head>"]
    lines += ['<meta charset="utf-8">', f"<title>{_quoted(item.title)}</title>"]
    if item.link:
        lines.append(f'<link rel="canonical" href="{_quoted(item.link)}">')
    if item.published:
        time = _quoted(item.published)
        lines.append(f'<meta property="article:published_time" content="{time}">')
    lines += [f'<meta name="author" content="{_quoted(a)}">' for a in item.authors]
    lines += ["</head>", "<body>", "<article>", f"<h1>{_quoted(item.title)}</h1>"]
    lines += [item.content or item.summary, "</article>", "</body>", "</html>", ""]
    return "\n".join(lines).translate(MEANT)


def _quoted(text: str) -> str:
    return html.escape(text, quote=True)
