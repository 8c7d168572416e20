"""Tables that a command rests on: those of the record, and the places unpacked."""

from __future__ import annotations

import hashlib
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from onrecord.record import open_record
from tests.cli.news import news
from tests.cli.running import run_here

TABLE = """\
[[actor]]
id = "harbour-watch"
name = "Harbour Watch"
type = "organisation"
aliases = ["the Watchers"]
"""
SAID = "<p>Harbour Watch said the gate stood open. The Watchers said so twice.</p>"
WHY = ("--by", "Ada", "--reason", "two bodies")


@dataclass(frozen=True, slots=True)
class Told:
    """A record, the table that its names were told with, and its page."""

    record: Path
    table: Path
    page: Path

    @property
    def own(self) -> tuple[str, str]:
        """How the table is named."""
        return "--actors", str(self.table)


@pytest.fixture
def told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Told:
    """A record whose names were told with a table that lies in another folder."""
    made = Told(
        tmp_path / "r.db", tmp_path / "tables" / "own.toml", tmp_path / "p.html"
    )
    made.table.parent.mkdir()
    made.table.write_text(TABLE, encoding="utf-8")
    made.page.write_text(news(more=SAID), encoding="utf-8")
    assert run_here(made.record, *made.own, "add", str(made.page)).status == 0
    monkeypatch.chdir(tmp_path)
    return made


def lines(told: Told) -> dict[str, tuple[str, ...]]:
    """Every command that would judge names anew."""
    other = told.page.with_name("q.html")
    other.write_text(news("Gate shut", more=SAID), encoding="utf-8")
    page = str(
        run_here(told.record, "search", "gate", "--json").items[0]["article"]["id"]
    )
    return {
        "add": ("add", str(other)),
        "watch": ("watch", "https://courier.example/feed.xml", "--once"),
        "decide": ("decide", "not-same", "Harbour Watch", "Mara Quist", *WHY),
        "forget": ("forget", page, "--yes", *WHY),
    }


@pytest.mark.parametrize("command", ["add", "watch", "decide", "forget"])
def test_nothing_is_judged_without_a_table_of_the_record(
    told: Told, command: str
) -> None:
    before = _state(told.record)
    refused = run_here(told.record, *lines(told)[command])
    assert refused.status == 2
    assert refused.err.count("\n") == 1
    (digest,) = _hashes(told)
    assert f"the table 'own.toml' (SHA-256 {digest}...)" in refused.err
    assert "name it with --actors own.toml" in refused.err
    assert _state(told.record) == before
    assert run_here(told.record, "watch", "--list", "--json").items == []


@pytest.mark.parametrize("command", ["add", "decide", "forget"])
def test_a_table_beside_the_record_need_not_be_named(told: Told, command: str) -> None:
    told.table.rename(told.record.with_name("own.toml"))
    done = run_here(told.record, *lines(told)[command])
    assert (done.status, done.err) == (0, "")
    assert _hashes(told) == [_hash(TABLE)]


def test_a_table_of_the_name_and_other_content_beside_the_record_is_not_taken(
    told: Told,
) -> None:
    told.record.with_name("own.toml").write_text("# another\n", encoding="utf-8")
    assert run_here(told.record, *lines(told)["add"]).status == 2


def test_a_table_that_was_renamed_is_known_by_its_content(told: Told) -> None:
    renamed = told.table.rename(told.table.with_name("mine.toml"))
    done = run_here(told.record, "--actors", str(renamed), *lines(told)["add"])
    assert (done.status, done.err) == (0, "")


@pytest.mark.parametrize("command", ["add", "decide", "forget"])
def test_a_table_that_changed_is_told_once_and_taken(told: Told, command: str) -> None:
    told.table.write_text(TABLE.replace("the Watchers", "the Wards"), "utf-8")
    done = run_here(told.record, *told.own, *lines(told)[command])
    assert done.status == 0
    assert done.err.count("\n") == 1
    assert "'own.toml' is another than the names on record were told with" in done.err
    again = run_here(told.record, *told.own, "add", str(told.page))
    assert again.err == ""


def test_an_empty_table_of_the_name_is_the_way_to_do_without(told: Told) -> None:
    told.table.write_text("", encoding="utf-8")
    done = run_here(told.record, *told.own, *lines(told)["add"])
    assert (done.status, done.err.count("\n")) == (0, 1)


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


def _state(record: Path) -> object:
    with open_record(record) as opened:
        return opened.head(), opened.groups("mention")


def _hashes(told: Told) -> list[str]:
    """Of the tables that the names were told with."""
    with open_record(told.record) as opened:
        run = opened.latest_run()
    assert run is not None
    return [digest for name, digest in run.versions if name.startswith("actors ")]


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]
