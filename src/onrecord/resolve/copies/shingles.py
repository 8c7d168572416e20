"""A text as the set of its word triples: what makes near-identical texts findable."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from zlib import crc32

if TYPE_CHECKING:
    from collections.abc import Sequence

WORD = re.compile(r"[^\W_]+")
SENTENCE_END = re.compile(  # marks that close and open quotations may stand between
    "(?<=[.!?])[\"'\u201d\u2019)]*\\s+(?=[\"'\u201c\u2018(]*[A-Z0-9])|\\s*\n\\s*"
)
SPECIFIC = re.compile(r"\b(?:[A-Z]\w*|\w*\d\w*)")
SIZE = 3  # words; two find stock phrases, four lose lightly edited text
LEAD = 60  # words that open a text


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence: its words folded, their shingles, its names and numbers."""

    words: str
    shingles: frozenset[int]
    specifics: frozenset[str]


@dataclass(frozen=True, slots=True)
class Shape:
    """A text cut into what copies are compared by."""

    shingles: frozenset[int]
    lead: frozenset[int]  # the shingles of its first words
    lines: tuple[Line, ...]


def fold(text: str) -> str:
    """The words alone, in lower case: equal for texts that differ in signs only.

    >>> fold("“Closed”, he said.")
    'closed he said'
    """
    return " ".join(WORD.findall(text.lower()))


def shape_of(text: str) -> Shape:
    """The shape of this text."""
    words = fold(text).split()
    lines = tuple(_line(line) for line in SENTENCE_END.split(text) if line.strip())
    return Shape(shingles_of(words), shingles_of(words[:LEAD]), lines)


def _line(sentence: str) -> Line:
    words = fold(sentence)
    _, *rest = sentence.split(maxsplit=1)  # any first word has a capital
    specifics = frozenset(SPECIFIC.findall(rest[0])) if rest else frozenset()
    return Line(words, shingles_of(words.split()), specifics)


def shingles_of(words: Sequence[str]) -> frozenset[int]:
    """Hashes of every run of three words; of all words when there are fewer.

    The same in every process, so that what is sampled from them is too.
    """
    if len(words) < SIZE:
        return frozenset({crc32(" ".join(words).encode())}) if words else frozenset()
    runs = zip(*(words[at:] for at in range(SIZE)), strict=False)
    return frozenset(crc32(" ".join(run).encode()) for run in runs)


def containment(left: frozenset[int], right: frozenset[int]) -> float:
    """The share of the smaller set that lies in the other; 0 when one is empty."""
    smaller = min(len(left), len(right))
    return len(left & right) / smaller if smaller else 0.0
