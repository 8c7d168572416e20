"""Fit what speaks for one event: `python -m bench.training.incidents`.

Learns from the development halves of `bench/gold/merging` and its training file alone,
as `onrecord add` reads them, and writes src/onrecord/data/incident_weights.tsv. Prints
B-cubed F1 on scenes that the weights had not seen, for each set and threshold;
`python -m bench incidents` measures the halves kept out.

Every pair is learned from twice, the second time with some of its fields left out: a
link must be able to rest on words and dates where place, kind or figures are missing.
A sign that speaks the other way than it should, by chance, is left out.
"""

import hashlib
import os
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

import numpy as np

from bench.harness import PROJECT
from bench.incident_events import b_cubed
from bench.merging_gold import (
    GOLD_SETS,
    GoldText,
    pages_of,
    read_texts,
    read_training,
)
from bench.training.logistic import ALWAYS, SELDOM, STEPS, Lesson, fold_of, likely
from onrecord.gazetteer.places import open_gazetteer
from onrecord.model import ReportText, Source, groups_of
from onrecord.pipeline import load_tools
from onrecord.pipeline.compare import gather, report_texts
from onrecord.pipeline.ingest import add_source
from onrecord.record import open_record
from onrecord.resolve.incidents import link, link_reports
from onrecord.resolve.incidents.likeness import APART
from onrecord.resolve.incidents.signs import find_bar, signs_of
from onrecord.resolve.incidents.telling import Telling, tellings
from onrecord.settings import cache_folder

WEIGHTS = PROJECT / "src" / "onrecord" / "data" / "incident_weights.tsv"
# Swept: ridge 1.5, 3, 6, 12 on left-out scenes; F1 moves by .01.
RIDGE, FOLDS = 3.0, 5
THRESHOLDS = (0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6, 0.7)
FOR = (
    "words", "rare words", "title", "names", "weight of", "same", "several",
    "odd names", "some act", "street known", "place known", "day in the month",
    "near place", "kind same", "kind near", "told dates that fit",
    "presumed dates that fit",
)  # fmt: skip
# What a reader would give to signs that a small gold shows too seldom: the ridge pulls
# towards this, as it pulls the others towards nothing.
EXPECTED = {
    "other site": -1.2, "killed far apart": -1.5,
    "other place, each unknown to the other": -1.0,
    "other country": -1.0, "far place": -0.5, "kind far": -0.6, "other streets": -0.6,
    "told dates 1 or more apart": -0.3, "told dates 2 or more apart": -0.8,
    "told dates 4 or more apart": -0.5, "told dates 11 or more apart": -0.5,
    "other victim": -1.5, "other victim's age": -1.2, "other persons": -0.8,
    "same victim's age": 0.5, "same person with an age": 0.8,
    "told before it happened": -0.6, "same place": 0.4, "same day": 0.4,
    "same streets": 0.5, "several same ages": 0.4, "several same numbers": 0.4,
    "same person or body": 0.3, "same full name": 1.5,
    "odd names 2": 0.5, "odd names 3": 0.4, "other acts": -0.6,
    "arrested far apart": -1.0, "street known to the other": 0.8,
    "told dates 60 or more apart": -1.0, "told dates 300 or more apart": -1.0,
    "presumed dates 60 or more apart": -0.6,
    "presumed dates 300 or more apart": -0.6, "day in no month named": -0.4,
    "told beside this": -1.5, "mass arrest": -2.0,
}  # fmt: skip
FIELDS = {
    "place": ("same place", "near place", "far", "other place", "other country",
              "place known"),
    "kind": ("kind", "some act", "other acts", "same first act", "other first act",
             "act unknown"),
    "dates": ("told dates", "presumed dates", "same day", "told before", "day in"),
    "tolls": ("same killed", "same injured", "other killed", "other injured",
              "killed", "injured", "arrested"),
    "marks": ("same ages", "other ages", "several", "same streets", "other streets",
              "same numbers", "other numbers", "same person",
              "same site", "other site", "other victim", "same victim",
              "odd names", "same full", "other full", "street known"),
}  # fmt: skip
HEAD = """\
# What each sign of a pair of reports adds to the log odds that they are of one event:
# a logistic model fitted on the development halves of our own gold of merging by
# bench/training/incidents.py. A measure ("words 0.2") stands for at least so much, and
# adds to the smaller ones. Columns: sign, weight.
"""


@dataclass(frozen=True, slots=True)
class Found:
    """The texts of a half, and the reports that are found in them."""

    texts: Sequence[GoldText]
    reports: Sequence[ReportText]

    @property
    def mains(self) -> Mapping[str, ReportText]:
        """The main report of each text that has one."""
        return {
            Path(each.where).stem: each for each in self.reports if each.report.is_main
        }


def main() -> None:
    """Fit, say how well it holds on scenes left out, write the weights."""
    sets = [read_found(texts) for texts in _texts()]
    lessons = [lesson for found in sets for lesson in lessons_of(found)]
    same = sum(each.is_right for each in lessons)
    sys.stdout.write(f"{len(lessons)} lessons, {same} of one event\n")
    models = [
        fit_signed([each for each in lessons if fold_of(each.page, FOLDS) != fold])
        for fold in range(FOLDS)
    ]
    for found in sets:
        _say(found, models)
    weights = fit_signed(lessons)
    rows = "".join(f"{name}\t{at:.3f}\n" for name, at in sorted(weights.items()))
    WEIGHTS.write_text(HEAD + rows, encoding="utf-8")


def _texts() -> Iterator[list[GoldText]]:
    for gold_set in GOLD_SETS:
        yield read_texts("dev", gold_set)
    yield read_training()


def read_found(texts: Sequence[GoldText]) -> Found:
    """Texts with their reports as the pipeline finds them."""
    tools = load_tools(gazetteer=open_gazetteer(cache_folder(os.environ)))
    pages = pages_of(list(texts))
    sources = [Source(name, page.encode(), "file") for name, page in pages]
    with (
        TemporaryDirectory(prefix="merging-") as folder,
        open_record(Path(folder) / "merging.db") as record,
    ):
        for source in sources:
            add_source(record, source, tools, now=datetime.now(UTC))
        entity = {str(item.id): str(item.head) for item in record.mentions()}
        return Found(texts, report_texts(gather(record, entity, {})))


def lessons_of(half: Found) -> Iterator[Lesson]:
    """Yield every pair of main reports, whole and with fields left out."""
    compared = tellings(half.reports)
    mains = half.mains
    texts = [text for text in half.texts if text.id in mains]
    for one, other in combinations(texts, 2):
        left, right = (compared[mains[text.id].report.id] for text in (one, other))
        if find_bar(left, right) is None:
            is_same = one.incident == other.incident
            lesson = Lesson(signs_of(left, right), is_same, one.scene)
            yield lesson
            yield _masked(lesson, f"{one.id} {other.id}")


def _masked(lesson: Lesson, seed: str) -> Lesson:
    """The lesson without about half of its fields, the same ones every time."""
    digest = hashlib.sha256(seed.encode()).digest()
    hidden = tuple(
        start
        for byte, starts in zip(digest, FIELDS.values(), strict=False)
        if byte % 2
        for start in starts
    )
    signs = frozenset(sign for sign in lesson.signs if not sign.startswith(hidden))
    return Lesson(signs, lesson.is_right, lesson.page)


def fit_signed(lessons: Sequence[Lesson]) -> dict[str, float]:
    """Weights that speak for one event where the sign does, and else against it."""
    names = [ALWAYS, *sorted({*EXPECTED, *_often(lessons)})]
    while True:
        weights = _fitted(lessons, names)
        right = [
            name
            for name in names
            if name == ALWAYS or (weights[name] > 0) == name.startswith(FOR)
        ]
        if right == names:
            return weights
        names = right


def _often(lessons: Sequence[Lesson]) -> set[str]:
    seen = Counter(sign for lesson in lessons for sign in lesson.signs)
    return {sign for sign, times in seen.items() if times >= SELDOM}


def _fitted(lessons: Sequence[Lesson], names: Sequence[str]) -> dict[str, float]:
    """The weights by Newton's method, with the ridge around what is expected."""
    rows = np.array(
        [[name == ALWAYS or name in each.signs for name in names] for each in lessons],
        dtype=float,
    )
    right = np.array([each.is_right for each in lessons], dtype=float)
    expected = np.array([EXPECTED.get(name, 0.0) for name in names])
    ridges = np.array([0.0 if name == ALWAYS else RIDGE for name in names])
    weights = expected.copy()
    for _ in range(STEPS):
        likely_same = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (likely_same - right) + ridges * (weights - expected)
        curve = (rows.T * (likely_same * (1 - likely_same))) @ rows + np.diag(ridges)
        weights -= np.linalg.solve(curve, slope)
    return dict(zip(names, weights.tolist(), strict=True))


def _say(half: Found, models: Sequence[Mapping[str, float]]) -> None:
    """Print how well reports of scenes left out are joined, by threshold."""
    scenes = {text.id: text.scene for text in half.texts}
    where = {each.report.id: Path(each.where).stem for each in half.reports}

    def unseen(one: Telling, other: Telling) -> tuple[float, str]:
        bar = find_bar(one, other)
        if bar:
            return APART, bar
        model = models[fold_of(scenes[where[one.report.id]], FOLDS)]
        return likely(model, signs_of(one, other)), ""

    sys.stdout.write(f"{len(half.texts)} texts, {len(half.mains)} with a report\n")
    with patch.object(link, "compare", unseen):
        for threshold in THRESHOLDS:
            with patch.object(link, "THRESHOLD", threshold):
                sys.stdout.write(f"{threshold} {' '.join(_scores(half))}\n")


def _scores(half: Found) -> Iterator[str]:
    """Yield B-cubed of all texts, and of those that have a report."""
    groups = groups_of(
        (each.report.id for each in half.reports), link_reports(half.reports)
    )
    found = {name: groups[each.report.id] for name, each in half.mains.items()}
    gold = {text.id: text.incident for text in half.texts}
    alone = {name: found.get(name, name) for name in gold}
    for name, answer in (("all", alone), ("with a report", found)):
        score = b_cubed(gold, answer)
        parts = " ".join(f"{key} {value:.3f}" for key, value in score.items())
        yield f"{name}: {parts};"


if __name__ == "__main__":
    main()
