"""The rules' word on every block of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.article.headline import find_headline
from onrecord.article.rules.html_zones import html_zones
from onrecord.article.rules.leads import mark_leads
from onrecord.article.rules.text_zones import text_zones
from onrecord.article.tree import grow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.article.features import Look
    from onrecord.article.tree import Tree
    from onrecord.model import Zone


def ruled_zones(
    looks: Sequence[Look], titles: Sequence[str], tree: Tree | None = None
) -> list[Zone]:
    """One zone for each block, by rules alone.

    `titles` are what the markup says the page is called. `tree` is the one that grew
    from these looks, and is used up; None: one is grown.
    """
    is_html = any(look.markup.tag != "line" for look in looks)
    zones = html_zones(looks, tree or grow(looks)) if is_html else text_zones(looks)
    headline = find_headline(looks, zones, titles)
    if headline is not None:
        mark_leads(looks, zones, headline)
    return zones
