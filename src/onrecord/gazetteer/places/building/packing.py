"""The gazetteer's rows as one SQLite file, and that file packed for shipping."""

from __future__ import annotations

import hashlib
import lzma
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from onrecord.gazetteer.places.building.rows import Row

SCHEMA = """
PRAGMA journal_mode = OFF;
PRAGMA page_size = 4096;
CREATE TABLE place (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL, country TEXT NOT NULL,
  region TEXT NOT NULL, district TEXT NOT NULL, feature TEXT NOT NULL,
  lat REAL NOT NULL, lon REAL NOT NULL, population INTEGER NOT NULL
);
CREATE TABLE name (
  key TEXT NOT NULL, place INTEGER NOT NULL, is_primary INTEGER NOT NULL,
  PRIMARY KEY (key, place)
) WITHOUT ROWID;
"""
INSERT_PLACE = "INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
INSERT_NAME = "INSERT INTO name VALUES (?, ?, ?)"
ORDERED = (
    "SELECT * FROM place ORDER BY id",
    "SELECT * FROM name ORDER BY key, place",
)


def write_sqlite(rows: Iterable[Row], file: Path) -> None:
    """One file with the tables `place` and `name`; what stood there is gone."""
    file.unlink(missing_ok=True)
    places, names = [], []
    for row in rows:
        at = row.place
        places.append((
            at.id, at.name, at.country, at.region, at.district, at.feature,
            at.lat, at.lon, at.population,
        ))  # fmt: skip
        names += [(key, at.id, int(main)) for key, main in row.keys.items()]
    with closing(sqlite3.connect(file)) as connection:
        connection.executescript(SCHEMA)
        connection.executemany(INSERT_PLACE, places)
        connection.executemany(INSERT_NAME, sorted(names))
        connection.commit()
        connection.execute("VACUUM")


def content_digest(file: Path) -> str:
    """SHA-256 over all rows in order: the same for any version of SQLite."""
    digest = hashlib.sha256()
    with closing(
        sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)
    ) as connection:
        for query in ORDERED:
            for row in connection.execute(query):
                digest.update(repr(row).encode() + b"\n")
    return digest.hexdigest()


def digest_of(file: Path) -> str:
    """SHA-256 of the file's bytes."""
    return hashlib.sha256(file.read_bytes()).hexdigest()


def pack(file: Path, packed: Path) -> str:
    """Write the file as XZ; the SHA-256 of what was written."""
    data = lzma.compress(file.read_bytes(), preset=9 | lzma.PRESET_EXTREME)
    packed.write_bytes(data)
    return hashlib.sha256(data).hexdigest()
