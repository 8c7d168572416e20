"""Which sayings may stand against each other: told from all pairs at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from onrecord.resolve.meaning.verdict import SAME_MATTER, VAGUE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from onrecord.resolve.claims.blocks import Pairs
    from onrecord.resolve.claims.compared import Compared
    from onrecord.resolve.meaning import Meaning

NEAREST = 0.3  # cosine below which two statements have nothing to do with each other
COMPARED = 20  # others that may stand against a saying: the nearest are looked at


def opposed_pairs(compared: Compared) -> Pairs:
    """The nearest pairs whose words may stand against each other at all.

    Opposite signs in one family, a negation on one side, or numbers on both.
    """
    meanings = [saying.meaning for saying in compared.sayings]
    pairs = compared.pairs.only(compared.pairs.cosines >= NEAREST)
    negated = np.array([meaning.is_negated for meaning in meanings], dtype=bool)
    counting = np.array([bool(item.quantities) for item in meanings], dtype=bool)
    signs = _signs(meanings)
    left, right = pairs.left, pairs.right
    is_turned = (negated[left] != negated[right]) & (pairs.cosines >= SAME_MATTER)
    may_clash = is_turned | (counting[left] & counting[right])
    for column in signs.T:
        may_clash |= column[left] * column[right] < 0
    return pairs.only(may_clash).nearest(COMPARED)


def _signs(meanings: Sequence[Meaning]) -> NDArray[np.int8]:
    """A row for each meaning: its sign in each family that says what is so."""
    families = sorted({name for item in meanings for name in item.signs} - VAGUE)
    column = {name: at for at, name in enumerate(families)}
    signs = np.zeros((len(meanings), len(families)), dtype=np.int8)
    for row, meaning in zip(signs, meanings, strict=True):
        for name in meaning.signs.keys() & column.keys():
            row[column[name]] = meaning.signs[name]
    return signs
