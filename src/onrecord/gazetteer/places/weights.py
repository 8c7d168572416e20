"""How much each sign counts when a place is chosen."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib import resources

import numpy as np
from numpy.typing import NDArray

from onrecord.gazetteer.places.signs import ALONE, TOGETHER

TABLE = "place_weights.tsv"


@dataclass(frozen=True, slots=True)
class PlaceWeights:
    """Weights as log odds: of the first look at a name alone, then of all signs."""

    first: NDArray[np.float64]
    full: NDArray[np.float64]


def read_weights(table: str) -> PlaceWeights:
    """The weights of a table: sign, first look, all signs; those left out are 0."""
    rows: dict[str, tuple[float, float]] = {}
    for line in table.splitlines():
        if line and not line.startswith("#"):
            sign, alone, among = line.split("\t")
            rows[sign] = float(alone), float(among)
    first = [rows.get(sign, (0.0, 0.0))[0] for sign in ALONE]
    full = [rows.get(sign, (0.0, 0.0))[1] for sign in (*ALONE, *TOGETHER)]
    return PlaceWeights(np.array(first), np.array(full))


def weights_table(weights: PlaceWeights) -> str:
    """The weights as a table, as `read_weights` reads it."""
    first = [*weights.first, *(0.0 for _ in TOGETHER)]
    signs = (*ALONE, *TOGETHER)
    return "".join(
        f"{sign}\t{one:.3f}\t{other:.3f}\n"
        for sign, one, other in zip(signs, first, weights.full, strict=True)
    )


@cache
def load_weights() -> PlaceWeights:
    """The weights that ship."""
    file = resources.files("onrecord") / "data" / TABLE
    return read_weights(file.read_text(encoding="utf-8"))
