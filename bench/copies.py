"""Copies: pages with the text of another, cut, edited or dressed; quoting is none.

A pair is right when both pages have one original. The peer joins what shares enough
word triples, whatever stands around them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

import msgspec

from bench.datasets import find_dataset, read_dataset
from bench.harness import Figures, Inputs, Miss, missing
from bench.story_texts import plain_article
from onrecord.model import groups_of
from onrecord.resolve import link_copies
from onrecord.resolve.copies.shingles import containment, fold, shingles_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    Pair = tuple[str, str]

KEYS = ("pair_f1", "hard_negative_precision")
HARD = "quote of another"  # what the kind of a page that quotes another ends in
PEER_CUT = 0.5  # of the smaller text's triples


class Page(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One page; pages with the same `dup` have one original."""

    id: str
    dup: str
    kind: str
    text: str


def measure(inputs: Inputs) -> Figures:
    """F1 over pairs, precision on pages that quote others, a line for each kind."""
    path = find_dataset(inputs.data, "neardup")
    if path is None:
        return missing(inputs.data / "neardup", *KEYS)
    pages = list(read_dataset(path, Page))
    gold = _pairs({page.id: page.dup for page in pages})
    found = _pairs(_joined(pages))
    hard = {page.id for page in pages if page.kind.endswith(HARD)}
    held = [pair for pair in found if not hard.isdisjoint(pair)]
    wrong = sum(pair not in gold for pair in held)
    misses = [
        *(_miss(pair, "copies", "apart") for pair in sorted(gold - found)),
        *(_miss(pair, "apart", "copies") for pair in sorted(found - gold)),
    ]
    return Figures(
        {
            KEYS[0]: _f1(gold, found),
            KEYS[1]: 1 - wrong / len(held) if held else 1.0,
        },
        tuple(misses),
        (*_kinds(pages, found, gold), _peer(pages, gold)),
    )


def _joined(pages: Sequence[Page]) -> Mapping[str, str]:
    """For each page its group, as a record has it."""
    links = link_copies([plain_article(page.id, page.text) for page in pages])
    same = [replace(link, relation="same") for link in links]
    return groups_of([page.id for page in pages], same)


def _pairs(groups: Mapping[str, str]) -> set[Pair]:
    """Every two pages of one group, in order."""
    members: defaultdict[str, list[str]] = defaultdict(list)
    for name in sorted(groups):
        members[groups[name]].append(name)
    return {pair for names in members.values() for pair in combinations(names, 2)}


def _f1(gold: set[Pair], found: set[Pair]) -> float:
    both = len(gold & found)
    return 2 * both / (len(gold) + len(found)) if gold or found else 1.0


def _kinds(pages: Iterable[Page], found: set[Pair], gold: set[Pair]) -> Iterable[str]:
    """For each kind of page how many of its pairs are found, and how many wrong."""
    kind_of = {page.id: page.kind for page in pages}
    asked, right, wrong = (
        Counter(kind for pair in pairs for kind in {kind_of[name] for name in pair})
        for pairs in (gold, gold & found, found - gold)
    )
    for kind in sorted(set(kind_of.values())):
        yield (
            f"{kind}: {right[kind]} of {asked[kind]} pairs found, {wrong[kind]} wrong"
        )


def _peer(pages: Sequence[Page], gold: set[Pair]) -> str:
    shingles = {page.id: shingles_of(fold(page.text).split()) for page in pages}
    found = {
        (one, other)
        for one, other in combinations(sorted(shingles), 2)
        if containment(shingles[one], shingles[other]) >= PEER_CUT
    }
    wrong = len(found - gold)
    return f"peer, containment alone: pair F1 {_f1(gold, found):.3f}, {wrong} wrong"


def _miss(pair: Pair, expected: str, found: str) -> Miss:
    return Miss(KEYS[0], " + ".join(pair), expected, found)
