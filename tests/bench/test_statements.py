"""The measure of who said what, with a metric and texts of our own."""

from pathlib import Path

import msgspec
import pytest

from bench import statement_record, statements
from bench.attributions import Document, Found, Gold, Judged, firm
from bench.harness import Inputs
from bench.recorded import Export, Given, hash_of
from bench.rows import PageRow, StatementRow
from onrecord.record.views import MASK

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


def same_speaker(gold, found):
    """The same, letter by letter."""
    return gold == found
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
    monkeypatch.setattr(statement_record, "build_record", recorded)
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
    assert any("our own gold" in note for note in figures.notes)


def test_another_speaker_costs_the_figure(folder: Path) -> None:
    write(folder, "Rui Tavares")
    assert statements.measure(Inputs(folder, folder)).values["gum_speaker80"] == 0.0


def test_without_the_metric_there_are_no_figures(tmp_path: Path) -> None:
    figures = statements.measure(Inputs(tmp_path, tmp_path))
    assert figures.values == {}
    assert "score.py" in figures.notes[0]


def said(text: str, words: str) -> tuple[tuple[int, int], ...]:
    at = text.index(words)
    return ((at, at + len(words)),)


def judged(golds: list[Gold], founds: list[Found], text: str = TEXT) -> Judged:
    return Judged("one", text, tuple(golds), tuple(founds))


def test_a_withheld_name_is_no_name(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = PageRow("p", "0000.txt", hash_of(TEXT.encode()), text=TEXT)
    row = StatementRow("s", "a", "p", CONTENT, SPEAKER, CUE, speaker_name=MASK)
    monkeypatch.setattr(
        statement_record, "build_record", lambda _given: Export([page, row])
    )
    write(folder, "Ana Lopes")
    assert statements.measure(Inputs(folder, folder)).values["gum_speaker80"] == 0.0
    found = statement_record.judged_by_record([Document("one", TEXT, ())])[0].founds[0]
    assert (found.speaker, found.is_masked) == (None, True)


def test_a_withheld_name_can_be_read_in_the_article() -> None:
    text = (
        "Harbour of Vorrin reopens after the storm\n\n"
        "The harbour of Vorrin was opened again on Monday after a week of storms.\n\n"
        "Maria Lopes said the quay is safe again.\n\n"
        "The boats went out before noon, and nobody was hurt in the old town."
    )
    words = ("Maria Lopes", "said", "the quay is safe again")
    source, cue, content = (said(text, each) for each in words)
    masked = Found(source, cue, content, is_masked=True)
    other = Found(source, cue, content)
    read = statement_record.unmasked([judged([], [masked, other], text)])
    assert [found.speaker for found in read[0].founds] == ["Maria Lopes", None]


def test_what_may_go_either_way_counts_for_nothing() -> None:
    sure = Gold(SPEAKER, CUE, CONTENT)
    belief = Gold(SPEAKER, CUE, CONTENT, belief=True)
    found = Found(SPEAKER, CUE, CONTENT)
    assert firm(judged([belief], [found])) == judged([], [])
    assert firm(judged([sure, belief], [found])) == judged([sure], [found])
    assert firm(judged([], [found])) == judged([], [found])


def test_a_finding_of_a_wish_is_left_out() -> None:
    wish = Found(SPEAKER, CUE, CONTENT, cue_class="wanting")
    assert firm(judged([], [wish])) == judged([], [])
