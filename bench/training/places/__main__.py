"""Fit the weights of places: `python -m bench.training.places RESOLUTION`.

RESOLUTION is the development file of articles with names and points. Writes
src/onrecord/data/place_weights.tsv, and beside this file the weights without each
fold, which `python -m bench places` measures these articles with.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from bench.datasets import read_dataset
from bench.harness import PROJECT
from bench.place_rows import PlaceArticle
from bench.training.places.fitting import fit, make_lesson
from bench.training.places.folds import FOLDS, LEARNED, fold_of, weights_file
from onrecord.gazetteer.places import open_gazetteer
from onrecord.gazetteer.places.weights import TABLE, weights_table
from onrecord.settings import cache_folder

if TYPE_CHECKING:
    from collections.abc import Sequence

HEAD = """\
# What each sign adds to how sure we are that a name means a place, as log odds: a
# conditional logit fitted on development articles by bench/training/places, without
# any of their words. Our own. Columns: sign, weight when a name is looked at alone,
# weight among the other names of its article.
"""


def main(arguments: Sequence[str]) -> None:
    """Fit on all folds and without each, and write the tables."""
    articles = list(read_dataset(Path(arguments[0]), PlaceArticle))
    book = open_gazetteer(cache_folder(os.environ))
    made = (make_lesson(article, book) for article in articles)
    lessons = [lesson for lesson in made if lesson is not None]
    table = PROJECT / "src" / "onrecord" / "data" / TABLE
    table.write_text(HEAD + weights_table(fit(lessons)), encoding="utf-8")
    for fold in range(FOLDS):
        others = [each for each in lessons if fold_of(each.article) != fold]
        weights_file(fold).write_text(weights_table(fit(others)), encoding="utf-8")
    ids = "\n".join(sorted(article.id for article in articles))
    LEARNED.write_text(f"{ids}\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
