"""The peers of `bench stories`: TF-IDF and sentence vectors, joined by average link.

Their one threshold is cross-validated: the topics come in two halves, and each half is
scored with the threshold that is best on the other.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from bench.incident_events import b_cubed
from bench.merging_peer import vectors_of
from bench.name_clusters import join_by_average
from onrecord.language import choose_encoder

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    Groups = Mapping[str, str]
    Likeness = Mapping[tuple[str, str], float]

CUTS = {
    "TF-IDF": (0.10, 0.12, 0.14, 0.16, 0.18, 0.20),
    "TF-IDF + MiniLM": (0.24, 0.28, 0.32, 0.36, 0.40),
}


def peer_figures(
    texts: Mapping[str, str], gold: Groups, halves: Sequence[frozenset[str]]
) -> dict[str, float]:
    """B-cubed F1 of each peer; `halves` are the ids of the texts of half the topics."""
    words = _by_words(texts)
    both = _halved(words, _by_meaning(texts))
    return {
        name: _crossed(
            {cut: join_by_average(texts, alike, cut) for cut in cuts}, gold, halves
        )
        for (name, cuts), alike in zip(CUTS.items(), (words, both), strict=True)
    }


def _crossed(
    found: Mapping[float, Groups], gold: Groups, halves: Sequence[frozenset[str]]
) -> float:
    """Each half by the threshold that is best on the other; their weighted mean."""
    total = 0.0
    for half, other in (halves, halves[::-1]):
        best = max(found, key=lambda cut: score_of(gold, found[cut], other))
        total += score_of(gold, found[best], half) * len(half)
    return total / sum(map(len, halves))


def score_of(gold: Groups, found: Groups, among: frozenset[str]) -> float:
    """B-cubed F1 over some of the texts."""
    return b_cubed({name: gold[name] for name in sorted(among)}, found)["f1"]


def _by_words(texts: Mapping[str, str]) -> Likeness:
    vectors = vectors_of(texts)
    return {
        (one, other): sum(
            weight * vectors[other].get(word, 0.0)
            for word, weight in vectors[one].items()
        )
        for one, other in combinations(texts, 2)
    }


def _by_meaning(texts: Mapping[str, str]) -> Likeness:
    vectors = choose_encoder().encode(list(texts.values()))
    cosines = np.asarray(vectors @ vectors.T, dtype=float)
    numbers = range(len(texts))
    return {
        pair: float(cosines[places])
        for pair, places in zip(
            combinations(texts, 2), combinations(numbers, 2), strict=True
        )
    }


def _halved(words: Likeness, meaning: Likeness) -> Likeness:
    return {pair: (alike + meaning[pair]) / 2 for pair, alike in words.items()}
