"""The block pass: an element tree to readable text and its blocks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from onrecord.model import Block
from onrecord.read.html_writer import BlockWriter
from onrecord.read.streamed import place_streamed

if TYPE_CHECKING:
    from collections.abc import Mapping

DROPPED = frozenset({
    "head", "title", "script", "style", "template", "noscript", "svg", "iframe",
    "object", "embed", "canvas", "audio", "video", "map", "select", "datalist",
    "textarea",
    "input", "math", "frameset", "noframes", "dialog", "progress", "meter", "img",
    "source", "link", "meta", "area", "base", "param", "track",
})  # fmt: skip
PARAGRAPHS = frozenset({
    "p", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "figure", "ul", "ol", "dl",
    "table", "section", "article", "header", "footer", "aside", "nav", "main", "pre",
    "form", "fieldset", "hr", "details",
})  # fmt: skip
LINES = frozenset({
    "div", "li", "dt", "dd", "td", "th", "tr", "thead", "tbody", "tfoot", "caption",
    "figcaption", "address", "center", "body", "html", "legend", "summary", "hgroup",
    "menu", "dir", "search", "button",
})  # fmt: skip
# How many line ends an element puts around it.
GAPS = {**dict.fromkeys(LINES, 1), **dict.fromkeys(PARAGRAPHS, 2)}
HIDDEN_STYLE = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.I)


@dataclass(frozen=True, slots=True)
class Written:
    """The readable text of a tree, and its blocks."""

    text: str
    blocks: tuple[Block, ...]


def html_blocks(root: etree._Element) -> Written:
    """The text as a browser shows it, a block for each line of its layout."""
    place_streamed(root)
    writer = BlockWriter()
    walk = etree.iterwalk(root, events=("start", "end"))
    dropped: etree._Element | None = None
    for event, element in walk:
        tag = element.tag
        if not isinstance(tag, str):
            continue
        if event == "start":
            attributes = dict(element.items())
            if _is_dropped(tag, attributes):
                walk.skip_subtree()
                dropped = element
            else:
                _enter(writer, tag, attributes, element.text)
        else:
            if element is not dropped:
                _leave(writer, tag)
            tail = element.tail
            if tail and element is not root:
                writer.add_text(tail)
    writer.end_block(2)
    return Written(writer.text(), tuple(writer.blocks))


def _is_dropped(tag: str, attributes: Mapping[str, str]) -> bool:
    """Whether a browser shows nothing of this element."""
    if tag in DROPPED:
        return True
    if not attributes or tag in {"html", "body"}:
        return False  # scripts unhide these two when the page has loaded
    if attributes.get("hidden", "until-found") != "until-found":
        return True
    style = attributes.get("style")
    return style is not None and HIDDEN_STYLE.search(style) is not None


def _enter(
    writer: BlockWriter, tag: str, attributes: Mapping[str, str], text: str | None
) -> None:
    """What the start of an element does to the text, and the words it starts with."""
    gap = GAPS.get(tag)
    if gap:
        writer.end_block(gap)
        writer.open_block(tag, attributes)
    elif tag == "br":
        writer.break_line()
    else:
        writer.open_inline(tag, attributes)
    if text:
        writer.add_text(text)


def _leave(writer: BlockWriter, tag: str) -> None:
    """What the end of an element does to the text."""
    gap = GAPS.get(tag)
    if gap:
        writer.end_block(gap)
        writer.close_block()
    elif tag != "br":
        writer.close_inline(tag)
