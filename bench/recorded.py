"""A record made and read as any user does it: `onrecord add`, `onrecord export`."""

import hashlib
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from bench.compare import PageWords
from bench.harness import PROJECT
from bench.rows import PageRow, Row, decode_rows

SKIPPED = 1  # the exit status of a run that left something out
T = TypeVar("T", bound=Row)


class BenchError(Exception):
    """A measure cannot go on; the message says why."""


@dataclass(frozen=True, slots=True)
class Given:
    """What one `onrecord add` is given: a file or folder, and its options."""

    where: Path
    options: tuple[str, ...] = ()


class Export:
    """The rows of a record: by kind, by id, and pages with their words."""

    def __init__(self, rows: Iterable[Row]) -> None:
        """Order these rows."""
        self._rows = list(rows)
        # A group has the id of its smallest member: ids repeat across kinds.
        self._by_id: dict[tuple[object, str], Row] = {
            (type(row), row.id): row for row in self._rows
        }
        self._words = {
            page.id: PageWords(page.text or "") for page in self.all(PageRow)
        }

    def all(self, kind: type[T]) -> list[T]:
        """Every row of a kind, in the order of the export."""
        return [row for row in self._rows if isinstance(row, kind)]

    def get(self, kind: type[T], row_id: str | None) -> T | None:
        """The row with this id, None when there is none of this kind."""
        row = self._by_id.get((kind, row_id or ""))
        return row if isinstance(row, kind) else None

    def words(self, page: str) -> PageWords:
        """The words of a page; none for a page that is not in the export."""
        return self._words.get(page) or PageWords("")

    def page(self, sha256: str) -> str | None:
        """The id of the page read from these bytes, None when it is not on record."""
        pages = (page.id for page in self.all(PageRow) if page.sha256 == sha256)
        return next(pages, None)


def hash_of(data: bytes) -> str:
    """The SHA-256 by which a record knows these bytes."""
    return hashlib.sha256(data).hexdigest()


def build_record(given: Sequence[Given]) -> Export:
    """Add everything to a new record, then read the export back.

    Raises BenchError when a command fails.
    """
    with TemporaryDirectory(prefix="bench-") as folder:
        record = Path(folder) / "bench.db"
        for each in given:
            run_onrecord(record, "add", str(each.where), *each.options)
        rows = run_onrecord(record, "export", "--format", "jsonl", "--with-text")
    return Export(decode_rows(rows.splitlines()))


def run_onrecord(record: Path, *arguments: str) -> bytes:
    """What a command prints on this record. Raises BenchError when it fails."""
    command = [sys.executable, "-m", "onrecord", "--record", str(record), *arguments]
    done = subprocess.run(  # noqa: S603 - our own program, arguments as a list
        command, capture_output=True, check=False, cwd=PROJECT
    )
    is_skip = done.returncode == SKIPPED and b"Traceback" not in done.stderr
    if done.returncode and not is_skip:
        complaint = done.stderr.decode(errors="replace").strip().splitlines()
        last = complaint[-1] if complaint else "no message"
        raise BenchError(f"onrecord {arguments[0]} ended {done.returncode}: {last}")
    return done.stdout
