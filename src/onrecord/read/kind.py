"""What kind of file a text is, told by its content."""

from __future__ import annotations

import re
from typing import Literal

Kind = Literal["html", "text", "feed"]
LOOKED_AT = 20_000  # characters
OPENING = re.compile(
    r"<(!doctype\s+html|html|head|body|meta|title|article|rss|feed|rdf:rdf)\b", re.I
)
PREAMBLES = (("<!--", "-->"), ("<?", "?>"))  # what may stand before the first element
FEEDS = {"rss", "feed", "rdf:rdf"}
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
        return "feed" if opening[1].lower() in FEEDS else "html"
    elements = ELEMENT.findall(head)
    enough = max(MIN_ELEMENTS, ELEMENTS_PER_CHARACTER * len(head))
    return "html" if len(elements) >= enough and "/" in elements else "text"


def _first_element(head: str) -> int:
    """Where the markup starts, past white space, comments and instructions."""
    at = 0
    while True:
        at += len(head[at:]) - len(head[at:].lstrip())
        for start, end in PREAMBLES:
            if head.startswith(start, at):
                closed = head.find(end, at)
                if closed < 0:
                    return at
                at = closed + len(end)
                break
        else:
            return at
