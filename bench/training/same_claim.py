"""Fit how likely two texts assert the same: `python -m bench.training.same_claim`.

Learns from the train and dev parts of bench/gold/disputes ("agree" against the rest),
prints how well folds of topics are ranked, and what each cut makes of the dev half of
bench/gold/claims; with --write renews src/onrecord/data/same_claim_weights.tsv.
"""

from __future__ import annotations

import hashlib
import sys
from typing import TYPE_CHECKING

import numpy as np

from bench.dispute_pairs import read_pairs
from bench.harness import PROJECT
from onrecord.language import choose_encoder
from onrecord.resolve.claims.sameness import NAMES, features_of
from onrecord.resolve.meaning import read_meaning

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]

WEIGHTS = PROJECT / "src" / "onrecord" / "data" / "same_claim_weights.tsv"
HEAD = """\
# How much each sign says that two texts assert the same: a logistic model fitted on
# pairs written for onrecord by bench/training/same_claim.py; "always" is moved so that
# .5 is the cut. Columns: sign, weight.
"""
FOLDS, STEPS = 5, 30
RIDGE = 10.0  # swept from 1 to 30: the folds' ranking stays within .001
# Belief that becomes .5. Swept from .25 to .4 on the dev half of bench/gold/claims: F1
# of the groups is .64 to .67 throughout, and precision grows from .65 to .84. A wrong
# utterance in a claim is worse than one that is missing.
CUT = 0.4


def fit(rows: Numbers, right: Numbers) -> Numbers:
    """Weights by Newton's method, the features set to one spread before."""
    spread = np.where(rows.std(axis=0) > 0, rows.std(axis=0), 1.0)
    scaled = rows / spread
    ridges = np.full(rows.shape[1], RIDGE)
    ridges[0] = 0.0
    weights = np.zeros(rows.shape[1])
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-scaled @ weights))
        slope = scaled.T @ (likely - right) + ridges * weights
        curve = (scaled.T * (likely * (1 - likely))) @ scaled + np.diag(ridges)
        weights -= np.linalg.solve(curve, slope)
    return np.asarray(weights / spread)


def ranking(scores: Numbers, right: Numbers) -> float:
    """How often a right pair stands before a wrong one."""
    places = scores.argsort(kind="stable").argsort(kind="stable") + 1
    count = right.sum()
    above = places[right > 0].sum() - count * (count + 1) / 2
    return float(above / (count * (len(right) - count)))


def main() -> None:
    """Fit, print, and write when asked to."""
    pairs = [*read_pairs("train"), *read_pairs("dev")]
    encoder = choose_encoder()
    left = encoder.encode([pair.left for pair in pairs])
    right = encoder.encode([pair.right for pair in pairs])
    rows = np.array(
        [
            features_of(
                (pair.left, read_meaning(pair.left)),
                (pair.right, read_meaning(pair.right)),
                round(float(left[at] @ right[at]), 4),
            )
            for at, pair in enumerate(pairs)
        ]
    )
    agrees = np.array([float(pair.label == "agree") for pair in pairs])
    folds = np.array([_fold(pair.topic) for pair in pairs])
    scores = np.zeros(len(pairs))
    for fold in range(FOLDS):
        scores[folds == fold] = rows[folds == fold] @ fit(
            rows[folds != fold], agrees[folds != fold]
        )
    print(f"{len(pairs)} pairs, ranked by folds {ranking(scores, agrees):.3f}")  # noqa: T201 - the report
    if "--write" in sys.argv:
        weights = fit(rows, agrees)
        weights[0] -= np.log(CUT / (1 - CUT))
        told = zip(NAMES, weights.tolist(), strict=True)
        lines = [f"{name}\t{weight:.4f}" for name, weight in told]
        WEIGHTS.write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")


def _fold(topic: str) -> int:
    return int(hashlib.sha256(topic.encode()).hexdigest(), 16) % FOLDS


if __name__ == "__main__":
    main()
