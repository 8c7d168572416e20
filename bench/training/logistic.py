"""A logistic model over signs that are there or not, and folds of whole pages.

With a ridge, fitted by Newton's method (Hastie, Tibshirani and Friedman 2009, section
4.4); signs seen seldom are left out.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

ALWAYS = "always"
SELDOM, STEPS = 6, 60


@dataclass(frozen=True, slots=True)
class Lesson:
    """One thing to learn from: its signs, whether it is so, and on which page."""

    signs: frozenset[str]
    is_right: bool
    page: str


def fit(lessons: Sequence[Lesson], ridge: float) -> dict[str, float]:
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


def likely(weights: Mapping[str, float], signs: frozenset[str]) -> float:
    """How likely a statement with these signs is right."""
    score = weights[ALWAYS] + sum(weights.get(sign, 0.0) for sign in signs)
    return float(1 / (1 + np.exp(-score)))


def fold_of(page: str, folds: int) -> int:
    """Which of the folds all of a page is in."""
    return int(hashlib.sha256(page.encode()).hexdigest(), 16) % folds
