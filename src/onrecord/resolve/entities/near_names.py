"""Which names are worth comparing: those that share telling pieces, in any script."""

from __future__ import annotations

import math
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from onrecord.gazetteer import consonants

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from onrecord.gazetteer import Parts

Pair = tuple[str, str]
Key = tuple[str, str]
Ranked = dict[str, list[tuple[float, str]]]
# How much sharing a key says, before how rare it is. Swept with `bench names`.
SAYS = {"all": 1.0, "word": 1.0, "two": 0.5, "piece": 0.5, "letters": 1.5}
RARE = 1.5  # power of a key's rarity
LARGEST_BLOCK = 400  # names; a key that more of them have tells nothing
# Swept on the spellings of a sanctions list: 25, 12 and .2 find .81 of the true pairs
# with 24 candidates a name; 30 find .82 with 27, 40 nearest without friends .79.
NEAREST = 25  # names, and more where a name is among the nearest of another
FRIENDS = 12  # of them whose own nearest are candidates, too
FRIENDLY = 0.2  # nearness from which one is a friend


def keys_of(name: Parts) -> Iterator[Key]:
    """The keys under which a name meets others: words, pairs of words, pieces."""
    bones = [consonants(word) for word in name.words]
    yield "all", "".join(bones)
    for word, bone in zip(name.words, bones, strict=True):
        yield "word", bone if len(bone) > 1 else word
        edged = f"^{word}$"
        yield from (("piece", edged[at : at + 3]) for at in range(len(edged) - 2))
    for one, other in pairwise(bones):
        yield "two", one + other
    if len(name.words) == 1:
        yield "letters", name.words[0]
    elif len(name.words) > 2:  # noqa: PLR2004 - two initials are everybody's
        yield "letters", "".join(word[0] for word in name.words)


def near_pairs(names: Mapping[str, Parts]) -> list[Pair]:
    """Pairs of ids of names that may be one's, in order.

    Each name with those nearest to it by shared keys, rare ones first, and with what is
    nearest to its friends: the many spellings of one name need not all be alike.
    """
    ranked = _ranked(names)
    pairs = {_pair(id_, other) for id_ in ranked for _, other in ranked[id_]}
    friends = {
        id_: [other for near, other in nearest[:FRIENDS] if near > FRIENDLY]
        for id_, nearest in ranked.items()
    }
    for id_, known in friends.items():
        for friend in known:
            pairs.update(
                _pair(id_, other) for other in friends.get(friend, ()) if other != id_
            )
    return sorted(pairs)


def _ranked(names: Mapping[str, Parts]) -> Ranked:
    """For each name the nearest others, nearest first."""
    keys = {id_: sorted(set(keys_of(name))) for id_, name in names.items()}
    blocks: defaultdict[Key, list[str]] = defaultdict(list)
    for id_ in sorted(names):
        for key in keys[id_]:
            blocks[key].append(id_)
    weights = {
        # One more than there are, so that what two names alone share says something.
        key: SAYS[key[0]] * math.log((len(names) + 1) / len(block)) ** RARE
        for key, block in blocks.items()
    }
    size = {id_: math.sqrt(sum(map(weights.__getitem__, keys[id_]))) for id_ in names}
    return {
        id_: _nearest(id_, [(weights[key], blocks[key]) for key in keys[id_]], size)
        for id_ in sorted(names)
    }


def _nearest(
    id_: str, blocks: Sequence[tuple[float, list[str]]], size: Mapping[str, float]
) -> list[tuple[float, str]]:
    shared: defaultdict[str, float] = defaultdict(float)
    for weight, block in blocks:
        if weight and len(block) <= LARGEST_BLOCK:
            for other in block:
                shared[other] += weight
    shared.pop(id_, None)
    scored = [
        (-near / (size[id_] * size[other]), other) for other, near in shared.items()
    ]
    return [(-near, other) for near, other in sorted(scored)[:NEAREST]]


def _pair(one: str, other: str) -> Pair:
    return min(one, other), max(one, other)
