"""The measure of who said what, with a metric and texts of our own."""

from pathlib import Path

import msgspec
import pytest

from bench import statements
from bench.harness import Inputs
from bench.recorded import Export, Given, hash_of
from bench.rows import PageRow, StatementRow

TEXT = "Ana Lopes said the quay is safe."
SPEAKER, CUE, CONTENT = ((0, 9),), ((10, 14),), ((15, 31),)
SCORE = '''
def score(gold, preds):
    """All or nothing, to see what is handed over."""
    same = all(
        [a["source"], a["cue"], a["content"], a["speaker"]]
        == [b["source"], b["cue"], b["content"], b["speaker"]]
        for name in gold
        for a, b in zip(gold[name]["attributions"], preds[name]["attributions"])
    )
    found = {"p": float(same), "r": float(same), "f1": float(same)}
    return {"pair 0.8": found, "speaker 0.8": found}
'''


def recorded(given: list[Given]) -> Export:
    assert sum(1 for _ in given[0].where.iterdir()) == 1
    page = PageRow("p", "0000.txt", hash_of(TEXT.encode()), text=TEXT)
    row = StatementRow(
        "s", "a", "p", CONTENT, SPEAKER, CUE, speaker="e", speaker_name="Ana Lopes"
    )
    return Export([page, row])


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(statements, "build_record", recorded)
    (tmp_path / "score.py").write_text(SCORE)
    return tmp_path


def write(folder: Path, speaker: str) -> None:
    attribution = {
        "source": SPEAKER,
        "cue": CUE,
        "content": CONTENT,
        "speaker": speaker,
    }
    document = {"id": "one", "text": TEXT, "attributions": [attribution]}
    (folder / "gum.dev.jsonl").write_bytes(msgspec.json.encode(document) + b"\n")


def test_what_is_on_record_is_scored_by_the_metric_beside_the_data(
    folder: Path,
) -> None:
    write(folder, "Ana Lopes")
    figures = statements.measure(Inputs(folder, folder))
    assert figures.values == {"gum_pair80": 1.0, "gum_speaker80": 1.0}
    assert any("polnear" in note for note in figures.notes)


def test_another_speaker_costs_the_figure(folder: Path) -> None:
    write(folder, "Rui Tavares")
    assert statements.measure(Inputs(folder, folder)).values["gum_speaker80"] == 0.0


def test_without_the_metric_there_are_no_figures(tmp_path: Path) -> None:
    figures = statements.measure(Inputs(tmp_path, tmp_path))
    assert figures.values == {}
    assert "score.py" in figures.notes[0]
