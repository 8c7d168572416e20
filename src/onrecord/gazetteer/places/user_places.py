"""A user's own places: suburbs, camps, villages at a front, in TOML or in a table."""

from __future__ import annotations

import csv
import tomllib
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.errors import ConfigError, InputError
from onrecord.gazetteer.places.keys import place_key
from onrecord.gazetteer.places.place import Candidate, Feature, Place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

FIELDS = ("name", "alternates", "country", "region", "kind", "lat", "lon", "population")
NEEDED = ("name", "kind", "lat", "lon")
KINDS: Mapping[str, Feature] = {
    "point": "point", "town": "town", "district": "district", "region": "region",
    "country": "country", "sea": "sea", "city": "town", "village": "town",
    "suburb": "district", "camp": "district", "province": "region",
}  # fmt: skip
FARTHEST = {"lat": 90.0, "lon": 180.0}  # degrees from zero


@dataclass(frozen=True, slots=True)
class UserPlace:
    """A place as the user told it; `region` is a name."""

    names: tuple[str, ...]
    country: str
    region: str
    feature: Feature
    lat: float
    lon: float
    population: int


def read_places(file: Path) -> list[UserPlace]:
    """The places of a file: TOML by its ending, else a table parted by tabs.

    Raises:
        InputError: the file cannot be opened.
        ConfigError: it says something that cannot be; the message names the line.
    """
    try:
        text = file.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise InputError(error.strerror or "cannot be read", where=str(file)) from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"{file}: not UTF-8 at byte {error.start}") from error
    rows = _toml(text, file) if file.suffix == ".toml" else _table(text, file)
    return [_place(row, where) for where, row in rows]


def _toml(text: str, file: Path) -> Iterable[tuple[str, Mapping[str, str]]]:
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{file}: not TOML: {error}") from error
    rows = content.pop("place", [])
    if content or not isinstance(rows, list):
        raise ConfigError(f"{file}: only [[place]] tables belong here")
    for number, row in enumerate(rows, start=1):
        where = f"{file}: place {number}"
        if not isinstance(row, dict):
            raise ConfigError(f"{where}: not a table")
        yield where, {key: _as_text(value) for key, value in row.items()}


def _as_text(value: object) -> str:
    return "|".join(map(str, value)) if isinstance(value, list) else str(value)


def _table(text: str, file: Path) -> Iterable[tuple[str, Mapping[str, str]]]:
    lines = [
        (number, line)
        for number, line in enumerate(text.splitlines(), start=1)
        if line.strip() and not line.startswith("#")
    ]
    if not lines:
        return
    parted = list(
        csv.reader((line for _, line in lines), delimiter="\t", quoting=csv.QUOTE_NONE)
    )
    for (number, _), cells in zip(lines[1:], parted[1:], strict=True):
        where = f"{file}: line {number}"
        if len(cells) != len(parted[0]):
            raise ConfigError(
                f"{where}: {len(cells)} columns where the first line has"
                f" {len(parted[0])}"
            )
        yield where, dict(zip(parted[0], cells, strict=True))


def _place(row: Mapping[str, str], where: str) -> UserPlace:
    unknown = sorted(set(row) - set(FIELDS) - {"aliases"})
    if unknown:
        raise ConfigError(f"{where}: unknown field {unknown[0]!r}")
    cells = {key: value.strip() for key, value in row.items()}
    missing = [field for field in NEEDED if not cells.get(field)]
    if missing:
        raise ConfigError(f"{where}: {missing[0]!r} is missing")
    where = f"{where} ({cells['name']})"
    if cells["kind"] not in KINDS:
        known = ", ".join(KINDS)
        raise ConfigError(f"{where}: kind {cells['kind']!r} is none of {known}")
    also = cells.get("alternates") or cells.get("aliases") or ""
    return UserPlace(
        names=(cells["name"], *(name.strip() for name in also.split("|") if name)),
        country=cells.get("country", "").upper(),
        region=cells.get("region", ""),
        feature=KINDS[cells["kind"]],
        lat=_degrees(cells, "lat", where),
        lon=_degrees(cells, "lon", where),
        population=_people(cells.get("population") or "0", where),
    )


def _degrees(cells: Mapping[str, str], field: str, where: str) -> float:
    try:
        value = float(cells[field])
    except ValueError:
        value = float("nan")
    if not abs(value) <= FARTHEST[field]:
        raise ConfigError(f"{where}: {field} {cells[field]!r} is no degree")
    return value


def _people(cell: str, where: str) -> int:
    if not cell.isascii() or not cell.isdigit():
        raise ConfigError(f"{where}: population {cell!r} is no number")
    return int(cell)


def by_key(
    places: Iterable[UserPlace], region_code: Callable[[str, str], str]
) -> dict[str, tuple[Candidate, ...]]:
    """The candidates under each key; `region_code` reads country and region's name."""
    found: dict[str, tuple[Candidate, ...]] = {}
    for told in places:
        region = region_code(told.country, told.region) if told.region else ""
        words = f"user|{told.names[0]}|{told.country}|{told.lat}|{told.lon}"
        place = Place(
            -zlib.crc32(words.encode()) - 1, told.names[0], told.country, region, "",
            told.feature, told.lat, told.lon, told.population,
        )  # fmt: skip
        for key in dict.fromkeys(map(place_key, told.names)):
            found[key] = (*found.get(key, ()), Candidate(place, is_primary=True))
    return found
