"""Fit how likely two sayings assert the same: `python -m bench.training.same_claim`.

Learns from the train part of bench/gold/claims (and the directions of leaning.py from
the train and dev parts of bench/gold/disputes, too). Prints how well folds of topics
and the dev half are ranked, without the judge of pairs and with it. With --write renews
src/onrecord/data/same_claim_weights.tsv and claim_directions.tsv; run it again whenever
the judge changes.
"""

from __future__ import annotations

import hashlib
import sys
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from bench.claim_gold import as_utterance, gold_claims, read_utterances
from bench.dispute_pairs import read_pairs
from bench.harness import PROJECT
from bench.training.claim_directions import Directions, Pairs, fit_directions
from onrecord.language import choose_encoder, choose_judge
from onrecord.resolve.claims.blocks import find_pairs
from onrecord.resolve.claims.leaning import UNIT
from onrecord.resolve.claims.sameness import HEARD, SIGNS, signs_of
from onrecord.resolve.claims.saying import make_sayings
from onrecord.resolve.meaning.verdict import judge, logs_of

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from bench.claim_gold import Part
    from onrecord.language import Encoder
    from onrecord.resolve.claims.saying import Saying

    Numbers = NDArray[np.float64]
    Folds = NDArray[np.int64]
    Flags = NDArray[np.bool_]

DATA = PROJECT / "src" / "onrecord" / "data"
WEIGHTS_HEAD = """\
# How much each sign says that two sayings assert the same: a logistic model fitted by
# bench/training/same_claim.py on utterances written for onrecord; "always" is moved so
# that .5 is the cut. Columns: sign, weight where no judge read the pair, and where one
# did.
"""
DIRECTIONS_HEAD = """\
# Directions of sentence vectors along which assertions part, fitted by
# bench/training/same_claim.py on utterances written for onrecord. Columns: the
# direction's sign and weight, then its parts in hundredths.
"""
FOLDS, STEPS = 8, 30
RIDGE = 50.0  # swept from 10 to 150: the folds' ranking stays within .001
# What a pair of two topics counts: there are many, and most are easy. Swept from .03 to
# 1: the folds' ranking within topics is .767 at 1 and .772 at .1. How long a text is
# was a sign, too, that ranked .003 better: long quotations then joined what they met.
AFAR = 0.3
# Belief that becomes .5: about where more pairs of the dev half would be wrong in a
# group than right. What is enough is swept in resolve/claims/links.py.
CUT = 0.25
LEANING = SIGNS.index("leaning")


@dataclass(frozen=True, slots=True)
class Lessons:
    """Pairs of sayings of one part: their vectors, signs, the judge's logs, topics."""

    left: Numbers
    right: Numbers
    signs: Numbers
    heard: Numbers
    is_same: Numbers
    fold: Folds
    is_of_topic: Flags

    def leant(self, leaning: Numbers) -> Numbers:
        """The signs, with this leaning of every pair."""
        signs = self.signs.copy()
        signs[:, LEANING] = leaning
        return signs


def fit(rows: Numbers, right: Numbers, counts: Numbers) -> Numbers:
    """Weights by Newton's method, the signs set to one spread before.

    `counts` is how much each row counts.
    """
    spread = np.where(rows.std(axis=0) > 0, rows.std(axis=0), 1.0)
    scaled = rows / spread
    ridges = np.full(rows.shape[1], RIDGE)
    ridges[0] = 0.0
    weights = np.zeros(rows.shape[1])
    for _ in range(STEPS):
        likely = 1 / (1 + np.exp(-scaled @ weights))
        slope = scaled.T @ (counts * (likely - right)) + ridges * weights
        spans = counts * likely * (1 - likely)
        curve = (scaled.T * spans) @ scaled + np.diag(ridges)
        weights -= np.linalg.solve(curve, slope)
    return np.asarray(weights / spread)


def ranking(scores: Numbers, right: Numbers) -> float:
    """How often a right pair stands before a wrong one."""
    places = scores.argsort(kind="stable").argsort(kind="stable") + 1
    count = right.sum()
    above = places[right > 0].sum() - count * (count + 1) / 2
    return float(above / (count * (len(right) - count)))


def lessons_of(part: Part, encoder: Encoder) -> Lessons:
    """Every pair that resolving compares, and every other one of a topic."""
    rows = read_utterances(part)
    topics, claims = {row.id: row.topic for row in rows}, gold_claims(rows)
    sayings = make_sayings(as_utterance(row) for row in rows)
    vectors = encoder.encode([saying.text for saying in sayings])
    topic = [topics[saying.name] for saying in sayings]
    claim = [claims[saying.name] for saying in sayings]
    every = combinations(range(len(sayings)), 2)
    inside = {pair for pair in every if topic[pair[0]] == topic[pair[1]]}
    pairs = sorted(inside | set(find_pairs(sayings, vectors)))
    left, right = np.array(pairs).T
    return Lessons(
        left=vectors[left].astype(float),
        right=vectors[right].astype(float),
        signs=np.array([_signs(sayings, vectors, *pair) for pair in pairs]),
        heard=_heard([(sayings[one].text, sayings[two].text) for one, two in pairs]),
        is_same=np.array([float(claim[one] == claim[two]) for one, two in pairs]),
        fold=np.array([_fold(topic[one]) for one, _ in pairs]),
        is_of_topic=np.array([topic[one] == topic[two] for one, two in pairs]),
    )


def _signs(
    sayings: list[Saying], vectors: NDArray[np.float32], left: int, right: int
) -> tuple[float, ...]:
    cosine = round(float(vectors[left] @ vectors[right]), 4)
    mine, theirs = sayings[left], sayings[right]
    verdict = judge(mine.meaning, theirs.meaning, cosine)
    return signs_of(mine, theirs, verdict, cosine, 0.0)


def _heard(texts: list[tuple[str, str]]) -> Numbers:
    model = choose_judge()
    if model is None:
        raise SystemExit("no judge of pairs: install onnxruntime and tokenizers")
    shares = model.judge(texts).tolist()
    return np.array([logs_of(row)[: len(HEARD)] for row in shares])


def _fold(topic: str) -> int:
    return int(hashlib.sha256(topic.encode()).hexdigest(), 16) % FOLDS


def directions_from(lessons: Lessons, encoder: Encoder, fold: int = -1) -> Directions:
    """Directions fitted on the pairs of a topic, this fold left out."""
    chosen = lessons.is_of_topic & (lessons.fold != fold)
    pairs = [*read_pairs("train"), *read_pairs("dev")]
    agrees = np.array([float(pair.label == "agree") for pair in pairs])
    left = encoder.encode([pair.left for pair in pairs])
    right = encoder.encode([pair.right for pair in pairs])
    return fit_directions(
        Pairs(
            np.vstack([lessons.left[chosen], left]),
            np.vstack([lessons.right[chosen], right]),
            np.r_[lessons.is_same[chosen], agrees],
            np.r_[np.zeros(chosen.sum(), int), np.ones(len(pairs), int)],
        )
    )


def main() -> None:
    """Fit, print, and write when asked to."""
    encoder = choose_encoder()
    train, dev = lessons_of("train", encoder), lessons_of("dev", encoder)
    leaning = np.zeros(len(train.is_same))
    for fold in range(FOLDS):
        found, at = directions_from(train, encoder, fold), train.fold == fold
        leaning[at] = found.leaning(train.left[at], train.right[at])
    directions = directions_from(train, encoder)
    rows = train.leant(leaning)
    told = dev.leant(directions.leaning(dev.left, dev.right))
    alone = _fitted("alone", (rows, told), train, dev)
    both = np.c_[rows, train.heard], np.c_[told, dev.heard]
    judged = _fitted("judged", both, train, dev)
    if "--write" in sys.argv:
        _write(alone, judged, directions)


def _fitted(
    name: str, rows: tuple[Numbers, Numbers], train: Lessons, dev: Lessons
) -> Numbers:
    """Weights from the train part; prints how well folds of it and dev are ranked."""
    scores = np.zeros(len(train.is_same))
    counts = np.where(train.is_of_topic, 1.0, AFAR)
    for fold in range(FOLDS):
        out = train.fold == fold
        scores[out] = rows[0][out] @ fit(
            rows[0][~out], train.is_same[~out], counts[~out]
        )
    weights = fit(rows[0], train.is_same, counts)
    folds = ranking(scores[train.is_of_topic], train.is_same[train.is_of_topic])
    half = ranking((rows[1] @ weights)[dev.is_of_topic], dev.is_same[dev.is_of_topic])
    print(f"{name}: {len(scores)} pairs, in topics {folds:.3f}, dev {half:.3f}")  # noqa: T201 - the report
    weights[0] -= np.log(CUT / (1 - CUT))
    return weights


def _write(alone: Numbers, judged: Numbers, directions: Directions) -> None:
    padded = [*alone, *(0.0 for _ in HEARD)]
    told = zip((*SIGNS, *HEARD), padded, judged, strict=True)
    lines = [f"{name}\t{one:.4f}\t{two:.4f}" for name, one, two in told]
    _save("same_claim_weights.tsv", WEIGHTS_HEAD, lines)
    parts = np.rint(directions.rows * UNIT).astype(int).tolist()
    lines = [
        "\t".join([f"{sign:.4f}", *map(str, row)])
        for sign, row in zip(directions.signs.tolist(), parts, strict=True)
    ]
    _save("claim_directions.tsv", DIRECTIONS_HEAD, lines)


def _save(name: str, head: str, lines: list[str]) -> None:
    (DATA / name).write_text(head + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
