"""What a user has set, read once where the program starts and passed on."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

DEFAULT_RECORD = Path("onrecord.db")


@dataclass(frozen=True, slots=True)
class Settings:
    """One run's settings; the command line wins over the environment.

    `record` is None when nobody named a record: then the command's default holds.
    `actors` are the user's own actor tables; `by` is who decides.
    """

    record: Path | None = None
    as_json: bool = False
    by: str | None = None
    allow_network: bool = True
    actors: tuple[Path, ...] = ()

    @property
    def record_path(self) -> Path:
        """The record that was named, else ./onrecord.db."""
        return self.record or DEFAULT_RECORD


def settings_from(
    environment: Mapping[str, str] = os.environ,
    *,
    record: Path | None = None,
    as_json: bool = False,
    by: str | None = None,
    allow_network: bool = True,
    actors: tuple[Path, ...] = (),
) -> Settings:
    """Settings from options and, where those are silent, from the environment.

    ONRECORD names the record, ONRECORD_USER who decides, ONRECORD_ACTORS actor
    tables (parted as PATH is).
    """
    tables = environment.get("ONRECORD_ACTORS", "")
    named = environment.get("ONRECORD")
    return Settings(
        record=record or (Path(named) if named else None),
        as_json=as_json,
        by=by or environment.get("ONRECORD_USER") or None,
        allow_network=allow_network,
        actors=actors or tuple(Path(t) for t in tables.split(os.pathsep) if t),
    )
