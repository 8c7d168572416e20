"""What our own tables add: countries, seas, regions without a border, better points."""

from __future__ import annotations

import csv
import zlib
from dataclasses import dataclass
from importlib import resources
from typing import TYPE_CHECKING, cast

from onrecord.gazetteer.countries import built_in_countries
from onrecord.gazetteer.places.building.rows import Row
from onrecord.gazetteer.places.keys import place_key
from onrecord.gazetteer.places.place import Feature, Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

SEPARATOR = ";"


@dataclass(frozen=True, slots=True)
class OwnPlace:
    """A line of `world_places.csv`."""

    names: tuple[str, ...]
    feature: Feature
    country: str
    lat: float
    lon: float

    def row(self) -> Row:
        """The place as a row, with a number of our own: below zero."""
        words = f"{self.names[0]}|{self.feature}|{self.country}"
        number = -(zlib.crc32(words.encode()) & 0x7FFFFFFF) - 1
        place = Place(
            number, self.names[0], self.country, "", "", self.feature,
            self.lat, self.lon, 0,
        )  # fmt: skip
        row = Row(place)
        row.call_all(self.names, is_primary=True)
        return row


@dataclass(frozen=True, slots=True)
class RegionPoint:
    """A point of `region_points.csv`, and the region's name as news writes it."""

    name: str
    lat: float
    lon: float


def country_rows(numbers: Mapping[str, tuple[int, int]]) -> Iterator[Row]:
    """A point for every country, by every name, adjective and people of it.

    `numbers` are GeoNames' number and the population, by code.
    """
    for country in built_in_countries():
        if country.lat is None or country.lon is None:
            continue
        number, population = numbers.get(country.code, (-len(country.name), 0))
        place = Place(
            number, country.name, country.code, "", "", "country",
            country.lat, country.lon, population,
        )  # fmt: skip
        row = Row(place)
        for kind, word in country.words():
            if kind in {"name", "adjective", "people"}:
                row.call(word, is_primary=True)
        yield row


def own_places() -> Iterator[OwnPlace]:
    """The lines of `world_places.csv`."""
    for line in _rows("world_places.csv"):
        also = tuple(line["also"].split("|")) if line["also"] else ()
        yield OwnPlace(
            names=(line["name"], *also),
            feature=cast("Feature", line["feature"]),
            country=line["country"],
            lat=float(line["lat"]),
            lon=float(line["lon"]),
        )


def region_points() -> dict[tuple[str, str], RegionPoint]:
    """Points of large first-level regions, by country and key."""
    points: dict[tuple[str, str], RegionPoint] = {}
    for line in _rows("region_points.csv"):
        for part in line["points"].split("|"):
            names, _, point = part.partition("@")
            english, _, name = names.rpartition("=")
            lat, lon = map(float, point.split(","))
            key = place_key(name)
            points[line["code"], key] = RegionPoint(english or name, lat, lon)
    return points


def short_forms() -> dict[tuple[str, str], tuple[str, ...]]:
    """Short forms of regions that cannot be words ("Fla."), by country and key."""
    forms: dict[tuple[str, str], tuple[str, ...]] = {}
    for line in _rows("region_words.csv"):
        for part in line["forms"].split("|"):
            name, _, short = part.partition("=")
            dotted = tuple(form for form in short.split("+") if "." in form)
            forms[line["code"], place_key(name)] = dotted
    return forms


def _rows(name: str) -> list[dict[str, str]]:
    text = (resources.files("onrecord") / "data" / name).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter=SEPARATOR))
