"""What one thing holds: a page, or the many pages of a feed, mail, list or archive.

The first bytes say whether it is an archive, the text itself what else it is; a name
says nothing of a thing that its content does not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from onrecord.errors import InputError
from onrecord.model import Skipped, Source
from onrecord.read.encodings import decode
from onrecord.read.feeds import feed_sources, read_feed
from onrecord.read.folders import is_page_suffix
from onrecord.read.gzip_members import GZIP, gzip_members
from onrecord.read.kind import kind_of, other_xml
from onrecord.read.limits import MAX_BYTES, UnpacksTooFar
from onrecord.read.links import MIXED, is_link_list, is_mixed_list, link_sources
from onrecord.read.mail import is_mail, mail_source
from onrecord.read.stream import Stream, read_up_to
from onrecord.read.thing import Thing, page_source
from onrecord.read.warc import WARC, warc_sources
from onrecord.read.zips import NESTED, zip_sources

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.read.fetcher import Fetcher
    from onrecord.read.given import Given

ZIP = (b"PK\x03\x04", b"PK\x05\x06")  # with members, and without any
TRAP = "unpacks to far more than news does, as traps do: the rest is not read"
TOO_LARGE = f"is larger than {MAX_BYTES // 1_000_000} MB: give single pages"
LOOKED_AT = 4096  # bytes; enough to see whether the text must be looked into


def sources_in(
    thing: Thing, given: Given, fetcher: Fetcher | None
) -> Iterator[Source | Skipped]:
    """Yield the pages that a thing holds, and what of it cannot be taken."""
    try:
        yield from _opened(thing, given, fetcher)
    except UnpacksTooFar:
        yield Skipped(thing.name, TRAP)


def _opened(
    thing: Thing, given: Given, fetcher: Fetcher | None
) -> Iterator[Source | Skipped]:
    """Yield what an archive holds, or what one text is."""
    head = thing.stream.head(len(WARC))
    if head.startswith(ZIP):
        # A member that is a trap ends the archive: both have one allowance.
        yield from zip_sources(
            thing, given, lambda member: _opened(member, given, fetcher)
        )
    elif head.startswith(WARC):
        yield from warc_sources(thing, given)
    elif head.startswith(GZIP):
        yield from _gzipped(thing, given, fetcher)
    elif thing.file is not None and thing.size > MAX_BYTES:
        yield Skipped(thing.name, TOO_LARGE)
    else:
        data = read_up_to(thing.stream, MAX_BYTES)
        yield from text_sources(thing, data, given, fetcher)


def _gzipped(
    thing: Thing, given: Given, fetcher: Fetcher | None
) -> Iterator[Source | Skipped]:
    """Yield what is packed by gzip: a web archive, or a single text."""
    packed = thing.stream.head(8192)
    first = Stream(next(gzip_members(Stream(_Once(packed)))))
    inside = first.head(len(WARC))
    if inside.startswith(WARC):
        yield from warc_sources(thing, given)
        return
    if inside.startswith((*ZIP, GZIP)):
        yield Skipped(thing.name, NESTED)
        return
    parts: list[bytes] = []
    missing = MAX_BYTES + 1
    allowance = thing.to_unpack()
    for member in gzip_members(thing.stream):
        parts.append(read_up_to(Stream(member, allowance), missing - 1))
        missing -= len(parts[-1])
        if member.is_damaged:
            reason = "is cut or damaged: it cannot be unpacked to its end"
            yield Skipped(thing.name, reason)
            return
        if missing <= 0:
            break
    yield from text_sources(thing, b"".join(parts), given, fetcher)


class _Once:
    """Bytes that are given once."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    def read(self, _: int, /) -> bytes:
        taken, self._data = self._data, b""
        return taken


def text_sources(
    thing: Thing, data: bytes, given: Given, fetcher: Fetcher | None
) -> Iterator[Source | Skipped]:
    """Yield the pages of what is no archive: a page itself, a feed, a mail, a list."""
    if len(data) > MAX_BYTES:
        yield Skipped(thing.name, TOO_LARGE)
    elif thing.stream.is_damaged:
        if thing.file is not None:  # else who opened the archive says so
            yield Skipped(thing.name, "cannot be read to its end: copy it again")
    elif not data.strip():
        yield Skipped(thing.name, "is empty: save the page again")
    else:
        try:
            yield from _told(thing, data, given, fetcher)
        except InputError as error:
            yield Skipped(error.where, error.reason)


def _told(
    thing: Thing, data: bytes, given: Given, fetcher: Fetcher | None
) -> Iterator[Source | Skipped]:
    """Yield what the text turns out to be."""
    if is_mail(data, thing.name):
        yield mail_source(thing, data, given)
        return
    source = page_source(thing, data, given)
    is_expected = thing.is_named or is_page_suffix(thing.name)
    if is_expected and not may_hold_more(data):
        yield source
        return
    text, _ = decode(data, thing.name)
    if kind_of(text) == "feed":
        yield from feed_sources(read_feed(source), source, given, fetcher)
    elif is_link_list(text):
        yield from link_sources(text, thing.name, given, fetcher)
    elif what := _foreign(text):
        if thing.is_named:
            yield Skipped(thing.name, f"is {what}, and neither a page nor a feed")
    elif is_expected or kind_of(text) == "html":
        yield Skipped(thing.name, MIXED) if is_mixed_list(text) else source


def may_hold_more(data: bytes) -> bool:
    """Whether a text may be something else than a page, by how it starts.

    Most pages are HTML and say so at once: those are decoded once only, when they are
    read.
    """
    head = data[:LOOKED_AT].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in head:
        return head.startswith((b"\xff\xfe", b"\xfe\xff"))
    if head.startswith(b"<"):
        return not head.startswith((b"<!doctype html", b"<html"))
    return head.startswith((b"http", b"#", b"{", b"["))


def _foreign(text: str) -> str | None:
    """What a text is that people never save as a page; None when it may be one."""
    if root := other_xml(text):
        return f"XML ({root[:40]})"
    if text.lstrip("\ufeff \t\r\n").startswith(("{", "[")):
        try:
            msgspec.json.decode(text.encode("utf-8", "replace"), type=msgspec.Raw)
        except (msgspec.DecodeError, RecursionError):
            return None
        return "JSON"
    return None
