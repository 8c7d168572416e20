"""Fit the weights that rank claims: `python -m bench.training.claim_ranking`.

Learns from utterances written for onrecord alone: each of the dev half of our claims
asks for its claim, and each of a pair that agrees for the other, among all of them.
Prints MAP@5 by five folds, and that of the train posts of ../shared/bench/claims, on
which `RIDGE` was swept. With --write renews src/onrecord/data/claim_weights.tsv.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from typing import TYPE_CHECKING

import numpy as np

from bench.checkthat import BEST, index_of, read_claims, read_posts
from bench.claim_gold import read_utterances
from bench.dispute_pairs import read_pairs
from bench.harness import PROJECT
from onrecord.language import choose_encoder
from onrecord.resolve.claims import ClaimIndex
from onrecord.resolve.claims.ranking import FEATURES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from numpy.typing import NDArray

    from onrecord.language import Encoder

    Matrix = NDArray[np.float64]
    Lesson = tuple[Matrix, NDArray[np.bool_]]  # candidates' features; which are right
    Wordings = Mapping[str, Sequence[str]]  # of each claim, by a name for it
    Asked = Iterable[tuple[str, set[str]]]  # an utterance, and the claims it is of

DATA = PROJECT.parent / "shared" / "bench" / "claims"
WEIGHTS = PROJECT / "src" / "onrecord" / "data" / "claim_weights.tsv"
HEAD = """\
# Our own: how much each likeness of an utterance and a claim says that they belong
# together, fitted by bench/training/claim_ranking.py on utterances of our own gold.
# Columns: feature, weight.
"""
FOLDS, STEPS, RATE = 5, 400, 0.05
# Swept on the train posts: .829 at .3, .838 at 1 and at 1.5, .837 at 2, .833 at 5.
RIDGE = 1.5
# A likeness never speaks against a claim: without this, the few claims of many wordings
# teach that the mean of theirs does.
SIGNS = np.array([-1.0 if name == "other_figures" else 1.0 for name in FEATURES])


def fit(lessons: Sequence[Lesson]) -> Matrix:
    """Weights by which the right claim is likeliest among an utterance's candidates.

    A softmax over each one's candidates, by gradient descent on features of one
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
        weights = SIGNS * np.maximum((weights + pace) * SIGNS, 0)
    return np.asarray(weights / spread)


def score_of(weights: Matrix, lessons: Sequence[Lesson]) -> float:
    """MAP@5 of the lessons, ranked by these weights."""
    scores = []
    for features, right in lessons:
        best = right[np.argsort(-(features @ weights), kind="stable")[:BEST]]
        hits = np.cumsum(best) * best / np.arange(1, len(best) + 1)
        scores.append(hits.sum() / max(1, min(BEST, right.sum())))
    return float(np.mean(scores))


def by_folds(lessons: Sequence[Lesson]) -> float:
    """MAP@5 of the lessons, each ranked by weights that did not learn from it."""
    scores = []
    for fold in range(FOLDS):
        weights = fit([each for at, each in enumerate(lessons) if at % FOLDS != fold])
        scores.append(score_of(weights, lessons[fold::FOLDS]))
    return float(np.mean(scores))


def own_lessons(encoder: Encoder) -> Iterator[Lesson]:
    """What our own utterances teach, told twice: either half asks for the other."""
    for half in (0, 1):
        wordings, asked = _gold(half)
        yield from _lessons(wordings, asked, encoder)


def _gold(half: int) -> tuple[dict[str, list[str]], list[tuple[str, set[str]]]]:
    """Claims by their wordings, and the utterances that ask for one of them."""
    wordings: defaultdict[str, list[str]] = defaultdict(list)
    asked: list[tuple[str, set[str]]] = []
    for number, item in enumerate(read_utterances("dev")):
        if item.claim is not None and number % 2 != half:
            asked.append((item.text, {item.claim}))
        else:
            wordings[item.claim or item.id].append(item.text)
    agreeing: defaultdict[str, set[str]] = defaultdict(set)
    for pair in (*read_pairs("train"), *read_pairs("dev")):
        one, other = (pair.left, pair.right) if half else (pair.right, pair.left)
        wordings[other] = [other]
        if pair.label == "agree":
            agreeing[one].add(other)
    return wordings, [*asked, *agreeing.items()]


def _lessons(wordings: Wordings, asked: Asked, encoder: Encoder) -> Iterator[Lesson]:
    names = list(wordings)
    index = ClaimIndex([wordings[name] for name in names], encoder, encodes_all=True)
    for text, right in asked:
        places, features = index.features(text)
        kept = np.array([names[place] != text for place in places], dtype=bool)
        is_right = np.array([names[place] in right for place in places], dtype=bool)
        if is_right.any():
            yield features[kept], is_right[kept]


def post_lessons(encoder: Encoder) -> Iterator[Lesson]:
    """The train posts, for choosing `RIDGE` alone: no weight is fitted on them."""
    claims, posts = read_claims(DATA) or [], read_posts(DATA) or []
    index = index_of(claims, encoder)
    for post in posts:
        if post.split == "train":
            places, features = index.features(post.text)
            yield features, np.array([claims[at].id in post.relevant for at in places])


def main() -> None:
    """Fit, print, and write when asked to."""
    encoder = choose_encoder(threads=2)
    lessons = list(own_lessons(encoder))
    weights = fit(lessons)
    posts = score_of(weights, list(post_lessons(encoder)))
    print(f"MAP@5 by folds {by_folds(lessons):.3f}, train posts {posts:.3f}")  # noqa: T201 - the report
    if "--write" in sys.argv:
        rows = zip(FEATURES, weights.tolist(), strict=True)
        lines = [f"{name}\t{weight:.4f}" for name, weight in rows]
        WEIGHTS.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
