"""The block pass: an element tree to readable text and its blocks."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from onrecord.model import Block
from onrecord.read.html_writer import BlockWriter
from onrecord.read.streamed import place_streamed

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
BOLD = frozenset({"b", "strong"})
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
    for event, element in walk:
        tag = element.tag
        if not isinstance(tag, str):
            continue
        if event == "start":
            if _is_dropped(element, tag):
                walk.skip_subtree()
                continue
            _enter(writer, element, tag)
        else:
            if not _is_dropped(element, tag):
                _leave(writer, tag)
            if element.tail and element is not root:
                writer.add_text(element.tail)
    writer.end_block(2)
    return Written(writer.text(), tuple(writer.blocks))


def _is_dropped(element: etree._Element, tag: str) -> bool:
    """Whether a browser shows nothing of this element."""
    if tag in DROPPED:
        return True
    if not element.keys() or tag in {"html", "body"}:
        return False  # scripts unhide these two when the page has loaded
    if element.get("hidden") is not None and element.get("hidden") != "until-found":
        return True
    style = element.get("style")
    return style is not None and HIDDEN_STYLE.search(style) is not None


def _enter(writer: BlockWriter, element: etree._Element, tag: str) -> None:
    """What the start of an element does to the text."""
    if tag in PARAGRAPHS or tag in LINES:
        writer.end_block(2 if tag in PARAGRAPHS else 1)
        writer.open_block(element, tag)
    elif tag == "br":
        writer.break_line()
    else:
        writer.open_inline(element, tag, is_bold=tag in BOLD)
    if element.text:
        writer.add_text(element.text)


def _leave(writer: BlockWriter, tag: str) -> None:
    """What the end of an element does to the text."""
    if tag in PARAGRAPHS or tag in LINES:
        writer.end_block(2 if tag in PARAGRAPHS else 1)
        writer.close_block()
    elif tag != "br":
        writer.close_inline(tag, is_bold=tag in BOLD)
