"""Fit the confidence of statements: `python -m bench.training.statements EXTRACTION`.

EXTRACTION is the folder of the extraction benchmark, whose pages the gold is on. Learns
from the training part of `bench/gold/statements` alone and writes
src/onrecord/data/statement_weights.tsv. Prints how far the confidence holds on pages
left out in turn; `python -m bench statements` measures it on other outlets.

The statements that it learns from end where a model fitted without their page would
end them: on pages that both models know, they would look surer than they are.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING
from unittest.mock import patch

from bench.attributions import INNER, Document, Found, Judged, firm, paired
from bench.confidence import (
    MASSES,
    area_under_curve,
    calibration_error,
    equal_masses,
)
from bench.harness import PROJECT
from bench.statement_gold import documents_of, read_frozen, read_gold
from bench.training.logistic import Lesson, fit, fold_of, likely
from bench.training.statement_ends import find_openings, weights_without
from onrecord.annotate import annotate
from onrecord.article import find_articles
from onrecord.extract.statements.assemble import make_statement, mode_of
from onrecord.extract.statements.confidence import signs_of
from onrecord.extract.statements.find import find_spoken
from onrecord.extract.statements.scene import Scene
from onrecord.model import Source
from onrecord.pipeline.tools import load_tools
from onrecord.read import read_source

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.model import Statement
    from onrecord.pipeline.tools import Tools

WEIGHTS = PROJECT / "src" / "onrecord" / "data" / "statement_weights.tsv"
RIDGE, FOLDS = 8.0, 5
ENDINGS = "onrecord.extract.statements.ending.load_weights"
HEAD = """\
# What each sign of a statement's construction adds to how sure we are, as log odds:
# a logistic model fitted on the training part of our own gold of statements by
# bench/training/statements.py. Columns: sign, weight.
"""


def main(arguments: Sequence[str]) -> None:
    """Fit, say how well it holds on pages left out, write the weights."""
    frozen = read_frozen(Path(arguments[0])) or {}
    pages = [page for page in read_gold(1) if page.part == "train"]
    tools = load_tools()
    lessons = list(_all_lessons(list(documents_of(pages, frozen)), tools))
    _say(lessons)
    weights = sorted(fit(lessons, RIDGE).items())
    rows = "".join(f"{name}\t{at:.3f}\n" for name, at in weights)
    WEIGHTS.write_text(HEAD + rows, encoding="utf-8")


def _all_lessons(documents: Sequence[Document], tools: Tools) -> Iterator[Lesson]:
    """Yield the statements of all texts, each found without knowing its page's ends."""
    openings = [each for item in documents for each in find_openings(item, tools)]
    for fold in range(FOLDS):
        endings = weights_without(fold, FOLDS, openings)
        with patch(ENDINGS, return_value=endings):
            for document in documents:
                if fold_of(document.id, FOLDS) == fold:
                    yield from _lessons(document, tools)


def _say(lessons: Sequence[Lesson]) -> None:
    """Print how far weights fitted on other pages hold."""
    given = []
    for fold in range(FOLDS):
        weights = fit([e for e in lessons if fold_of(e.page, FOLDS) != fold], RIDGE)
        left = [each for each in lessons if fold_of(each.page, FOLDS) == fold]
        given += [(likely(weights, each.signs), each.is_right) for each in left]
    error = calibration_error(equal_masses(given, MASSES))
    area = area_under_curve(given) or 0.0
    right = sum(each.is_right for each in lessons) / len(lessons)
    print(  # noqa: T201 - what the run is for
        f"{len(lessons)} statements, {right:.3f} right;"
        f" pages left out: calibration error {error:.3f}, area {area:.3f}"
    )


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
