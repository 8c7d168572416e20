"""JSON Feed to items."""

from __future__ import annotations

import html

import msgspec

from onrecord.errors import InputError
from onrecord.read.feed_item import Feed, FeedItem, full_address, iso_time
from onrecord.read.limits import MAX_ITEMS


class _Author(msgspec.Struct, frozen=True):
    name: str = ""


class _Item(msgspec.Struct, frozen=True):
    """What is read of an item; the names are those of the standard."""

    url: str = ""
    external_url: str = ""
    title: str = ""
    content_html: str = ""
    content_text: str = ""
    summary: str = ""
    date_published: str = ""
    authors: list[_Author] = []
    author: _Author | None = None


class _Feed(msgspec.Struct, frozen=True):
    title: str = ""
    language: str | None = None
    items: list[msgspec.Raw] = []


def read_json_feed(text: str, where: str, base: str | None) -> Feed:
    """The items of a JSON Feed; those that are not of its form are left out.

    Raises InputError for what is no JSON, or no feed.
    """
    try:
        feed = msgspec.json.decode(text.encode("utf-8", "replace"), type=_Feed)
    except (msgspec.DecodeError, RecursionError) as error:
        told = f"is no whole JSON Feed ({error}): save or download it again"
        raise InputError(told, where=where) from error
    items: list[FeedItem] = []
    odd = 0
    for raw in feed.items[:MAX_ITEMS]:
        try:
            items.append(_item(msgspec.json.decode(raw, type=_Item), base))
        except (msgspec.DecodeError, RecursionError):
            odd += 1
    broken = f"has {odd} items that are none" if odd else None
    if len(feed.items) > MAX_ITEMS:
        broken = f"has more than {MAX_ITEMS:,} items: the rest is left out"
    return Feed(feed.title, feed.language, tuple(items), broken)


def _item(item: _Item, base: str | None) -> FeedItem:
    """One item; plain text becomes HTML."""
    authors = item.authors or ([item.author] if item.author else [])
    return FeedItem(
        title=" ".join(item.title.split()),
        # The item's own page, else the page that it is about.
        link=full_address(item.url, base) or full_address(item.external_url, base),
        content=item.content_html or _as_html(item.content_text),
        summary=_as_html(item.summary),
        published=iso_time(item.date_published),
        authors=tuple(author.name for author in authors if author.name),
    )


def _as_html(text: str) -> str:
    """Plain text as paragraphs: an empty line parts them."""
    paragraphs = [part for part in text.split("\n\n") if part.strip()]
    return "".join(f"<p>{html.escape(part, quote=False)}</p>" for part in paragraphs)
