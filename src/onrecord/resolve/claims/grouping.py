"""Average-link groups that never hold two sayings which exclude each other."""

from __future__ import annotations

import heapq
from collections import defaultdict
from itertools import product
from typing import TYPE_CHECKING

from onrecord.resolve.claims.scoring import NEVER

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    Members = tuple[int, ...]
    ScoreOf = Callable[[int, int], float]

MOST_COMPARED = 20  # members of a group that speak for it


def group_pairs(
    count: int, pairs: Iterable[tuple[int, int]], score_of: ScoreOf, enough: float
) -> list[Members]:
    """Groups of two or more places, the best pairs joined first, sorted.

    Two groups join while the average of their pairs is at least `enough` and none of
    them is `NEVER`. Ties fall to the smaller places.
    """
    groups: dict[int, Members] = {at: (at,) for at in range(count)}
    near: defaultdict[int, set[int]] = defaultdict(set)
    heap = []
    for left, right in pairs:
        score = score_of(left, right)
        if score >= enough:
            heap.append((-score, left, right))
            near[left].add(right)
            near[right].add(left)
    heapq.heapify(heap)
    fresh = count
    while heap:
        _, left, right = heapq.heappop(heap)
        if left not in groups or right not in groups:
            continue
        groups[fresh] = tuple(sorted(groups.pop(left) + groups.pop(right)))
        near[fresh] = (near.pop(left) | near.pop(right)) & groups.keys()
        for other in sorted(near[fresh]):
            near[other].add(fresh)
            score = _average(groups[other], groups[fresh], score_of)
            if score >= enough:
                heapq.heappush(heap, (-score, other, fresh))
        fresh += 1
    return sorted(members for members in groups.values() if len(members) > 1)


def _average(left: Members, right: Members, score_of: ScoreOf) -> float:
    scores = [
        score_of(min(pair), max(pair))
        for pair in product(left[:MOST_COMPARED], right[:MOST_COMPARED])
    ]
    return NEVER if NEVER in scores else sum(scores) / len(scores)
