"""All that the zone of a block is decided from: one row of numbers a block.

The numbers hold counts, shares, positions and closed-class words (function words,
names of elements, cues by which furniture speaks), and no word of a page's own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from onrecord.article.tree import grow, prose_weight
from onrecord.article.zoning.elements import ELEMENTS, elements
from onrecord.article.zoning.placing import PLACING, placing
from onrecord.article.zoning.saying import SAYING, saying
from onrecord.article.zoning.wording import WORDING, wording

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from onrecord.article.features import Look
    from onrecord.model import Page

COLUMNS = (*WORDING, *ELEMENTS, *SAYING, *PLACING)


def columns(page: Page, looks: Sequence[Look]) -> NDArray[np.float32]:
    """One row for each block in page order, one number for each of `COLUMNS`."""
    weights = [prose_weight(look) for look in looks]
    root, nodes = grow(looks, weights)
    parts = (
        wording(page, looks),
        elements(looks),
        saying(looks, nodes, root.weight),
        placing(page, looks, nodes, weights),
    )
    rows = [
        (*one, *two, *three, *four)
        for one, two, three, four in zip(*parts, strict=True)
    ]
    return np.array(rows, dtype=np.float32).reshape(len(looks), len(COLUMNS))
