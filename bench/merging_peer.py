"""The plain way to join reports: TF-IDF, cosine, a window of days, single linkage."""

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from bench.incident_events import b_cubed
from bench.merging_gold import GoldText, gold_of

Vector = Mapping[str, float]

CUTS = tuple(cut / 100 for cut in range(10, 42, 2))
WINDOWS = (3, 7, 14, 30, 400, 5000)
_WORD = re.compile(r"[^\W_]{2,}")


@dataclass(frozen=True, slots=True)
class Setting:
    """From which likeness, and within how many days, two reports are joined."""

    cut: float
    days: int


def best_setting(texts: Sequence[GoldText]) -> Setting:
    """The setting with the best B-cubed F1 on these texts."""
    likeness = _likeness(texts)
    settings = [Setting(cut, days) for cut in CUTS for days in WINDOWS]
    gold = gold_of(list(texts))

    def score(setting: Setting) -> float:
        return b_cubed(gold, _joined(texts, likeness, setting))["f1"]

    return max(settings, key=score)


def join_plainly(texts: Sequence[GoldText], setting: Setting) -> Mapping[str, str]:
    """The group of every text."""
    return _joined(texts, _likeness(texts), setting)


def _joined(
    texts: Sequence[GoldText],
    likeness: Mapping[tuple[str, str], float],
    setting: Setting,
) -> Mapping[str, str]:
    above = {text.id: text.id for text in texts}

    def root(name: str) -> str:
        while above[name] != name:
            name = above[name]
        return name

    for one, other in combinations(texts, 2):
        days = abs((one.published - other.published).days)
        if days <= setting.days and likeness[one.id, other.id] >= setting.cut:
            left, right = sorted((root(one.id), root(other.id)))
            above[right] = left
    return {text.id: root(text.id) for text in texts}


def _likeness(texts: Sequence[GoldText]) -> Mapping[tuple[str, str], float]:
    vectors = vectors_of({text.id: text.words for text in texts})
    return {
        (one.id, other.id): sum(
            weight * vectors[other.id].get(word, 0.0)
            for word, weight in vectors[one.id].items()
        )
        for one, other in combinations(texts, 2)
    }


def vectors_of(texts: Mapping[str, str]) -> Mapping[str, Vector]:
    """The TF-IDF vector of each text, of length 1."""
    counts = {name: Counter(_WORD.findall(t.casefold())) for name, t in texts.items()}
    found = Counter(word for each in counts.values() for word in each)
    rarity = {w: math.log((1 + len(texts)) / (1 + n)) + 1 for w, n in found.items()}
    return {name: _scaled(each, rarity) for name, each in counts.items()}


def _scaled(counts: Counter[str], rarity: Mapping[str, float]) -> Vector:
    terms = {word: (1 + math.log(n)) * rarity[word] for word, n in counts.items()}
    length = math.sqrt(sum(weight * weight for weight in terms.values()))
    return {word: weight / length for word, weight in terms.items()}
