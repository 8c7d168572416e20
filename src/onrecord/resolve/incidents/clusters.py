"""Groups of reports from how alike their pairs are: the surest joined first."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Callable
from itertools import count
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from onrecord.resolve.incidents.candidates import Pair

APART = -1.0  # a clear "no"
# Of a large group so many speak for it: an event that a thousand reports tell must not
# cost a million comparisons.
SPEAKERS = 8

Like = Callable[[str, str], float]


def group_alike(
    scores: Mapping[Pair, float],
    like: Like,
    articles: Mapping[str, str],
    threshold: float,
) -> list[list[str]]:
    """Join the two groups most alike until none are alike enough; larger ones alone.

    How alike two groups are is the mean of their pairs; one pair that is apart keeps
    them apart, and so does an article that has a report in each. `like` gives the score
    of pairs that are not in `scores`.
    """
    return _Merging(scores, like, articles, threshold).run()


def with_slight(
    groups: Sequence[Sequence[str]],
    slight: Sequence[str],
    scores: Mapping[Pair, float],
    like: Like,
    threshold: float,
) -> list[list[str]]:
    """The groups with each report that says little, such as a teaser's, in its own.

    It says too little to be like everybody: it joins the group of the report that it
    is most like, unless it is apart from one of that group's speakers.
    """
    home: dict[str, list[str]] = {}
    for group in map(list, groups):
        home.update(dict.fromkeys(group, group))
    best = _most_alike(frozenset(slight), scores, threshold)
    for name, (_, near) in sorted(best.items()):
        group = home.setdefault(near, [near])
        if min(like(name, other) for other in group[:SPEAKERS]) > APART:
            group.append(name)
    joined = {id(group): group for group in home.values()}
    return sorted(sorted(group) for group in joined.values() if len(group) > 1)


def _most_alike(
    slight: frozenset[str], scores: Mapping[Pair, float], threshold: float
) -> dict[str, tuple[float, str]]:
    """For each slight report the full one it is most like, with the score."""
    best: dict[str, tuple[float, str]] = {}
    for pair, score in sorted(scores.items()):
        for name, other in (pair, pair[::-1]):
            is_pair = name in slight and other not in slight and score >= threshold
            if is_pair and (name not in best or score > best[name][0]):
                best[name] = (score, other)
    return best


class _Merging:
    """Groups by number, and who is near whom."""

    def __init__(
        self,
        scores: Mapping[Pair, float],
        like: Like,
        articles: Mapping[str, str],
        threshold: float,
    ) -> None:
        self._like = like
        self._threshold = threshold
        members = sorted({name for pair in scores for name in pair})
        number = {name: at for at, name in enumerate(members)}
        self._groups: dict[int, list[str]] = {at: [m] for at, m in enumerate(members)}
        self._articles = {at: {articles[m]} for at, m in enumerate(members)}
        self._numbers = count(len(members))
        self._near: dict[int, set[int]] = defaultdict(set)
        self._heap: list[tuple[float, list[str], list[str], int, int]] = []
        for (one, other), score in sorted(scores.items()):
            if score >= threshold:
                self._meet(number[one], number[other])

    def run(self) -> list[list[str]]:
        while self._heap:
            _, _, _, one, other = heapq.heappop(self._heap)
            if one in self._groups and other in self._groups:
                self._join(one, other)
        return sorted(group for group in self._groups.values() if len(group) > 1)

    def _meet(self, one: int, other: int) -> None:
        """Put two groups down to be joined, where they are alike enough."""
        self._near[one].add(other)
        self._near[other].add(one)
        left, right = sorted((self._groups[one], self._groups[other]))
        tie = self._tie(left, right)
        if tie >= self._threshold and not self._articles[one] & self._articles[other]:
            heapq.heappush(self._heap, (-tie, left, right, one, other))

    def _tie(self, left: Sequence[str], right: Sequence[str]) -> float:
        """How alike two groups are, by those who speak for them."""
        scores = [
            self._like(one, other)
            for one in left[:SPEAKERS]
            for other in right[:SPEAKERS]
        ]
        if min(scores) <= APART:
            return APART
        # Swept from the mean alone to the best pair alone: the more the best pair
        # counts, the more a chain of follow-ups takes in its neighbours.
        return sum(scores) / len(scores)

    def _join(self, one: int, other: int) -> None:
        joined = next(self._numbers)
        self._groups[joined] = sorted(
            [*self._groups.pop(one), *self._groups.pop(other)]
        )
        self._articles[joined] = self._articles.pop(one) | self._articles.pop(other)
        for neighbour in self._around(one, other):
            self._meet(joined, neighbour)

    def _around(self, one: int, other: int) -> Iterable[int]:
        near = (self._near.pop(one) | self._near.pop(other)) - {one, other}
        return sorted(number for number in near if number in self._groups)
