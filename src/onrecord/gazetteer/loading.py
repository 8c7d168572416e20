"""Actor tables from TOML files: the built-in one, and users' own."""

from __future__ import annotations

import re
import tomllib
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from onrecord.errors import ConfigError, InputError
from onrecord.gazetteer.actors import Actor, ActorTable, Years
from onrecord.model import EntityType, Sector

if TYPE_CHECKING:
    from collections.abc import Mapping
    from importlib.resources.abc import Traversable

BUILT_IN = "actors_*.toml"
BUILT_IN_NAME = re.compile(r"actors_\w+\.toml")
TEXT = frozenset({"id", "name", "type", "country", "sector", "capital", "wikidata"})
LISTS = frozenset(
    {"aliases", "context_aliases", "part_of", "same_as", "not_same_as", "demonyms"}
)
NUMBERS = {"lat": 90.0, "lon": 180.0}  # how far each may be from zero
YEARS = "years"
KNOWN = TEXT | LISTS | frozenset(NUMBERS) | {YEARS}
NEEDED = ("id", "name", "type")
WIKIDATA = re.compile(r"Q[1-9][0-9]*")
LAST_YEAR = 9999
# Listing people would be a register of persons; they are told by spelling and role.
TYPES = frozenset(get_args(EntityType)) - {"person", "place"}
SECTORS = frozenset(get_args(Sector))


def load_actors(*user_files: Path) -> ActorTable:
    """The built-in actors and those of the files; a later entry replaces its id.

    An entry with `same_as` joins the actor that it names: one actor under all names.

    Raises:
        InputError: a file cannot be opened.
        ConfigError: a file is no TOML, or says something that cannot be.
    """
    actors: dict[str, Actor] = {}
    for built_in in _built_in():
        actors.update(_read(built_in))
    origins: dict[str, str] = {}
    for file in user_files:
        added = _read(file)
        actors.update(added)
        origins.update(dict.fromkeys(added, str(file)))
    where = ", ".join(str(file) for file in user_files) or BUILT_IN
    return ActorTable(actors.values(), where=where, origins=origins)


def _built_in() -> list[Traversable]:
    """The tables that ship, one for each kind of actor; in order of their names."""
    data = resources.files("onrecord") / "data"
    tables = [file for file in data.iterdir() if BUILT_IN_NAME.fullmatch(file.name)]
    return sorted(tables, key=lambda file: file.name)


def _read(file: Path | Traversable) -> dict[str, Actor]:
    name = str(file) if isinstance(file, Path) else file.name
    try:
        content = tomllib.loads(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise InputError(error.strerror or "cannot be read", where=name) from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"{name}: not UTF-8 at byte {error.start}") from error
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{name}: not TOML: {error}") from error
    return _actors(content, name)


def _actors(content: Mapping[str, object], where: str) -> dict[str, Actor]:
    rows = content.get("actor", [])
    unknown = sorted(set(content) - {"actor"})
    if unknown or not isinstance(rows, list):
        raise ConfigError(f"{where}: only [[actor]] tables belong here: {unknown}")
    actors: dict[str, Actor] = {}
    for number, row in enumerate(rows, start=1):
        actor = _actor(row, f"{where}: actor {number}")
        if actor.id in actors:
            raise ConfigError(f"{where}: two actors have the id {actor.id!r}")
        actors[actor.id] = actor
    return actors


def _actor(row: object, where: str) -> Actor:
    if not isinstance(row, dict):
        raise ConfigError(f"{where}: not a table")
    where = f"{where} ({row.get('id', 'no id')})"
    unknown = sorted(set(row) - KNOWN)
    if unknown:
        raise ConfigError(f"{where}: unknown field {unknown[0]!r}")
    missing = [field for field in NEEDED if not row.get(field)]
    if missing:
        raise ConfigError(f"{where}: {missing[0]!r} is missing")
    text = {field: _text(row, field, where) for field in TEXT & set(row)}
    lists = {field: _list(row, field, where) for field in LISTS & set(row)}
    numbers = {field: _number(row, field, where) for field in set(NUMBERS) & set(row)}
    _check_words(text, where)
    country = text.get("country")
    if country is not None:
        text["country"] = country.upper()
    years = _years(row, where)
    return Actor(**text, **lists, **numbers, years=years)  # type: ignore[arg-type] # checked above


def _check_words(text: Mapping[str, str], where: str) -> None:
    for field, known in (("type", TYPES), ("sector", SECTORS)):
        word = text.get(field)
        if word is not None and word not in known:
            choices = ", ".join(sorted(known))
            raise ConfigError(f"{where}: {field} {word!r} is none of {choices}")
    wikidata = text.get("wikidata")
    if wikidata is not None and WIKIDATA.fullmatch(wikidata) is None:
        problem = f"'wikidata' must be Q and a number, not {wikidata!r}"
        raise ConfigError(f"{where}: {problem}")


def _text(row: Mapping[str, object], field: str, where: str) -> str:
    value = row[field]
    if not isinstance(value, str) or not value.strip():
        raise ConfigError(f"{where}: {field!r} must be words, not {value!r}")
    return value.strip()


def _list(row: Mapping[str, object], field: str, where: str) -> tuple[str, ...]:
    """A list of words; one word alone is a list of one."""
    value = row[field]
    values = [value] if isinstance(value, str) else value
    if not isinstance(values, list) or not all(
        isinstance(word, str) and word.strip() for word in values
    ):
        raise ConfigError(f"{where}: {field!r} must be a list of words")
    return tuple(word.strip() for word in values)


def _number(row: Mapping[str, object], field: str, where: str) -> float:
    value, limit = row[field], NUMBERS[field]
    if not isinstance(value, int | float) or not -limit <= value <= limit:
        problem = f"{field!r} must be a number up to {limit:g}, not {value!r}"
        raise ConfigError(f"{where}: {problem}")
    return float(value)


def _years(row: Mapping[str, object], where: str) -> Years | None:
    """From when to when, both years in; no end while the actor goes on."""
    if YEARS not in row:
        return None
    value = row[YEARS]
    if (
        not isinstance(value, list)
        or len(value) not in {1, 2}
        or not all(type(year) is int and 0 < year <= LAST_YEAR for year in value)
    ):
        problem = f"'years' must be [from] or [from, to], not {value!r}"
        raise ConfigError(f"{where}: {problem}")
    if value != sorted(value):
        raise ConfigError(f"{where}: 'years' run backwards: {value!r}")
    return value[0], value[1] if len(value) > 1 else None
