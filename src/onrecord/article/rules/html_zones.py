"""Zones of HTML pages: where the prose is densest, and what stands around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.article.cues import class_zone
from onrecord.article.metadata import folded
from onrecord.article.rules.html_roles import role_inside, role_outside
from onrecord.article.story_lists import listed_stories
from onrecord.article.tree import LINKED, PROSE_WORDS, Node, Tree

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.article.features import Look
    from onrecord.model import Zone

BIG = 0.5  # a container with this share of the prose is the article's, by any name
# Readers may write far more than the article has.
BIG_FOR: dict[Zone | None, float] = {"comment": 0.97, "legal": 0.8, "cookie": 0.8}
AFTER_NOTE = 2  # paragraphs below which a note on the author does not stand
MAX_COMPARED, MAX_QUOTES = 200_000, 50  # characters and quotations compared


def html_zones(looks: Sequence[Look], tree: Tree) -> list[Zone]:
    """A zone for each block of an HTML page.

    The tree is left with the running text that no furniture holds.
    """
    weights = [*tree.weights]
    stories = listed_stories(looks, weights)
    for story in stories:
        tree.nodes[story.summary].take(weights[story.summary])
        weights[story.summary] = 0.0
    nodes = tree.nodes
    hints = _hints(nodes, weights, tree.root.weight)
    for node, weight, hint in zip(nodes, weights, hints, strict=True):
        if hint is not None:
            node.take(weight)
    main = tree.main()
    within = _within(looks, nodes, main)
    zones = [
        (
            role_inside(look, main.depth, is_line=node.weight > 0 and not node.children)
            if is_within and hint is None
            else role_outside(look, hint)
        )
        for look, node, hint, is_within in zip(looks, nodes, hints, within, strict=True)
    ]
    for story in stories:
        zones[story.title] = zones[story.summary] = "teaser"
    return _settled(looks, zones)


def _hints(
    nodes: Sequence[Node], weights: Sequence[float], total: float
) -> list[Zone | None]:
    """What the containers of each block are called.

    A kind of furniture that would take most of the page's prose is none here.
    """
    by_node = {node: _hint(node, total) for node in dict.fromkeys(nodes)}
    hints = [by_node[node] for node in nodes]
    taken: dict[Zone | None, float] = {}
    for hint, weight in zip(hints, weights, strict=True):
        taken[hint] = taken.get(hint, 0.0) + weight
    void = {zone for zone in taken if taken[zone] > BIG_FOR.get(zone, BIG) * total}
    return [None if hint in void else hint for hint in hints]


def _hint(node: Node, total: float) -> Zone | None:
    """What the nearest container with a telling name says."""
    at: Node | None = node
    while at is not None and at.parent is not None:
        zone = class_zone(at.label)
        if zone is not None and at.weight <= BIG_FOR.get(zone, BIG) * total:
            return zone
        at = at.parent
    return None


def _within(looks: Sequence[Look], nodes: Sequence[Node], main: Node) -> list[bool]:
    """Which blocks belong to the main container.

    Where a system wraps every paragraph by itself, what stands between the wraps
    belongs as well.
    """
    is_under = {node: node.is_under(main) for node in dict.fromkeys(nodes)}
    within = [is_under[node] for node in nodes]
    if main.parent is None or True not in within:
        return within
    first = within.index(True)
    last = len(within) - within[::-1].index(True)
    for at in range(first, last):
        if not within[at] and looks[at].link_share <= LINKED:
            within[at] = nodes[at].is_under(main.parent)
    return within


def _settled(looks: Sequence[Look], zones: list[Zone]) -> list[Zone]:
    """The zones, once it is known what follows what.

    A heading under which no running text stands heads something else.
    """
    _set_pulled(looks, zones)
    is_followed = False
    below = 0
    for at in range(len(zones) - 1, -1, -1):
        below += zones[at] == "body"
        if zones[at] == "author-note" and below > AFTER_NOTE and looks[at].start:
            zones[at] = "body"  # a person whom the text introduces
        elif zones[at] == "heading" and not is_followed:
            zones[at] = "teaser" if looks[at].words > PROSE_WORDS / 2 else "menu"
        elif zones[at] in {"body", "list", "table", "quote", "caption"}:
            is_followed = True
        elif zones[at] not in {"heading", "pull-quote", "ad", "share", "promo"}:
            is_followed = is_followed and zones[at] != "most-read"
    return zones


def _set_pulled(looks: Sequence[Look], zones: list[Zone]) -> None:
    """Call quotations pull-quotes where the text says the same words."""
    quotes = [at for at, zone in enumerate(zones) if zone == "quote"]
    if not quotes:
        return
    body = " ".join(
        folded(look.text)
        for look, zone in zip(looks, zones, strict=True)
        if zone == "body"
    )[:MAX_COMPARED]
    for at in quotes[:MAX_QUOTES]:
        if folded(looks[at].text) in body:
            zones[at] = "pull-quote"
