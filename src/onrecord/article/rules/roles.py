"""The zone of a block that is not running text, by its own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.article.features import Look
    from onrecord.model import Zone

TITLE_WORDS = 4  # fewer are a menu's


def small_zone(look: Look) -> Zone:
    """What a block is, when nothing around it says more."""
    told = look.label or look.start or look.line
    if told is not None:
        return told
    return "menu" if look.words < TITLE_WORDS else "teaser"
