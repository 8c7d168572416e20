"""Fit the weights of the verdict: `python -m bench.training.verdict`.

Reads tests/resolve/pairs/fitted.tsv, prints the accuracy on it and on unseen.tsv, and
with --write renews src/onrecord/data/verdict_weights.tsv.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from onrecord.language import MiniLmEncoder
from onrecord.resolve.meaning import read_meaning
from onrecord.resolve.meaning.verdict import LABELS, features_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Matrix = NDArray[np.float64]

HOME = Path(__file__).parents[2]
PAIRS = HOME / "tests" / "resolve" / "pairs"
WEIGHTS = HOME / "src" / "onrecord" / "data" / "verdict_weights.tsv"
NAMES = (
    "always", "cosine", "cosine_squared", "shared_words", "shared_plain_words",
    "poles_same", "poles_opposed", "vague_same", "vague_opposed", "numbers_equal",
    "numbers_conflict", "plain_negation", "other_time", "opposed_and_near",
    "same_and_near", "other_things_counted",
)  # fmt: skip
HEAD = """\
# How much each feature of a pair of statements speaks for agree, dispute, other:
# a logistic model fitted on pairs written for onrecord by bench/training/verdict.py.
# Columns: feature, agree, dispute, other.
"""
STEPS, RATE, RIDGE = 4000, 0.3, 0.01


def read_pairs(name: str) -> tuple[Matrix, NDArray[np.int64]]:
    """Features and labels of the pairs in this file."""
    lines = (PAIRS / name).read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line.count("\t") == 2]  # noqa: PLR2004 - columns of the file
    encoder = MiniLmEncoder()
    left = encoder.encode([row[1] for row in rows])
    right = encoder.encode([row[2] for row in rows])
    features = [
        features_of(read_meaning(one), read_meaning(other), float(left[at] @ right[at]))
        for at, (_, one, other) in enumerate(rows)
    ]
    return np.array(features), np.array([LABELS.index(row[0]) for row in rows])


def shares(features: Matrix, weights: Matrix) -> Matrix:
    """The share of belief of each label, a row for each pair."""
    logits = features @ weights
    raised = np.exp(logits - logits.max(axis=1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=1, keepdims=True))


def fit(features: Matrix, labels: NDArray[np.int64]) -> Matrix:
    """Weights by gradient descent; the same every time."""
    weights = np.zeros((features.shape[1], len(LABELS)))
    wanted = np.eye(len(LABELS))[labels]
    for _ in range(STEPS):
        slope = features.T @ (shares(features, weights) - wanted) / len(features)
        weights -= RATE * (slope + RIDGE * weights)
    return weights


def main() -> None:
    """Fit, print, and write when asked to."""
    features, labels = read_pairs("fitted.tsv")
    weights = fit(features, labels)
    for name in ("fitted.tsv", "unseen.tsv"):
        seen, wanted = read_pairs(name)
        right = float((shares(seen, weights).argmax(axis=1) == wanted).mean())
        print(f"{name}: {len(wanted)} pairs, accuracy {right:.3f}")  # noqa: T201 - the report
    if "--write" in sys.argv:
        rows = zip(NAMES, weights.tolist(), strict=True)
        lines = ["\t".join([name, *(f"{w:.3f}" for w in row)]) for name, row in rows]
        WEIGHTS.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
