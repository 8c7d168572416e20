"""Which articles are worth comparing: those that share what weighs most in them."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from onrecord.resolve.stories.terms import Terms

    Pair = tuple[int, int]

INDEXED = 30  # heaviest terms by which an article is found
CROWD = 100  # a term in more articles than this joins neighbours in time only
NEIGHBOURS = 40  # most candidates that an article brings
LEAST = 0.02  # likeness by heavy terms alone; two of one story have five times that


def near_articles(terms: Sequence[Terms], days: Sequence[date | None]) -> list[Pair]:
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
        for right, weight in best[:NEIGHBOURS]:
            if weight >= LEAST:
                kept.add((min(left, right), max(left, right)))
    return sorted(kept)


def _postings(terms: Sequence[Terms]) -> Mapping[str, list[int]]:
    """For each heavy term the places of the articles that have it."""
    index: defaultdict[str, list[int]] = defaultdict(list)
    for at, weights in enumerate(terms):
        for key in list(weights)[:INDEXED]:  # terms come heaviest first
            index[key].append(at)
    return index


def _pairs(places: list[int], days: Sequence[date | None]) -> Iterator[Pair]:
    if len(places) <= CROWD:
        yield from combinations(places, 2)
        return
    in_time = sorted(places, key=lambda at: (str(days[at] or ""), at))
    for start, left in enumerate(in_time):
        for right in in_time[start + 1 : start + 1 + NEIGHBOURS // 2]:
            yield left, right
