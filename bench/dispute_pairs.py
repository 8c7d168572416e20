"""Pairs of utterances that agree, dispute or do neither: our own gold, read.

`bench/gold/disputes/README.md` is the codebook. The parts share no topic. There are
two sets: one trains and tunes on both, and each has its own unseen part.
"""

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Literal

import msgspec

from bench.datasets import read_dataset

Label = Literal["agree", "dispute", "other"]
Part = Literal["train", "dev", "unseen", "unseen_b"]
LABELS: tuple[Label, ...] = ("agree", "dispute", "other")
PARTS: tuple[Part, ...] = ("train", "dev", "unseen", "unseen_b")
_FILES: Mapping[Part, tuple[str, ...]] = {
    "train": ("pairs.train.jsonl", "pairs_b.train.jsonl"),
    "dev": ("pairs.dev.jsonl", "pairs_b.dev.jsonl"),
    "unseen": ("pairs.unseen.jsonl",),
    "unseen_b": ("pairs_b.unseen.jsonl",),
}
_FOLDER = Path(__file__).parent / "gold" / "disputes"
_RELABELLED = "second_pass.jsonl"
# Of ten topics: six to train on, two to tune on, two that nobody looks at.
_TENTHS: dict[int, Part] = {6: "dev", 7: "dev", 8: "unseen", 9: "unseen"}


class Pair(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Two utterances and how they stand to each other.

    When and where are given only where they matter to the label.
    """

    id: str
    topic: str
    kind: str  # what makes the label: negation, figure, passive-swap, ...
    label: Label
    left: str
    right: str
    left_speaker: str
    right_speaker: str
    left_when: str | None = None
    right_when: str | None = None
    left_where: str | None = None
    right_where: str | None = None


class Relabelled(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the second pass made of a pair, from its two texts alone."""

    id: str
    label: Label


def part_of(topic: str) -> Part:
    """The part that a topic belongs to, for ever, whatever topics are added.

    An unseen topic of the second set is read as `unseen_b`.
    """
    tenth = int(hashlib.sha256(topic.encode()).hexdigest(), 16) % 10
    return _TENTHS.get(tenth, "train")


def read_pairs(part: Part) -> Iterator[Pair]:
    """Yield the pairs of a part, those of the first set before the second's."""
    for name in _FILES[part]:
        yield from read_dataset(_FOLDER / name, Pair)


def read_second_pass() -> dict[str, Label]:
    """The labels that the second pass gave, by the ids of pairs."""
    rows = read_dataset(_FOLDER / _RELABELLED, Relabelled)
    return {row.id: row.label for row in rows}


def agreement(
    first: Mapping[str, Label], second: Mapping[str, Label]
) -> tuple[float, float]:
    """Share of equal labels, and Cohen's kappa, over what both passes labelled.

    >>> agreement({"a": "agree", "b": "other"}, {"a": "agree", "b": "other"})
    (1.0, 1.0)
    """
    both = [(first[name], second[name]) for name in first.keys() & second.keys()]
    share = sum(one == other for one, other in both) / len(both)
    ours, theirs = (Counter(side) for side in zip(*both, strict=True))
    chance = sum(ours[label] * theirs[label] for label in LABELS) / len(both) ** 2
    return share, (share - chance) / (1 - chance) if chance < 1 else 1.0
