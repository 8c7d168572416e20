"""Which texts hold a term, and how much that says: an index in a few arrays."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    Terms = Sequence[str]

# The usual settings of BM25 (Robertson and Zaragoza 2009).
SATURATION = 1.2
BY_LENGTH = 0.75


class Rarity:
    """How much it says that two texts share a term: 0 when every text holds it."""

    def __init__(self, texts: Sequence[Terms]) -> None:
        """Count in how many of the texts each term stands."""
        self._held = Counter(term for terms in texts for term in set(terms))
        self._count = len(texts)

    def of(self, term: str) -> float:
        """The logarithm of texts per text that holds it; the most when none does."""
        held = self._held[term]
        return math.log(1 + (self._count - held + 0.5) / (held + 0.5))

    def among(self, terms: frozenset[str]) -> float:
        """What it says to share all of these."""
        return sum(map(self.of, sorted(terms)))


class Postings:
    """Texts as weights of their terms, laid out by term."""

    def __init__(self, texts: Sequence[Mapping[str, float]]) -> None:
        """Lay out the weights; texts are known by their places."""
        rows: defaultdict[str, list[int]] = defaultdict(list)
        weights: defaultdict[str, list[float]] = defaultdict(list)
        for place, text in enumerate(texts):
            for term, weight in text.items():
                rows[term].append(place)
                weights[term].append(weight)
        self._count = len(texts)
        self._rows = {term: np.array(places) for term, places in rows.items()}
        self._weights = {term: np.array(held) for term, held in weights.items()}

    def scores(self, asked: Mapping[str, float]) -> NDArray[np.float64]:
        """For each text the sum of its weights times those asked for."""
        told = np.zeros(self._count)
        for term in sorted(asked.keys() & self._rows.keys()):
            told[self._rows[term]] += asked[term] * self._weights[term]
        return told


class Bm25:
    """Texts ranked by the rare terms that they share with a query."""

    def __init__(self, texts: Sequence[Terms]) -> None:
        """Index the terms of each text."""
        self.rarity = Rarity(texts)
        usual = sum(map(len, texts)) / max(1, len(texts)) or 1.0
        self._postings = Postings([self._weigh(terms, usual) for terms in texts])

    def scores(self, terms: Terms) -> NDArray[np.float64]:
        """One number for each text, in order; 0 where nothing is shared."""
        return self._postings.scores(dict.fromkeys(terms, 1.0))

    def _weigh(self, terms: Terms, usual: float) -> dict[str, float]:
        length = SATURATION * (1 - BY_LENGTH + BY_LENGTH * len(terms) / usual)
        return {
            term: self.rarity.of(term) * count * (SATURATION + 1) / (count + length)
            for term, count in Counter(terms).items()
        }


class Cosine:
    """Texts ranked by the angle between their rare terms and those of a query."""

    def __init__(self, texts: Sequence[Terms]) -> None:
        """Index the terms of each text."""
        self._rarity = Rarity(texts)
        self._postings = Postings([self._weigh(terms) for terms in texts])

    def scores(self, terms: Terms) -> NDArray[np.float64]:
        """From 0 to 1 for each text, in order."""
        return self._postings.scores(self._weigh(terms))

    def _weigh(self, terms: Terms) -> dict[str, float]:
        weights = {
            term: (1 + math.log(count)) * self._rarity.of(term)
            for term, count in Counter(terms).items()
        }
        length = math.hypot(*(weights[term] for term in sorted(weights))) or 1.0
        return {term: weight / length for term, weight in weights.items()}
