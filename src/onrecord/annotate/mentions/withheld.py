"""Names that a page says it changed or shortened: their bearers asked for that."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.annotate.mentions.scene import Scene, Spot

REACH = 140  # characters behind a name in which the note on it begins
STOPS = re.compile(r"[.!?][\"”’]?\s|\n")
NOTE = re.compile(
    r"\bnot (?:his|her|their|the) (?:real|actual|true|full) (?:sur)?name\b"
    r"|\bwhose (?:real |full |last |sur|family )*name (?:\S+ ){0,6}"
    r"(?:withh[eo]ld|withholding|changed|protect|omit|conceal)"
    r"|\bname (?:has been|was|is being) (?:changed|withheld)\b"
    r"|\b(?:a|under the|using a) pseudonym\b"
    r"|\bask(?:ed|s|ing)? (?:\S+ )?(?:to be|not to be|that \S+ be) (?:named|identified)"
    r"(?: (?:only|solely|just))? (?:by|with|under) (?:\S+ )?(?:first|given|middle)"
    r"|\bask(?:ed|s|ing)? (?:that )?(?:his|her|their) (?:real |full |last |sur)?"
    r"(?:name )?(?:not |be )+(?:be )?(?:used|published|printed|withheld)",
    re.IGNORECASE,
)
CHANGED = re.compile(
    r"\bnames? (?:has|have|had|was|were) (?:all )?been changed\b", re.IGNORECASE
)


def is_withheld(scene: Scene, spots: Sequence[Spot]) -> bool:
    """Whether the page notes on any of these names that it is not the full one.

    A note stands in the sentence that names the person, or behind an asterisk.
    """
    text = scene.page.text
    for spot in spots:
        end = scene.span(spot.sentence, spot.start, spot.end).end
        behind = STOPS.split(text[end : _next_name(scene, spot, end)], maxsplit=1)[0]
        if NOTE.search(behind):
            return True
        if behind.startswith("*") and CHANGED.search(text):
            return True
    return False


def _next_name(scene: Scene, spot: Spot, end: int) -> int:
    """Where the sentence names the next person, or a note is too far off."""
    others = (
        scene.span(other.sentence, other.start, other.end).start
        for other in scene.spots
        if other.sentence == spot.sentence
        and other.start >= spot.end
        and other.type == "person"
    )
    return min([*others, end + REACH])
