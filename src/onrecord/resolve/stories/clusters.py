"""Average-link clustering of weighted terms, with nearness in time."""

from __future__ import annotations

import heapq
import math
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from onrecord.resolve.stories.terms import Terms, dot

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    Day = date | None
    Pair = tuple[int, int]

DAYS_APART = 10.0  # the width of the Gaussian: 14 days apart count .38, a month .01
ONE_UNDATED = 0.7  # where one of two has no date; two without count as of one day
INDEXED = 30  # heaviest terms by which an article is found
CROWD = 100  # a term in more articles than this joins neighbours in time only
NEIGHBOURS = 40  # most candidates that an article brings


@dataclass(frozen=True, slots=True)
class _Cluster:
    """Articles with the sum of their terms: its products give every average."""

    members: tuple[int, ...]
    terms: Terms
    days: Counter[Day]

    def joined(self, other: _Cluster) -> _Cluster:
        terms = dict(self.terms)
        for key, weight in other.terms.items():
            terms[key] = terms.get(key, 0.0) + weight
        return _Cluster(self.members + other.members, terms, self.days + other.days)

    def nearness(self, other: _Cluster) -> float:
        """The average cosine of the members, weakened by the time between them."""
        pairs = len(self.members) * len(other.members)
        return dot(self.terms, other.terms) / pairs * self._nearness_in_time(other)

    def _nearness_in_time(self, other: _Cluster) -> float:
        total = sum(
            mine * theirs * near_in_time(day, there)
            for day, mine in self.days.items()
            for there, theirs in other.days.items()
        )
        return total / (self.days.total() * other.days.total())


def near_in_time(day: Day, other: Day) -> float:
    """1 for the same day, falling as a Gaussian; fixed where a day is unknown."""
    if day is None or other is None:
        return 1.0 if day is other else ONE_UNDATED
    apart = (day - other).days / DAYS_APART
    return math.exp(-apart * apart / 2)


def cluster_terms(
    terms: Sequence[Terms], days: Sequence[Day], enough: float
) -> list[tuple[int, ...]]:
    """Places joined while the two nearest clusters are at least `enough` alike.

    What stands alone is a cluster of one. Ties fall to the smaller places.
    """
    clusters = {
        at: _Cluster((at,), weights, Counter([day]))
        for at, (weights, day) in enumerate(zip(terms, days, strict=True))
    }
    neighbours: defaultdict[int, set[int]] = defaultdict(set)
    heap = []
    for left, right in _candidates(terms, days):
        near = clusters[left].nearness(clusters[right])
        if near >= enough / 2:  # farther ones still meet through their neighbours
            neighbours[left].add(right)
            neighbours[right].add(left)
            heap.append((-near, left, right))
    heapq.heapify(heap)
    _merge(clusters, neighbours, heap, enough)
    return [cluster.members for _, cluster in sorted(clusters.items())]


def _merge(
    clusters: dict[int, _Cluster],
    neighbours: defaultdict[int, set[int]],
    heap: list[tuple[float, int, int]],
    enough: float,
) -> None:
    """Joins the nearest two as long as they are near enough."""
    fresh = len(clusters)
    while heap and -heap[0][0] >= enough:
        _, left, right = heapq.heappop(heap)
        if left not in clusters or right not in clusters:
            continue
        merged = clusters.pop(left).joined(clusters.pop(right))
        around = (neighbours.pop(left) | neighbours.pop(right)) & clusters.keys()
        clusters[fresh] = merged
        neighbours[fresh] = around
        for other in sorted(around):
            neighbours[other].add(fresh)
            near = clusters[other].nearness(merged)
            heapq.heappush(heap, (-near, other, fresh))
        fresh += 1


def _candidates(terms: Sequence[Terms], days: Sequence[Day]) -> list[Pair]:
    """Pairs that share heavy terms, each article with its best ones, sorted."""
    shared: defaultdict[int, Counter[int]] = defaultdict(Counter)
    for key, places in _postings(terms).items():
        for left, right in _pairs(places, days):
            weight = terms[left][key] * terms[right][key]
            shared[left][right] += weight  # type: ignore[assignment] # floats count too
            shared[right][left] += weight  # type: ignore[assignment] # as above
    kept = set()
    for left, others in shared.items():
        best = sorted(others.items(), key=lambda entry: (-entry[1], entry[0]))
        for right, _ in best[:NEIGHBOURS]:
            kept.add((min(left, right), max(left, right)))
    return sorted(kept)


def _postings(terms: Sequence[Terms]) -> Mapping[str, list[int]]:
    """For each heavy term the places of the articles that have it."""
    index: defaultdict[str, list[int]] = defaultdict(list)
    for at, weights in enumerate(terms):
        for key in list(weights)[:INDEXED]:  # terms come heaviest first
            index[key].append(at)
    return index


def _pairs(places: list[int], days: Sequence[Day]) -> Iterator[Pair]:
    if len(places) <= CROWD:
        yield from combinations(places, 2)
        return
    in_time = sorted(places, key=lambda at: (str(days[at] or ""), at))
    for start, left in enumerate(in_time):
        for right in in_time[start + 1 : start + 1 + NEIGHBOURS // 2]:
            yield left, right
