"""What cues say about a block, as numbers: its own, its containers', a label above."""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

import numpy as np

from onrecord.article.cues import class_zone
from onrecord.model import Furniture

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from onrecord.article.features import Look
    from onrecord.article.tree import Node, Tree
    from onrecord.model import Zone

    Floats = NDArray[np.float32]

FURNITURE: tuple[Zone, ...] = get_args(Furniture)
CUED: tuple[Zone, ...] = ("correction", *FURNITURE)
CUE_PLACES = {zone: place for place, zone in enumerate(CUED)}
PLACES: dict[Zone | None, int] = {zone: at for at, zone in enumerate(FURNITURE)}
# A row of 1 and 0 for each kind of furniture, and at last one for what is none.
_KINDS = np.eye(len(FURNITURE) + 1, len(FURNITURE), dtype=np.float32)
NOWHERE = 30  # steps; stands for: no container has a telling name
FAR = 60  # blocks

SAYING = (
    *(f"says_{zone}" for zone in CUED), "is_label", "is_line", "is_start",
    *(f"box_{zone}" for zone in FURNITURE), "box_steps", "box_prose",
    *(f"under_{zone}" for zone in FURNITURE), "under_blocks",
)  # fmt: skip


def saying(looks: Sequence[Look], tree: Tree) -> Floats:
    """The numbers of `SAYING` for each block, a row each."""
    boxes = {node: _box(node, tree.root.weight) for node in dict.fromkeys(tree.nodes)}
    around = [boxes[node] for node in tree.nodes]
    labels = [*_labels(looks)]
    return np.hstack(
        (
            _own(looks),
            _one_of([zone for zone, *_ in around]),
            [counts for _, *counts in around],
            _one_of([zone for zone, _ in labels]),
            [[blocks] for _, blocks in labels],
        ),
        dtype=np.float32,
    )


def _own(looks: Sequence[Look]) -> Floats:
    """What the blocks' own words give away."""
    own = np.zeros((len(looks), len(CUED) + 3), np.float32)
    for at, look in enumerate(looks):
        for kind, zone in enumerate((look.label, look.line, look.start)):
            if zone is not None:
                own[at, len(CUED) + kind] = 1
                own[at, CUE_PLACES[zone]] = 1
    return own


def _box(node: Node, total: float) -> tuple[Zone | None, float, float]:
    """What the nearest container with a telling name says.

    With it how many containers away that is, and what share of the prose it holds.
    """
    at, steps = node, 0
    while at.parent is not None:
        zone = class_zone(at.label)
        if zone is not None:
            return zone, steps, at.weight / total if total else 0.0
        at, steps = at.parent, steps + 1
    return None, NOWHERE, 0.0


def _one_of(zones: Sequence[Zone | None]) -> Floats:
    """A column for each kind of furniture: whether a zone is it."""
    return _KINDS[[PLACES.get(zone, len(FURNITURE)) for zone in zones]]


def _labels(looks: Sequence[Look]) -> Iterator[tuple[Zone | None, int]]:
    """Yield what the last label above each block announced, and how far above."""
    label: Zone | None = None
    blocks = FAR
    for look in looks:
        blocks = min(FAR, blocks + 1)
        if look.label is not None:
            label, blocks = look.label, 0
        yield label, blocks
