"""Utterances laid out for comparing, once for claims and for contradictions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from onrecord.resolve.claims.blocks import Pairs, find_pairs
from onrecord.resolve.claims.leaning import Leanings
from onrecord.resolve.claims.saying import Saying, make_sayings

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.language import Encoder
    from onrecord.model import Utterance


@dataclass(frozen=True, slots=True)
class Compared:
    """What is asserted, a vector for each of it, and which are worth comparing."""

    sayings: Sequence[Saying]
    vectors: NDArray[np.float32]
    leanings: Leanings
    pairs: Pairs

    def cosine(self, left: int, right: int) -> float:
        """How near the sayings at these places are, from -1 to 1, to four digits."""
        return round(float(self.vectors[left] @ self.vectors[right]), 4)


def lay_out(utterances: Iterable[Utterance], encoder: Encoder) -> Compared:
    """The utterances ready for comparing; their order does not count."""
    sayings = make_sayings(utterances)
    vectors = encoder.encode([saying.text for saying in sayings])
    leanings = Leanings(vectors, encoder)
    return Compared(sayings, vectors, leanings, find_pairs(sayings, vectors))
