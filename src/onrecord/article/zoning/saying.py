"""What cues say about a block, as numbers: its own, its containers', a label above."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, get_args

from onrecord.article.cues import class_zone
from onrecord.model import Furniture

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.article.features import Look
    from onrecord.article.tree import Node
    from onrecord.model import Zone

FURNITURE: tuple[Zone, ...] = get_args(Furniture)
CUED: tuple[Zone, ...] = ("correction", *FURNITURE)
NOWHERE = 30  # steps; stands for: no container has a telling name
FAR = 60  # blocks

SAYING = (
    *(f"says_{zone}" for zone in CUED), "is_label", "is_line", "is_start",
    *(f"box_{zone}" for zone in FURNITURE), "box_steps", "box_prose",
    *(f"under_{zone}" for zone in FURNITURE), "under_blocks",
)  # fmt: skip


def saying(
    looks: Sequence[Look], nodes: Sequence[Node], total: float
) -> list[tuple[float, ...]]:
    """The numbers of `SAYING` for each block; `total` is the prose of the page."""
    known: dict[Node, tuple[float, ...]] = {}
    labels = _labels(looks)
    return [
        (*_own(look), *_box(node, total, known), *label)
        for look, node, label in zip(looks, nodes, labels, strict=True)
    ]


def _own(look: Look) -> tuple[float, ...]:
    """What the block's own words give away."""
    said = {look.label, look.line, look.start}
    is_said = (look.label is not None, look.line is not None, look.start is not None)
    return (*(float(zone in said) for zone in CUED), *is_said)


def _box(
    node: Node, total: float, known: dict[Node, tuple[float, ...]]
) -> tuple[float, ...]:
    """What the nearest container with a telling name says, and how much it holds."""
    if node not in known:
        at: Node | None = node
        steps, zone = 0, None
        while at is not None and at.parent is not None and zone is None:
            zone = class_zone(at.label)
            if zone is None:
                at, steps = at.parent, steps + 1
        share = at.weight / total if zone and at and total else 0.0
        known[node] = (*_one_of(zone), steps if zone else NOWHERE, share)
    return known[node]


@lru_cache(maxsize=64)
def _one_of(zone: Zone | None) -> tuple[float, ...]:
    return tuple(float(zone == known) for known in FURNITURE)


def _labels(looks: Sequence[Look]) -> Iterator[tuple[float, ...]]:
    """Yield what the last label above each block announced, and how far above."""
    label: Zone | None = None
    blocks = FAR
    for look in looks:
        blocks = min(FAR, blocks + 1)
        if look.label is not None:
            label, blocks = look.label, 0
        yield (*_one_of(label), blocks)
