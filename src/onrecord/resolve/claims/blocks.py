"""Which sayings are worth comparing: those that share names, words or a speaker."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from onrecord.resolve.words import RARE, background_share

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from numpy.typing import NDArray

    from onrecord.resolve.claims.saying import Saying

    Pair = tuple[int, int]

CROWD = 40  # a block of more sayings pairs each with its nearest ones only
NEAREST = 12
FARTHEST = 0.12  # cosine below which statements have nothing in common
CHUNK = 20_000  # pairs whose cosines are worked out at once
WINDOW = 1500  # sayings of one block set against each other at once
RARE_WORDS = 3
SUBJECT_WORDS = 12


def find_pairs(sayings: Sequence[Saying], vectors: NDArray[np.float32]) -> list[Pair]:
    """Places of the sayings to compare, smaller place first, sorted."""
    blocks: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for at, saying in enumerate(sayings):
        for key in sorted(set(_keys(saying))):
            blocks[key].append(at)
    pairs: set[Pair] = set()
    for places in blocks.values():
        pairs.update(_pairs(places, vectors))
    return _drop_far(sorted(pairs), vectors)


def _drop_far(pairs: Sequence[Pair], vectors: NDArray[np.float32]) -> list[Pair]:
    """The pairs whose vectors are near enough to speak of one thing at all."""
    kept: list[Pair] = []
    for start in range(0, len(pairs), CHUNK):
        chunk = pairs[start : start + CHUNK]
        left, right = np.array(chunk).T
        cosines = np.einsum("ij,ij->i", vectors[left], vectors[right])
        kept += [
            pair for pair, near in zip(chunk, cosines >= FARTHEST, strict=True) if near
        ]
    return kept


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


def _pairs(places: Sequence[int], vectors: NDArray[np.float32]) -> Iterator[Pair]:
    if len(places) <= CROWD:
        yield from combinations(places, 2)
        return
    for start in range(0, len(places), WINDOW // 2):
        window = places[start : start + WINDOW]
        yield from _nearest(window, vectors)
        if start + WINDOW >= len(places):
            return


def _nearest(places: Sequence[int], vectors: NDArray[np.float32]) -> Iterator[Pair]:
    """Each place with those whose vectors lie nearest; ties to the smaller place."""
    rows = vectors[list(places)]
    cosines = np.round(rows @ rows.T, 4)
    np.fill_diagonal(cosines, -1.0)
    best = np.argsort(-cosines, axis=1, kind="stable")[:, :NEAREST]
    for at, others in enumerate(best.tolist()):
        for other in others:
            yield min(places[at], places[other]), max(places[at], places[other])
