"""All that the zone of a block is decided from: one row of numbers a block.

The numbers hold counts, shares, positions and closed-class words (function words,
names of elements, cues by which furniture speaks), and no word of a page's own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from onrecord.article.tree import grow
from onrecord.article.zoning.elements import ELEMENTS, elements
from onrecord.article.zoning.placing import PLACING, placing
from onrecord.article.zoning.saying import SAYING, saying
from onrecord.article.zoning.wording import WORDING, wording

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from onrecord.article.features import Look
    from onrecord.article.tree import Tree
    from onrecord.model import Page

COLUMNS = (*WORDING, *ELEMENTS, *SAYING, *PLACING)


def columns(
    page: Page, looks: Sequence[Look], tree: Tree | None = None
) -> NDArray[np.float32]:
    """One row for each block in page order, one number for each of `COLUMNS`.

    `tree` is the one that grew from these looks; None: it is grown.
    """
    if not looks:
        return np.zeros((0, len(COLUMNS)), np.float32)
    tree = tree or grow(looks)
    return np.hstack(
        (
            wording(page, looks),
            elements(looks, tree),
            saying(looks, tree),
            placing(page, looks, tree),
        )
    )
