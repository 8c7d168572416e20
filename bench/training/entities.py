"""Fit the weights of persons' identity: `python -m bench.training.entities`.

Reads tests/resolve/persons/fitted.txt, prints how sure and how right the score is on it
and on unseen.txt, and what each cut would join; with --write renews
src/onrecord/data/entity_weights.tsv. Rerun it when spelling is compared otherwise.
"""

from __future__ import annotations

import sys
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from onrecord.gazetteer import load_actors
from onrecord.model import groups_of
from onrecord.resolve.entities import link_names
from onrecord.resolve.entities.evidence import feature_names, features_of
from onrecord.resolve.entities.profile import make_profiles
from tests.resolve.invented import Told, read_told

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray

    Numbers = NDArray[np.float64]

WEIGHTS = Path(__file__).parents[2] / "src/onrecord/data/entity_weights.tsv"
FILES = ("fitted.txt", "unseen.txt")
# What we believed before we looked, from which few cases do not lead away; a feature
# that speaks for (or against) never turns round.
BELIEVED = {
    "full name": -0.5, "surname alone": 0.0, "likeness": 2.0,
    "a doubtful spelling": -1.0, "one spelling": 1.0,
    "an initial": -0.7, "three words": 0.7, "two scripts": -0.3, "common name": -2.2,
    "same body": 2.0, "other body": -1.5, "same office": 1.5, "same role": 0.7,
    "same country": 0.5,
    "nothing told": -0.3, "no more told": -1.0, "other office": -0.3,
    "other walk of life": -2.0, "other country": -2.5, "other gender": -3.0,
    "offices at once": -3.5, "same story": 1.5, "same company": 1.0,
    "one of many": -0.8, "years apart": -1.5,
}  # fmt: skip
FREE = {"full name", "surname alone"}
# PULL, to what we believed, was swept by leaving out every fifth case: .003, .01, .03
# lose .177, .189, .198, and find .90, .91, .92 where .98 are right. .01 is kept.
STEPS, RATE, PULL = 8000, 0.5, 0.01
CUTS = [round(0.05 * step, 2) for step in range(4, 20)]
ACTORS = load_actors()


def read_pairs(file: str) -> tuple[Numbers, Numbers]:
    """Features and truth of all pairs of a file whose names are alike."""
    names = feature_names()
    rows, truth = [], []
    for told in read_told(file):
        for features, is_one in _pairs(told):
            rows.append([features.get(name, 0.0) for name in names])
            truth.append(float(is_one))
    return np.array(rows), np.array(truth)


def _pairs(told: Told) -> Iterator[tuple[dict[str, float], bool]]:
    profiles = make_profiles(told.mentions, ACTORS, told.days, ())
    people = [profile for profile in profiles if profile.is_person]
    for left, right in combinations(people, 2):
        features = dict(features_of(left, right))
        if features:
            yield features, told.who[left.id] == told.who[right.id]


def chances(features: Numbers, weights: Numbers) -> Numbers:
    """How likely each pair is one person."""
    return np.asarray(1 / (1 + np.exp(-(features @ weights))))


def fit(features: Numbers, truth: Numbers) -> Numbers:
    """Weights by gradient descent, each kept on its side; the same every time."""
    names = feature_names()
    believed = np.array([BELIEVED[name] for name in names])
    held = np.array([name not in FREE for name in names])
    low = np.where(held & (believed > 0), 0.0, -np.inf)
    high = np.where(held & (believed < 0), 0.0, np.inf)
    weights = believed.copy()
    for _ in range(STEPS):
        slope = features.T @ (chances(features, weights) - truth) / len(features)
        slope += PULL * (weights - believed)
        weights = np.clip(weights - RATE * slope, low, high)
    return np.asarray(weights)


def _lose(sure: Numbers, truth: Numbers) -> float:
    held = np.clip(sure, 1e-6, 1 - 1e-6)
    return float(-(truth * np.log(held) + (1 - truth) * np.log(1 - held)).mean())


def _show(file: str, weights: Numbers) -> None:
    features, truth = read_pairs(file)
    sure = chances(features, weights)
    loss = _lose(sure, truth)
    print(f"{file}: {len(truth)} pairs, {truth.mean():.2f} one, loss {loss:.3f}")  # noqa: T201 - the report
    for cut in CUTS:
        above = sure >= cut
        if above.any():
            right, found = truth[above].mean(), truth[above].sum() / truth.sum()
            print(f"  {cut:.2f}: right {right:.3f}, found {found:.3f}")  # noqa: T201 - the report


def clustered(file: str, *, at_once: bool) -> tuple[float, float]:
    """Of the pairs that clustering joins the share that is right, and found of all."""
    right = joined = true = 0
    for told in read_told(file, at_once=at_once):
        links = link_names(told.mentions, ACTORS, days=told.days)
        groups: dict[str, str] = {**groups_of([m.id for m in told.mentions], links)}
        for left, right_ in combinations(sorted(told.who), 2):
            is_one = told.who[left] == told.who[right_]
            is_joined = groups[left] == groups[right_]
            right += is_one and is_joined
            joined += is_joined
            true += is_one
    return right / joined, right / true


def _write(weights: Iterable[float]) -> None:
    lines = WEIGHTS.read_text("utf-8").splitlines()
    head = [line for line in lines if line.startswith("#")]
    words = {row[0]: row[2] for row in (line.split("\t") for line in lines)
             if len(row) > 2}  # noqa: PLR2004 - columns of the file  # fmt: skip
    rows = [
        f"{name}\t{weight:.3f}\t{words[name]}"
        for name, weight in zip(feature_names(), weights, strict=True)
    ]
    WEIGHTS.write_text("\n".join([*head, *rows]) + "\n", encoding="utf-8")


def main() -> None:
    """Fit, print, and write when asked to."""
    weights = fit(*read_pairs("fitted.txt"))
    for name, weight in zip(feature_names(), weights, strict=True):
        print(f"{name:18} {weight:7.3f}")  # noqa: T201 - the report
    for file in FILES:
        _show(file, weights)
    if "--write" in sys.argv:
        _write(weights.tolist())
        return
    for file in FILES:
        for at_once in (False, True):
            figures = clustered(file, at_once=at_once)
            print(file, "at once" if at_once else "by case", figures)  # noqa: T201 - the report


if __name__ == "__main__":
    main()
