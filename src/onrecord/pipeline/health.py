"""What is installed and sound, and the one command that mends what is not."""

from __future__ import annotations

import platform
import shutil
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from onrecord import __version__
from onrecord.errors import OnRecordError
from onrecord.language import DEFAULT_PARSER, MiniLmEncoder, SpacyParser
from onrecord.model import Passage
from onrecord.record import open_record
from onrecord.record.views import summary

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

ENOUGH_DISK = 500 * 2**20  # bytes; a thousand pages take about a tenth of it


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: what was found, and how to mend it when it is not well."""

    name: str
    found: str
    is_well: bool
    mend: str | None = None


def check_health(record: Path, parser_name: str | None = None) -> list[Check]:
    """Every check, in the order a person would want to read them.

    `parser_name` is the spaCy pipeline in use, None for the one that ships.
    """
    ours = "pip install --force-reinstall onrecord"
    mend = f"pip install {parser_name}, or name another" if parser_name else ours
    return [
        _tried("python", _versions, "install Python 3.11 or newer"),
        _tried("parser", partial(_parses, parser_name or DEFAULT_PARSER), mend),
        _tried("vectors", _encodes, ours),
        _tried("search", _searches, "install a Python whose sqlite3 has FTS5"),
        _disk(record),
        _record(record),
    ]


def _tried(name: str, look: Callable[[], str], mend: str) -> Check:
    """What a look finds, or what stands in its way."""
    try:
        return Check(name, look(), is_well=True)
    except (OnRecordError, sqlite3.Error) as error:
        return Check(name, str(error), is_well=False, mend=mend)


def _versions() -> str:
    return f"onrecord {__version__} on Python {platform.python_version()}"


def _parses(name: str) -> str:
    """The pipeline's name, after it parsed a sentence."""
    parser = SpacyParser(name)
    list(parser.parse([Passage("Rain fell.", 0)]))
    return parser.name


def _encodes() -> str:
    """The model's name, after its hash was checked and it encoded a sentence."""
    encoder = MiniLmEncoder()
    encoder.encode(["Rain fell."])
    return encoder.name


def _searches() -> str:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute("CREATE VIRTUAL TABLE words USING fts5(text)")
    return f"SQLite {sqlite3.sqlite_version} with full-text search"


def _disk(record: Path) -> Check:
    free = shutil.disk_usage(record.absolute().parent).free
    is_enough = free > ENOUGH_DISK
    found = f"{free / 2**30:.1f} GiB free beside the record"
    return Check("disk", found, is_enough, None if is_enough else "free some space")


def _record(path: Path) -> Check:
    """How much the record holds; no record yet is well too."""
    if not path.exists():
        return Check("record", f"none at {path} yet", is_well=True)
    try:
        with open_record(path, create=False) as record:
            held = summary(record)
    except OnRecordError as error:
        mend = "restore a backup, or move the file away"
        return Check("record", str(error), is_well=False, mend=mend)
    return Check("record", f"{path}: {held.pages} pages", is_well=True)
