"""From likelihoods to one zone for each block."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from onrecord.article.zoning.network import ZONES
from onrecord.article.zoning.placing import runs_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from onrecord.article.features import Look
    from onrecord.model import Zone

    Floats = NDArray[np.float32]

MAIN = np.array([
    zone in {"body", "heading", "quote", "list", "table"} for zone in ZONES
])  # fmt: skip
# Swept with `python -m bench extraction` and `zones`; rerun both after a change.
RULED = 0.35  # the voice of the rules on what is main text
KIND = 0.38  # and on which furniture the rest is
SURE = 0.75  # their voice where they seldom err, or too few pages showed the zone
SURELY = frozenset({"correction", "pull-quote", "ticker", "quote", "comment"})
IS_SURE = np.array([zone in SURELY for zone in ZONES])
PLACES = {zone: place for place, zone in enumerate(ZONES)}
ENOUGH = 0.6  # of likelihood: main text
ROW = 3  # items; fewer tell nothing about each other
ITEM_WORDS = 40  # a cell with more lays out the page


def mixed(looks: Sequence[Look], likely: Floats, zones: Sequence[Zone]) -> Floats:
    """The likelihoods, with `zones`, what the rules say, as one voice among them.

    The two err on different pages: rules on pages built oddly, the network on lists
    of stories told in whole sentences. A page with markup in which the rules find no
    prose at all is a front page; in saved text they can lose an article whole.
    """
    ruled = np.zeros_like(likely)
    said = np.array([PLACES[zone] for zone in zones], np.intp)
    ruled[np.arange(len(zones)), said] = 1.0
    both = _both(likely, ruled, np.where(IS_SURE[said], SURE, RULED))
    kinds = _both(likely, ruled, np.where(IS_SURE[said], SURE, KIND))
    left = both[:, ~MAIN].sum(axis=1) / np.maximum(kinds[:, ~MAIN].sum(axis=1), 1e-9)
    both[:, ~MAIN] = kinds[:, ~MAIN] * left[:, None]
    is_told = MAIN[said].any()
    if not is_told and any(look.markup.tag != "line" for look in looks):
        both[:, MAIN] = 0.0
    return both


def _both(likely: Floats, ruled: Floats, voices: NDArray[np.float64]) -> Floats:
    """The two together, with this voice for the rules on each block."""
    voice = voices.astype(np.float32)[:, None]
    both: Floats = (1 - voice) * likely + voice * ruled
    return both


def decide_zones(looks: Sequence[Look], likely: Floats) -> list[Zone]:
    """One zone a block: first whether it is main text, then the likeliest such zone.

    The items of one list and the cells of one table share the first decision.
    """
    if not len(likely):
        return []
    shares = _shared(looks, likely[:, MAIN].sum(axis=1))
    is_main = shares >= ENOUGH
    fitting = np.where(is_main[:, None] == MAIN[None, :], likely, -1.0)
    return [ZONES[at] for at in fitting.argmax(axis=1)]


def _shared(looks: Sequence[Look], shares: Floats) -> Floats:
    """How likely each block is main text; the same for all items in a row."""
    shared = shares.copy()
    for start, end in runs_of(looks):
        items = looks[start:end]
        if end - start < ROW or max(item.words for item in items) > ITEM_WORDS:
            continue
        weights = np.array([1 + item.words for item in items])
        shared[start:end] = (shares[start:end] * weights).sum() / weights.sum()
    return shared
