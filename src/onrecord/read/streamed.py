"""Parts of a page that were sent late, put where they are shown.

Servers that stream a page first send it with gaps, `<template id="B:0">`, and later
each part in a hidden element, `<div hidden id="S:0">`, that a script moves into its
gap (React calls these suspense boundaries, and smaller gaps "P:0"). A saved page often
keeps both as sent.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml import etree

GAP = re.compile(r"[BP]:(\w+)")
PART = re.compile(r"S:(\w+)")
# The scripts say which part goes where: $RC("B:0","S:1"), $RS("S:2","P:2").
MOVES = re.compile(r"\$R[CS]\([\"']([BPS]:\w+)[\"'],\s*[\"']([BPS]:\w+)[\"']")


def place_streamed(root: etree._Element) -> None:
    """Move every part that was sent late into its gap, in place.

    A part that no script places goes into the gap of its number; without such a gap
    it stays hidden.
    """
    gaps = {gap.get("id", ""): gap for gap in root.iter("template") if _is_gap(gap)}
    if not gaps:
        return
    moves = _moves(root)
    for part in list(root.iter("div")):
        number = PART.fullmatch(part.get("id", ""))
        if number is not None and part.get("hidden") is not None:
            gap = gaps.get(_gap_of(number, gaps, moves))
            if gap is not None:
                _fill(gap, part)


def _is_gap(element: etree._Element) -> bool:
    return GAP.fullmatch(element.get("id", "")) is not None


def _moves(root: etree._Element) -> dict[str, str]:
    """For each part that a script places, the gap it goes to."""
    found: dict[str, str] = {}
    for script in root.iter("script"):
        for one, other in MOVES.findall(script.text or ""):
            part, gap = (one, other) if one.startswith("S:") else (other, one)
            found[part] = gap
    return found


def _gap_of(
    number: re.Match[str],
    gaps: Mapping[str, etree._Element],
    moves: Mapping[str, str],
) -> str:
    """The name of the gap of this part; a smaller gap is surer than a boundary."""
    small = f"P:{number[1]}"
    by_number = small if small in gaps else f"B:{number[1]}"
    return moves.get(number[0], by_number)


def _fill(gap: etree._Element, part: etree._Element) -> None:
    """Put the part where its gap is, unless the gap stands within the part."""
    if any(around is part for around in gap.iterancestors()):
        return
    tail, part.tail = part.tail, None
    before, parent = part.getprevious(), part.getparent()
    if tail and before is not None:
        before.tail = (before.tail or "") + tail
    elif tail and parent is not None:
        parent.text = (parent.text or "") + tail
    gap.addnext(part)
    del part.attrib["hidden"]
