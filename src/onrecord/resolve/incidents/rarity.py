"""How much a word tells: from the reports at hand, and what such reports mostly say."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from onrecord.resolve.words import RARE, background_share, stem, words_in

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

# The reports at hand count as so many more of such reports at large, so that ten
# reports weigh their words much as ten thousand do.
BACKGROUND = 1000
FLATTEN = 0.8  # power of the rarity: very rare words must not decide alone
FEW, SELDOM = 6, 0.01  # reports, and their share, that may hold a telling word
RARELY = 0.0015  # share of texts at large below which a shared word tells something


@dataclass(frozen=True, slots=True)
class Rarity:
    """What each word's stem weighs, and the stems that tell by standing in a text."""

    weights: dict[str, float]
    seldom: frozenset[str]


def rarity_of(texts: Sequence[str]) -> Rarity:
    """The rarity of every word of these reports."""
    counts: Counter[str] = Counter()
    shares: dict[str, float] = {}
    for text in texts:
        words = set(words_in(text))
        counts.update({stem(word) for word in words})
        for word in words:
            key = stem(word)
            shares[key] = max(shares.get(key, RARE), background_share(word))
    usual = _report_shares()
    total, most = len(texts) + BACKGROUND, max(FEW, SELDOM * len(texts))
    weights = {
        key: _weight(total, count, max(shares[key], usual.get(key, 0.0)))
        for key, count in counts.items()
    }
    seldom = (k for k, n in counts.items() if n <= most and shares[k] < RARELY)
    return Rarity(weights, frozenset(seldom))


def _weight(total: float, count: int, share: float) -> float:
    told: float = max(0.0, math.log(total / (count + BACKGROUND * share))) ** FLATTEN
    return told


@cache
def _report_shares() -> Mapping[str, float]:
    """The share of short reports of crime and accidents that hold a stem."""
    table = files("onrecord.data").joinpath("report_words.tsv").read_text("utf-8")
    lines = [line for line in table.splitlines() if line[:1] not in {"", "#"}]
    shares: dict[str, float] = {}
    for line in lines:
        word, share = line.split("\t")
        shares[stem(word)] = max(shares.get(stem(word), 0.0), float(share))
    return shares
