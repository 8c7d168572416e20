"""A feed and its items, whatever form they came in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin, urlsplit

ISO = re.compile(r"\d{4}(?:-\d\d(?:-\d\d(?:[T ]\d\d:\d\d.{0,20})?)?)?")


@dataclass(frozen=True, slots=True)
class FeedItem:
    """One item as the feed gives it.

    `link` is a full http(s) address, None when the item has none. `content` and
    `summary` are HTML, `title` and `authors` text; empty when not given. `published`
    is ISO text as sharp as the feed gives it, with its zone where one is given.
    """

    title: str = ""
    link: str | None = None
    content: str = ""
    summary: str = ""
    published: str | None = None
    authors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: its items in the order of the feed.

    `broken` says what of it could not be read, in a clause; None when it is whole.
    """

    title: str
    language: str | None
    items: tuple[FeedItem, ...]
    broken: str | None = None


def full_address(link: str, base: str | None) -> str | None:
    """The http(s) address that a link means; None for what is none.

    >>> full_address("../ferry", "https://post.example/news/feed")
    'https://post.example/ferry'
    """
    link = link.strip()
    if not link:
        return None
    try:
        full = urljoin(base or "", link)
        parts = urlsplit(full)
    except ValueError:  # brackets that hold no address
        return None
    return full if parts.scheme in {"http", "https"} and parts.netloc else None


def iso_time(given: str) -> str | None:
    """A feed's time as ISO text; None for what is no time.

    >>> iso_time("Fri, 03 May 2024 10:15:00 +0300"), iso_time("2024-05-03")
    ('2024-05-03T10:15:00+03:00', '2024-05-03')
    """
    given = given.strip()
    if ISO.fullmatch(given):
        return given if _is_time(given) else None
    try:
        return parsedate_to_datetime(given).isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None  # what the standard library raises for odd and huge numbers


def _is_time(iso: str) -> bool:
    """Whether the numbers of ISO text make a day, and an hour where one is given."""
    whole = iso + "-01-01"[len(iso) - 4 :] if len(iso) < len("2024-05-03") else iso
    try:
        datetime.fromisoformat(whole)
    except ValueError:
        return False
    return True
