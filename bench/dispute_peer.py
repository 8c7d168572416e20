"""The peer of `bench disputes`: a logistic model over cheap lexical features.

Overlap of words, negations on either side, numbers that differ, lengths, a few words of
denial: what needs no model of meaning.
"""

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from bench.dispute_cues import words_of
from bench.dispute_data import Row, numbers_of

NEGATIONS = frozenset(
    ("no", "not", "never", "none", "nobody", "nothing", "neither", "nor", "without",
     "cannot", "nowhere")
)  # fmt: skip
DENIALS = re.compile(
    r"\b(?:den(?:y|ies|ied)|reject|dismiss|false|untrue|lie|refus|fail)"
)
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
STEPS, RATE, RIDGE = 2000, 0.5, 0.003


class LexicalPeer:
    """Fitted on these rows; asked about others."""

    def __init__(self, rows: Sequence[Row]) -> None:
        """Fit by gradient descent; the same every time."""
        features = np.array([_features(row) for row in rows])
        self._mean, self._scale = features.mean(axis=0), features.std(axis=0) + 1e-6
        wanted = np.eye(3)[numbers_of(rows)]
        given = self._given(features)
        self._weights = np.zeros((given.shape[1], 3))
        for _ in range(STEPS):
            slope = given.T @ (_shares(given @ self._weights) - wanted) / len(given)
            self._weights -= RATE * (slope + RIDGE * self._weights)

    def __call__(self, rows: Sequence[Row]) -> NDArray[np.float64]:
        """Shares of belief in agree, dispute and other."""
        given = self._given(np.array([_features(row) for row in rows]))
        return _shares(given @ self._weights)

    def _given(self, features: NDArray[np.float64]) -> NDArray[np.float64]:
        scaled = (features - self._mean) / self._scale
        return np.hstack([scaled, np.ones((len(scaled), 1))])


def _shares(logits: NDArray[np.float64]) -> NDArray[np.float64]:
    raised = np.exp(logits - logits.max(axis=1, keepdims=True))
    return np.asarray(raised / raised.sum(axis=1, keepdims=True))


def _features(row: Row) -> tuple[float, ...]:
    left, right = set(words_of(row.a)), set(words_of(row.b))
    shared = len(left & right)
    negated = [_negations(text) for text in row.texts]
    denied = [bool(DENIALS.search(text.lower())) for text in row.texts]
    numbers = [set(NUMBER.findall(text)) for text in row.texts]
    return (
        shared / max(1, len(left | right)),
        shared / max(1, min(len(left), len(right))),
        float((negated[0] > 0) != (negated[1] > 0)),
        float(min(negated) > 0),
        float(sum(negated)),
        float(denied[0] != denied[1]),
        float(bool(numbers[0] and numbers[1] and numbers[0] != numbers[1])),
        float(bool(numbers[0] & numbers[1])),
        float(abs(len(left) - len(right))),
        shared * float((negated[0] > 0) != (negated[1] > 0)),
    )


def _negations(text: str) -> int:
    return sum(
        word in NEGATIONS or word.endswith(("n't", "n’t")) for word in words_of(text)
    )
