"""Whose name a name is: persons, bodies and places, pairs and groups.

The metric stands beside the data (its README says what each file is). No figure is
measured on what `bench/training/names.py` learns from.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bench.datasets import read_dataset
from bench.harness import Figures, Inputs, Miss, joined, missing
from bench.name_actors import relation_between
from bench.name_clusters import measure_clusters, near
from bench.name_metric import Metric, NameRow, PairRow, built, load_metric
from bench.name_peers import measure_speed, peer_notes
from bench.name_places import place_lookup
from onrecord.gazetteer import (
    JOINED_FROM,
    UNSURE_FROM,
    load_actors,
    person_likeness,
    place_likeness,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

ACROSS, WITHIN = "cross_script", "same_script"
AUTHORED, PERSONS, PLACES = "authored_dev", "ofac_person_test", "places_dev"
CLUSTERS, FITTED = "clusters_ofac_dev", "ofac_person_dev"


def measure(inputs: Inputs) -> Figures:
    """Score what spelling and tables say of every pair, and the groups they make."""
    script = inputs.data / "score.py"
    if not script.is_file():
        return missing(script, "figures: it holds the metric")
    metric = load_metric(script)
    files = {
        name: inputs.data / f"{name}.jsonl"
        for name in (AUTHORED, PERSONS, PLACES, CLUSTERS)
    }
    work = {
        AUTHORED: _authored,
        PERSONS: _persons,
        PLACES: _places,
    }
    clusters = _clusters(files[CLUSTERS], inputs.data, metric)
    parts = [
        do(_pairs(files[name]), metric)
        if files[name].is_file()
        else missing(files[name], f"figures of {name}")
        for name, do in work.items()
    ]
    return joined(*parts, clusters)


def _pairs(path: Path) -> list[PairRow]:
    return list(read_dataset(path, PairRow))


def _authored(rows: Sequence[PairRow], metric: Metric) -> Figures:
    persons = [row for row in rows if row.type == "person"]
    within, across = (
        [row for row in persons if row.kind == kind] for kind in (WITHIN, ACROSS)
    )
    return joined(
        _curve("person_same_script", within, person_likeness, metric),
        _curve("person_cross_script", across, person_likeness, metric),
        _organisations([row for row in rows if row.type == "org"], metric),
    )


def _persons(rows: Sequence[PairRow], metric: Metric) -> Figures:
    return joined(
        _curve("ofac_person", rows, person_likeness, metric),
        peer_notes(rows, metric),
    )


def _places(rows: Sequence[PairRow], metric: Metric) -> Figures:
    across = [row for row in rows if row.kind == ACROSS]
    return joined(
        _curve("places_cross_script", across, place_likeness, metric),
        place_lookup(across, metric),
    )


def _curve(
    name: str,
    rows: Sequence[PairRow],
    likeness: Callable[[str, str], float],
    metric: Metric,
) -> Figures:
    """Best F1, recall at precision .95, and what the bands would do, in a note."""
    scores = {row.id: likeness(row.a, row.b) for row in rows}
    plain = built(rows)
    curve = metric.curve(plain, scores)
    bands = {cut: metric.at_threshold(plain, scores, cut) for cut in _BANDS}
    told = ", ".join(
        f"from {cut} P {found['precision']:.3f} R {found['recall']:.3f}"
        for cut, found in bands.items()
    )
    values = {
        f"{name}_f1": curve["best_f1"],
        f"{name}_r_at_p95": curve["recall_at_p95"],
    }
    misses = tuple(
        Miss(f"{name}_f1", row.id, row.relation, f"{row.a} / {row.b}: {score:.2f}")
        for row in rows
        if ((score := scores[row.id]) >= curve["at"]) != bool(row.label)
    )
    note = f"{name}: {told}; best F1 from {curve['at']:.2f}"
    return Figures(values, misses, (note,), {f"{name}_f1": len(rows)})


_BANDS = (JOINED_FROM, UNSURE_FROM)


def _organisations(rows: Sequence[PairRow], metric: Metric) -> Figures:
    """By table and pattern; a branch that is called its parent is a fault."""
    actors = load_actors()
    answers = {row.id: relation_between(row, actors) for row in rows}
    scores = {id_: answer.score for id_, answer in answers.items()}
    merged = tuple(
        Miss("branch_merged", row.id, row.relation, f"{row.a} / {row.b}")
        for row in rows
        if row.relation == "part_of" and answers[row.id].relation == "same"
    )
    missed = tuple(
        Miss("org_r_at_p95", row.id, row.relation, f"{row.a} / {row.b}")
        for row in rows
        if (row.relation == "same") != (answers[row.id].relation == "same")
    )
    values = {
        "org_r_at_p95": metric.curve(built(rows), scores)["recall_at_p95"],
        "branch_merged": float(len(merged)),
    }
    return Figures(values, merged + missed, asked={"org_r_at_p95": len(rows)})


def _clusters(path: Path, folder: Path, metric: Metric) -> Figures:
    if not path.is_file():
        keys = "ofac_clusters_b3", "blocking_recall", "pairs_per_second_ratio"
        return missing(path, *keys)
    rows = list(read_dataset(path, NameRow))
    persons = [row for row in rows if row.type == "person"]
    names = {row.id: row.name for row in persons}
    pairs = [(names[one], names[other]) for one, other in near(persons, "person")]
    fitted = folder / f"{FITTED}.jsonl"
    learned = _pairs(fitted) if fitted.is_file() else []
    known = {name for row in learned for name in (row.a, row.b)}
    seen = sum(row.name in known for row in persons)
    note = f"{seen} of {len(persons)} persons' names in clusters stand in {FITTED}, too"
    # Speed comes first: nothing may have been scored before.
    speed = measure_speed(pairs)
    return joined(measure_clusters(rows, metric), speed, Figures({}, notes=(note,)))
