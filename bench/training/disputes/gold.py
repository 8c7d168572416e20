"""The gold as lessons, and what follows from it.

One utterance often stands in several pairs. Where two of them are said to agree, what
disputes the one disputes the other, and what has nothing to do with the one has nothing
to do with the other. That holds of most pairs and not of all (one may say more than
the other), so what follows weighs less than what was written.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from bench.dispute_pairs import LABELS, Pair, Part, read_pairs
from bench.training.disputes.tellings import AGREE, Made

Sides = frozenset[str]


def lessons_of(part: Part) -> list[Made]:
    """Left, right and label of each pair of a part."""
    return [lesson_of(pair) for pair in read_pairs(part)]


def lesson_of(pair: Pair) -> Made:
    """Left, right and the label's number."""
    return pair.left, pair.right, LABELS.index(pair.label)


def derived(lessons: Iterable[Made]) -> list[Made]:
    """Pairs of two that stand beside the same third one, which agrees with one."""
    written: dict[Sides, int] = {}
    beside: defaultdict[str, set[str]] = defaultdict(set)
    for left, right, label in lessons:
        written[frozenset((left, right))] = label
        beside[left].add(right)
        beside[right].add(left)
    found: dict[Sides, int] = {}
    for middle, others in sorted(beside.items()):
        for sides, label in _over(middle, sorted(others), written):
            if sides not in written:
                found.setdefault(sides, label)
    return [(*sorted(sides), label) for sides, label in found.items()]  # type: ignore[misc]  # two texts each


def _over(
    middle: str, others: list[str], written: dict[Sides, int]
) -> Iterator[tuple[Sides, int]]:
    for one, two in combinations(others, 2):
        labels = {written[frozenset((middle, one))], written[frozenset((middle, two))]}
        if AGREE in labels:
            yield frozenset((one, two)), max(labels)
