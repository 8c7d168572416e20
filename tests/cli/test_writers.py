"""Several writers, and writers that die: the record stays whole."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from onrecord.sample import sample_pages
from tests.cli.rows import standing
from tests.cli.running import run_here

if TYPE_CHECKING:
    from pathlib import Path

PAGES = 6
PATIENCE_SECONDS = 120.0  # a busy machine takes its time


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of sample pages on a few matters."""
    folder = tmp_path_factory.mktemp("pages")
    for page in sample_pages()[:PAGES]:
        (folder / page.name).write_bytes(page.read_bytes())
    return folder


@pytest.fixture(scope="module")
def expected(pages: Path) -> list[str]:
    """What one undisturbed `add` of all pages puts on record."""
    record = pages.parent / f"{pages.name}.db"
    assert run_here(record, "add", str(pages)).status == 0
    return standing(record)


@pytest.mark.scale
def test_two_adds_at_once_give_what_one_add_of_all_gives(
    pages: Path, expected: list[str], tmp_path: Path
) -> None:
    record = tmp_path / "r.db"
    names = sorted(str(page) for page in pages.iterdir())
    half = [names[:4], names[2:]]  # two pages are added by both
    writers = [_start(record, *part) for part in half]
    assert [writer.wait(PATIENCE_SECONDS) for writer in writers] == [0, 0]
    assert run_here(record, "verify").status == 0
    assert standing(record) == expected


@pytest.mark.scale
def test_killing_add_loses_no_finished_page_and_add_goes_on(
    pages: Path, expected: list[str], tmp_path: Path
) -> None:
    record = tmp_path / "r.db"
    for moment in (0, 2, PAGES):  # pages on record; at the last one links are made
        writer = _start(record, str(pages))
        _wait_for(record, moment)
        writer.send_signal(signal.SIGKILL)
        writer.wait(PATIENCE_SECONDS)
        assert run_here(record, "verify", "--json").items == []
        assert _count(record) >= moment
    done = run_here(record, "add", str(pages))
    assert (done.status, _count(record)) == (0, PAGES)
    assert standing(record) == expected


def _start(record: Path, *pages: str) -> subprocess.Popen[bytes]:
    line = [sys.executable, "-m", "onrecord", "--record", str(record), "add", *pages]
    return subprocess.Popen(line, stdout=subprocess.DEVNULL)  # noqa: S603 - ours


def _wait_for(record: Path, count: int) -> None:
    """Until so many pages are on record; a record with none is enough for 0."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline:
        if _count(record) >= count:
            return
        time.sleep(0.02)
    raise AssertionError(f"no {count} pages after {PATIENCE_SECONDS} s")


def _count(record: Path) -> int:
    """How many pages are on record; -1 when there is no record yet."""
    if not record.exists():
        return -1
    address = f"file:{record}?mode=ro"
    with closing(sqlite3.connect(address, uri=True)) as connection:
        try:
            (found,) = connection.execute("SELECT count(*) FROM pages").fetchone()
        except sqlite3.OperationalError:  # its tables are being made
            return -1
    return int(found)
