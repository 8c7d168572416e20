"""How likely two names are spellings of one: learned weights, and bands to act on."""

from __future__ import annotations

import math
from functools import cache, lru_cache
from importlib import resources
from operator import mul
from typing import TYPE_CHECKING, Literal

from onrecord.gazetteer.folding import fold
from onrecord.gazetteer.spelling.costs import load_costs
from onrecord.gazetteer.spelling.features import NAMES, features_of
from onrecord.gazetteer.spelling.parts import (
    LONGEST,
    parts_of,
    with_parted_initials,
)
from onrecord.gazetteer.spelling.place_words import place_parts
from onrecord.gazetteer.spelling.scripts import ARABIC, CYRILLIC, HANZI, LATIN
from onrecord.gazetteer.titles import bare_name

if TYPE_CHECKING:
    from onrecord.gazetteer.spelling.costs import Costs
    from onrecord.gazetteer.spelling.parts import Parts

Band = Literal["joined", "unsure", "apart"]
# Swept on the spellings of a sanctions list, development half, whose pairs are hard to
# tell: precision is .98 from .85 on, so .9 keeps a margin; F1 is best at .47. Persons
# alone: two bodies or places of one name may still be two.
JOINED_FROM, UNSURE_FROM = 0.9, 0.5
MIXED = 0.4  # at most this where letters of a word only look like others: not joined
KINDS = (
    "person",
    "place",
    "place_across",
    "organisation",
)  # what is weighed by its own weights
# Where less of the shorter name is found, nothing is weighed and the likeness is 0.
# Swept: at .45 instead of .25 best F1 of persons stays, and a third less is computed.
# Places have few words; with .03 instead of .25 a third of those lost are found.
LITTLE = {"person": 0.45, "place": 0.03, "organisation": 0.25}
LEAST_TO_LEARN = 0.25  # weights are learned from somewhat less, too
_ORDER = {LATIN: 0, CYRILLIC: 1, ARABIC: 2, HANZI: 3}  # the more Latin one is first


def person_likeness(first: str, second: str) -> float:
    """How likely two persons' names, of any script, are spellings of one: 0 to 1.

    Nothing but the names is looked at, and no name has more than `LONGEST` letters.

    >>> person_likeness("Hamid bin Omar al-Rawi", "حميد عمر الراوي") > 0.5
    True
    """
    return _likeness(first, second, person_parts(first), person_parts(second), "person")


def place_likeness(first: str, second: str) -> float:
    """How likely two places' names, of any script, are spellings of one: 0 to 1.

    >>> place_likeness("Vorrin", "Воррин") > place_likeness("Vorrin", "Торжин")
    True
    """
    return _likeness(first, second, place_parts(first), place_parts(second), "place")


def organisation_likeness(first: str, second: str) -> float:
    """How likely two bodies' names are spellings of one: 0 to 1; a weak sign.

    Bodies are known by the actor table: their names are translated, shortened and
    changed, and those of two branches differ by a word.

    >>> organisation_likeness("Vorrin Trading Company", "Vorrin Trading Co") > 0.5
    True
    """
    return _likeness(first, second, parts_of(first), parts_of(second), "organisation")


def band_of(likeness: float) -> Band:
    """What to do with two names that are so alike, when nothing else is known.

    >>> band_of(0.99), band_of(0.01)
    ('joined', 'apart')
    """
    if likeness >= JOINED_FROM:
        return "joined"
    return "unsure" if likeness >= UNSURE_FROM else "apart"


@lru_cache(maxsize=65536)
def person_parts(name: str) -> Parts:
    """The words of a person's name that count, without roles before it."""
    name = name[:LONGEST]
    return parts_of(with_parted_initials(bare_name(name) or name))


def pair_features(
    first: Parts, second: Parts, little: float = LEAST_TO_LEARN
) -> list[float]:
    """The features of two names that have words, in the order of `NAMES`, or none."""
    return features_of(*_in_order(first, second), little)


def _likeness(first: str, second: str, one: Parts, other: Parts, kind: str) -> float:
    if max(len(first), len(second)) > LONGEST:
        return 0.0
    if not one.words or not other.words:
        is_told = bool(first.strip() and second.strip())
        return float(is_told and fold(first) == fold(second))
    features = features_of(*_in_order(one, other), LITTLE[kind])
    if not features:
        return 0.0
    if kind == "place" and one.script != other.script:
        kind = "place_across"
    total = sum(map(mul, _weights()[kind], features))
    likeness = 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))
    return min(likeness, MIXED) if one.is_mixed or other.is_mixed else likeness


def _in_order(first: Parts, second: Parts) -> tuple[Parts, Parts, Costs]:
    if (_ORDER[first.script], first.words) > (_ORDER[second.script], second.words):
        first, second = second, first
    kind = LATIN if first.script == second.script else second.script
    if kind == HANZI and len(second.words) == 1 and len(first.words) > 1:
        first = _in_one(first, second, load_costs()[kind])
    return first, second, load_costs()[kind]


def _in_one(first: Parts, second: Parts, costs: Costs) -> Parts:
    """The name as one word, when that is closer: Chinese sets no blanks."""
    joined = first.in_one()
    alone = max(costs.likeness(word, second.words[0]) for word in first.words)
    if costs.likeness(joined.words[0], second.words[0]) < alone:
        return first
    return joined


@cache
def _weights() -> dict[str, list[float]]:
    """What each feature says, by kind of name."""
    path = resources.files("onrecord").joinpath("data", "spelling_weights.tsv")
    lines = path.read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and line[0] != "#"]
    by_name = {row[0]: [float(cell) for cell in row[1:]] for row in rows}
    return {
        kind: [by_name[name][at] for name in NAMES] for at, kind in enumerate(KINDS)
    }
