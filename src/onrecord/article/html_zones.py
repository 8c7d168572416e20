"""Zones of HTML pages: where the prose is densest, and what stands around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.article.cues import class_zone
from onrecord.article.roles import small_zone
from onrecord.article.tree import Node, grow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.article.features import Look
    from onrecord.model import Zone

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
LONG = 8
LINKED = 0.5
BIG = 0.5  # a container with this share of the prose is the article's, by any name
DOWN = 0.8  # go down into a container that keeps this share of the prose


def html_zones(looks: Sequence[Look]) -> list[Zone]:
    """A zone for each block of an HTML page."""
    weights = [prose_weight(look) for look in looks]
    root, nodes = grow(looks, weights)
    hints = [_hint(node, root.weight) for node in nodes]
    for node, weight, hint in zip(nodes, weights, hints, strict=True):
        if hint is not None:
            node.take(weight)
    main = _main(root)
    return [
        _zone(look, weight, hint, is_inside=node.is_under(main))
        for look, weight, hint, node in zip(looks, weights, hints, nodes, strict=True)
    ]


def prose_weight(look: Look) -> float:
    """How much running text a block holds."""
    if look.link_share > LINKED or look.markup.tag in HEADINGS:
        return 0.0
    if look.label or look.line or look.start:
        return 0.0
    if look.words < LONG:
        return 0.0
    weight = float(min(look.words, 100))
    return weight if look.ends else weight / 2


def _hint(node: Node, total: float) -> Zone | None:
    """What the nearest container with a telling name says."""
    at: Node | None = node
    while at is not None and at.weight <= BIG * total:
        zone = class_zone(at.label)
        if zone is not None:
            return zone
        at = at.parent
    return None


def _main(root: Node) -> Node:
    """The smallest container that holds nearly all of the prose."""
    at = root
    while True:
        heavy = max(at.children.values(), key=lambda node: node.weight, default=None)
        if heavy is None or heavy.weight < DOWN * at.weight or heavy.is_leaf:
            return at
        at = heavy


def _zone(look: Look, weight: float, hint: Zone | None, *, is_inside: bool) -> Zone:
    """The zone of one block."""
    tag = look.markup.tag
    if hint is not None or not is_inside:
        if tag == "h1":
            return "headline"
        return hint or small_zone(look)
    if tag in HEADINGS:
        return look.label or ("headline" if tag == "h1" else "heading")
    if tag == "figcaption":
        return "caption"
    told = look.label or look.start or look.line
    if told:
        return told
    if look.link_share > LINKED:
        return "teaser"
    if tag in {"li", "dd", "dt"}:
        return "list"
    if tag in {"td", "th"}:
        return "table"
    if weight > 0 or tag in {"p", "blockquote"}:
        return "body"
    return "body" if look.words >= LONG else "menu"
