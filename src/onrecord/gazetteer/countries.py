"""Countries by name, adjective, people and capital."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Literal, get_args

from onrecord.gazetteer.folding import fold, is_written_as, reach_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from onrecord.gazetteer.actors import Actor, ActorTable

CountryWord = Literal["name", "adjective", "people", "capital", "region"]
SEPARATOR = ";"
# Adjectives that name the people as they are; the others take an "s".
UNCHANGED = ("ese", "ish", "ch", "ss", "sh", "ois")


@dataclass(frozen=True, slots=True)
class Country:
    """One country: its code, names and other words for it, and a middle point.

    `translations` are its names in other languages; `regions` parts of it that news
    names without it.
    """

    code: str
    name: str
    also: tuple[str, ...]
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    capitals: tuple[str, ...]
    lat: float | None
    lon: float | None
    translations: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()

    def words(self) -> Iterator[tuple[CountryWord, str]]:
        """Every word that means the country, with what it is; the best first."""
        for name in (self.name, *self.also, *self.translations):
            yield "name", name
        for word in self.adjectives:
            yield "adjective", word
        for word in self.people:
            yield "people", word
        for word in self.adjectives:
            if not word.endswith(UNCHANGED) and not word.endswith("s"):
                yield "people", f"{word}s"
        for word in self.capitals:
            yield "capital", word
        for word in self.regions:
            yield "region", word


class Countries:
    """Countries of the world by any word that means them."""

    def __init__(self, countries: Iterable[Country]) -> None:
        """Index them; of two countries with one word, the one with the better use."""
        self._by_code = {country.code: country for country in countries}
        self._words: dict[str, tuple[str, CountryWord, str]] = {}
        for rank in get_args(CountryWord):
            for country in self._by_code.values():
                for kind, word in country.words():
                    if kind == rank:
                        self._words.setdefault(fold(word), (country.code, kind, word))
        self._reach = reach_of(self._words)

    def all(self) -> tuple[Country, ...]:
        """Every country, in the order of its code."""
        return tuple(self._by_code[code] for code in sorted(self._by_code))

    def read(self, word: str) -> tuple[str, CountryWord] | None:
        """The country that `word` means, and what the word is; None when it is none.

        "US" needs its capitals, as does every short form.
        """
        found = self._words.get(fold(word))
        if found is None or not is_written_as(found[2], word):
            return None
        return found[0], found[1]

    def reach(self, word: str) -> int:
        """How many words the longest name has that opens with this folded word."""
        return self._reach.get(word, 0)

    def code_of(self, word: str) -> str | None:
        """The code of the country that any of its words means, regions among them."""
        found = self.read(word)
        return None if found is None else found[0]

    def name(self, code: str) -> str | None:
        """The country's common English name."""
        country = self._by_code.get(code)
        return None if country is None else country.name

    def place(self, code: str) -> tuple[float, float] | None:
        """A point in the middle of the country: latitude and longitude in degrees."""
        country = self._by_code.get(code)
        if country is None or country.lat is None or country.lon is None:
            return None
        return country.lat, country.lon

    def capital(self, code: str) -> str | None:
        """The seat of government; None where the table has none."""
        country = self._by_code.get(code)
        return country.capitals[0] if country and country.capitals else None


@dataclass(frozen=True, slots=True)
class SharedName:
    """A country's name that a region of another country bears, too."""

    name: str
    region_of: str
    country_words: tuple[str, ...]


@cache
def shared_names() -> tuple[SharedName, ...]:
    """The names of countries that are regions elsewhere (Georgia)."""
    return tuple(
        SharedName(row["name"], row["region_of"], _values(row["country_words"]))
        for row in _rows("shared_regions.csv")
    )


def load_countries(actors: ActorTable) -> Countries:
    """The countries of the world, and those that a user's actors add or replace."""
    countries = {country.code: country for country in built_in_countries()}
    for actor in actors.all():
        if actor.type == "country":
            country = _of_actor(actor)
            countries[country.code] = country
    # Users' countries come first: a word that two countries share is theirs.
    return Countries(reversed(countries.values()))


def _of_actor(actor: Actor) -> Country:
    return Country(
        code=actor.country or actor.id.upper(),
        name=actor.name,
        also=actor.aliases,
        adjectives=tuple(word for word in actor.demonyms if not word.endswith("s")),
        people=tuple(word for word in actor.demonyms if word.endswith("s")),
        capitals=(actor.capital,) if actor.capital else (),
        lat=actor.lat,
        lon=actor.lon,
    )


@cache
def built_in_countries() -> tuple[Country, ...]:
    """The countries of our own table, by their code."""
    translations = {
        row["code"]: tuple(name for key, name in row.items() if key != "code" and name)
        for row in _rows("country_names.csv")
    }
    regions = {row["code"]: _values(row["regions"]) for row in _rows("regions.csv")}
    return tuple(
        Country(
            code=row["code"],
            name=row["name"],
            also=_values(row["also"]),
            adjectives=_values(row["adjectives"]),
            people=_values(row["people"]),
            capitals=_values(row["capital"]),
            lat=float(row["lat"]),
            lon=float(row["lon"]),
            translations=translations.get(row["code"], ()),
            regions=regions.get(row["code"], ()),
        )
        for row in _rows("countries.csv")
    )


def _values(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("|")) if cell else ()


def _rows(name: str) -> list[dict[str, str]]:
    text = (resources.files("onrecord") / "data" / name).read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter=SEPARATOR))
