"""All rows of the gazetteer: towns, the regions they lie in, and our own tables."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from statistics import fmean
from typing import TYPE_CHECKING

from onrecord.errors import ConfigError
from onrecord.gazetteer.countries import built_in_countries
from onrecord.gazetteer.places.building.own import (
    country_rows,
    own_places,
    region_points,
    short_forms,
)
from onrecord.gazetteer.places.building.packages import (
    check_packages,
    read_countries,
    read_regions,
    read_towns,
)
from onrecord.gazetteer.places.building.rows import Row, worth_keeping
from onrecord.gazetteer.places.distance import distance_km
from onrecord.gazetteer.places.keys import place_key
from onrecord.gazetteer.places.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from onrecord.gazetteer.places.building.own import OwnPlace, RegionPoint
    from onrecord.gazetteer.places.building.packages import Region, Town
    from onrecord.gazetteer.places.place import Feature

Point = tuple[float, float]
# How far apart a place of ours and one of GeoNames may lie and be one, in kilometres.
SAME_PLACE: Mapping[Feature, float] = {
    "town": 40, "district": 150, "region": 1500, "country": 5000,
}  # fmt: skip


def build_gazetteer() -> list[Row]:
    """Every place with its names, in the order of numbers.

    Raises MissingExtra or ConfigError unless the packages that it is made of are
    installed, or when a point of ours belongs to no region.
    """
    check_packages()
    regions = read_regions()
    towns = list(read_towns())
    rows = [_town_row(town, regions) for town in towns]
    rows += _region_rows(regions, towns)
    rows += country_rows(read_countries())
    _add_own(rows, own_places())
    _add_short_forms(rows)
    _name_as_news_does(rows)
    return sorted(rows, key=lambda row: row.place.id)


def _town_row(town: Town, regions: Mapping[int, Region]) -> Row:
    district = next(
        (
            regions[line].name
            for line in town.regions
            if line in regions and not regions[line].is_first_level
        ),
        "",
    )
    place = Place(
        town.id, town.name, town.country, f"{town.country}.{town.number}", district,
        "town", town.lat, town.lon, town.population,
    )  # fmt: skip
    row = Row(place)
    row.call_all(worth_keeping(town.others), is_primary=False)
    row.call(town.name, is_primary=True)
    return row


def _region_rows(regions: Mapping[int, Region], towns: Iterable[Town]) -> Iterator[Row]:
    inside: dict[str, list[Town]] = defaultdict(list)
    for town in towns:
        inside[f"{town.country}.{town.number}"].append(town)
        for line in town.regions:
            if line in regions and not regions[line].is_first_level:
                inside[regions[line].code].append(town)
    points = region_points()
    for region in regions.values():
        row = _region_row(region, inside[region.code], points)
        if row is not None:
            yield row
    if points:
        raise ConfigError(f"region_points.csv: no such region: {sorted(points)}")


def _region_row(
    region: Region, towns: list[Town], points: dict[tuple[str, str], RegionPoint]
) -> Row | None:
    """The region at our own point of it, else amid its towns; None without either."""
    country, number, *_ = region.code.split(".")
    place = Place(
        region.id, region.name, country, f"{country}.{number}",
        "" if region.is_first_level else region.name,
        "region" if region.is_first_level else "district",
        0.0, 0.0, sum(town.population for town in towns),
    )  # fmt: skip
    row = Row(place)
    row.call_all(worth_keeping(region.others), is_primary=region.is_first_level)
    row.call(region.name, is_primary=True)
    if region.is_first_level:
        for own in [points.pop((country, key), None) for key in row.keys]:
            if own is not None:
                row.call(own.name, is_primary=True)
                row.place = replace(place, name=own.name, lat=own.lat, lon=own.lon)
                return row
    point = _middle(towns)
    if point is None:
        return None
    row.place = replace(place, lat=point[0], lon=point[1])
    return row


def _middle(towns: list[Town]) -> Point | None:
    if not towns:
        return None
    lat, lon = fmean(town.lat for town in towns), fmean(town.lon for town in towns)
    return round(lat, 4), round(lon, 4)


def _add_own(rows: list[Row], places: Iterable[OwnPlace]) -> None:
    """Our places; what GeoNames has, too, gets our names and, if wide, our point."""
    by_key: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for row in rows:
        for key in row.keys:
            by_key[row.place.country, row.place.feature, key].append(row)
    for own in places:
        twin = _twin(own, by_key)
        if twin is None:
            rows.append(own.row())
            continue
        twin.call_all(own.names, is_primary=True)
        if own.feature in {"region", "country"}:
            # "Zaire" and "Burma" are names of a country, too, and not the one to show.
            name = twin.place.name if own.feature == "country" else own.names[0]
            twin.place = replace(twin.place, name=name, lat=own.lat, lon=own.lon)


def _twin(
    own: OwnPlace, by_key: Mapping[tuple[str, str, str], list[Row]]
) -> Row | None:
    """The largest place of the same name, kind and country that is near enough."""
    near = [
        row
        for row in by_key.get((own.country, own.feature, place_key(own.names[0])), ())
        if distance_km(own.lat, own.lon, row.place.lat, row.place.lon)
        <= SAME_PLACE.get(own.feature, 0)
    ]
    return max(near, key=lambda row: row.place.population, default=None)


def _add_short_forms(rows: Iterable[Row]) -> None:
    forms = short_forms()
    for row in rows:
        if row.place.feature == "region":
            for key in list(row.keys):
                row.call_all(forms.get((row.place.country, key), ()), is_primary=True)


def _name_as_news_does(rows: Iterable[Row]) -> None:
    """Show the names of our own table of regions: "Aleppo", not "Halab"."""
    told = {
        (country.code, place_key(name)): name
        for country in built_in_countries()
        for name in country.regions
    }
    for row in rows:
        if row.place.feature == "region":
            names = (told.get((row.place.country, key)) for key in row.keys)
            name = next(filter(None, names), row.place.name)
            row.place = replace(row.place, name=name)
