"""The zone of every block of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.article.features import looks
from onrecord.article.head import mark_head
from onrecord.article.headline import find_headline
from onrecord.article.html_zones import html_zones
from onrecord.article.text_zones import text_zones

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.article.features import Look
    from onrecord.model import Page, Zone


def label_blocks(page: Page) -> tuple[Zone, ...]:
    """One zone for each block of the page, in the order of its blocks."""
    return tuple(zones_of(page, looks(page)))


def zones_of(page: Page, seen: Sequence[Look]) -> list[Zone]:
    """One zone for each block, when it is known how the blocks look."""
    is_html = any(block.markup.tag != "line" for block in page.blocks)
    zones = html_zones(seen) if is_html else text_zones(seen)
    titles = [value.value for value in page.metadata if value.name == "title"]
    headline = find_headline(seen, zones, titles)
    if headline is not None:
        mark_head(seen, zones, headline)
    return zones
