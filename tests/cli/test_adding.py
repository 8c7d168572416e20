"""What `add` does, says and keeps."""

from __future__ import annotations

import io
import os
import pty
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.cli.news import SPANISH, news, write_news
from tests.cli.rows import rows_of
from tests.cli.running import run_here
from tests.language.installed import WHOLE, pipeline_installed

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., subprocess.CompletedProcess[str]]


def test_adding_the_same_twice_adds_nothing_and_says_so(tmp_path: Path) -> None:
    record = tmp_path / "r.db"
    write_news(tmp_path / "pages", 2)
    first = run_here(record, "add", str(tmp_path / "pages"))
    before = run_here(record, "export", "--with-text").out
    second = run_here(record, "add", str(tmp_path / "pages"))
    assert "2 pages added" in first.out
    assert second.status == 0
    assert "2 known already" in second.out
    assert "stored once" in second.out
    assert run_here(record, "export", "--with-text").out == before


def test_the_same_file_named_twice_is_added_once(tmp_path: Path) -> None:
    (page,) = write_news(tmp_path, 1)
    done = run_here(tmp_path / "r.db", "add", str(page), str(page), "--json")
    assert [item["outcome"] for item in done.items] == ["added", "known"]


def test_standard_input_is_a_page(onrecord: Run, tmp_path: Path) -> None:
    done = onrecord("add", "-", given=news())
    assert done.returncode == 0, done.stderr
    assert "1 page added" in done.stdout
    (row,) = rows_of(tmp_path / "onrecord.db", "page")
    assert row["where"].startswith("stdin:")


def test_no_input_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO()))
    done = run_here(tmp_path / "r.db", "add", "-")
    assert done.status == 1
    assert "skipped  -: is empty" in done.out


def test_what_the_user_says_about_a_page_is_kept(tmp_path: Path) -> None:
    (page,) = write_news(tmp_path, 1)
    address = "https://post.example/dam"
    told = ("--outlet", "River Post", "--capture-time", "2031-03-02T10:00+02:00")
    done = run_here(tmp_path / "r.db", "add", str(page), "--url", address, *told)
    assert done.status == 0, done.err
    (row,) = rows_of(tmp_path / "r.db", "page")
    (article,) = rows_of(tmp_path / "r.db", "article")
    assert row["where"] == address
    assert row["captured_at"] == "2031-03-02T08:00:00+00:00"
    assert article["outlet"] == "River Post"


@pytest.mark.parametrize("given", ["post.example/dam", "ftp://post.example/dam", ""])
def test_a_url_that_is_no_web_address_is_wrong_use(tmp_path: Path, given: str) -> None:
    (page,) = write_news(tmp_path, 1)
    done = run_here(tmp_path / "r.db", "add", str(page), "--url", given)
    assert done.status == 2
    assert "write it with https://" in done.err
    assert not (tmp_path / "r.db").exists()


def test_one_url_is_not_given_to_several_pages(tmp_path: Path) -> None:
    one, other = write_news(tmp_path / "pages", 2)
    for where in ([str(one), str(other)], [str(tmp_path / "pages")]):
        done = run_here(tmp_path / "r.db", "add", *where, "--url", "https://a.example")
        assert done.status == 2
        assert "give one file" in done.err
    assert not (tmp_path / "r.db").exists()


def test_a_capture_time_is_never_made_up(tmp_path: Path) -> None:
    (page,) = write_news(tmp_path, 1)
    run_here(tmp_path / "r.db", "add", str(page))
    (row,) = rows_of(tmp_path / "r.db", "page")
    assert row["captured_at"] is None


@pytest.mark.parametrize(
    "given", ["yesterday", "2031-13-01", "0001-01-01T00:00+12:00", "9999-12-31T23-12"]
)
def test_a_capture_time_that_is_none_is_wrong_use(tmp_path: Path, given: str) -> None:
    done = run_here(tmp_path / "r.db", "add", "x.html", "--capture-time", given)
    assert done.status == 2
    assert done.err.count("\n") == 1
    assert "--capture-time" in done.err


def test_a_page_in_another_language_is_kept_searchable_and_counted(
    tmp_path: Path,
) -> None:
    page = tmp_path / "presa.html"
    page.write_text(SPANISH, encoding="utf-8")
    record = tmp_path / "r.db"
    done = run_here(record, "add", str(page))
    assert done.status == 0
    assert "language unsupported: es" in done.out
    assert "1 language unsupported" in done.out
    (row,) = rows_of(record, "page")
    (article,) = rows_of(record, "article")
    assert (row["language"], row["language_supported"]) == ("es", False)
    assert {zone for _, _, zone in article["zones"]} >= {"headline", "body"}
    assert rows_of(record, "statement") == []
    for word in ("vecinos", "MIÉRCOLES", "miercoles"):
        (hit,) = run_here(record, "search", word, "--json").items
        assert hit["article"]["id"] == article["id"]
    assert "language unsupported" in run_here(record, "page", row["id"]).out


def test_progress_is_shown_on_a_terminal_and_not_in_a_pipe(tmp_path: Path) -> None:
    write_news(tmp_path / "pages", 2)
    line = [sys.executable, "-m", "onrecord", "--record", str(tmp_path / "r.db"), "add"]
    line.append(str(tmp_path / "pages"))
    ours, theirs = pty.openpty()
    environment = os.environ | {"TERM": "xterm"}
    with subprocess.Popen(  # noqa: S603 - our own command
        line, stdout=subprocess.PIPE, stderr=theirs, env=environment
    ) as shown:
        os.close(theirs)
        seen = _all_of(ours)
        assert b"reading pages" in seen
        assert b"linking what was found" in seen
        out = shown.communicate()[0]
    assert b"read; after" not in out
    piped = subprocess.run(line, capture_output=True, check=True)  # noqa: S603
    assert piped.stderr == b""


def _all_of(terminal: int) -> bytes:
    """What was written to a terminal until its other end was closed."""
    seen = b""
    while True:
        try:
            part = os.read(terminal, 4096)
        except OSError:  # how Linux says that nobody writes any more
            part = b""
        if not part:
            os.close(terminal)
            return seen
        seen += part


def test_a_parser_that_is_not_installed_is_one_line_and_makes_no_record(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (page,) = write_news(tmp_path / "pages", 1)
    record = tmp_path / "r.db"
    done = run_here(record, "add", str(page), "--parser", "xx_none_sm")
    assert (done.status, done.err.count("\n")) == (2, 1)
    assert "no spaCy pipeline xx_none_sm here" in done.err
    monkeypatch.setenv("ONRECORD_PARSER", "yy_none_sm")
    assert "yy_none_sm" in run_here(record, "add", str(page)).err
    assert "yy_none_sm" in run_here(record, "doctor").out
    assert not record.exists()


def test_another_parser_is_named_in_every_run_and_reads_its_own_language(
    tmp_path: Path,
) -> None:
    (page,) = write_news(tmp_path / "pages", 1)
    record = tmp_path / "r.db"
    (tmp_path / "installed").mkdir()
    with pipeline_installed(tmp_path / "installed", "de_harbour_sm", WHOLE):
        done = run_here(record, "--parser", "de_harbour_sm", "add", str(page))
    assert "language unsupported: en" in done.out, done.err
    (run,) = rows_of(record, "run")
    assert run["versions"]["parser"] == "de_harbour_sm 7.1.0"
