"""Parts of a page that were sent late, put where they are shown.

Servers that stream a page first send it with gaps, `<template id="B:0">`, and later
each part in a hidden element, `<div hidden id="S:0">`, that a script moves into its
gap (React calls them suspense boundaries). A saved page often keeps both as sent.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml import etree

GAP, PART = "B:", "S:"


def place_streamed(root: etree._Element) -> None:
    """Move every part that was sent late into its gap, in place.

    What is shown in the gap meanwhile ("Loading") goes; a part without a gap stays
    hidden.
    """
    gaps = {
        gap.get("id", "").removeprefix(GAP): gap
        for gap in root.iter("template")
        if gap.get("id", "").startswith(GAP)
    }
    if not gaps:
        return
    hidden = [part for part in root.iter("div") if part.get("hidden") is not None]
    for part in hidden:
        gap = gaps.get(part.get("id", "").removeprefix(PART))
        if gap is not None and part.get("id", "").startswith(PART):
            _fill(gap, part)


def _fill(gap: etree._Element, part: etree._Element) -> None:
    """Put the part where its gap is, unless one stands within the other."""
    if gap in part.iterdescendants() or part in gap.iterdescendants():
        return
    tail, part.tail = part.tail, None
    before, parent = part.getprevious(), part.getparent()
    if tail and before is not None:
        before.tail = (before.tail or "") + tail
    elif tail and parent is not None:
        parent.text = (parent.text or "") + tail
    gap.addnext(part)
    del part.attrib["hidden"]
