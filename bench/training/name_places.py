"""Pairs of place names to learn from, of countries that `bench names` leaves out."""

from __future__ import annotations

import random
import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from onrecord.gazetteer.spelling.scripts import scripts_of, sounds_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# Lands whose towns have names in several of our scripts; none of the measured ten.
LANDS = re.compile(
    "EG|SA|JO|LB|KZ|KG|BY|BG|RS|MK|TR|AZ|GE|AM|IL|PS|LY|DZ|MA|TN|SD|YE|OM|AE|KW|QA|BH"
    "|IN|MN|BD|PL|RO|MD|DE|CY|LT|LV|EE"
)
SCRIPTS = ("latin", "arabic", "cyrillic", "hanzi")
_KNOWN = {frozenset({script}) for script in SCRIPTS}
MOST_CITIES, LEAST_LETTERS = 2500, 3


class City(msgspec.Struct, frozen=True):
    """A city of the table."""

    geonameid: int
    name: str
    countrycode: str
    alternatenames: list[str]


@dataclass(frozen=True, slots=True)
class PlacePair:
    """Two names, and whether they are one place's."""

    first: str
    second: str
    is_same: bool


def place_pairs(table: Path) -> list[PlacePair]:
    """Spellings of one city, and the nearest spellings of others; always the same."""
    decoded = msgspec.json.decode(table.read_bytes(), type=dict[str, City])
    cities = [city for city in decoded.values() if LANDS.fullmatch(city.countrycode)]
    chance = random.Random(5)  # noqa: S311 - a sample, no secret
    sample = chance.sample(cities, min(MOST_CITIES, len(cities)))
    by_piece = _by_piece(sample)
    return [pair for city in sample for pair in _pairs(city, by_piece, chance)]


def _pairs(
    city: City, by_piece: dict[str, set[tuple[str, int]]], chance: random.Random
) -> Iterator[PlacePair]:
    for script in SCRIPTS:
        names = [name for name in _names(city) if scripts_of(name) == {script}]
        for name in chance.sample(names, min(2, len(names))):
            yield PlacePair(city.name, name, is_same=True)
    for name in _nearest(city, by_piece):
        yield PlacePair(city.name, name, is_same=False)


def _names(city: City) -> list[str]:
    """Its other names; neither codes nor romanised look-alikes in small letters."""
    return [
        name
        for name in dict.fromkeys(city.alternatenames)
        if name != city.name
        and len(name) >= (LEAST_LETTERS if name.isascii() else 2)
        and not (name.isascii() and (name.isupper() or name.islower()))
    ]


def _pieces(name: str) -> set[str]:
    sounds = f" {sounds_of(name)} "
    return {sounds[at : at + 3] for at in range(len(sounds) - 2)}


def _by_piece(cities: list[City]) -> dict[str, set[tuple[str, int]]]:
    table: defaultdict[str, set[tuple[str, int]]] = defaultdict(set)
    for city in cities:
        for name in _names(city):
            for piece in _pieces(name):
                table[piece].add((name, city.geonameid))
    return table


def _nearest(city: City, by_piece: dict[str, set[tuple[str, int]]]) -> list[str]:
    """Names of other cities that share most pieces; one of each script."""
    own = {sounds_of(name) for name in (city.name, *city.alternatenames)}
    shares: defaultdict[tuple[str, int], int] = defaultdict(int)
    for piece in _pieces(city.name):
        for named in by_piece.get(piece, ()):
            if named[1] != city.geonameid:
                shares[named] += 1
    ranked = sorted(shares, key=lambda named: (-shares[named] / len(named[0]), named))
    by_script: dict[frozenset[str], str] = {}
    for name, _ in ranked:
        if sounds_of(name) not in own and scripts_of(name) in _KNOWN:
            by_script.setdefault(scripts_of(name), name)
    return [*by_script.values()]
