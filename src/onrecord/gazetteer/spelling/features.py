"""What a pair of names shows: numbers that a learned score weighs."""

from __future__ import annotations

from itertools import pairwise
from operator import mul, sub
from typing import TYPE_CHECKING

from rapidfuzz.distance import Indel, Levenshtein

from onrecord.gazetteer.spelling.costs import SURE
from onrecord.gazetteer.spelling.pairing import pair_words
from onrecord.gazetteer.spelling.parts import consonants
from onrecord.gazetteer.spelling.small_words import FATHER

if TYPE_CHECKING:
    from onrecord.gazetteer.spelling.costs import Costs
    from onrecord.gazetteer.spelling.pairing import Pairing
    from onrecord.gazetteer.spelling.parts import Parts

# The shorter name is the one with fewer words.
PLAIN = (
    "always",
    "shorter_found",  # share of the shorter name's weight that the longer one has
    "longer_found",
    "worst",  # likeness of the shorter name's word that fits worst
    "mean",
    "evidence",  # weight of the words that agree well
    "rarest_found",
    "shorter_lost",  # weight of what the shorter name has alone
    "longer_lost",
    "shorter_rarest_alone",
    "longer_rarest_alone",
    "longer_heaviest_loss",
    "shorter_heaviest_loss",
    "first_words",
    "last_words",
    "shorter_opens",  # likeness of the shorter name's first word to its partner
    "shorter_ends",
    "longer_opens",
    "longer_ends",
    "shorter_words",
    "longer_words",
    "shorter_alone",  # words without a partner
    "longer_alone",
    "other_order",
    "joined_consonants",
    "sorted_consonants",
    "joined_sounds",
    "same_consonants",
    "good_words",
    "same_words",
    "worst_partners",
    "initials",
    "fathers_alone",
    "bynames_alone",
    "one_word",
    "close",  # by how much the mean is above what is sure
    "letters",
    "close_letters",
)
# What says more together. Chosen by log loss on held-out folds of the development half
# of a sanctions list, one after the other, and as long as the sense is plain: what is
# shared and rare says little beside what is rare and differs, and so on.
PRODUCTS = (
    ("rarest_found", "shorter_rarest_alone"),
    ("evidence", "longer_opens"),
    ("shorter_words", "same_words"),
    ("shorter_alone", "sorted_consonants"),
    ("shorter_ends", "fathers_alone"),
)
NAMES = (*PLAIN, *(f"{one}*{other}" for one, other in PRODUCTS), "least_found")
_PLACES = tuple((PLAIN.index(one), PLAIN.index(other)) for one, other in PRODUCTS)
_FOUND, _HELD = PLAIN.index("shorter_found"), PLAIN.index("longer_found")
AGREES = 0.8  # likeness from which two words agree well


def features_of(
    first: Parts, second: Parts, costs: Costs, little: float
) -> list[float]:
    """The features of two names with words, the more Latin one first.

    None at all when no more than `little` of the shorter name is in the longer one:
    lists of hard pairs have no easy ones, and what has nothing in common would look
    likelier by them than what has something.
    """
    pairing = pair_words(first.words, second.words, costs)
    shorter = min(len(first.words), len(second.words))
    if sum(pairing.first_likeness) < little * shorter:
        return []
    edges = (
        costs.likeness(first.words[0], second.words[0]),
        costs.likeness(first.words[-1], second.words[-1]),
    )
    if len(first.words) > len(second.words):
        first, second, pairing = second, first, pairing.turned()
    plain = [
        1.0,
        *_shares(first, second, pairing),
        *edges,
        *_places(pairing),
        *_letters(first.words, second.words),
        *_counts(first, second, pairing),
    ]
    products = [plain[one] * plain[other] for one, other in _PLACES]
    return [*plain, *products, min(plain[_FOUND], plain[_HELD])]


def _shares(first: Parts, second: Parts, pairing: Pairing) -> list[float]:
    """How much of each name the other one has, by weight."""
    ours, theirs = pairing.first_likeness, pairing.second_likeness
    weights, their_weights = first.weights, second.weights
    found = list(map(mul, weights, ours))
    held = list(map(mul, their_weights, theirs))
    lost = list(map(sub, weights, found))
    missed = list(map(sub, their_weights, held))
    alone = [w for w, at in zip(weights, pairing.first, strict=True) if at < 0]
    extra = [w for w, at in zip(their_weights, pairing.second, strict=True) if at < 0]
    # Half alike says nothing either way.
    evidence = [has - less for has, less in zip(found, lost, strict=True) if has > less]
    return [
        sum(found) / sum(weights),
        sum(held) / sum(their_weights),
        min(ours),
        sum(ours) / len(ours),
        sum(evidence),
        max(found),
        sum(lost),
        sum(missed),
        max(alone) if alone else 0.0,
        max(extra) if extra else 0.0,
        max(missed),
        max(lost),
    ]


def _places(pairing: Pairing) -> list[float]:
    """How the words at the edges fit, and how many there are."""
    ours, theirs = pairing.first_likeness, pairing.second_likeness
    order = [at for at in pairing.first if at >= 0]
    turned = any(at > after for at, after in pairwise(order))
    return [
        ours[0],
        ours[-1],
        theirs[0],
        theirs[-1],
        float(min(len(ours), 4)),
        float(min(len(theirs), 6)),
        float(pairing.first.count(-1)),
        float(min(pairing.second.count(-1), 4)),
        float(turned),
    ]


def _letters(first: tuple[str, ...], second: tuple[str, ...]) -> list[float]:
    """How alike the names are as one word."""
    one, other = "".join(first), "".join(second)
    bones, theirs = consonants(one), consonants(other)
    by_word = "".join(sorted(map(consonants, first)))
    by_their_word = "".join(sorted(map(consonants, second)))
    return [
        Indel.normalized_similarity(bones, theirs),
        Indel.normalized_similarity(by_word, by_their_word),
        Levenshtein.normalized_similarity(one, other),
        float(bones == theirs),
    ]


def _counts(first: Parts, second: Parts, pairing: Pairing) -> list[float]:
    """Words of some kinds, counted."""
    ours = pairing.first_likeness
    close = 5 * max(0.0, sum(ours) / len(ours) - SURE)
    letters = min(sum(map(len, first.words)), 16) / 8
    paired = [like for like in ours if like > 0]
    good = [like for like in paired if like > AGREES]
    initials = [word for word in first.words + second.words if len(word) == 1]
    alone = [first.words[at] for at, to in enumerate(pairing.first) if to < 0]
    extra = [at for at, to in enumerate(pairing.second) if to < 0]
    fathers = [at for at in extra if second.fathers[at]]
    alone += [second.words[at] for at in extra]
    bynames = [word for word in alone if word[0] == FATHER]
    return [
        float(len(good)),
        ours.count(1.0) / len(ours),
        min(paired) if paired else 0.0,
        float(len(initials)),
        float(len(fathers)),
        float(len(bynames)),
        float(len(ours) == 1),
        close,
        letters,
        close * letters,
    ]
