"""An article as weighted terms: words, names by identity, places, incidents."""

from __future__ import annotations

import math
from collections import Counter
from typing import TYPE_CHECKING

from onrecord.resolve.words import RARE, background_share, stem, words_in

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.model import ArticleText

Terms = dict[str, float]

# Names and numbers tell one piece of news from the next of its kind; swept from 1 to 6.
SPECIFIC_WEIGHT = 4.0
IDENTITY_WEIGHT = 2.0  # beside the words that name the same one
INCIDENT_WEIGHT = 8.0
# The texts at hand count as so many texts of background, so that three articles
# weigh their words much as three thousand do.
BACKGROUND = 300
FLATTEN = 0.7  # power of the rarity: very rare words must not decide alone
KEPT = 150  # heaviest terms of an article; more cost time and change nothing


def weigh_terms(articles: Sequence[ArticleText]) -> list[Terms]:
    """For each article its heaviest terms, scaled to length 1."""
    counted = [_count(f"{item.title}\n{item.body}") for item in articles]
    shares = _shares([surfaces for _, surfaces in counted])
    texts: Counter[str] = Counter()
    for (counts, _), item in zip(counted, articles, strict=True):
        texts.update(counts.keys())
        texts.update(_identities(item))
    rarity = _Rarity(texts, shares, len(articles))
    return [
        _weigh(counts, surfaces, item, rarity)
        for (counts, surfaces), item in zip(counted, articles, strict=True)
    ]


class _Rarity:
    """How much a term tells, from the articles at hand and the language at large."""

    def __init__(
        self, texts: Mapping[str, int], shares: Mapping[str, float], total: int
    ) -> None:
        self._texts = texts
        self._shares = shares
        self._total = total + BACKGROUND

    def __getitem__(self, term: str) -> float:
        expected = BACKGROUND * self._shares.get(term, RARE)
        rarity = math.log(self._total / (self._texts[term] + expected))
        return math.pow(max(0.0, rarity), FLATTEN)


def _count(text: str) -> tuple[Counter[str], dict[str, set[str]]]:
    """Stems with their number, and the words that stand behind each."""
    surfaces: dict[str, set[str]] = {}
    counts: Counter[str] = Counter()
    for word in words_in(text):
        key = stem(word)
        counts[key] += 1
        surfaces.setdefault(key, set()).add(word)
    return counts, surfaces


def _shares(surfaces: Sequence[Mapping[str, set[str]]]) -> dict[str, float]:
    """For each stem the share of texts that hold its commonest word."""
    shares: dict[str, float] = {}
    for found in surfaces:
        for key, words in found.items():
            for word in words:
                shares[key] = max(shares.get(key, 0.0), background_share(word))
    return shares


def _identities(item: ArticleText) -> Terms:
    """Names, places and incidents as terms that no word can equal."""
    terms = {f"@{name}": IDENTITY_WEIGHT for name in item.names | item.places}
    return terms | {f"#{report}": INCIDENT_WEIGHT for report in item.reports}


def _weigh(
    counts: Mapping[str, int],
    surfaces: Mapping[str, set[str]],
    item: ArticleText,
    rarity: _Rarity,
) -> Terms:
    terms = {
        key: (1 + math.log(count))
        * rarity[key]
        * (SPECIFIC_WEIGHT if _is_specific(surfaces[key]) else 1.0)
        for key, count in counts.items()
    }
    terms |= {key: weight * rarity[key] for key, weight in _identities(item).items()}
    heaviest = sorted(terms.items(), key=lambda term: (-term[1], term[0]))[:KEPT]
    length = math.sqrt(sum(weight * weight for _, weight in heaviest))
    return {key: weight / length for key, weight in heaviest if weight > 0}


def _is_specific(words: set[str]) -> bool:
    """Whether a term is a number, or never begins with a small letter."""
    return not any(word[0].islower() for word in words)


def dot(left: Mapping[str, float], right: Mapping[str, float]) -> float:
    """The products of the shared terms, summed; the cosine when both have length 1."""
    if len(right) < len(left):
        left, right = right, left
    return sum(weight * right[key] for key, weight in left.items() if key in right)
