"""Which sayings are worth comparing: those that share names, words or a speaker.

The work for one saying is bounded, however many others there are: it has some dozen
keys, each of which brings it a few others.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from onrecord.resolve.words import RARE, background_share

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    from onrecord.resolve.claims.saying import Saying

    Vectors = NDArray[np.float32]
    Places = NDArray[np.int64]
    Marks = NDArray[np.bool_]
    Pair = tuple[int, int]

CROWD = 40  # a block of more sayings pairs each with its nearest ones only
NEAREST = 12
FARTHEST = 0.12  # cosine below which statements have nothing in common
CHUNK = 20_000  # pairs whose cosines are worked out at once
HELD = 2_000_000  # pairs gathered before equal ones are dropped
# Sayings of a crowd set against each other at once, those of like vectors together: 400
# find .69 of the nearest among 12,000; 1,500 in the order of their ids find .18.
WINDOW = 400
DIRECTIONS = 16
LOOKED_AT = 2000  # vectors by which the directions are found
RARE_WORDS = 3
SUBJECT_WORDS = 12


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of sayings by their places, the smaller first, sorted, none twice.

    `cosines` say how near the vectors of each pair are, to four digits.
    """

    left: Places
    right: Places
    cosines: Vectors

    def __iter__(self) -> Iterator[Pair]:
        """Each pair in turn."""
        for start in range(0, len(self.left), CHUNK):
            chunk = slice(start, start + CHUNK)
            yield from zip(
                self.left[chunk].tolist(), self.right[chunk].tolist(), strict=True
            )

    def only(self, kept: Marks) -> Pairs:
        """Those that are marked."""
        return Pairs(self.left[kept], self.right[kept], self.cosines[kept])

    def nearest(self, most: int) -> Pairs:
        """Those that are among so many nearest ones of either of their sayings."""
        ends = np.concatenate([self.left, self.right])
        others = np.concatenate([self.right, self.left])
        order = np.lexsort((others, -np.tile(self.cosines, 2), ends))
        starts = np.searchsorted(ends[order], ends[order])
        ranks = np.empty_like(order)
        ranks[order] = np.arange(len(order)) - starts
        at_left, at_right = np.split(ranks < most, 2)
        return self.only(at_left | at_right)


def find_pairs(sayings: Sequence[Saying], vectors: Vectors) -> Pairs:
    """The sayings to compare: those that meet under a key and are not far apart."""
    count = len(sayings)
    found = np.array([], dtype=np.int64)
    fresh: list[Places] = []
    held = 0
    for places in _meet(_blocks(sayings), vectors):
        fresh.append(places)
        held += len(places)
        if held > HELD:
            found, fresh, held = np.unique(np.concatenate([found, *fresh])), [], 0
    found = np.unique(np.concatenate([found, *fresh]))
    return _near(found // max(1, count), found % max(1, count), vectors)


def _near(left: Places, right: Places, vectors: Vectors) -> Pairs:
    """The pairs whose vectors are near enough to speak of one thing at all."""
    cosines = np.empty(len(left), dtype=np.float32)
    for start in range(0, len(left), CHUNK):
        chunk = slice(start, start + CHUNK)
        cosines[chunk] = np.einsum(
            "ij,ij->i", vectors[left[chunk]], vectors[right[chunk]]
        )
    pairs = Pairs(left, right, np.round(cosines, 4))
    near: Marks = pairs.cosines >= FARTHEST
    return pairs.only(near)


def _blocks(sayings: Sequence[Saying]) -> Iterator[Places]:
    """The places of the sayings that share a key, where two or more do."""
    blocks: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for at, saying in enumerate(sayings):
        for key in sorted(set(_keys(saying))):
            blocks[key].append(at)
    for places in blocks.values():
        if len(places) > 1:
            yield np.array(places)


def _keys(saying: Saying) -> Iterator[tuple[str, str]]:
    """Whom or what it is about, with what it says of it; its rarest words."""
    about = saying.topic.names | saying.topic.places | saying.speakers
    families = [name for name, _ in saying.meaning.poles]
    rarest = sorted(saying.meaning.words, key=_rarity)[:RARE_WORDS]
    for entity in sorted(about):
        yield entity, ""
        for what in (*families, *rarest):
            yield entity, what
    for word in rarest:
        yield "", word
    for family in families:
        for word in sorted(saying.meaning.subject, key=_rarity)[:SUBJECT_WORDS]:
            yield family, word


def _rarity(word: str) -> tuple[float, str]:
    share = background_share(word)
    return (0.0 if share == RARE else share, word)


def _meet(blocks: Iterable[Places], vectors: Vectors) -> Iterator[Places]:
    """For each block its pairs, a pair as one number: left times all plus right."""
    count = len(vectors)
    corners: dict[int, tuple[Places, Places]] = {}
    alike = _in_order_of_meaning(vectors) if count > CROWD else None
    for places in blocks:
        size = len(places)
        if alike is None or size <= CROWD:
            if size not in corners:
                corners[size] = np.triu_indices(size, 1)
            left, right = corners[size]
            yield places[left] * count + places[right]
        else:
            ordered = places[np.argsort(alike[places])]
            for start in range(0, max(1, size - WINDOW // 2), WINDOW // 2):
                yield _nearest(ordered[start : start + WINDOW], vectors)


def _nearest(places: Places, vectors: Vectors) -> Places:
    """Each place with those whose vectors lie nearest; ties to the smaller place."""
    places = np.sort(places)
    rows = vectors[places]
    cosines = np.round(rows @ rows.T, 4)
    np.fill_diagonal(cosines, -1.0)
    best = np.argsort(-cosines, axis=1, kind="stable")[:, :NEAREST]
    one, other = np.repeat(places, best.shape[1]), places[best.ravel()]
    return np.minimum(one, other) * len(vectors) + np.maximum(one, other)


def _in_order_of_meaning(vectors: Vectors) -> Places:
    """For each vector its place in an order that brings like ones together.

    By the sides on which it lies in the directions that tell vectors apart best.
    """
    middle = vectors.mean(axis=0)
    sample = vectors[:LOOKED_AT] - middle
    directions = np.linalg.eigh(sample.T @ sample)[1][:, ::-1][:, :DIRECTIONS]
    sides = (vectors - middle) @ directions > 0
    ranks = np.empty(len(vectors), dtype=np.int64)
    ranks[np.lexsort(sides.T[::-1])] = np.arange(len(vectors))
    return ranks
