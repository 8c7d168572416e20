"""Learn what one sound costs for another from words that are spellings of one."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

WordPair = tuple[str, str]
Change = tuple[str, str]  # "" on one side: a sound that only the other word has
VOWELS = frozenset("aeiouyAWYELhH")
ROUNDS = 5
RARE = 6.0  # minus the logarithm of a share from which a change costs all
LEAST_GAP = 0.02  # a sound more is never for nothing
LOSS = 0.7
SMOOTHED, UNSEEN, SEEN_SAME = 1.8, 0.06, 1.2  # counts added to what was seen
Grid = list[list[float]]


@dataclass(frozen=True, slots=True)
class Learned:
    """What a change costs: 0 to 1."""

    counts: Mapping[Change, float]
    before: Mapping[str, float]
    after: Mapping[str, float]

    def cost(self, change: Change) -> float:
        """The cost of this sound for that, or of one too many."""
        old, new = change
        if not self.counts:
            return _first_cost(change)
        if old and new:
            seen = self.counts.get(change, 0) + (SEEN_SAME if old == new else UNSEEN)
            share = max(
                seen / (self.before.get(old, 0) + SMOOTHED),
                seen / (self.after.get(new, 0) + SMOOTHED),
            )
            return _clipped(share, 0.0)
        whole = self.before.get(old, 0) if old else self.after.get(new, 0)
        seen = self.counts.get(change, 0) + UNSEEN * 2.5
        return _clipped(seen / (whole + SMOOTHED), LEAST_GAP)


def learn_costs(pairs: Sequence[WordPair]) -> Learned:
    """Align the words, count what stands for what, and again with the new costs."""
    learned = Learned({}, {}, {})
    for _ in range(ROUNDS):
        counts: Counter[Change] = Counter()
        for first, second in pairs:
            counts.update(align(first, second, learned))
        before: Counter[str] = Counter()
        after: Counter[str] = Counter()
        for (old, new), number in counts.items():
            before[old] += number
            after[new] += number
        learned = Learned(dict(counts), before, after)
    return learned


def cost_rows(kind: str, learned: Learned) -> Iterable[str]:
    """Lines of the table: all that costs less than what was never seen."""
    for old, new in sorted(learned.counts):
        cost = learned.cost((old, new))
        if cost < 1 and old != new:
            yield f"{kind}\t{old or '-'}\t{new or '-'}\t{cost:.2f}"
    for same in sorted({old for old, _ in learned.counts} - {""}):
        yield f"{kind}\t{same}\t{same}\t{learned.cost((same, same)):.2f}"


def align(first: str, second: str, learned: Learned) -> list[Change]:
    """The cheapest way from one word to the other, as changes."""
    grid = _grid(first, second, learned)
    at, other = len(first), len(second)
    changes: list[Change] = []
    while at or other:
        steps = [
            (grid[at - down][other - right] + learned.cost(change), down, right, change)
            for down, right in ((1, 1), (1, 0), (0, 1))
            if at >= down and other >= right
            for change in [
                (first[at - 1] if down else "", second[other - 1] if right else "")
            ]
        ]
        _, down, right, change = min(steps)
        changes.append(change)
        at, other = at - down, other - right
    return changes


def _grid(first: str, second: str, learned: Learned) -> Grid:
    """The cheapest cost up to each pair of places."""
    grid: Grid = [[0.0] * (len(second) + 1) for _ in range(len(first) + 1)]
    for at in range(len(first) + 1):
        for other in range(len(second) + 1):
            ways = []
            if at and other:
                change = (first[at - 1], second[other - 1])
                ways.append(grid[at - 1][other - 1] + learned.cost(change))
            if at:
                ways.append(grid[at - 1][other] + learned.cost((first[at - 1], "")))
            if other:
                ways.append(grid[at][other - 1] + learned.cost(("", second[other - 1])))
            grid[at][other] = min(ways, default=0.0)
    return grid


def _first_cost(change: Change) -> float:
    old, new = change
    if old == new:
        return 0.0
    is_vowels = set(change) - {""} <= VOWELS
    if old and new:
        return 0.35 if is_vowels else 1.0
    return 0.35 if is_vowels else LOSS


def _clipped(share: float, least: float) -> float:
    return min(1.0, max(least, -math.log(share) / RARE))
