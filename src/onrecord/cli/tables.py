"""The actor tables that a record's names were told with, for whoever judges anew."""

from __future__ import annotations

import hashlib
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.errors import ConfigError

if TYPE_CHECKING:
    from onrecord.record import Record
    from onrecord.settings import Settings

PREFIX = "actors "  # of a table's name among the versions of a run
DIGITS = 16  # of a table's hash there


def tables_of(record: Record, settings: Settings) -> tuple[Path, ...]:
    """The user's tables, with the sample's where the record was made with it.

    Raises ConfigError when a table is missing that the names on record were told with:
    without it a decision about one name would quietly take others apart.
    """
    run = record.latest_run()
    told = dict(run.versions) if run is not None else {}
    given = {path.name for path in settings.actors}
    tables = [*settings.actors]
    for name, digest in told.items():
        file = name.removeprefix(PREFIX)
        if not name.startswith(PREFIX) or file in given:
            continue
        sample = _sample(file, digest)
        if sample is None:
            raise ConfigError(
                f"the names on record were told with the table {file!r}; name it with "
                f"--actors, or they would be told anew without it"
            )
        tables.append(sample)
    return tuple(tables)


def _sample(file: str, digest: str) -> Path | None:
    """The table of the sample pages, when it is the one."""
    path = Path(str(files("onrecord.sample").joinpath(file)))
    if not path.is_file():
        return None
    is_same = hashlib.sha256(path.read_bytes()).hexdigest()[:DIGITS] == digest
    return path if is_same else None
