"""Fit where content ends: `python -m bench.training.statement_ends EXTRACTION`.

EXTRACTION is the folder of the extraction benchmark, whose pages the gold is on. Learns
from the training part of `bench/gold/statements` alone and writes
src/onrecord/data/ending_weights.tsv. Prints how many contents the rules end well, and
how many the model, on pages left out in turn; `python -m bench statements` measures it
on other outlets.

A discrete hazard model (Singer and Willett 1993): from boundary to boundary, the odds
that content ends here, given that it came so far, are logistic in the signs.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bench.compare import PageWords, share
from bench.harness import PROJECT
from bench.statement_gold import documents_of, read_frozen, read_gold
from bench.training.logistic import Lesson, fit, fold_of
from onrecord.annotate import annotate
from onrecord.article import find_articles
from onrecord.extract.statements.boundary import Course, find_boundaries
from onrecord.extract.statements.boundary_signs import signs_at
from onrecord.extract.statements.complement import find_complement
from onrecord.extract.statements.ending import CLOSE, chances, choose, count_words
from onrecord.extract.statements.extent import Opened
from onrecord.extract.statements.group import find_groups
from onrecord.extract.statements.quoted import find_quoted
from onrecord.extract.statements.scene import Scene
from onrecord.model import Source
from onrecord.pipeline.tools import load_tools
from onrecord.read import read_source

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from bench.attributions import Document, Gold
    from onrecord.model import Span
    from onrecord.pipeline.tools import Tools

WEIGHTS = PROJECT / "src" / "onrecord" / "data" / "ending_weights.tsv"
RIDGE, FOLDS = 4.0, 7
LEAST = 0.6  # of the words shared at the best boundary: else the opening is wrong
HEAD = """\
# What each sign at a boundary adds to the odds that content ends there, as log odds:
# a logistic model fitted on the training part of our own gold of statements by
# bench/training/statement_ends.py. Columns: sign, weight.
"""


@dataclass(frozen=True, slots=True)
class Opening:
    """Content that opens somewhere: what is seen at each place where it may end.

    `shares` are of the words there and those that readers marked; the rules end it at
    boundary `ruled`.
    """

    page: str
    signs: tuple[frozenset[str], ...]
    lengths: tuple[int, ...]
    shares: tuple[float, ...]
    ruled: int

    @property
    def best(self) -> int:
        """The boundary nearest to the readers' end, the rules' own among equals."""
        numbers = range(len(self.shares))
        return max(numbers, key=lambda i: (self.shares[i], i == self.ruled))

    def chosen(self, weights: Mapping[str, float]) -> int:
        """The boundary that these weights choose."""
        return choose(chances(weights, self.signs), self.lengths, self.ruled)


def main(arguments: Sequence[str]) -> None:
    """Fit, say how well it does on pages left out, write the weights."""
    frozen = read_frozen(Path(arguments[0])) or {}
    pages = [page for page in read_gold(1) if page.part == "train"]
    tools = load_tools()
    openings = [
        opening
        for document in documents_of(pages, frozen)
        for opening in find_openings(document, tools)
    ]
    _say(openings)
    weights = fit(lessons_of(openings), RIDGE)
    rows = "".join(f"{name}\t{at:.3f}\n" for name, at in sorted(weights.items()))
    WEIGHTS.write_text(HEAD + rows, encoding="utf-8")


def lessons_of(openings: Sequence[Opening]) -> list[Lesson]:
    """Every boundary up to the readers' end: there content ends, before it goes on.

    The last boundary of a sentence teaches nothing: there is nowhere to go on.
    """
    return [
        Lesson(signs, number == opening.best, opening.page)
        for opening in openings
        if opening.shares[opening.best] >= LEAST
        for number, signs in enumerate(opening.signs[:-1])
        if number <= opening.best
    ]


def weights_without(
    fold: int, folds: int, openings: Sequence[Opening]
) -> dict[str, float]:
    """The weights fitted on the pages of the other folds."""
    others = [each for each in openings if fold_of(each.page, folds) != fold]
    return fit(lessons_of(others), RIDGE)


def _say(openings: Sequence[Opening]) -> None:
    """Print how weights fitted on other pages end what is on the pages left out."""
    chosen = []
    for fold in range(FOLDS):
        weights = weights_without(fold, FOLDS, openings)
        left = [each for each in openings if fold_of(each.page, FOLDS) == fold]
        chosen += [each.shares[each.chosen(weights)] for each in left]
    ruled = [each.shares[each.ruled] for each in openings]
    best = [each.shares[each.best] for each in openings]
    kinds = {"rules": ruled, "model, pages left out": chosen, "best possible": best}
    for name, shares in kinds.items():
        close = sum(each >= CLOSE for each in shares)
        exact = sum(each == 1 for each in shares)
        print(f"{name}: {close} close, {exact} exact of {len(shares)}")  # noqa: T201 - what the run is for


def find_openings(document: Document, tools: Tools) -> Iterator[Opening]:
    """Yield the content that the grammar opens behind each cue of the gold."""
    reading = read_source(Source("gold.txt", document.text.encode(), how="file"))
    words = PageWords(document.text)
    for article in find_articles(reading.page, reading.capture):
        annotated = annotate(
            article, reading.page, tools.parser, tools.actors, tools.countries
        )
        scene = Scene(annotated)
        for opened in _opened(scene):
            gold = _gold_of(opened.verb.span, document.attributions)
            opening = gold and _opening(opened, scene, gold, words)
            if opening:
                yield Opening(document.id, *opening)


def _opened(scene: Scene) -> Iterator[Opened]:
    for number in range(len(scene.sentences)):
        tree = scene.tree(number)
        for group in find_groups(tree, scene):
            reach = find_complement(tree, group.verb, group.cue, scene)
            if reach is not None and not find_quoted(group, scene):
                yield Opened(tree, group.verb, reach.start, reach.frame)


def _gold_of(verb: Span, golds: Sequence[Gold]) -> Gold | None:
    """What a reader found with this verb in the cue."""
    for gold in golds:
        if any(start < verb.end and verb.start < end for start, end in gold.cue):
            return gold
    return None


def _opening(
    opened: Opened, scene: Scene, gold: Gold, words: PageWords
) -> tuple[tuple[frozenset[str], ...], tuple[int, ...], tuple[float, ...], int] | None:
    course = Course.of(opened, scene)
    boundaries = find_boundaries(course)
    ends = [boundary.end for boundary in boundaries]
    if course.ruled not in ends:
        return None
    marked = words.within(gold.content)
    first = opened.tree.tokens[opened.first].span.start
    tokens = opened.tree.tokens
    shares = [
        share(words.within([(first, tokens[end].span.end)]), marked) for end in ends
    ]
    signs = tuple(signs_at(course, boundary) for boundary in boundaries)
    lengths = tuple(count_words(opened, ends))
    return signs, lengths, tuple(shares), ends.index(course.ruled)


if __name__ == "__main__":
    main(sys.argv[1:])
