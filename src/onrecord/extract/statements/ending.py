"""Where content ends: the rules' choice, unless a trained model is sure of another.

At every boundary from the first word on, the content ends or goes on. A logistic
model gives the odds by signs of grammar, marks and quotations; it is fitted on the
training part of our own gold by `python -m bench.training.statement_ends`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import accumulate
from typing import TYPE_CHECKING

from onrecord.extract.statements.boundary import Course, find_boundaries
from onrecord.extract.statements.boundary_signs import signs_at
from onrecord.extract.statements.tree import is_word

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.extract.statements.extent import Opened
    from onrecord.extract.statements.scene import Scene

WEIGHTS_FILE = "ending_weights.tsv"
ALWAYS = "always"
# How much better than the rules' end another must be; swept on pages left out.
MARGIN = 0.3
EXACT = 0.5  # what the very word counts beside an end that is close
CLOSE = 0.8  # of the words of the longer content are in the shorter


@dataclass(frozen=True, slots=True)
class Ending:
    """The last token of content, and how likely it ends there or close by.

    `sureness` is None where there was nothing to weigh.
    """

    end: int
    sureness: float | None = None


def find_end(opened: Opened, scene: Scene) -> Ending:
    """Where the content ends."""
    course = Course.of(opened, scene)
    boundaries = find_boundaries(course)
    ends = [boundary.end for boundary in boundaries]
    # The grammar of headlines is not that of the sentences that the model learned.
    is_headline = opened.tree.sentence.zone in {"headline", "heading"}
    if is_headline or len(ends) == 1 or course.ruled not in ends:
        return Ending(course.ruled)
    signs = [signs_at(course, boundary) for boundary in boundaries]
    lengths = count_words(opened, ends)
    likely = chances(load_weights(), signs)
    chosen = choose(likely, lengths, ends.index(course.ruled))
    return Ending(ends[chosen], _close_by(likely, lengths, lengths[chosen]))


def count_words(opened: Opened, ends: Sequence[int]) -> list[int]:
    """How many words the content has up to each of these ends, which are in order."""
    tokens = opened.tree.tokens[opened.first : ends[-1] + 1]
    counts = list(accumulate(map(is_word, tokens)))
    return [counts[end - opened.first] for end in ends]


def chances(
    weights: Mapping[str, float], signs: Sequence[frozenset[str]]
) -> list[float]:
    """How likely content ends at each boundary, in order; the last is certain."""
    found, open_still = [], 1.0
    for number, seen in enumerate(signs, 1):
        score = weights[ALWAYS] + sum(weights.get(sign, 0.0) for sign in seen)
        ends = 1.0 if number == len(signs) else 1 / (1 + math.exp(-score))
        found.append(open_still * ends)
        open_still *= 1 - ends
    return found


def choose(chances: Sequence[float], lengths: Sequence[int], ruled: int) -> int:
    """The boundary to end at, by number: `ruled` unless another is clearly better."""
    values = [
        EXACT * chance + _close_by(chances, lengths, length)
        for chance, length in zip(chances, lengths, strict=True)
    ]
    best = max(range(len(values)), key=values.__getitem__)
    return best if values[best] > values[ruled] + MARGIN else ruled


def _close_by(chances: Sequence[float], lengths: Sequence[int], length: int) -> float:
    """How likely the content ends so that nearly the same words are told."""
    pairs = zip(chances, lengths, strict=True)
    return sum(chance for chance, words in pairs if _is_close(words, length))


def _is_close(one: int, other: int) -> bool:
    return min(one, other) >= CLOSE * max(one, other)


@cache
def load_weights() -> Mapping[str, float]:
    """What each sign adds to the odds that content ends here."""
    text = files("onrecord").joinpath("data", WEIGHTS_FILE).read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line[:1] not in {"", "#"})
    return {sign: float(weight) for sign, weight in rows}
