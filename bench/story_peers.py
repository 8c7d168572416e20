"""The peers of `bench stories`: TF-IDF and sentence vectors, joined by average link.

Their one threshold is cross-validated: the topics come in two halves, and each half is
scored with the threshold that is best on the other.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from bench.incident_events import b_cubed
from bench.merging_peer import vectors_of
from onrecord.language import choose_encoder

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    Groups = Mapping[str, str]
    Likeness = NDArray[np.float64]

CUTS = tuple(cut / 100 for cut in range(8, 60, 2))


def peer_figures(
    texts: Mapping[str, str], gold: Groups, halves: Sequence[frozenset[str]]
) -> dict[str, float]:
    """B-cubed F1 of each peer; `halves` are the ids of the texts of half the topics."""
    words, meaning = _by_words(texts), _by_meaning(texts)
    peers = {"TF-IDF": words, "TF-IDF + MiniLM": (words + meaning) / 2}
    return {
        name: _crossed(_joined(alike, list(texts)), gold, halves)
        for name, alike in peers.items()
    }


def score_of(gold: Groups, found: Groups, among: frozenset[str]) -> float:
    """B-cubed F1 over some of the texts."""
    return b_cubed({name: gold[name] for name in sorted(among)}, found)["f1"]


def _crossed(
    found: Mapping[float, Groups], gold: Groups, halves: Sequence[frozenset[str]]
) -> float:
    """Each half by the threshold that is best on the other; their weighted mean."""
    total = 0.0
    for half, other in (halves, halves[::-1]):
        best = max(found, key=lambda cut: score_of(gold, found[cut], other))
        total += score_of(gold, found[best], half) * len(half)
    return total / sum(map(len, halves))


def _by_words(texts: Mapping[str, str]) -> Likeness:
    vectors = vectors_of(texts)
    words = {word for vector in vectors.values() for word in vector}
    column = {word: number for number, word in enumerate(sorted(words))}
    rows = np.zeros((len(texts), len(column)))
    for number, name in enumerate(texts):
        for word, weight in vectors[name].items():
            rows[number, column[word]] = weight
    return rows @ rows.T


def _by_meaning(texts: Mapping[str, str]) -> Likeness:
    vectors = choose_encoder().encode(list(texts.values())).astype(np.float64)
    return vectors @ vectors.T


def _joined(alike: Likeness, names: Sequence[str]) -> dict[float, Groups]:
    """The groups at each threshold: the two most alike are joined, on and on."""
    sums, sizes = alike.copy(), np.ones(len(names))
    np.fill_diagonal(sums, -np.inf)
    home = np.arange(len(names))
    found: dict[float, Groups] = {}
    for cut in sorted(CUTS, reverse=True):
        while True:
            means = sums / np.outer(sizes, sizes)
            one, other = divmod(int(np.argmax(means)), len(names))
            if means[one, other] < cut:
                break
            sums[one] += sums[other]
            sums[:, one] = sums[one]
            sums[one, one] = sums[other] = sums[:, other] = -np.inf
            sizes[one] += sizes[other]
            home[home == other] = one
        found[cut] = {name: str(group) for name, group in zip(names, home, strict=True)}
    return found
