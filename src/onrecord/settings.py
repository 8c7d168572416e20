"""What a user has set, read once where the program starts and passed on."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

DEFAULT_RECORD = Path("onrecord.db")


@dataclass(frozen=True, slots=True)
class AssistantAddress:
    """Where the environment says that an assistant model answers, and which one.

    The key stands in the environment alone: others see a command line.
    """

    url: str | None = None
    model: str | None = None
    key: str | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Settings:
    """One run's settings; the command line wins over the environment.

    `record` is None when nobody named a record: then the command's default holds.
    `actors` are the user's own actor tables; `by` is who decides. `parser` is the
    spaCy pipeline that was named, None for the one that ships. `places` are the
    user's own lists of places.
    """

    record: Path | None = None
    as_json: bool = False
    by: str | None = None
    allow_network: bool = True
    actors: tuple[Path, ...] = ()
    parser: str | None = None
    assistant: AssistantAddress = AssistantAddress()
    places: tuple[Path, ...] = ()

    @property
    def record_path(self) -> Path:
        """The record that was named, else ./onrecord.db."""
        return self.record or DEFAULT_RECORD


def cache_folder(environment: Mapping[str, str], platform: str = sys.platform) -> Path:
    """Where a user's files lie that can be made anew.

    ONRECORD_CACHE says where, else it is the system's place for such files.

    >>> cache_folder({"XDG_CACHE_HOME": "/c"}, "linux").as_posix()
    '/c/onrecord'
    """
    if named := environment.get("ONRECORD_CACHE"):
        return Path(named)
    if platform == "win32" and (local := environment.get("LOCALAPPDATA")):
        return Path(local) / "onrecord" / "cache"
    if platform == "darwin":
        return Path.home() / "Library" / "Caches" / "onrecord"
    return (
        Path(environment.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "onrecord"
    )


def completed(options: Settings, environment: Mapping[str, str]) -> Settings:
    """The options, with what they leave open taken from the environment.

    ONRECORD names the record, ONRECORD_USER who decides, ONRECORD_ACTORS actor
    tables and ONRECORD_PLACES lists of places (parted as PATH is), ONRECORD_PARSER
    the spaCy pipeline, and ONRECORD_ASSISTANT_URL, _MODEL and _KEY an assistant model.

    >>> completed(Settings(), {"ONRECORD": "a.db"}).record_path.name
    'a.db'
    """
    named = environment.get("ONRECORD")

    def listed(variable: str) -> tuple[Path, ...]:
        paths = environment.get(variable, "").split(os.pathsep)
        return tuple(Path(path) for path in paths if path)

    return replace(
        options,
        record=options.record or (Path(named) if named else None),
        by=options.by or environment.get("ONRECORD_USER") or None,
        actors=options.actors or listed("ONRECORD_ACTORS"),
        places=options.places or listed("ONRECORD_PLACES"),
        parser=options.parser or environment.get("ONRECORD_PARSER") or None,
        assistant=AssistantAddress(
            url=environment.get("ONRECORD_ASSISTANT_URL") or None,
            model=environment.get("ONRECORD_ASSISTANT_MODEL") or None,
            key=environment.get("ONRECORD_ASSISTANT_KEY") or None,
        ),
    )
