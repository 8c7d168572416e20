"""How well the world knows a place by its name: what the finders of places ask."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from onrecord.gazetteer import fold
from onrecord.gazetteer.folding import reach_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from onrecord.gazetteer import Countries
    from onrecord.gazetteer.places import Standing


class CountryPlaces:
    """The places that the table of countries holds: countries, regions, capitals."""

    def __init__(self, countries: Countries) -> None:
        """Ask these countries."""
        self._countries = countries

    def standing(self, name: str) -> Standing | None:
        """What the table holds under the name; None for adjectives and peoples."""
        read = self._countries.read(name)
        if read is None:
            return "region" if fold(name) in wide_places() else None
        kinds: Mapping[str, Standing] = {
            "name": "country",
            "region": "region",
            "capital": "city",
        }
        return kinds.get(read[1])


@dataclass(frozen=True, slots=True)
class PlacingWords:
    """Lists of `data/toponyms.toml`, whose comments say what each is for."""

    kinds: frozenset[str]
    strict_kinds: frozenset[str]
    of_places: frozenset[str]
    kinds_after: frozenset[str]
    loose_kinds_after: frozenset[str]
    sites: frozenset[str]
    diseases: frozenset[str]
    of_diseases: frozenset[str]


@cache
def placing_words() -> PlacingWords:
    """The lists, read once."""
    text = (resources.files("onrecord") / "data" / "toponyms.toml").read_text("utf-8")
    content = tomllib.loads(text)
    return PlacingWords(
        **{item.name: frozenset(content[item.name]) for item in fields(PlacingWords)}
    )


@cache
def wide_places() -> frozenset[str]:
    """Names, folded, of seas, continents and what else lies in several countries."""
    path = resources.files("onrecord") / "data" / "wide_places.txt"
    lines = path.read_text("utf-8").splitlines()
    return frozenset(fold(line) for line in lines if line and line[0] != "#")


@cache
def wide_reach() -> Mapping[str, int]:
    """For each word that opens such a name, the most words of one."""
    return reach_of(wide_places())


def singular(word: str) -> str:
    """The word in small letters without the ending of a plural.

    >>> singular("Provinces"), singular("counties"), singular("villages")
    ('province', 'county', 'village')
    """
    small = word.casefold()
    if small.endswith("ies"):
        return f"{small[:-3]}y"
    return small.removesuffix("s")
