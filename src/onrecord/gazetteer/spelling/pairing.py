"""Which word of one name is which of the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel

from onrecord.gazetteer.spelling.parts import consonants
from onrecord.gazetteer.spelling.scripts import LATIN

if TYPE_CHECKING:
    from collections.abc import Callable

    from onrecord.gazetteer.spelling.costs import Costs

    Likeness = Callable[[str, str], float]

Words = tuple[str, ...]
# Likeness below which two words have nothing to do with each other, in one script and
# across scripts, where a word that is spelled apart may still be the only one.
LEAST, LEAST_ACROSS = 0.3, 0.03
SPLIT = 0.65  # of the consonants of a word, that two words in one must have
LIKELY = 0.5  # likeness from which two words in one may be a third
GOOD = 0.9  # a word that is written so needs no other reading
BETTER = 0.05  # by how much two words in one must be more alike than one alone


@dataclass(slots=True)
class Pairing:
    """The best partner of each word, and how alike they are; -1 and 0 without one."""

    first: list[int]
    second: list[int]
    first_likeness: list[float]
    second_likeness: list[float]

    def join(self, at: int, other: int, likeness: float) -> None:
        """Make the two words partners."""
        self.first[at], self.second[other] = other, at
        self.first_likeness[at] = self.second_likeness[other] = likeness

    def turned(self) -> Pairing:
        """The same, seen from the other name."""
        return Pairing(
            self.second, self.first, self.second_likeness, self.first_likeness
        )


def pair_words(first: Words, second: Words, costs: Costs) -> Pairing:
    """Partner the words, the most alike first, in any order; then split and joined."""
    size, other_size = len(first), len(second)
    pairing = Pairing([-1] * size, [-1] * other_size, [0.0] * size, [0.0] * other_size)
    likeness = costs.likeness
    least = LEAST if costs.kind == LATIN else LEAST_ACROSS
    found = [
        (alike, -abs(at - other), -at, -other)
        for at, word in enumerate(first)
        for other, theirs in enumerate(second)
        if (alike := likeness(word, theirs)) > least
    ]
    found.sort(reverse=True)
    for alike, _, at, other in found:
        if pairing.first[-at] < 0 and pairing.second[-other] < 0:
            pairing.join(-at, -other, alike)
    if other_size > 1:
        _join_split(first, second, likeness, pairing)
    if size > 1:
        _join_split(second, first, lambda a, b: likeness(b, a), pairing.turned())
    return pairing


def _join_split(
    words: Words, others: Words, likeness: Likeness, pairing: Pairing
) -> None:
    """Two words that the first name writes as one: partners of that one, both."""
    for at, word in enumerate(words):
        if pairing.first_likeness[at] >= GOOD:
            continue
        for other in range(len(others) - 1):
            theirs = pairing.second_likeness[other : other + 2]
            if max(theirs) >= GOOD or len(word) < len(others[other]):
                continue
            both = others[other] + others[other + 1]
            if Indel.normalized_similarity(consonants(word), consonants(both)) < SPLIT:
                continue
            alike = likeness(word, both)
            if alike > max(pairing.first_likeness[at], LIKELY, *theirs) + BETTER:
                pairing.join(at, other, alike)
                pairing.join(at, other + 1, alike)
