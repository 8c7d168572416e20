"""A text as the set of its word triples: what makes near-identical texts findable."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING
from zlib import crc32

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

WORD = re.compile(r"[^\W_]+")
SENTENCE_END = re.compile(  # marks that close and open quotations may stand between
    "(?<=[.!?])[\"'\u201d\u2019)]*\\s+(?=[\"'\u201c\u2018(]*[A-Z0-9])|\\s*\n\\s*"
)
SPECIFIC = re.compile(r"\b(?:[A-Z]\w*|\w*\d\w*)")
SIZE = 3  # words; two find stock phrases, four lose lightly edited text
LEAD = 60  # words that open a text
SAMPLE = 4  # one shingle in so many is indexed: a tenth of a copy is found by it
CROWD = 50  # a shingle in more texts than this is compared with its leaders alone
LEADERS = 4
CANDIDATE_SHARE = 0.3  # of the indexed shingles of the smaller text


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


def near_pairs(shapes: Sequence[Shape]) -> list[tuple[int, int]]:
    """Places of the texts worth comparing, each pair once, sorted.

    `shapes` must come largest first. What many texts share is compared with the
    first few of them only, so that ten thousand copies stay cheap.
    """
    samples = [_sample(shape.shingles) for shape in shapes]
    shared: Counter[tuple[int, int]] = Counter()
    for places in _postings(samples):
        shared.update(_pairs(places))
    return sorted(
        (left, right)
        for (left, right), count in shared.items()
        if count >= CANDIDATE_SHARE * min(len(samples[left]), len(samples[right]))
    )


def _sample(shingles: frozenset[int]) -> list[int]:
    return [shingle for shingle in shingles if shingle % SAMPLE == 0]


def _postings(samples: Sequence[Iterable[int]]) -> Iterable[list[int]]:
    """For each indexed shingle the texts that have it, where two or more do."""
    index: defaultdict[int, list[int]] = defaultdict(list)
    for place, sample in enumerate(samples):
        for shingle in sample:
            index[shingle].append(place)
    return (places for places in index.values() if len(places) > 1)


def _pairs(places: list[int]) -> Iterable[tuple[int, int]]:
    if len(places) <= CROWD:
        return combinations(places, 2)
    leaders = places[:LEADERS]
    return ((leader, place) for leader in leaders for place in places if place > leader)
