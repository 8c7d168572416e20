"""The gazetteer's file, read by many threads and by processes forked off."""

from __future__ import annotations

import os
import sqlite3
import threading
from typing import TYPE_CHECKING, Any

from onrecord.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path

NAMED = """
SELECT p.id, p.name, p.country, p.region, p.district, p.feature, p.lat, p.lon,
       p.population, n.is_primary
FROM name n JOIN place p ON p.id = n.place WHERE n.key = ?
"""


class PlaceRows:
    """The rows of a gazetteer's file by key. One thread reads at a time.

    Closing waits for whoever reads: SQLite frees what a reader still walks through,
    and the interpreter falls with it. A forked process opens the file for itself. The
    file is never written to: a new one is made beside it and renamed, and whoever has
    the old one open keeps it whole.
    """

    def __init__(self, file: Path) -> None:
        """Open the file; raises InputError when it is missing or no gazetteer."""
        self._file = file
        self._open()

    def _open(self) -> None:
        self._lock = threading.Lock()
        self._process = os.getpid()
        try:
            self._connection = sqlite3.connect(
                f"{self._file.absolute().as_uri()}?mode=ro&immutable=1",
                uri=True,
                check_same_thread=False,
            )
            self._connection.execute(NAMED, ("",)).fetchall()
        except sqlite3.Error as error:
            raise InputError(f"no gazetteer: {error}", where=str(self._file)) from error

    def named(self, key: str) -> list[tuple[Any, ...]]:
        """The places under this key: the columns of `Place`, then `is_primary`.

        Raises InputError when the file was closed or is damaged.
        """
        if self._process != os.getpid():
            self._open()
        with self._lock:
            try:
                return self._connection.execute(NAMED, (key,)).fetchall()
            except sqlite3.Error as error:
                where = str(self._file)
                raise InputError(f"no gazetteer: {error}", where=where) from error

    def close(self) -> None:
        """Let go of the file, when nobody reads in it any more."""
        with self._lock:
            self._connection.close()
