"""What kind of file a text is, told by its content."""

from __future__ import annotations

import re
from typing import Literal

Kind = Literal["html", "text", "feed"]
LOOKED_AT = 20_000  # characters
OPENING = re.compile(
    r"<(!doctype\s+html|html|head|body|meta|title|article"
    r"|!doctype\s+(?:rss|feed|rdf:rdf)|(?:[a-z]\w{0,20}:)?(?:rss|feed|rdf))\b",
    re.I,
)
PREAMBLES = (("<!--", "-->"), ("<?", "?>"))  # what may stand before the first element
FEEDS = ("rss", "feed", "rdf")
JSON_FEED = re.compile(r'"version"\s*:\s*"https?:(?:\\?/){2}(?:www\.)?jsonfeed\.org')
XML_OPENING = re.compile(r"<([A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)")
ELEMENT = re.compile(
    r"<(/?)(?:p|div|a|h[1-6]|ul|ol|li|table|tr|td|span|article|section|body|br"
    r"|blockquote|figure|strong|em)\b[^<>]*>",
    re.I,
)
MIN_ELEMENTS = 6
ELEMENTS_PER_CHARACTER = 0.002  # text about HTML names a tag here and there


def kind_of(text: str) -> Kind:
    """HTML, plain text, or a feed.

    >>> kind_of("<!DOCTYPE html><p>Rain"), kind_of("Write <p> before a paragraph.")
    ('html', 'text')
    """
    head = text[:LOOKED_AT]
    opening = OPENING.match(head, _first_element(head))
    if opening:
        return "feed" if opening[1].lower().endswith(FEEDS) else "html"
    if head.lstrip("\ufeff \t\r\n").startswith("{") and JSON_FEED.search(head):
        return "feed"
    elements = ELEMENT.findall(head)
    enough = max(MIN_ELEMENTS, ELEMENTS_PER_CHARACTER * len(head))
    return "html" if len(elements) >= enough and "/" in elements else "text"


def other_xml(text: str) -> str | None:
    """The root element of XML that is neither a page nor a feed; None for all else.

    >>> other_xml("<?xml version='1.0'?><urlset><url/></urlset>")
    'urlset'
    """
    head = text[:LOOKED_AT]
    if not head.lstrip("\ufeff \t\r\n").startswith("<?xml"):
        return None
    root = XML_OPENING.match(head, _first_element(head))
    return root[2] if root and kind_of(head) == "text" else None


def _first_element(head: str) -> int:
    """Where the markup starts, past white space, comments and instructions."""
    at = 0
    while True:
        at += len(head[at:]) - len(head[at:].lstrip("\ufeff \t\r\n\f\v"))
        for start, end in PREAMBLES:
            if head.startswith(start, at):
                closed = head.find(end, at)
                if closed < 0:
                    return at
                at = closed + len(end)
                break
        else:
            return at
