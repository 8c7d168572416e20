"""Tables that a command rests on: those of the record, and the places unpacked."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from tests.cli.news import news
from tests.cli.running import run_here

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

TABLE = """\
[[actor]]
id = "harbour-watch"
name = "Harbour Watch"
type = "organisation"
aliases = ["the Watchers"]
"""
SAID = "<p>Harbour Watch said the gate stood open. The Watchers said so twice.</p>"
WHY = ("--by", "Ada", "--reason", "two bodies")


def test_a_decision_without_a_table_of_the_record_is_refused(tmp_path: Path) -> None:
    page, table, record = (tmp_path / name for name in ("p.html", "own.toml", "r.db"))
    page.write_text(news(more=SAID), encoding="utf-8")
    table.write_text(TABLE, encoding="utf-8")
    own = ("--actors", str(table))
    assert run_here(record, *own, "add", str(page)).status == 0
    line = ("decide", "not-same", "Harbour Watch", "Mara Quist", *WHY)
    refused = run_here(record, *line)
    assert refused.status == 2
    assert "told with the table 'own.toml'; name it with --actors" in refused.err
    assert run_here(record, "decisions", "--json").items == []
    assert run_here(record, *own, *line).status == 0


def test_the_samples_table_need_not_be_named(
    sample_record: Path, tmp_path: Path
) -> None:
    record = tmp_path / "demo.db"
    shutil.copy(sample_record, record)
    before = {
        row["id"] for row in run_here(record, "who", "Lanternmen", "--json").items
    }
    line = ("decide", "not-same", "Teodric Manvel", "Flood Aid Kelmara", *WHY)
    done = run_here(record, *line)
    assert done.status == 0
    assert "new id" not in done.out
    assert _ids(record, "Lanternmen") == before


def test_a_cache_that_cannot_be_written_is_one_line_and_the_page_is_added(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, taken = tmp_path / "p.html", tmp_path / "a-file"
    page.write_text(news(), encoding="utf-8")
    taken.write_text("no folder", encoding="utf-8")
    monkeypatch.setenv("ONRECORD_CACHE", str(taken))
    done = run_here(tmp_path / "r.db", "add", str(page))
    assert done.status == 0
    assert done.err.count("\n") == 1
    assert f"{taken}: " in done.err
    assert "places are unpacked anew in every run" in done.err


def _ids(record: Path, name: str) -> set[str]:
    return {row["id"] for row in run_here(record, "who", name, "--json").items}
