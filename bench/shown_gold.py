"""What a reader says of disputes on real articles: the gold, read.

Stand-off: ids, hashes and offsets alone; `bench/gold/shown/README.md` is the guideline.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal

import msgspec

from bench.datasets import read_dataset
from bench.shown_record import Found, Place
from bench.shown_texts import Part, Told

Label = Literal["dispute", "not", "unsure"]
FOLDER = Path(__file__).parent / "gold" / "shown"
HALF = 0.5  # of the shorter words that must lie in the other ones


class GoldSide(msgspec.Struct, frozen=True):
    """Words in one text."""

    text: str
    sha256: str
    spans: tuple[tuple[int, int], ...]


class Judged(msgspec.Struct, frozen=True):
    """Two sides that a record had as a dispute, and what a reader says of them."""

    left: GoldSide
    right: GoldSide
    evidence: str
    label: Label


class Read(msgspec.Struct, frozen=True):
    """A text read whole, with every dispute in it: two sides each."""

    text: str
    sha256: str
    disputes: tuple[tuple[GoldSide, GoldSide], ...] = ()


def read_judged(part: Part) -> Iterator[Judged]:
    """What was said of the pairs of a part."""
    return read_dataset(FOLDER / f"judged.{part}.jsonl", Judged)


def read_whole(part: Part) -> Iterator[Read]:
    """The texts of a part that were read whole."""
    return read_dataset(FOLDER / f"read.{part}.jsonl", Read)


def known_texts(texts: Sequence[Told]) -> set[tuple[str, str]]:
    """Each text's id with its hash: offsets count in these alone."""
    return {(told.id, told.sha256) for told in texts}


def is_same(left: GoldSide, right: GoldSide, found: Found) -> bool:
    """Whether a found dispute has these two sides, in either order."""
    straight = _meets(left, found.left) and _meets(right, found.right)
    return straight or (_meets(left, found.right) and _meets(right, found.left))


def _meets(side: GoldSide, place: Place) -> bool:
    if side.text != place.text:
        return False
    mine = {at for start, end in side.spans for at in range(start, end)}
    theirs = {at for start, end in place.spans for at in range(start, end)}
    return len(mine & theirs) >= HALF * max(1, min(len(mine), len(theirs)))
