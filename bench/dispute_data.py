"""Pairs of utterances from every file that `bench disputes` measures on."""

import hashlib
from collections.abc import Callable, Sequence
from pathlib import Path

import msgspec

from bench.datasets import find_dataset, read_dataset
from bench.dispute_pairs import LABELS, Label, Part, read_pairs

NEWSPAIRS = "newspairs"
# Measured and nothing else: their licences forbid more, or they mean another thing.
OTHERS = ("sick", "anli", "perspectrum")


class Row(msgspec.Struct, frozen=True):
    """A pair as the shared files have it."""

    id: str
    a: str
    b: str
    label: Label
    kind: str = ""

    @property
    def texts(self) -> tuple[str, str]:
        """Both utterances."""
        return self.a, self.b


def own_rows(part: Part) -> list[Row]:
    """The pairs of a part of our own gold."""
    return [
        Row(pair.id, pair.left, pair.right, pair.label, pair.kind)
        for pair in read_pairs(part)
    ]


def shared_rows(folder: Path, name: str, most: int | None = None) -> list[Row] | None:
    """The pairs of a shared file; at most so many, drawn by a hash of their ids."""
    path = find_dataset(folder, name)
    if path is None:
        return None
    rows = sorted(read_dataset(path, Row), key=lambda row: _draw(row.id))
    return rows[:most]


def _draw(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()


def numbers_of(rows: Sequence[Row]) -> list[int]:
    """Every row's label as its place among the labels."""
    return [LABELS.index(row.label) for row in rows]


def told_by_kind(rows: Sequence[Row], is_right: Callable[[int], bool]) -> str:
    """How many of each kind are right, the commonest kinds first."""
    kinds = sorted(
        {row.kind for row in rows}, key=lambda kind: (-_count(rows, kind), kind)
    )
    parts = []
    for kind in kinds:
        places = [at for at, row in enumerate(rows) if row.kind == kind]
        parts.append(f"{kind} {sum(map(is_right, places))}/{len(places)}")
    return ", ".join(parts)


def _count(rows: Sequence[Row], kind: str) -> int:
    return sum(row.kind == kind for row in rows)
