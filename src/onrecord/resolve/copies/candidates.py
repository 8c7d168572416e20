"""Which texts may be copies: those whose samples of word triples overlap.

A sample keeps the triples whose hash is divisible by a number (MinHash by a fixed
share of the hashes), so the samples of a text and of a part of it overlap as the whole
texts do: a cut copy is found however much longer the other is.
"""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    Sample = NDArray[np.uint32]
    Pair = tuple[int, int]

# One triple in so many is kept: a tenth of a copy is found by it. Beyond a hundred
# thousand texts it is one in twice as many, for 40 MB where a set each takes 4 GB.
SAMPLED = 4
SAMPLED_OF_MANY = 8
MANY = 100_000
CROWD = 50  # a triple in more texts than this is compared with its leaders alone
LEADERS = 4
CANDIDATE_SHARE = 0.3  # of the sampled triples of the smaller text


def sample_of(shingles: Iterable[int], texts: int) -> Sample:
    """The triples of one text that are kept when there are so many texts."""
    kept = SAMPLED if texts <= MANY else SAMPLED_OF_MANY
    return np.array([each for each in shingles if each % kept == 0], dtype=np.uint32)


def near_pairs(samples: Sequence[Sample]) -> list[Pair]:
    """Places of the texts worth comparing, each pair once, by its second place.

    `samples` must come largest text first. What many texts share is compared with the
    first few of them only, so that ten thousand copies stay cheap.
    """
    shared: Counter[Pair] = Counter()
    for places in _carriers(samples):
        shared.update(_pairs(places))
    return sorted(
        (
            (left, right)
            for (left, right), count in shared.items()
            if count >= CANDIDATE_SHARE * min(len(samples[left]), len(samples[right]))
        ),
        key=lambda pair: pair[::-1],
    )


def _carriers(samples: Sequence[Sample]) -> Iterator[list[int]]:
    """For each sampled triple the texts that have it, where two or more do."""
    sizes = [len(sample) for sample in samples]
    if not sum(sizes):
        return
    triples = np.concatenate(samples)
    places = np.repeat(np.arange(len(samples), dtype=np.int32), sizes)
    order = np.argsort(triples, kind="stable")  # so places stay in order
    triples, places = triples[order], places[order]
    starts = np.flatnonzero(np.diff(triples, prepend=triples[0] ^ 1))
    ends = np.append(starts[1:], len(triples))
    several = ends - starts > 1
    for start, end in zip(starts[several], ends[several], strict=True):
        yield places[start:end].tolist()


def _pairs(places: list[int]) -> Iterable[Pair]:
    if len(places) <= CROWD:
        return combinations(places, 2)
    leaders = places[:LEADERS]
    return ((leader, place) for leader in leaders for place in places if place > leader)
