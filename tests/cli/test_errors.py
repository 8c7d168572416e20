"""What wrong use and broken records get: one line and the right exit status."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from tests.cli.rows import rows_of
from tests.cli.running import run_here

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., subprocess.CompletedProcess[str]]

READING = [
    "claims", "claim 00", "disputes", "who Quist", "incidents", "incident 00",
    "stories", "page 00", "search x", "export", "verify", "serve",
]  # fmt: skip
WRONG = [
    "claim zz", "claim", "page ../x", "page ffffffffffffffffffffffff", "incident 0x1",
    "claims --limit 0", "claims --limit 99999999999999999999", "claims --limit x",
    "claims --as-of yesterday", "claims --as-of 0001-01-01T00:00+12:00",
    "claims --published-until 2025", "incidents --from tomorrow", "nothing",
    "claims --nothing", "export --format csv", "export -o /dev/null/x", "export -o .",
    "who", "search", "--actors missing.toml demo", "serve --port 99999",
]  # fmt: skip


@pytest.mark.parametrize("line", WRONG)
def test_wrong_use_ends_with_status_2_and_no_traceback(
    sample_record: Path, line: str
) -> None:
    done = run_here(sample_record, *line.split())
    assert done.status == 2
    assert done.out == ""
    assert done.err.strip()
    assert "Traceback" not in done.err


def test_an_unknown_id_is_one_line(sample_record: Path) -> None:
    done = run_here(sample_record, "claim", "ffffffffffffffffffff")
    assert done.err.startswith("onrecord: ffffffffffffffffffff: no claim")
    assert done.err.count("\n") == 1


@pytest.mark.parametrize("kind", ["claim", "incident", "page"])
def test_an_ambiguous_beginning_names_what_begins_so(
    sample_record: Path, kind: str
) -> None:
    names = sorted(row["id"] for row in rows_of(sample_record, kind))
    shared = next(a[0] for a, b in pairwise(names) if a[0] == b[0])
    done = run_here(sample_record, kind, shared)
    assert done.status == 2
    assert f"more than one {kind} begins so: {shared}" in done.err
    assert done.err.count("\n") == 1


@pytest.mark.parametrize("line", READING)
def test_a_missing_record_is_one_line_that_says_how_to_make_one(
    tmp_path: Path, line: str
) -> None:
    done = run_here(tmp_path / "none.db", *line.split())
    assert done.status == 2
    assert done.err.count("\n") == 1
    assert "onrecord add" in done.err
    assert not (tmp_path / "none.db").exists()


@pytest.mark.parametrize("line", ["claims", "verify", "add page.html", "export"])
def test_a_file_that_is_no_record_is_refused_and_left_alone(
    tmp_path: Path, line: str
) -> None:
    other = tmp_path / "notes.db"
    other.write_text("my notes on the dam", encoding="utf-8")
    done = run_here(other, *line.split())
    assert done.status == 3
    assert done.err.count("\n") == 1
    assert other.read_text(encoding="utf-8") == "my notes on the dam"


@pytest.mark.parametrize("where", ["folder", "folder/none/r.db"])
def test_a_record_that_cannot_be_made_is_one_line(tmp_path: Path, where: str) -> None:
    (tmp_path / "folder").mkdir()
    done = run_here(tmp_path / where, "add", "page.html")
    assert done.status == 3
    assert done.err.count("\n") == 1


def test_a_damaged_record_is_told_and_never_a_traceback(
    sample_record: Path, tmp_path: Path
) -> None:
    record = tmp_path / "r.db"
    shutil.copy(sample_record, record)
    with record.open("r+b") as file:
        file.seek(60_000)
        file.write(b"\xa5" * 200_000)
    for line in (*READING[:-2], "verify"):
        done = run_here(record, *line.split())
        assert done.status in {0, 2, 3}, (line, done.err)
        assert "Traceback" not in done.err
    assert run_here(record, "verify").status == 3


def test_changed_words_are_found_by_verify(sample_record: Path, tmp_path: Path) -> None:
    record = tmp_path / "r.db"
    shutil.copy(sample_record, record)
    with closing(sqlite3.connect(record)) as connection:
        connection.execute("UPDATE captures SET data = (SELECT data FROM captures)")
        connection.commit()
    done = run_here(record, "verify")
    assert done.status == 3
    assert "SHA-256" in done.out


@pytest.mark.parametrize("options", [(), ("--json",), ("--by", "me")])
def test_options_without_a_command_are_wrong_use(
    sample_record: Path, options: tuple[str, ...]
) -> None:
    done = run_here(sample_record, *options)
    assert done.status == 2
    assert "no command given" in done.err


def test_a_reader_that_stops_early_sees_no_traceback(sample_record: Path) -> None:
    for command in ("export", "claims --every"):
        line = [sys.executable, "-m", "onrecord", "--record", str(sample_record)]
        with subprocess.Popen(  # noqa: S603 - our own command
            [*line, *command.split()], stdout=subprocess.PIPE, stderr=subprocess.PIPE
        ) as shown:
            assert shown.stdout is not None
            assert shown.stderr is not None
            shown.stdout.close()
            assert shown.stderr.read() == b""


def test_exit_statuses_are_those_of_a_process(onrecord: Run, tmp_path: Path) -> None:
    assert onrecord("claims").returncode == 2
    (tmp_path / "onrecord.db").write_text("no record", encoding="utf-8")
    assert onrecord("claims").returncode == 3
