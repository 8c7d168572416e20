"""The measure of names, with a metric and invented names of our own."""

from pathlib import Path

import msgspec
import pytest

from bench import name_peers, names
from bench.harness import Figures, Inputs
from bench.name_actors import DIFFERENT, relation_between
from bench.name_clusters import join_by_average
from bench.name_metric import PairRow
from onrecord.gazetteer import Actor, ActorTable

SCORE = '''
def curve(gold, score):
    """All or nothing, to see what is handed over."""
    right = all((score[row["id"]] > 0.5) == bool(row["label"]) for row in gold)
    return {"best_f1": float(right), "at": 0.5, "recall_at_p95": float(right)}


def at_threshold(gold, score, threshold):
    return {"precision": 1.0, "recall": 1.0}


def clusters(gold, found):
    return {"b3_f1": 1.0, "b3_precision": 1.0, "b3_recall": float(len(gold))}


def blocking(gold, pairs):
    return {"recall": float(bool(pairs)), "candidates_per_name": 1.0}
'''
PAIRS = [
    PairRow("1", "Hamid Torel", "Hamed Torel", "person", "same", 1, "same_script"),
    PairRow("2", "Hamid Torel", "Salma Quint", "person", DIFFERENT, 0, "same_script"),
    PairRow("3", "Hamid Torel", "Хамид Торел", "person", "same", 1, "cross_script"),
    PairRow("4", "The Torel League", "Torel League", "org", "same", 1, "same_script"),
]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(name_peers, "PEER", "no_such_package")
    (tmp_path / "score.py").write_text(SCORE)
    lines = b"".join(msgspec.json.encode(pair) + b"\n" for pair in PAIRS)
    (tmp_path / "authored_dev.jsonl").write_bytes(lines)
    (tmp_path / "ofac_person_test.jsonl").write_bytes(lines)
    rows = [
        {"id": str(at), "name": name, "type": "person", "cluster": "a"}
        for at, name in enumerate(["Hamid Torel", "Hamed Torel", "Ana Quint"])
    ]
    (tmp_path / "clusters_ofac_dev.jsonl").write_bytes(
        b"".join(msgspec.json.encode(row) + b"\n" for row in rows)
    )
    return tmp_path


def measured(folder: Path) -> Figures:
    return names.measure(Inputs(folder, folder))


def test_pairs_groups_and_blocks_are_measured(folder: Path) -> None:
    figures = measured(folder)
    assert figures.values["person_same_script_f1"] == 1.0
    assert figures.values["person_cross_script_r_at_p95"] == 1.0
    assert figures.values["org_r_at_p95"] == 1.0
    assert figures.values["branch_merged"] == 0
    assert figures.values["blocking_recall"] == 1.0


def test_missing_data_and_peers_leave_keys_out_and_say_so(folder: Path) -> None:
    figures = measured(folder)
    assert "places_cross_script_f1" not in figures.values
    assert "pairs_per_second_ratio" not in figures.values
    assert any("places_dev.jsonl is missing" in note for note in figures.notes)
    assert any("not installed" in note for note in figures.notes)


def test_a_branch_is_part_of_its_parent_and_never_the_same() -> None:
    table = ActorTable(
        [
            Actor("league", "Torel League", "armed_group"),
            Actor("wing", "Torel Wing", "armed_group", part_of=("league",)),
        ]
    )
    row = PairRow("1", "Torel Wing", "Torel League", "org", "part_of", 0)
    assert relation_between(row, table).relation == "part_of"
    assert relation_between(row, table).score == 0.0


def test_groups_are_joined_while_the_mean_holds() -> None:
    ids = dict.fromkeys("abcd", "")
    likeness = {("a", "b"): 0.9, ("b", "c"): 0.9, ("c", "d"): 0.2}
    groups = join_by_average(ids, likeness, 0.6)
    assert groups["a"] == groups["b"] != groups["c"]
    assert groups["c"] != groups["d"]
    assert len(set(join_by_average(ids, likeness, 0.4).values())) == 2


def test_the_peer_looks_at_the_names_it_is_given() -> None:
    pytest.importorskip("nomenklatura")
    same = name_peers.logic_v2("Hamid Torel", "Hamid Torel")
    assert same > name_peers.logic_v2("Hamid Torel", "Salma Quint")
    assert same == name_peers.logic_v2("Salma Quint", "Salma Quint")
