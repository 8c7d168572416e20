"""Fit the weights that rank claims: `python -m bench.training.claim_ranking`.

Reads the train split of ../shared/bench/claims alone, prints its MAP@5 by five folds
of posts, and with --write renews src/onrecord/data/claim_weights.tsv: one number for
each kind of likeness, and no word of the data.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import numpy as np

from bench.checkthat import BEST, index_of, read_claims, read_posts
from bench.harness import PROJECT
from onrecord.language import choose_encoder
from onrecord.resolve.claims.ranking import FEATURES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Matrix = NDArray[np.float64]
    Lesson = tuple[Matrix, NDArray[np.bool_]]  # candidates' features; which are right

DATA = PROJECT.parent / "shared" / "bench" / "claims"
WEIGHTS = PROJECT / "src" / "onrecord" / "data" / "claim_weights.tsv"
HEAD = """\
# Our own: how much each likeness of an utterance and a claim says that they belong
# together, fitted by bench/training/claim_ranking.py; no word of the posts is in here.
# Columns: feature, weight.
"""
FOLDS, STEPS, RATE = 5, 400, 0.05
RIDGE = 0.03  # swept from .01 to .3 by folds: .850, .848, .848, .843


def fit(lessons: Sequence[Lesson]) -> Matrix:
    """Weights by which the right claim is likeliest among a post's candidates.

    A softmax over each post's candidates, by gradient descent on features of one
    spread; the same every time.
    """
    told = [lesson for lesson in lessons if lesson[1].any()]
    rows = np.vstack([features for features, _ in told])
    spread = rows.std(axis=0) + 1e-9
    rows /= spread
    wanted = np.concatenate([right / right.sum() for _, right in told])
    sizes = [len(right) for _, right in told]
    starts = np.cumsum([0, *sizes[:-1]])
    weights, pace = np.zeros(rows.shape[1]), np.zeros(rows.shape[1])
    for _ in range(STEPS):
        scores = rows @ weights
        scores -= np.repeat(np.maximum.reduceat(scores, starts), sizes)
        raised = np.exp(scores)
        shares = raised / np.repeat(np.add.reduceat(raised, starts), sizes)
        slope = rows.T @ (shares - wanted) / len(told) + RIDGE * weights
        pace = 0.9 * pace - RATE * slope
        weights += pace
    return np.asarray(weights / spread)


def by_folds(lessons: Sequence[Lesson]) -> float:
    """MAP@5 of the lessons, each ranked by weights that did not learn from it."""
    scores = []
    for fold in range(FOLDS):
        weights = fit([each for at, each in enumerate(lessons) if at % FOLDS != fold])
        for features, right in lessons[fold::FOLDS]:
            best = right[np.argsort(-(features @ weights), kind="stable")[:BEST]]
            hits = np.cumsum(best) * best / np.arange(1, len(best) + 1)
            scores.append(hits.sum() / max(1, min(BEST, right.sum())))
    return float(np.mean(scores))


def main() -> None:
    """Fit, print, and write when asked to."""
    claims, posts = read_claims(DATA) or [], read_posts(DATA) or []
    train = [post for post in posts if post.split == "train"]
    index = index_of(claims, choose_encoder(threads=2))
    lessons = []
    for post in train:
        places, features = index.features(post.text)
        right = np.array([claims[place].id in post.relevant for place in places])
        lessons.append((features, right))
    print(f"{len(train)} posts, MAP@5 by folds {by_folds(lessons):.3f}")  # noqa: T201 - the report
    if "--write" in sys.argv:
        rows = zip(FEATURES, fit(lessons).tolist(), strict=True)
        lines = [f"{name}\t{weight:.4f}" for name, weight in rows]
        WEIGHTS.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
