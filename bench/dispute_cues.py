"""What gives the labels of our pairs away without reading them.

`python -m bench.dispute_cues` prints, for every label, how well a cheap cue tells it
from the other two (area under the ROC curve, .5 for a cue that says nothing), and how
often a model of the words of one side alone is right (a third by chance). A gold set
whose cues stand far from these rewards a model that has not understood anything.
"""

import math
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from rich.console import Console
from rich.table import Table

from bench.dispute_pairs import LABELS, PARTS, Label, Pair, read_pairs

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_NEGATIONS = frozenset(
    ("no", "not", "never", "none", "nobody", "nothing", "neither", "nor", "without",
     "cannot", "nowhere")
)  # fmt: skip
_FOLDS = 5


def words_of(text: str) -> list[str]:
    """The words of a text in small letters."""
    return _WORD.findall(text.lower())


def _negations(text: str) -> int:
    return sum(
        word in _NEGATIONS or word.endswith(("n't", "n’t")) for word in words_of(text)
    )


def _overlap(pair: Pair) -> float:
    left, right = set(words_of(pair.left)), set(words_of(pair.right))
    return len(left & right) / len(left | right)


def _length(pair: Pair) -> float:
    return len(words_of(pair.left)) + len(words_of(pair.right))


def _one_sided(pair: Pair) -> float:
    return (_negations(pair.left) > 0) != (_negations(pair.right) > 0)


CUES: Mapping[str, Callable[[Pair], float]] = {
    "word overlap": _overlap,
    "length": _length,
    "length of the right": lambda pair: len(words_of(pair.right)),
    "negations": lambda pair: _negations(pair.left) + _negations(pair.right),
    "negations of the right": lambda pair: _negations(pair.right),
    "one side negated": _one_sided,
}


def area(of_label: Sequence[float], of_others: Sequence[float]) -> float:
    """How often a value of the label is above one of the others; ties count half.

    >>> area([2, 3], [1]), area([1], [1])
    (1.0, 0.5)
    """
    others = sorted(of_others)
    won = sum(bisect_left(others, x) + bisect_right(others, x) for x in of_label)
    return won / (2 * len(of_label) * len(others))


def cue_areas(pairs: Sequence[Pair], label: Label) -> dict[str, float]:
    """For each cheap cue, how well it alone tells a label from the other two."""
    return {
        name: area(
            [cue(pair) for pair in pairs if pair.label == label],
            [cue(pair) for pair in pairs if pair.label != label],
        )
        for name, cue in CUES.items()
    }


def one_side_accuracy(pairs: Sequence[Pair], side: Callable[[Pair], str]) -> float:
    """How often naive Bayes over the words of one side finds the label.

    Folds are of whole topics, so that a topic's words do not help.
    """
    fold = {topic: number for number, topic in enumerate(sorted(_topics(pairs)))}
    right = 0
    for number in range(_FOLDS):
        held = [pair for pair in pairs if fold[pair.topic] % _FOLDS == number]
        known = [pair for pair in pairs if fold[pair.topic] % _FOLDS != number]
        guess = _naive_bayes([(side(pair), pair.label) for pair in known])
        right += sum(guess(side(pair)) == pair.label for pair in held)
    return right / len(pairs)


def _topics(pairs: Sequence[Pair]) -> set[str]:
    return {pair.topic for pair in pairs}


def _naive_bayes(known: Sequence[tuple[str, Label]]) -> Callable[[str], Label]:
    seen: dict[Label, Counter[str]] = {label: Counter() for label in LABELS}
    for text, label in known:
        seen[label].update(set(words_of(text)))
    size = Counter(label for _, label in known)

    def guess(text: str) -> Label:
        return max(
            LABELS,
            key=lambda label: sum(
                math.log((seen[label][word] + 1) / (size[label] + 2))
                for word in set(words_of(text))
            ),
        )

    return guess


def _main() -> None:
    pairs = [pair for part in PARTS for pair in read_pairs(part)]
    table = Table("cue", *LABELS, title=f"{len(pairs)} pairs")
    areas = {label: cue_areas(pairs, label) for label in LABELS}
    for name in CUES:
        table.add_row(name, *(f"{areas[label][name]:.2f}" for label in LABELS))
    console = Console()
    console.print(table)
    for name in ("left", "right"):
        found = one_side_accuracy(pairs, lambda pair, name=name: getattr(pair, name))  # type: ignore[misc]  # the loop's name is bound at once
        console.print(f"words of the {name} alone: {found:.2f}")


if __name__ == "__main__":
    _main()
