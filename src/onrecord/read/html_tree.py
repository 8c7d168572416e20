"""HTML text to an element tree, however broken or deep."""

from __future__ import annotations

import re

from lxml import etree

MAX_DEPTH = 2048  # libxml2 stops there, whatever it is asked
# What nests for layout alone: without these a page that is too deep can be read.
LAYOUT_TAGS = re.compile(
    r"</?(?:div|span|font|b|i|em|strong|center|section|table|tbody|tr|td|ul|ol|li"
    r"|blockquote|a|p|q|small|big|u|s|sub|sup|dl|dd|dt)\b[^<>]{0,2000}>",
    re.I,
)
# Both may be left out. Some pages go on behind them, as browsers allow; the parser
# stops there.
PAGE_ENDS = re.compile(r"</(?:body|html)\s*>", re.I)
ANY_TAG = re.compile(r"<[^<>]{0,2000}>")


def parse_html(text: str) -> etree._Element | None:
    """The root of the tree; None when there is nothing in the page.

    A page nested deeper than the parser goes is read without its layout tags.
    """
    text = PAGE_ENDS.sub("", text)
    root, is_whole = _parse(text)
    if not is_whole:
        root, is_whole = _parse(LAYOUT_TAGS.sub("<br>", text))
    if not is_whole:
        root, _ = _parse(ANY_TAG.sub("<br>", text))
    return root


def _parse(text: str) -> tuple[etree._Element | None, bool]:
    """The tree, and whether it holds the page to its end."""
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True
    )
    # Lone surrogates cannot be encoded; a page has them only by a wrong escape.
    data = text.encode("utf-8", "replace")
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:  # nothing but white space or comments
        return None, True
    is_whole = not any(
        error.type_name == "ERR_RESOURCE_LIMIT" or "depth" in error.message
        for error in parser.error_log
    )
    return root, is_whole
