"""An article as weighted terms: words, names by identity, places, incidents."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from onrecord.resolve.words import RARE, WORD, background_share, stem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.model import ArticleText

Terms = dict[str, float]

# Names and numbers tell one piece of news from the next of its kind. Swept on the
# invented reports of bench/gold/merging (dev half) and on ECB+: 2 and 6 cost .02.
SPECIFIC_WEIGHT = 4.0
IDENTITY_WEIGHT = 2.0  # beside the words that name the same one; 0 to 4 are alike
INCIDENT_WEIGHT = (
    8.0  # swept with it: 0 costs .08 of the invented reports, 4 and 16 .01
)
# The texts at hand count as so many texts of background, so that three articles
# weigh their words much as three thousand do.
BACKGROUND = 300
FLATTEN = 0.7  # power of the rarity: very rare words must not decide alone
KEPT = 150  # heaviest terms of an article; more cost time and change nothing


@dataclass(frozen=True, slots=True)
class Counted:
    """The terms of one article with their number; `specific` are names and numbers.

    `shares` gives for each word the share of texts of any kind that hold it.
    """

    words: Counter[str]
    specific: frozenset[str]
    shares: Mapping[str, float]
    identities: Terms = field(default_factory=dict)


class Rarity:
    """How much a term tells, from the articles seen and the language at large."""

    def __init__(self) -> None:
        """Nothing seen yet: the language alone tells."""
        self._texts: Counter[str] = Counter()
        self._shares: dict[str, float] = {}
        self._seen = 0

    def add(self, counted: Counted) -> None:
        """One more article is seen."""
        self._seen += 1
        self._texts.update(counted.words.keys())
        self._texts.update(counted.identities.keys())
        for term, share in counted.shares.items():
            self._shares[term] = max(share, self._shares.get(term, RARE))

    def weigh(self, counted: Counted) -> Terms:
        """The heaviest terms of an article, heaviest first, scaled to length 1."""
        terms = {
            term: (1 + math.log(count))
            * self._of(term, counted.shares[term])
            * (SPECIFIC_WEIGHT if term in counted.specific else 1.0)
            for term, count in counted.words.items()
        }
        for term, weight in counted.identities.items():
            terms[term] = weight * self._of(term, RARE)
        heaviest = sorted(terms.items(), key=lambda term: (-term[1], term[0]))[:KEPT]
        length = math.sqrt(sum(weight * weight for _, weight in heaviest))
        return {key: weight / length for key, weight in heaviest if weight > 0}

    def _of(self, term: str, share: float) -> float:
        expected = BACKGROUND * max(share, self._shares.get(term, RARE))
        total = self._seen + BACKGROUND
        rarity = math.log(total / (self._texts[term] + expected))
        return math.pow(max(0.0, rarity), FLATTEN)


def count_terms(item: ArticleText, text: str) -> Counted:
    """The terms of an article that tells this text, its identities among them."""
    return replace(words_of(text), identities=_identities(item))


def words_of(text: str) -> Counted:
    """The words of a text as terms, without identities."""
    words: Counter[str] = Counter()
    shares: dict[str, float] = {}
    small: set[str] = set()
    inside: set[str] = set()
    for found in WORD.finditer(text):
        word = found.group()
        key = stem(word)
        words[key] += 1
        shares[key] = max(shares.get(key, 0.0), background_share(word))
        if word[0].islower():
            small.add(key)
        elif word[0].isdigit() or not _opens(text, found.start()):
            inside.add(key)
    return Counted(words, frozenset(inside - small), shares)


def _opens(text: str, start: int) -> bool:
    """Whether a word opens a sentence: any such word has a capital."""
    before = text[max(0, start - 3) : start].rstrip(" \"'\u201c\u2018(")
    return not before or before[-1] in ".!?:\n"


def weigh_terms(counted: Iterable[Counted]) -> list[Terms]:
    """For each article its heaviest terms, weighed by all of them."""
    known = list(counted)
    rarity = Rarity()
    for item in known:
        rarity.add(item)
    return [rarity.weigh(item) for item in known]


def _identities(item: ArticleText) -> Terms:
    """Names, places and incidents as terms that no word can equal."""
    terms = {f"@{name}": IDENTITY_WEIGHT for name in item.names | item.places}
    return terms | {f"#{report}": INCIDENT_WEIGHT for report in item.reports}


def dot(left: Terms, right: Terms) -> float:
    """The products of the shared terms, summed; the cosine when both have length 1.

    Summed exactly: the same in every process, whatever the order of the terms.
    """
    shared = left.keys() & right.keys()
    return math.fsum([left[key] * right[key] for key in shared])
