"""A capture, and the page read from it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal

from onrecord.model.fetched import Fetched
from onrecord.model.ids import CaptureId, PageId, content_id
from onrecord.model.span import Span

How = Literal["file", "stdin", "archive", "fetched", "sample"]


@dataclass(frozen=True, slots=True)
class Source:
    """Bytes as given, with what the giver said about them; nothing is read yet.

    `name` is how the user knows it (a path, a URL, "-"); `url`, `outlet` and
    `captured_at` (aware, UTC) are what the user says, None when silent. Of fetched
    and archived pages the server says them: `fetched`, and `charset` as declared in
    its Content-Type.
    """

    name: str
    data: bytes
    how: How
    url: str | None = None
    outlet: str | None = None
    captured_at: datetime | None = None
    charset: str | None = None
    fetched: Fetched | None = None


@dataclass(frozen=True, slots=True)
class Capture:
    """The bytes of a page as fetched or given, once.

    `captured_at` is aware and in UTC; None when nobody said when a saved file was
    captured (the custody log holds when it was added). The bytes lie beside it.
    """

    id: CaptureId
    where: str
    sha256: str
    size: int
    how: How
    captured_at: datetime | None
    outlet: str | None  # as the user said; None: the page must tell
    media_type: str  # "text/html" or "text/plain"
    encoding: str
    fetched: Fetched | None = None  # None: given as a file


@dataclass(frozen=True, slots=True)
class Markup:
    """What the markup told about one block; saved text tells only the first three.

    `tag` is the element of the block ("p", "h1", "li", "figcaption", "td", ...), or
    for saved text "line". `containers` are the elements around it, outermost
    first, each as its tag with the words of its class, id and role, lower case:
    "div.main-menu.nav". `link_characters` counts characters inside links.
    """

    tag: str
    bullet: str = ""  # the bullet or number printed before the line
    indent: int = 0  # spaces before it in saved text, list depth in HTML
    containers: tuple[str, ...] = ()
    link_characters: int = 0
    bold_characters: int = 0
    hrefs: tuple[str, ...] = ()
    blank_before: int = 0  # empty lines before it (saved text)


@dataclass(frozen=True, slots=True)
class Block:
    """A line or paragraph of a page: its words, and what the markup told."""

    span: Span
    markup: Markup


@dataclass(frozen=True, slots=True)
class MetaValue:
    """One thing the markup says about the page outside its text.

    `name`: title, author, published, modified, outlet, section, tag, url, language,
    description, type. `origin`: "json-ld", "opengraph", "meta", "link", "time",
    "title" ... so that a user can see where a value came from.
    """

    name: str
    value: str
    origin: str


@dataclass(frozen=True, slots=True)
class Page:
    """The readable text of a capture. `text` is the one coordinate system."""

    id: PageId
    capture_id: CaptureId
    text: str
    blocks: tuple[Block, ...]  # in reading order, not overlapping
    metadata: tuple[MetaValue, ...]
    language: str | None  # ISO 639-1; None when it cannot be told
    reader: str  # which reader made it, with its version

    def words(self, *spans: Span) -> str:
        """The words the spans open, joined by one space."""
        return " ".join(span.of(self.text) for span in spans)


@dataclass(frozen=True, slots=True)
class Reading:
    """One source read: its capture, the bytes, the page."""

    capture: Capture
    data: bytes = field(repr=False)
    page: Page


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something given that is not on record, and why: one line for the summary."""

    where: str
    reason: str


def page_id(capture: CaptureId, text: str) -> PageId:
    """The id of this text read from this capture."""
    return PageId(content_id("page", capture, text))


def capture_id(where: str, data: bytes) -> CaptureId:
    """The id of these bytes from this place."""
    return CaptureId(content_id("capture", where, data))
