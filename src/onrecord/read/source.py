"""A source to a reading: its capture, its bytes, its page."""

from __future__ import annotations

import hashlib
import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.errors import InputError
from onrecord.model import Capture, Page, Reading, capture_id, page_id
from onrecord.read.encodings import decode
from onrecord.read.html_blocks import html_blocks
from onrecord.read.html_metadata import html_metadata
from onrecord.read.html_tree import parse_html
from onrecord.read.kind import kind_of
from onrecord.read.language import language_of
from onrecord.read.limits import MAX_BYTES, MAX_ELEMENTS, TooManyBlocks
from onrecord.read.saved_from import SavedFrom, saved_from
from onrecord.read.saved_text import text_blocks

if TYPE_CHECKING:
    from onrecord.model import Block, MetaValue, Source
    from onrecord.read.kind import Kind

HTML_READER = "html 2"  # raise the number when the text or the blocks change
TEXT_READER = "text 1"
STDIN_MEMBER = "-/"  # a member of an archive that came by standard input
MEDIA_TYPES = {"html": "text/html", "text": "text/plain"}


def read_source(source: Source) -> Reading:
    """The capture and the page of one source.

    Raises InputError, with the reason and what to do, for what is no page.
    """
    if len(source.data) > MAX_BYTES:
        reason = f"is larger than {MAX_BYTES // 1_000_000} MB: give single pages"
        raise InputError(reason, where=source.name)
    decoded, encoding = decode(source.data, source.name, source.charset)
    kind = kind_of(decoded)
    if kind == "feed":
        reason = "is a feed where a page was expected: give the feed itself"
        raise InputError(reason, where=source.name)
    try:
        text, blocks, metadata = _contents(kind, decoded, source.name)
    except TooManyBlocks as error:
        reason = "has more lines than a page has: give single pages"
        raise InputError(reason, where=source.name) from error
    saved = saved_from(decoded) if kind == "html" else SavedFrom()
    told = replace(source, captured_at=source.captured_at or saved.at)
    url = source.url or _address(metadata) or saved.url
    capture = _capture(told, url, MEDIA_TYPES[kind], encoding)
    page = Page(
        id=page_id(capture.id, text),
        capture_id=capture.id,
        text=text,
        blocks=blocks,
        metadata=metadata,
        language=language_of(text, blocks, metadata),
        reader=HTML_READER if kind == "html" else TEXT_READER,
    )
    return Reading(capture, source.data, page)


def _contents(
    kind: Kind, decoded: str, where: str
) -> tuple[str, tuple[Block, ...], tuple[MetaValue, ...]]:
    """The text, blocks and metadata of a page of this kind."""
    if kind == "html":
        if decoded.count("<") > MAX_ELEMENTS:
            raise TooManyBlocks
        return _html(decoded, where)
    return decoded, text_blocks(decoded), ()


def _html(
    decoded: str, where: str
) -> tuple[str, tuple[Block, ...], tuple[MetaValue, ...]]:
    """The text, blocks and metadata of an HTML page."""
    root = parse_html(decoded)
    written = html_blocks(root) if root is not None else None
    if root is None or written is None or not written.blocks:
        reason = "has no words to read: its text may need JavaScript; save it again"
        raise InputError(reason, where=where)
    return written.text, written.blocks, html_metadata(root)


def _capture(
    source: Source, url: str | None, media_type: str, encoding: str
) -> Capture:
    """Where, when and how the bytes were had."""
    sha256 = hashlib.sha256(source.data).hexdigest()
    where = url or _place(source, sha256)
    return Capture(
        id=capture_id(where, source.data),
        where=where,
        sha256=sha256,
        size=len(source.data),
        how=source.how,
        captured_at=source.captured_at,
        outlet=source.outlet,
        media_type=media_type,
        encoding=encoding,
        fetched=source.fetched,
    )


def _address(metadata: tuple[MetaValue, ...]) -> str | None:
    """The page's own address: its canonical link, else what OpenGraph says."""
    for origin in ("link", "opengraph"):
        for value in metadata:
            is_address = value.value.lower().startswith(("http://", "https://"))
            if value.name == "url" and value.origin == origin and is_address:
                return value.value
    return None


def _place(source: Source, sha256: str) -> str:
    """Where a source without an address came from."""
    if source.name == "-" or (
        source.how == "archive" and source.name.startswith(STDIN_MEMBER)
    ):
        return f"stdin:{sha256}"
    if source.how in {"file", "archive"}:
        path = Path(source.name).absolute()
        return os.fsencode(path.as_posix()).decode("utf-8", "replace")
    return source.name
