"""Which word of one name is which of the other."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise, product
from typing import TYPE_CHECKING

from onrecord.gazetteer.spelling.parts import consonants
from onrecord.gazetteer.spelling.scripts import LATIN

if TYPE_CHECKING:
    from onrecord.gazetteer.spelling.costs import Costs

Words = tuple[str, ...]
# Likeness below which two words have nothing to do with each other, in one script and
# across scripts, where a word that is spelled apart may still be the only one.
LEAST, LEAST_ACROSS = 0.3, 0.03
LIKELY = 0.5  # likeness from which two words in one may be a third
GOOD = 0.9  # a word that is written so needs no other reading
SHORTEST = 4  # sounds; a shorter word is not two in one
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
    _join_split(first, second, costs, pairing, is_turned=False)
    _join_split(second, first, costs, pairing, is_turned=True)
    return pairing


def _join_split(
    words: Words, others: Words, costs: Costs, pairing: Pairing, *, is_turned: bool
) -> None:
    """Two words that the one name writes as one: partners of that one, both."""
    ours, theirs = pairing.first_likeness, pairing.second_likeness
    if is_turned:
        ours, theirs = theirs, ours
    unsure = [at for at, like in enumerate(ours) if like < GOOD]
    spots = [
        at
        for at, (like, next_like) in enumerate(pairwise(theirs))
        if like < GOOD and next_like < GOOD
    ]
    for at, other in product(unsure, spots):
        word, two = words[at], others[other : other + 2]
        if not _may_be(word, two, costs.kind):
            continue
        alike = costs.joined_likeness(word, two, is_turned)
        best = max(LIKELY, ours[at], theirs[other], theirs[other + 1])
        if alike > best + BETTER:
            for each in (other, other + 1):
                pairing.join(*((each, at) if is_turned else (at, each)), alike)


def _may_be(word: str, two: Words, kind: str) -> bool:
    """Whether two words in one may be this: by lengths, and how they open in Latin."""
    size, (one, other) = len(word), two
    if size < SHORTEST or size < len(one) or len(one) + len(other) > 2 * size:
        return False
    if kind != LATIN:
        return True
    opens, their = consonants(word)[:1], consonants(one)[:1]
    return opens == their or not opens or not their
