"""Goals, the registry, the table, the reports and the command."""

from io import StringIO
from pathlib import Path

import msgspec
import pytest
from rich.console import Console

from bench.__main__ import main
from bench.goals import Goal, load_goals
from bench.harness import Figures, Miss, data_folder, find_benches
from bench.printing import show, write_overview, write_report

GOALS = {
    "rain": Goal(goal=0.9, first=0.5, peer=0.7, by="a bucket"),
    "leaks": Goal(goal=1, better="lower"),
}
FIGURES = Figures(
    {"rain": 0.6, "leaks": 2, "extra": 3},
    (Miss("leaks", "page 1", "dry words", "wet words"),),
    ("one gauge is missing",),
)


def shared_with(tmp_path: Path, goals: str) -> Path:
    (tmp_path / "bench").mkdir()
    (tmp_path / "bench" / "goals.toml").write_text(goals)
    return tmp_path


def test_a_lower_goal_is_met_from_below() -> None:
    assert GOALS["leaks"].is_met(1)
    assert not GOALS["leaks"].is_met(2)


def test_first_is_enough_without_meeting_the_goal() -> None:
    assert GOALS["rain"].is_enough(0.6)
    assert not GOALS["rain"].is_met(0.6)


def test_the_shared_goals_hold_over_our_own(tmp_path: Path) -> None:
    shared = shared_with(tmp_path, "[seeds]\nleaks = { goal = 7 }\n")
    assert load_goals(shared)["seeds"] == {"leaks": Goal(goal=7)}


def test_our_own_goals_stand_where_no_shared_ones_are(tmp_path: Path) -> None:
    assert load_goals(tmp_path)["seeds"]["body_f1"].goal == pytest.approx(0.97)


def test_a_bench_is_a_file_named_in_the_goals() -> None:
    found = find_benches({"seeds": {}, "harness": {}, "no_such_bench": {}})
    assert found == ["seeds", "harness"]


def test_every_bench_that_exists_has_a_measure() -> None:
    benches = find_benches(load_goals(None))
    assert {"seeds", "sample", "speed", "extraction", "statements"} <= set(benches)


@pytest.mark.parametrize(
    ("name", "folder"),
    [("places", "bench/geoparsing"), ("seeds", "seeds"), ("dates", "bench/dates")],
)
def test_data_lies_where_the_design_says(name: str, folder: str) -> None:
    assert data_folder(name, Path("shared")) == Path("shared") / folder


def test_the_table_has_ours_first_goal_and_peer() -> None:
    out = StringIO()
    Console(width=100, file=out).print(show("weather", FIGURES, GOALS))
    text = out.getvalue()
    assert "0.600" in text
    assert "0.700 (a bucket)" in text
    assert "≤ 1" in text
    assert "extra" in text


def test_a_report_holds_no_words_of_pages_that_are_not_ours(tmp_path: Path) -> None:
    path = write_report("weather", FIGURES, GOALS, tmp_path)
    report = path.read_text()
    assert "page 1" in report
    assert "one gauge is missing" in report
    assert "wet words" not in report
    assert "wet words" in (tmp_path / "weather.words.md").read_text()


def test_the_report_of_our_own_pages_has_the_words(tmp_path: Path) -> None:
    report = write_report("sample", FIGURES, GOALS, tmp_path).read_text()
    assert "wet words" in report
    assert not (tmp_path / "sample.words.md").exists()


def test_the_overview_has_every_figure(tmp_path: Path) -> None:
    text = write_overview(
        {"weather": FIGURES}, {"weather": GOALS}, tmp_path
    ).read_text()
    assert "| rain | 0.600 | 0.500 | 0.900 | 0.700 (a bucket) |" in text


def test_an_unknown_bench_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["weather"]) == 2
    assert "seeds" in capsys.readouterr().err


def test_missing_data_leaves_keys_out_and_says_so(
    tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["seeds", "--data", str(tmp_path), "--json", "--no-report"]) == 0
    out, err = capsysbinary.readouterr()
    assert msgspec.json.decode(out) == {"bench": "seeds", "figures": {}}
    assert b"gold.json" in err


def test_without_the_data_an_earlier_report_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[str] = []
    monkeypatch.setattr("bench.__main__.write_report", lambda *_: written.append("x"))
    assert main(["seeds", "--data", str(tmp_path), "--json"]) == 0
    assert written == []
