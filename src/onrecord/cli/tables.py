"""The actor tables that a record's names were told with, for whoever judges anew."""

from __future__ import annotations

import hashlib
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.cli.console import complain
from onrecord.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from onrecord.model import Run
    from onrecord.record import Record
    from onrecord.settings import Settings

PREFIX = "actors "  # of a table's name among the versions of a run
DIGITS = 16  # of a table's hash there


def tables_for(settings: Settings) -> tuple[Path, ...]:
    """The tables of the record that was named, as `tables_of` has them.

    Where there is no record yet they are the user's.
    """
    from onrecord.record import open_record

    if not settings.record_path.exists():
        return settings.actors
    with open_record(settings.record_path) as record:
        return tables_of(record, settings)


def tables_of(record: Record, settings: Settings) -> tuple[Path, ...]:
    """The user's tables, and those that the names on record were told with.

    Those not named are taken from beside the record, the current folder and the
    sample, by their hash. Says in one line when one has other content than it had.
    Raises ConfigError when one is nowhere: without it every name would quietly be told
    anew.
    """
    given = {path: _digest(path) for path in settings.actors}
    names = {path.name for path in given}
    tables = [*settings.actors]
    for name, digest in _told(record.latest_run()).items():
        if digest in given.values():
            continue
        if name in names:
            complain(_changed(name, digest))
            continue
        tables.append(_found(name, digest, record.path.absolute().parent))
    return tuple(tables)


def _told(run: Run | None) -> Mapping[str, str]:
    """The name and the hash of each table that a run was made with."""
    versions = run.versions if run is not None else ()
    return {
        version.removeprefix(PREFIX): digest
        for version, digest in versions
        if version.startswith(PREFIX)
    }


def _found(name: str, digest: str, beside: Path) -> Path:
    """The table of this name and hash, wherever one would look for it."""
    sample = Path(str(files("onrecord.sample")))
    for folder in (beside, Path.cwd(), sample):
        if _digest(folder / name) == digest:
            return folder / name
    raise ConfigError(
        f"the names on record were told with the table {name!r} (SHA-256 {digest}...);"
        f" name it with --actors {name}, or they would be told anew without it"
    )


def _changed(name: str, digest: str) -> str:
    return (
        f"the table {name!r} is another than the names on record were told with"
        f" (SHA-256 {digest}...); they are told anew with this one"
    )


def _digest(path: Path) -> str | None:
    """The beginning of a file's hash; None when it cannot be read."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()[:DIGITS]
    except OSError:
        return None
