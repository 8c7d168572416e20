"""Which weights may be measured on which article: never those fitted on its site.

The articles are dealt into folds by site. The weights that ship are fitted on all
folds; for each fold there are weights fitted on the others, and an article that was
learned from is measured with those. Any other article is measured with what ships.
"""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.gazetteer.places.weights import load_weights, read_weights

if TYPE_CHECKING:
    from bench.place_rows import PlaceArticle
    from onrecord.gazetteer.places.weights import PlaceWeights

FOLDS = 5
_HOME = Path(__file__).parent
LEARNED = _HOME / "learned.txt"


def fold_of(article: PlaceArticle) -> int:
    """The fold of the article's site, from 0; of the article where it has none."""
    words = f"fold:{article.domain or article.id}"
    return int(hashlib.sha256(words.encode()).hexdigest(), 16) % FOLDS


def weights_file(fold: int) -> Path:
    """Where the weights lie that were fitted without this fold."""
    return _HOME / f"without_fold_{fold}.tsv"


def weights_for(article: PlaceArticle) -> PlaceWeights:
    """The weights to measure this article with."""
    if article.id not in _learned():
        return load_weights()
    return _without(fold_of(article))


@cache
def _learned() -> frozenset[str]:
    return frozenset(LEARNED.read_text("utf-8").split())


@cache
def _without(fold: int) -> PlaceWeights:
    return read_weights(weights_file(fold).read_text("utf-8"))
