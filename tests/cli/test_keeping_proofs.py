"""Heads and stamps at the command line."""

from __future__ import annotations

import base64
import sys
from typing import TYPE_CHECKING

import pytest

from onrecord.record import open_record
from tests.cli.running import Answer, run_here
from tests.record.clock import answer, asked, make_clock, serving
from tests.record.made import NOW, RUN, News, findings_of

if TYPE_CHECKING:
    from pathlib import Path

CLOCK = make_clock()


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """A record of two pages."""
    path = tmp_path / "r.db"
    with open_record(path) as opened:
        for where in ("courier/a", "courier/b"):
            opened.add(findings_of(News(where=where)), RUN, added_at=NOW)
    return path


def _change(record: Path, statement: str) -> None:
    with open_record(record) as opened, opened.writing() as connection:
        connection.exec_driver_sql(statement)


def _head(record: Path) -> str:
    (item,) = run_here(record, "verify", "--head", "--json").items
    head = item["head"]
    assert isinstance(head, str)
    return head


def _stamp(record: Path, *options: str) -> Answer:
    with serving(lambda request: answer(CLOCK, *asked(request))) as url:
        return run_here(record, "stamp", "--authority", url, *options)


def test_a_head_is_printed_on_a_line_to_publish(record: Path) -> None:
    done = run_here(record, "verify", "--head")
    assert done.status == 0
    first = done.out.splitlines()[0]
    assert first == f"onrecord head {_head(record)} 2031-05-04T12:30:15Z"
    (item,) = run_here(record, "verify", "--head", "--json").items
    assert list(item) == ["head", "seq", "hash", "at"]
    assert item["head"] == f"{item['seq']}:{item['hash']}"


def test_a_head_that_still_holds_is_told(record: Path) -> None:
    head = _head(record)
    for told in (head, head.partition(":")[2], head.upper()):
        done = run_here(record, "verify", "--since", told)
        assert done.status == 0
        assert "entry 2 of 2031-05-04 12:30:15 UTC is as it was" in done.out


def test_a_cut_log_is_told_and_the_status_says_so(record: Path) -> None:
    head = _head(record)
    _change(record, "DELETE FROM custody WHERE seq = 2")
    done = run_here(record, "verify", "--since", head)
    assert done.status == 3
    assert "the log ends at entry 1: it was cut" in " ".join(done.out.split())
    items = run_here(record, "verify", "--since", head, "--json").items
    assert f"head {head}" in {item["where"] for item in items}


def test_a_broken_log_has_no_head_to_publish(record: Path) -> None:
    _change(record, "UPDATE custody SET event = 'sighting' WHERE seq = 1")
    done = run_here(record, "verify", "--head")
    assert done.status == 3
    assert done.out == ""
    assert done.err.count("\n") == 1
    assert "custody entry 1: the custody log was changed here" in done.err


def test_an_empty_record_has_no_head(tmp_path: Path) -> None:
    open_record(tmp_path / "r.db").close()
    assert run_here(tmp_path / "r.db", "verify", "--head", "--json").items == []
    done = run_here(tmp_path / "r.db", "verify", "--head")
    assert "nothing is on record yet" in done.out


@pytest.mark.parametrize(
    "line",
    [
        "verify --since nothing",
        "verify --head --since 1",
        "verify --authority-cert none.pem",
        "stamp --authority clock.example",
        "stamp --authority http://127.0.0.1:9/ --no-network",
        "stamp -o /dev/null/x",
        "forget",
        "forget 00",
        "forget 00 --reason x",
        "forget 00 --by me",
        "forget 00 --by me --reason x",
        "forget ffffffff --by me --reason x --yes",
    ],
)
def test_wrong_use_is_told_and_changes_nothing(record: Path, line: str) -> None:
    before = _head(record)
    done = run_here(record, *line.split())
    assert done.status == 2
    assert done.out == ""
    assert done.err.strip()
    assert _head(record) == before


def test_a_stamp_is_taken_and_verified_offline(record: Path, tmp_path: Path) -> None:
    done = _stamp(record)
    assert (done.status, done.err) == (0, "")
    assert "all to entry 2 was there by 2031-05-06 12:00:00 UTC" in done.out
    root = tmp_path / "root.pem"
    root.write_bytes(CLOCK.root.pem)
    done = run_here(record, "verify", "--no-network")
    assert done.status == 0
    assert "says CN=Clock of Anselm" in done.out
    assert "whoever that is" in done.out
    done = run_here(record, "verify", "--authority-cert", str(root))
    assert done.status == 0
    assert "signed under a certificate you gave" in done.out


def test_a_stamp_by_whom_nobody_trusts_is_a_problem(
    record: Path, tmp_path: Path
) -> None:
    _stamp(record)
    other = tmp_path / "other.pem"
    other.write_bytes(make_clock("Oster").root.pem)
    done = run_here(record, "verify", "--authority-cert", str(other))
    assert done.status == 3
    assert "is not signed under a certificate you gave" in done.out


def test_stamps_are_listed_and_written_for_other_tools(
    record: Path, tmp_path: Path
) -> None:
    assert run_here(record, "stamp", "--json").items == []
    assert "no stamp is on record" in run_here(record, "stamp").out
    token = tmp_path / "head.tsr"
    assert _stamp(record, "-o", str(token)).status == 0
    (item,) = run_here(record, "stamp", "--json").items
    assert base64.b64decode(item["stamp"]["token"]) == token.read_bytes()
    assert item["signature"] == "own"
    assert item["problem"] is None


def test_an_authority_that_answers_nonsense_is_one_line(record: Path) -> None:
    with serving(lambda _: b"hello") as url:
        done = run_here(record, "stamp", "--authority", url)
    assert done.status == 2
    assert done.err.count("\n") == 1
    assert "no time stamp" in done.err


def test_without_the_extra_stamps_are_kept_and_said_to_be_unchecked(
    record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _stamp(record)
    monkeypatch.setitem(sys.modules, "rfc3161_client", None)
    monkeypatch.delitem(sys.modules, "onrecord.record.timestamps")
    monkeypatch.delattr("onrecord.record.timestamps")
    done = run_here(record, "verify")
    assert done.status == 0
    assert "stamps are kept and not checked" in done.err
    assert "every entry opens" in done.out
    done = run_here(record, "stamp", "--authority", "http://127.0.0.1:9/")
    assert done.status == 4
    assert "pip install 'onrecord[stamp]'" in done.err
