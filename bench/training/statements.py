"""Fit the confidence of statements: `python -m bench.training.statements EXTRACTION`.

EXTRACTION is the folder of the extraction benchmark, whose pages the gold is on. Learns
from the training part of `bench/gold/statements` alone and writes
src/onrecord/data/statement_weights.tsv. Prints how far the confidence holds on pages
left out in turn; `python -m bench statements` measures it on other outlets.

A logistic model with a ridge, fitted by Newton's method (Hastie, Tibshirani and
Friedman 2009, section 4.4); signs seen on few statements are left out.
"""

from __future__ import annotations

import hashlib
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from bench.attributions import INNER, Document, Found, Judged, firm, paired
from bench.confidence import (
    MASSES,
    area_under_curve,
    calibration_error,
    equal_masses,
)
from bench.harness import PROJECT
from bench.statement_gold import documents_of, read_frozen, read_gold
from onrecord.annotate import annotate
from onrecord.article import find_articles
from onrecord.extract.statements.assemble import make_statement, mode_of
from onrecord.extract.statements.confidence import ALWAYS, signs_of
from onrecord.extract.statements.find import find_spoken
from onrecord.extract.statements.scene import Scene
from onrecord.model import Source
from onrecord.pipeline.tools import load_tools
from onrecord.read import read_source

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from onrecord.model import Statement
    from onrecord.pipeline.tools import Tools

WEIGHTS = PROJECT / "src" / "onrecord" / "data" / "statement_weights.tsv"
RIDGE, SELDOM, STEPS, FOLDS = 8.0, 6, 60, 5
HEAD = """\
# What each sign of a statement's construction adds to how sure we are, as log odds:
# a logistic model fitted on the training part of our own gold of statements by
# bench/training/statements.py. Columns: sign, weight.
"""


@dataclass(frozen=True, slots=True)
class Lesson:
    """One statement: its signs, whether readers found it, too, and on which page."""

    signs: frozenset[str]
    is_right: bool
    page: str


def main(arguments: Sequence[str]) -> None:
    """Fit, say how well it holds on pages left out, write the weights."""
    frozen = read_frozen(Path(arguments[0])) or {}
    pages = [page for page in read_gold(1) if page.part == "train"]
    tools = load_tools()
    lessons = [
        lesson
        for document in documents_of(pages, frozen)
        for lesson in _lessons(document, tools)
    ]
    _say(lessons)
    rows = "".join(f"{name}\t{at:.3f}\n" for name, at in sorted(fit(lessons).items()))
    WEIGHTS.write_text(HEAD + rows, encoding="utf-8")


def fit(lessons: Sequence[Lesson], ridge: float = RIDGE) -> dict[str, float]:
    """The weight of every sign that stands on enough statements."""
    seen = Counter(sign for lesson in lessons for sign in lesson.signs)
    names = [ALWAYS, *sorted(sign for sign, times in seen.items() if times >= SELDOM)]
    rows = np.array(
        [[name == ALWAYS or name in each.signs for name in names] for each in lessons],
        dtype=float,
    )
    right = np.array([lesson.is_right for lesson in lessons], dtype=float)
    ridges = np.full(len(names), ridge)
    ridges[0] = 0.0
    weights = np.zeros(len(names))
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (likely - right) + ridges * weights
        curve = (rows.T * (likely * (1 - likely))) @ rows + np.diag(ridges)
        weights -= np.linalg.solve(curve, slope)
    return dict(zip(names, weights.tolist(), strict=True))


def _say(lessons: Sequence[Lesson]) -> None:
    """Print how far weights fitted on other pages hold."""
    given = []
    for fold in range(FOLDS):
        weights = fit([each for each in lessons if _fold(each.page) != fold])
        left = [each for each in lessons if _fold(each.page) == fold]
        given += [(likely(weights, each.signs), each.is_right) for each in left]
    error = calibration_error(equal_masses(given, MASSES))
    area = area_under_curve(given) or 0.0
    right = sum(each.is_right for each in lessons) / len(lessons)
    print(  # noqa: T201 - what the run is for
        f"{len(lessons)} statements, {right:.3f} right;"
        f" pages left out: calibration error {error:.3f}, area {area:.3f}"
    )


def likely(weights: Mapping[str, float], signs: frozenset[str]) -> float:
    """How likely a statement with these signs is right."""
    score = weights[ALWAYS] + sum(weights.get(sign, 0.0) for sign in signs)
    return float(1 / (1 + np.exp(-score)))


def _fold(page: str) -> int:
    return int(hashlib.sha256(page.encode()).hexdigest(), 16) % FOLDS


def _lessons(document: Document, tools: Tools) -> Iterator[Lesson]:
    """Yield the statements of one text that count for or against."""
    signs: dict[int, frozenset[str]] = {}
    founds = []
    for found, seen in _found(document.text, tools):
        founds.append(found)
        signs[id(found)] = seen
    whole = Judged(document.id, document.text, document.attributions, tuple(founds))
    for judged in (firm(whole), _inner(whole)):
        right = set(paired(judged, by_source=True).values())
        for number, found in enumerate(judged.founds):
            yield Lesson(signs[id(found)], number in right, document.id)


def _inner(judged: Judged) -> Judged:
    """Beliefs and wishes alone, on both sides."""
    golds = tuple(gold for gold in judged.golds if gold.belief)
    founds = tuple(found for found in judged.founds if found.cue_class in INNER)
    return Judged(judged.id, judged.text, golds, founds)


def _found(text: str, tools: Tools) -> Iterator[tuple[Found, frozenset[str]]]:
    """Yield every statement of a text with its signs."""
    reading = read_source(Source("gold.txt", text.encode(), how="file"))
    for article in find_articles(reading.page, reading.capture):
        annotated = annotate(
            article, reading.page, tools.parser, tools.actors, tools.countries
        )
        scene = Scene(annotated)
        for draft, speaker in find_spoken(scene, tools.actors):
            mode = mode_of(draft.content, scene)
            signs = frozenset(signs_of(draft, mode, speaker, scene))
            yield _as_found(make_statement(draft, speaker, None, scene)), signs


def _as_found(statement: Statement) -> Found:
    source, cue, content = (
        tuple((span.start, span.end) for span in spans)
        for spans in (statement.source, statement.cue, statement.content)
    )
    return Found(source, cue, content, cue_class=statement.cue_class)


if __name__ == "__main__":
    main(sys.argv[1:])
