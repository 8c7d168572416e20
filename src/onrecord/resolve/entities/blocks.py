"""Which persons are compared at all: those whose names share a key."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from onrecord.gazetteer import bones

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Pair = tuple[str, str]
LARGEST_BLOCK = 400  # names; a block beyond it tells nothing


def blocks_of(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The keys under which a name, as `name_words`, meets those it may be.

    Two names meet when one word sounds alike and another opens alike, in any order;
    a surname alone meets all who bear it.
    """
    sounds = sorted({bones(word) for word in words if len(word) > 1})
    if len(words) <= 1:
        yield from (("surname", sound) for sound in sounds)
        return
    last = bones(words[-1])
    if last:
        yield ("full", last)
    for sound in sounds:
        for word in words:
            other = bones(word)
            if other and other != sound:
                yield ("pair", sound, other[0])
    yield ("joined", bones("".join(words)))


def candidates(names: Mapping[str, tuple[str, ...]]) -> list[Pair]:
    """Pairs of these ids whose names share a block, in order.

    Ids with equal words are told apart by evidence, so they meet in any block.
    """
    blocks: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
    for id_ in sorted(names):
        for block in dict.fromkeys(blocks_of(names[id_])):
            blocks[block].append(id_)
    pairs: set[Pair] = set()
    for block, members in blocks.items():
        others = blocks.get(("full", block[1]), []) if block[0] == "surname" else []
        if block[0] == "full" or len(members) + len(others) > LARGEST_BLOCK:
            continue
        for at, left in enumerate(members):
            for right in (*members[at + 1 :], *others):
                pairs.add((min(left, right), max(left, right)))
    return sorted(pairs)
