"""Zones that a careful reader gave the lines of real pages: the gold, read.

Stand-off: offsets in the frozen `page_text` of the extraction benchmark, no word of a
page. `bench/gold/zones/README.md` is the guideline.
"""

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from bench.aligned import matches, words_of_lines
from onrecord.model import Span, Zone

_FOLDER = Path(__file__).parent / "gold" / "zones"
_PASSES = {1: "first_pass.jsonl", 2: "second_pass.jsonl"}


class GoldPage(msgspec.Struct, frozen=True):
    """One page: runs of lines, each with the zone of all its lines."""

    page: str
    sha256: str  # of the frozen text
    by: str
    zones: tuple[tuple[int, int, Zone], ...]
    number: int = msgspec.field(name="pass")


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the gold, and its zone."""

    span: Span
    zone: Zone


def read_gold(number: int) -> Iterator[GoldPage]:
    """Yield the pages of the first or the second pass."""
    for line in (_FOLDER / _PASSES[number]).read_text("utf-8").splitlines():
        yield msgspec.json.decode(line, type=GoldPage)


def items_of(gold: GoldPage, text: str) -> list[Item]:
    """The lines that hold words, in page order; none when the text is another one."""
    if hashlib.sha256(text.encode()).hexdigest() != gold.sha256:
        return []
    found = []
    for start, end, zone in gold.zones:
        at = start
        for line in text[start:end].split("\n"):
            if any(map(str.isalnum, line)):
                found.append(Item(Span(at, at + len(line)), zone))
            at += len(line) + 1
    return found


def shared_words(
    items: Sequence[Item], text: str, blocks: Sequence[str]
) -> dict[int, Counter[int]]:
    """For each item, by number, how many of its words stand in which block."""
    lines = words_of_lines([item.span.of(text) for item in items])
    found: dict[int, Counter[int]] = {}
    for item, block, count in matches(lines, words_of_lines(blocks)):
        if count:
            found.setdefault(item, Counter())[block] += count
    return found


def carried(gold: GoldPage, text: str, blocks: Sequence[str]) -> list[Zone | None]:
    """The zone of each block; None where the gold has less than half of its words."""
    items = items_of(gold, text)
    votes: dict[int, Counter[Zone]] = {}
    for number, shared in shared_words(items, text, blocks).items():
        for block, count in shared.items():
            votes.setdefault(block, Counter())[items[number].zone] += count
    lengths = [len(words) for words in words_of_lines(blocks)]
    return [_winner(votes.get(at), length) for at, length in enumerate(lengths)]


def _winner(votes: Mapping[Zone, int] | None, length: int) -> Zone | None:
    if not votes or 2 * sum(votes.values()) < length:
        return None
    return max(votes, key=lambda zone: votes[zone])
