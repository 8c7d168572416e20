"""One watch at a time on a record: two would ask every site twice as often."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from onrecord.errors import RecordError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def watching_alone(record: Path) -> Iterator[None]:
    """While the block runs, nobody else gets into one like it for this record.

    Raises RecordError when somebody else is in one. A process that dies leaves it:
    what is locked is an empty database beside the record, which the system unlocks.
    """
    lock = record.with_name(f"{record.name}-watch")
    with contextlib.suppress(FileExistsError):
        os.close(os.open(lock, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    with closing(sqlite3.connect(lock, timeout=0, isolation_level=None)) as held:
        try:
            held.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            reason = "another watch is at work on it; let that one go on, or end it"
            raise RecordError(f"{record}: {reason}") from error
        try:
            yield
        finally:
            with contextlib.suppress(OSError):  # some systems keep open files
                lock.unlink(missing_ok=True)
