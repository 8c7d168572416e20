"""The zone of every block of a page: rules and a trained network decide together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.article.features import looks
from onrecord.article.head import mark_head
from onrecord.article.headline import find_headline
from onrecord.article.rules import ruled_zones
from onrecord.article.settle import settle
from onrecord.article.tree import grow
from onrecord.article.zoning import columns, decide_zones, load_network, mixed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.article.features import Look
    from onrecord.article.zoning import Network
    from onrecord.model import Page, Zone


def label_blocks(page: Page, network: Network | None = None) -> tuple[Zone, ...]:
    """One zone for each block of the page, in the order of its blocks.

    `network` decides; None: the one that ships with the package.
    """
    return tuple(zones_of(page, looks(page), network))


def zones_of(
    page: Page, seen: Sequence[Look], network: Network | None = None
) -> list[Zone]:
    """One zone for each block, when it is known how the blocks look."""
    titles = [value.value for value in page.metadata if value.name == "title"]
    network = network or load_network()
    tree = grow(seen)
    likely = network.probabilities(columns(page, seen, tree))
    zones = decide_zones(seen, mixed(seen, likely, ruled_zones(seen, titles, tree)))
    settle(seen, zones)
    headline = find_headline(seen, zones, titles)
    if headline is not None:
        mark_head(seen, zones, headline)
    return zones
