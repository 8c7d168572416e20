"""Average linkage under bars: who is joined when likeness of pairs is known."""

from __future__ import annotations

import heapq
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from onrecord.resolve.entities.groups import Groups

Pair = tuple[str, str]
Sum = tuple[int, int]  # of the scores, and how many there are
EXACT = 10_000  # scores are summed as whole numbers: no order of adding changes them


class Clusters:
    """Persons by the ids of their atoms, joined pair by pair, the likest first.

    `score` is asked for pairs of atoms and may be asked for any; 0 is a bar, and what
    is below it tells nothing.
    """

    def __init__(
        self, ids: Iterable[str], score: Callable[[str, str], float], groups: Groups
    ) -> None:
        """Everyone alone; `groups` says who may be joined, and learns who is."""
        self.members: dict[str, tuple[str, ...]] = {id_: (id_,) for id_ in ids}
        self._score = score
        self._groups = groups
        self._near: dict[str, set[str]] = {id_: set() for id_ in self.members}
        self._sums: dict[Pair, Sum | None] = {}

    def join(self, pairs: Iterable[Pair], cut: float) -> list[Pair]:
        """Join clusters while their average likeness reaches the cut.

        `pairs` are those to begin with. Returns for each joining its likest pair.
        """
        heap: list[tuple[float, str, str, int]] = []
        for left, right in pairs:
            self._near[left].add(right)
            self._near[right].add(left)
            self._push(heap, left, right, cut)
        joined: list[Pair] = []
        while heap:
            _, left, right, size = heapq.heappop(heap)
            if self._size(left, right) != size:
                continue
            best = self.best(left, right)
            if self._groups.join(*best):
                joined.append(best)
                self._merge(left, right)
                for other in sorted(self._near[left]):
                    self._push(heap, left, other, cut)
        return joined

    def average(self, left: str, right: str) -> float:
        """The mean likeness across two clusters; 0 where a bar is between them."""
        total, size = self._sum(left, right) or (0, 0)
        return total / EXACT / size if size else 0.0

    def best(self, left: str, right: str) -> Pair:
        """The likest pair of atoms of two clusters."""
        pairs = (
            (one, two) for one in self.members[left] for two in self.members[right]
        )
        return min(pairs, key=lambda pair: (-self._score(*pair), sorted(pair)))

    def near(self) -> list[Pair]:
        """Pairs of clusters that share a pair to begin with, in order."""
        return sorted(
            (left, right)
            for left, others in self._near.items()
            if left in self.members
            for right in others
            if left < right
        )

    def _push(
        self,
        heap: list[tuple[float, str, str, int]],
        one: str,
        other: str,
        cut: float,
    ) -> None:
        left, right = sorted((one, other))
        average = self.average(left, right)
        if average >= cut:
            heapq.heappush(heap, (-average, left, right, self._size(left, right)))

    def _size(self, left: str, right: str) -> int:
        if left not in self.members or right not in self.members:
            return 0
        return len(self.members[left]) + len(self.members[right])

    def _sum(self, one: str, other: str) -> Sum | None:
        pair = (one, other) if one < other else (other, one)
        if pair not in self._sums:
            self._sums[pair] = self._summed(*pair)
        return self._sums[pair]

    def _summed(self, left: str, right: str) -> Sum | None:
        total = size = 0
        for one in self.members[left]:
            for two in self.members[right]:
                score = self._score(one, two)
                if score == 0:
                    return None
                if score > 0:
                    total += round(score * EXACT)
                    size += 1
        return total, size

    def _merge(self, left: str, right: str) -> None:
        """Put the right cluster into the left one, whose id is the smaller."""
        near = (self._near[left] | self._near.pop(right)) - {left, right}
        sums = {}
        for other in near:
            one, two = self._sum(left, other), self._sum(right, other)
            pair = (left, other) if left < other else (other, left)
            sums[pair] = one and two and (one[0] + two[0], one[1] + two[1])
            self._near[other].discard(right)
            self._near[other].add(left)
        self._near[left] = near
        self.members[left] += self.members.pop(right)
        self._sums.update(sums)
