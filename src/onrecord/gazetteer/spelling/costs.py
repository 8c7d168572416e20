"""How alike the sounds of two words are: an edit distance with learned costs."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from string import ascii_letters

from rapidfuzz.distance import Indel

from onrecord.gazetteer.spelling.forms import is_one_name
from onrecord.gazetteer.spelling.parts import consonants
from onrecord.gazetteer.spelling.scripts import ARABIC, CYRILLIC, HANZI, LATIN

INITIAL = 0.7  # how much an initial says for a word that it opens
UNKNOWN_CHANGE, UNKNOWN_LOSS = 1.0, 0.7  # costs of what was never seen
# Consonants that must agree, roughly, before the costs are summed; Chinese syllables
# keep fewer of them. Swept: lower finds nothing more and takes longer.
AGREEING = {LATIN: 0.45, CYRILLIC: 0.34, ARABIC: 0.34, HANZI: 0.2}
SOUNDS = ascii_letters + "1234"
CACHED = 400_000  # pairs of words of one kind, some 60 MB
SPLIT = 0.65  # of the consonants of a word, that two words in one must have
SURE = 0.8  # likeness from which more of it says less
LONG = 8  # sounds; from here on the length of a word says no more
# Likeness across scripts from which less of it says ever less and never nothing: a
# short word is easily unlike. Swept on towns that no other step learns from: .3 to .4
# raise best F1 of places across scripts by .008.
FAINT = 0.4
# Of two forms of one given name that do not sound alike ("Peter", "Pyotr"). Swept on
# the development half of a sanctions list: from .55 to .93 best F1 moves by .001; from
# .75 on, Paul and Pablo of one rare family name would be joined and not unsure.
FORM = 0.65
ARTICLES = frozenset({"al", "el"})  # written as one with a word, or left out
WITH_ARTICLE = 6  # sounds from which a word may have one
LESS_ARTICLE = 0.97  # times the likeness of what is left without it


@dataclass(frozen=True, slots=True)
class Costs:
    """What it costs to write one word as another, in one kind of script pair.

    Attributes:
        kind: the script that is not Latin, or Latin.
        changes: the cost of a sound of the first word for one of the second.
        losses: the cost of a sound that only the first word has.
        gains: the cost of a sound that only the second word has.
        scale: slope, weight of the length and offset that make likenesses of this
            kind say as much as those of two Latin words.
    """

    kind: str
    changes: Mapping[str, Mapping[str, float]]
    losses: Mapping[str, float]
    gains: Mapping[str, float]
    scale: tuple[float, float, float] = (1.0, 0.0, 0.0)
    known: dict[tuple[str, str], float] = field(default_factory=dict)
    joined: dict[tuple[str, tuple[str, ...], bool], float] = field(default_factory=dict)

    def likeness(self, first: str, second: str) -> float:
        """How alike two words sound: 0 to 1; the first is of the more Latin script."""
        pair = (first, second)
        likeness = self.known.get(pair)
        if likeness is None:
            if len(self.known) >= CACHED:
                self.known.clear()
            likeness = self.known[pair] = self._found(first, second)
        return likeness

    def joined_likeness(
        self,
        word: str,
        words: tuple[str, ...],
        is_turned: bool,  # noqa: FBT001 - asked too often for a keyword
    ) -> float:
        """How alike a word is to two in one; it is the second one if `is_turned`."""
        key = (word, words, is_turned)
        likeness = self.joined.get(key)
        if likeness is None:
            if len(self.joined) >= CACHED:
                self.joined.clear()
            both = "".join(words)
            bones = consonants(word), consonants(both)
            likeness = 0.0
            if Indel.normalized_similarity(*bones) >= SPLIT:
                pair = (both, word) if is_turned else (word, both)
                likeness = self.likeness(*pair)
            self.joined[key] = likeness
        return likeness

    def _found(self, first: str, second: str) -> float:
        likeness = self._scaled(first, second)
        if likeness < SURE:
            one, other = _without_article(first), _without_article(second)
            if (one is first) != (other is second):
                likeness = max(likeness, LESS_ARTICLE * self._scaled(one, other))
        if likeness < FORM and is_one_name(first, second):
            return FORM
        return likeness

    def _scaled(self, first: str, second: str) -> float:
        if first == second:
            return 1.0
        shorter = min(len(first), len(second))
        if shorter <= 1:
            return INITIAL if first[:1] == second[:1] else 0.0
        bones = consonants(first), consonants(second)
        if Indel.normalized_similarity(*bones) < AGREEING[self.kind]:
            return 0.0
        slope, length, offset = self.scale
        plain = self.plain_likeness(first, second)
        likeness = slope * plain + length * min(shorter, LONG) / LONG + offset
        if likeness > SURE:  # ever nearer to 1, which only the same sounds reach
            return 1 - (1 - SURE) * math.exp((SURE - likeness) / (1 - SURE))
        if self.kind != LATIN and likeness < FAINT:
            return FAINT * math.exp((likeness - FAINT) / FAINT)
        return max(0.0, likeness)

    def plain_likeness(self, first: str, second: str) -> float:
        """The share of two words' weight that need not be written anew: 0 to 1."""
        lost = [self.losses.get(sound, UNKNOWN_LOSS) for sound in first]
        gained = [self.gains.get(sound, UNKNOWN_LOSS) for sound in second]
        whole = (sum(lost) + sum(gained)) / 2 + 0.3
        return max(0.0, 1 - self._distance(first, second, lost, gained) / whole)

    def _distance(
        self, first: str, second: str, lost: list[float], gained: list[float]
    ) -> float:
        before = [0.0]
        for gain in gained:
            before.append(before[-1] + gain)
        for sound, loss in zip(first, lost, strict=True):
            changes = map(self.changes[sound].__getitem__, second)
            diagonal = before.pop(0)
            cheapest = diagonal + loss
            row = [cheapest]
            for above, change, gain in zip(before, changes, gained, strict=True):
                cost = diagonal + change
                cheapest += gain
                if cost < cheapest:  # noqa: PLR1730 - `min` takes twice as long
                    cheapest = cost
                if above + loss < cheapest:  # noqa: PLR1730 - the same
                    cheapest = above + loss
                diagonal = above
                row.append(cheapest)
            before = row
        return before[-1]


def _without_article(word: str) -> str:
    """The very same word where it has none."""
    if word[:2] in ARTICLES and len(word) >= WITH_ARTICLE:
        return word[2:]
    return word


@cache
def load_costs() -> Mapping[str, Costs]:
    """The learned costs by kind of script pair."""
    path = resources.files("onrecord").joinpath("data", "spelling_costs.tsv")
    rows: defaultdict[str, list[list[str]]] = defaultdict(list)
    for line in path.read_text("utf-8").splitlines():
        if line and line[0] != "#":
            rows[line.split("\t")[0]].append(line.split("\t")[1:])
    return {kind: _costs(kind, rows[kind]) for kind in AGREEING}


def _costs(kind: str, rows: list[list[str]]) -> Costs:
    changes = {
        sound: dict.fromkeys(SOUNDS, UNKNOWN_CHANGE) | {sound: 0.0} for sound in SOUNDS
    }
    losses, gains = {}, {}
    scale = [1.0, 0.0, 0.0]
    for first, second, cost in rows:
        if first == "scale":
            scale[int(second)] = float(cost)
        elif second == "-":
            losses[first] = float(cost)
        elif first == "-":
            gains[second] = float(cost)
        else:
            changes[first][second] = float(cost)
    return Costs(kind, changes, losses, gains, (scale[0], scale[1], scale[2]))
