"""A small gazetteer of invented places for tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.gazetteer.places import Gazetteer, Place
from onrecord.gazetteer.places.building.packing import write_sqlite
from onrecord.gazetteer.places.building.rows import Row

if TYPE_CHECKING:
    from pathlib import Path

    from onrecord.gazetteer.places import Feature


def row(
    number: int,
    names: str,
    at: tuple[str, str],
    feature: Feature,
    point: tuple[int, int],
) -> Row:
    """A row; `at` are country and region, `names` are parted by "|"."""
    first, *others = names.split("|")
    people = 1000 * number
    country, region = at
    lat, lon = map(float, point)
    made = Row(Place(number, first, country, region, "", feature, lat, lon, people))
    made.call_all(others, is_primary=False)
    made.call(first, is_primary=True)
    return made


ROWS = (
    row(1, "Vorrin|Воррин", ("XA", ""), "country", (10, 10)),
    row(2, "Ghaldan", ("XB", ""), "country", (50, 80)),
    row(3, "Ostmark Province|أوستمارك", ("XA", "XA.1"), "region", (11, 11)),
    row(4, "Saint Ardan", ("XA", "XA.1"), "town", (11, 12)),
    row(5, "Millbrook", ("XA", "XA.1"), "town", (11, 11)),
    row(90, "Millbrook", ("XB", "XB.7"), "town", (50, 81)),
    row(6, "Pellgate", ("XB", "XB.7"), "town", (50, 80)),
    row(95, "Harlow Reach|Ardan", ("XB", "XB.7"), "town", (52, 82)),
)


def shelf(folder: Path) -> Gazetteer:
    """The rows as an opened gazetteer."""
    file = folder / "shelf.sqlite"
    write_sqlite(ROWS, file)
    return Gazetteer(file)
