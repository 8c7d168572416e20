"""Deciding at the command line, with the whole way from decision to export."""

from __future__ import annotations

from contextlib import suppress
from functools import cache
from typing import TYPE_CHECKING

import pytest

from onrecord.cli.deciding import apply_decision
from onrecord.cli.judging import Judging
from onrecord.errors import InputError
from onrecord.model import make_link
from onrecord.pipeline import load_tools, resolve
from onrecord.record import open_record
from onrecord.settings import Settings
from tests.cli.rows import rows_of, standing
from tests.cli.running import Answer, run_here
from tests.record.deciding import named
from tests.record.harbour import fill, id_of
from tests.record.made import NOW, RUN

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from onrecord.pipeline import Tools
    from onrecord.record import Record

WHY = ("--by", "Ada", "--reason", "one biography")
LOADED = cache(load_tools)
BRASK, TULL = id_of("mention", "doubt"), "Oren Tull"


@pytest.fixture(autouse=True)
def _loaded_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Models and tables are the same for every command here."""
    monkeypatch.setattr("onrecord.pipeline.load_tools", LOADED)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A record of four pages on a harbour."""
    where = tmp_path / "r.db"
    with open_record(where) as record:
        fill(record)
    return where


def _decide(path: Path, *line: str) -> Answer:
    return run_here(path, "decide", *line, *WHY)


def test_a_decision_is_told_with_who_when_and_why(path: Path) -> None:
    done = _decide(path, "same", TULL, BRASK)
    assert (done.status, done.err) == (0, "")
    told = " ".join(done.out.split())
    assert "same Oren Tull" in told
    assert "same as Ida Brask" in told
    assert "UTC · Ada" in told
    assert "reason one biography" in told
    assert "leads to" in told
    shown = " ".join(run_here(path, "who", "Brask").out.split())
    assert "decided joined by Ada on 20" in shown
    assert run_here(path, "verify").status == 0


def test_a_split_gives_the_other_part_its_own_id_and_says_so(path: Path) -> None:
    _decide(path, "same", TULL, BRASK)
    done = _decide(path, "split", "Ida Brask", "Ida Brask")
    assert done.status == 0
    assert "overrules" in done.out
    assert "new id" in done.out
    assert len(run_here(path, "who", "Brask", "--json").items) == 1
    (tull,) = run_here(path, "who", TULL, "--json").items
    assert {item["text"] for item in tull["spellings"]} == {"Oren Tull"}


def test_the_log_lists_the_newest_first_and_what_was_undone(path: Path) -> None:
    (first,) = _decide(path, "not-same", TULL, BRASK, "--json").items
    undone = run_here(
        path, "undo", first["id"][:8], "--by", "Bo", "--reason", "a namesake"
    )
    assert undone.status == 0
    newest, oldest = run_here(path, "decisions", "--json").items
    assert (newest["verb"], newest["undoes"]) == ("undo", first["id"])
    assert (oldest["state"], oldest["undone"]["by"]) == ("undone", "Bo")
    told = run_here(path, "decisions").out
    assert told.index("undo") < told.index("not-same")
    assert "by Bo: a namesake" in told
    assert len(run_here(path, "decisions", "--limit", "1", "--json").items) == 1


def test_the_export_tells_a_persons_link_from_a_machines(path: Path) -> None:
    (first,) = _decide(path, "not-same", TULL, BRASK, "--json").items
    run_here(path, "undo", first["id"], "--by", "Bo", "--reason", "a namesake")
    _decide(path, "part-of", BRASK, TULL)
    rows = [row for row in rows_of(path, "link") if row["by"] == "person"]
    assert [row["relation"] for row in rows] == ["same", "part_of", "same"]
    assert [row["revoked_at"] is None for row in rows] == [False, True, True]
    assert {row["decided_by"] for row in rows} == {"Ada"}
    assert {row["reason"] for row in rows} == {
        "one biography", "a branch is never its parent",
    }  # fmt: skip
    assert all(row["at"] and row["score"] == 1.0 for row in rows)
    assert rows[0]["decision"] == first["id"]


def test_a_reason_about_a_private_person_is_not_exported(path: Path) -> None:
    private = "Jon Wick"
    (done,) = _decide(path, "release", private, "--json").items
    assert done["left"]["name"] == private
    assert any(row["text"] == private for row in rows_of(path, "mention"))
    _decide(path, "not-same", private, TULL)
    run_here(path, "undo", done["id"], "--by", "Bo", "--reason", "asked for")
    assert not any(row["text"] == private for row in rows_of(path, "mention"))
    rows = [row for row in rows_of(path, "link") if row["by"] == "person"]
    assert {row["reason"] for row in rows} == {"[name withheld]"}
    assert private not in run_here(path, "decisions").out
    assert private not in run_here(path, "decisions", "--json").out


@pytest.fixture
def judged(path: Path, monkeypatch: pytest.MonkeyPatch) -> list[datetime]:
    """When everything was judged anew, from here on; the record is resolved before."""
    with open_record(path) as record:
        assert resolve(record, LOADED(), now=NOW)
    whens: list[datetime] = []

    def noted(record: Record, tools: Tools, *, now: datetime) -> bool:
        whens.append(now)
        return resolve(record, tools, now=now)

    monkeypatch.setattr("onrecord.pipeline.resolve", noted)
    return whens


@pytest.mark.parametrize(
    ("verb", "times"), [("same", 1), ("not-same", 0), ("not-part-of", 0)]
)
def test_all_is_judged_anew_only_when_others_are_one_with_each_other(
    path: Path, judged: list[datetime], verb: str, times: int
) -> None:
    assert _decide(path, verb, TULL, BRASK).status == 0
    assert len(judged) == times
    assert_all_is_judged(path)


def assert_all_is_judged(path: Path) -> None:
    """Judging everything again changes nothing."""
    with open_record(path) as record:
        assert record.is_resolved()
        before = standing(path), record.groups("mention")
        assert resolve(record, LOADED(), now=NOW)
        assert (standing(path), record.groups("mention")) == before


def test_of_several_answers_the_rest_is_judged_once_at_the_end(
    path: Path, judged: list[datetime]
) -> None:
    why, settings = "one biography", Settings(record=path, by="Ada")
    with open_record(path) as record, Judging(record, settings) as judging:
        for names in ([TULL, BRASK], [TULL, "Mara Quill"], [BRASK, TULL]):
            with suppress(InputError):  # the second is nobody, the third said already
                apply_decision(record, settings, ("same", names, why), judging)
        (done, *_) = record.decisions()
        apply_decision(record, settings, ("undo", [done.id], why), judging)
        assert judged == []
    assert len(judged) <= 1  # they are two again, as they were before
    assert_all_is_judged(path)


def test_what_was_open_before_a_decision_is_judged_with_it(
    path: Path, judged: list[datetime]
) -> None:
    with open_record(path) as record:
        record.add(named(1, "Oda Lamm"), RUN, added_at=NOW)
    assert _decide(path, "not-same", TULL, BRASK).status == 0
    assert len(judged) == 1
    assert_all_is_judged(path)


def test_releases_and_undos_are_rows_of_the_export(path: Path) -> None:
    (done,) = _decide(path, "release", "Jon Wick", "--json").items
    (row,) = rows_of(path, "decision")
    assert row.keys() >= {"id", "run", "by", "confidence", "at"}
    assert (row["id"], row["verb"], row["state"]) == (done["id"], "release", "stands")
    assert (row["by"], row["decided_by"]) == ("person", "Ada")
    assert row["reason"] == "one biography"
    known = {item["id"] for item in rows_of(path, "mention")}
    assert row["left"]
    assert set(row["left"]) <= known
    run_here(path, "undo", done["id"], "--by", "Bo", "--reason", "he asked for it")
    first, second = rows_of(path, "decision")
    assert (first["state"], second["verb"]) == ("undone", "undo")
    assert second["undoes"] == done["id"]
    assert {first["reason"], second["reason"]} == {"[name withheld]"}
    assert second["left"] == first["left"]


def test_pages_added_later_do_not_take_a_decision_back(path: Path) -> None:
    _decide(path, "same", TULL, BRASK)
    with open_record(path) as record:
        record.add(named(1, "Ida Brask"), RUN, added_at=NOW)
        assert not record.is_resolved()
    _decide(path, "same", "f" * 20, BRASK)  # refused, and resolves nothing
    other = named(1, "Ida Brask").mentions[0].id
    assert _decide(path, "same", other, TULL).status == 0
    (one,) = run_here(path, "who", "Brask", "--json").items
    assert {item["text"] for item in one["spellings"]} == {"Oren Tull", "Ida Brask"}


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (("decide", "same", TULL, BRASK, "--reason", "x"), "--by NAME says who"),
        (("decide", "same", TULL, BRASK, "--by", "A", "--reason", " "), "--reason"),
        (("decide", "same", TULL, *WHY), "takes 2 names or ids, not 1"),
        (("decide", "release", TULL, BRASK, *WHY), "takes 1 name or id, not 2"),
        (("decide", "same", TULL, TULL, *WHY), "is the same one as"),
        (("decide", "same", TULL, "f" * 9, *WHY), "no name on record has an id"),
        (("decide", "release", TULL, *WHY), "no private person of that name"),
        (("undo", "abc", *WHY), "no decision on record has an id that begins so"),
        (("review", "names", "--ask"), "--by NAME says who"),
        (("review", "names", "--ask", "--by", "A"), "--ask needs a terminal"),
    ],
)
def test_wrong_use_is_one_line(path: Path, line: tuple[str, ...], told: str) -> None:
    done = run_here(path, *line)
    assert (done.status, done.out) == (2, "")
    assert told in done.err
    assert done.err.count("\n") == 1
    assert run_here(path, "decisions", "--json").items == []


def test_review_gives_the_command_that_decides(tmp_path: Path) -> None:
    path = tmp_path / "unsure.db"
    _unsure(path)
    (pair,) = run_here(path, "review", "names", "--json").items
    told = run_here(path, "review").out
    left, right = (pair[side]["entity"][:10] for side in ("left", "right"))
    assert f"onrecord decide not-same {left} {right} --reason '...'" in told
    assert pair["reason"] in " ".join(told.split())
    assert "Ferry lines reopen in Port Anselm" in told
    assert _decide(path, "not-same", left, right).status == 0
    assert "0 pairs" in run_here(path, "review").out


def _unsure(path: Path) -> None:
    pages = [named(1), named(2, "Anna Petrel")]
    with open_record(path) as record:
        for page in pages:
            record.add(page, RUN, added_at=NOW)
        left, right = (page.mentions[0].id for page in pages)
        link = make_link("mention", left, right, "same", "unsure", 0.7, "one sound")
        record.save_resolution([link], [], RUN, NOW, seen=record.head())
