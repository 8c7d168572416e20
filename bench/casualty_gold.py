"""Invented passages with every figure of people in them: the gold, read.

`bench/gold/casualties/README.md` is the codebook. The half kept out is named by a hash
of the ids, so that no row can wander from one half to the other.
"""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal

import msgspec

from bench.datasets import read_dataset

Effect = Literal["killed", "injured", "missing", "arrested", "abducted", "displaced"]
Half = Literal["dev", "kept_out"]
Bounds = tuple[int | None, int | None]
_FOLDER = Path(__file__).parent / "gold" / "casualties"


class GoldFigure(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One number of people as the passage words it."""

    effect: Effect
    low: int | None
    high: int | None
    qualifier: str | None
    about: bool
    counted: str | None
    of: int | None  # which figure of the passage it is a part of
    attributed_to: str | None
    event: Literal["main", "other"]
    superseded: bool
    group: int  # figures of one group count the same people
    span: tuple[int, int]


class GoldPassage(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A passage and its figures; `killed` and `injured` are the main event's."""

    id: str
    text: str
    killed: Bounds | None
    injured: Bounds | None
    extra: dict[Effect, Bounds]
    figures: tuple[GoldFigure, ...]
    region: str
    kind: str
    register: str
    grammar: tuple[str, ...]


class SecondReading(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The main event's figures of a passage, read again from its text alone."""

    id: str
    killed: Bounds | None = None
    injured: Bounds | None = None
    extra: dict[Effect, Bounds] = {}


class OtherPassage(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A passage of the second set: the main event's figures alone."""

    id: str
    text: str
    killed: Bounds | None
    injured: Bounds | None
    extra: dict[Effect, Bounds]
    kind: str
    manner: str


def read_passages(half: Half) -> Iterator[GoldPassage]:
    """Yield the passages of one half."""
    return read_dataset(_FOLDER / f"passages.{half}.jsonl", GoldPassage)


def read_other_passages(half: Half) -> Iterator[OtherPassage]:
    """Yield the passages of one half of the second set, written in other manners."""
    return read_dataset(_FOLDER / f"passages_b.{half}.jsonl", OtherPassage)


def read_second_pass() -> Iterator[SecondReading]:
    """Yield what was read a second time, of both halves."""
    return read_dataset(_FOLDER / "second_pass.jsonl", SecondReading)


def half_of(passage_id: str) -> Half:
    """The half that a passage belongs to.

    >>> half_of("pas-001"), half_of("pas-003")
    ('dev', 'kept_out')
    """
    first = hashlib.sha256(passage_id.encode()).digest()[0]
    return "kept_out" if first % 2 else "dev"


def whole_of(figures: Iterable[GoldFigure], effect: Effect) -> Bounds | None:
    """How many people the main event did this to; None where the passage is silent.

    Parts and superseded figures say nothing of it. Groups are added up.
    """
    groups: dict[int, list[GoldFigure]] = {}
    for figure in figures:
        is_whole = figure.of is None and not figure.superseded
        if is_whole and (figure.effect, figure.event) == (effect, "main"):
            groups.setdefault(figure.group, []).append(figure)
    return _added([_same_people(group) for group in groups.values()])


def _same_people(figures: list[GoldFigure]) -> Bounds:
    """What all figures allow; where they exclude each other, from least to most."""
    lows = [figure.low for figure in figures if figure.low is not None]
    highs = [figure.high for figure in figures if figure.high is not None]
    if not lows or not highs or max(lows) <= min(highs):
        return max(lows, default=None), min(highs, default=None)
    least = min(lows) if len(lows) == len(figures) else None
    return least, max(highs) if len(highs) == len(figures) else None


def _added(groups: list[Bounds]) -> Bounds | None:
    if not groups:
        return None
    lows = [low for low, _ in groups if low is not None]
    highs = [high for _, high in groups if high is not None]
    is_closed = len(highs) == len(groups)
    return sum(lows) if lows else None, sum(highs) if is_closed else None
