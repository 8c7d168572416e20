"""A saying sentence by sentence: which poles are said of one subject in both."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING

from onrecord.resolve.meaning.reading import KEPT, Meaning, read_meaning
from onrecord.resolve.meaning.verdict import VAGUE, compare_poles, shared_share
from onrecord.resolve.words import stem

if TYPE_CHECKING:
    from collections.abc import Iterator

ENDS = re.compile(r"(?<=[.!?;])[\"'”’]?\s+")
LONGEST = 40  # words; a longer sentence says too many things to be compared as one
# Words of grammar, and those that count or compare: no subject of a sentence.
FILLERS = frozenset(
    stem(word)
    for word in """any all some most many more much other another such only also still
    even just very now then there here this that these those what which who will would
    can could should must may might been being have having had does did done our ours
    their theirs your his her its than over under about into out off new last first
    same own one two three year years month months week weeks day days time times
    people make makes made take taken come get say says said part well way far
    """.split()  # noqa: SIM905 - reads better
)


@lru_cache(maxsize=KEPT)
def read_sentences(text: str) -> tuple[Meaning, ...]:
    """The meaning of each sentence that is short enough to say one thing.

    >>> [m.pole("open") for m in read_sentences("The port is open. It is not safe.")]
    [1, 0]
    """
    sentences = (part for part in ENDS.split(text) if len(part.split()) <= LONGEST)
    return tuple(read_meaning(sentence) for sentence in sentences)


def agreed_families(left: str, right: str) -> frozenset[str]:
    """Families that a sentence of each gives one pole, for one subject."""
    return frozenset(
        family
        for mine, theirs in product(read_sentences(left), read_sentences(right))
        if (same := compare_poles(mine, theirs)[0]) and has_same_subject(mine, theirs)
        for family in same
    )


def opposed_families(
    left: str, right: str, *, bodies: frozenset[str] = frozenset()
) -> frozenset[str]:
    """Families that a sentence of each gives opposite poles, for one subject.

    `bodies` are families that need no such word, since a name both have is their
    subject. A sentence that says "may", and two that agree besides, oppose nothing.
    """
    return frozenset(
        family
        for mine, theirs, opposed in _opposed(left, right)
        for family in opposed
        if family in bodies or has_same_subject(mine, theirs)
    )


def facing_sentences(left: str, right: str) -> tuple[str, str]:
    """The sentence of each that stands most against one of the other.

    Most opposite poles first, then the larger share of common words, then the place.

    >>> facing_sentences("The port is open.", "It rained. The port is not open.")
    ('The port is open.', 'The port is not open.')
    """
    pairs = product(ENDS.split(left), ENDS.split(right))
    return max(pairs, key=lambda pair: _facing(*map(read_meaning, pair)))


def _facing(left: Meaning, right: Meaning) -> tuple[int, float]:
    opposed = set(compare_poles(left, right)[1]) - VAGUE
    return len(opposed), shared_share(left.words, right.words)


def _opposed(
    left: str, right: str
) -> Iterator[tuple[Meaning, Meaning, frozenset[str]]]:
    for mine, theirs in product(read_sentences(left), read_sentences(right)):
        same, opposed = compare_poles(mine, theirs)
        if not (set(same) - VAGUE or mine.is_weak or theirs.is_weak):
            yield mine, theirs, frozenset(opposed) - VAGUE


def has_same_subject(left: Meaning, right: Meaning) -> bool:
    """Whether both have a word of content beside the phrases and names.

    >>> has_same_subject(read_meaning("The dam is safe"), read_meaning("a cracked dam"))
    True
    """
    return bool((left.subject & right.subject) - FILLERS)
