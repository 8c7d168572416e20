"""Which place a name means among the other names of its article."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from onrecord.gazetteer.places import (
    Gazetteer,
    Home,
    Toponym,
    find_homes,
    open_gazetteer,
    resolve_places,
)
from onrecord.gazetteer.places.located import know_places, locate
from onrecord.gazetteer.places.weights import load_weights, read_weights, weights_table
from onrecord.model import PlaceName, Span
from tests.gazetteer.places.shelf import shelf

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def book(tmp_path: Path) -> Gazetteer:
    return shelf(tmp_path)


def numbers(book: Gazetteer, *names: str, home: Home | None = None) -> list[int | None]:
    toponyms = [Toponym(*name.split("|")) for name in names]
    chosen = resolve_places(toponyms, book, home)
    return [choice.place.id if choice else None for choice in chosen]


def test_alone_the_larger_place_is_meant(book: Gazetteer) -> None:
    assert numbers(book, "Millbrook") == [90]


@pytest.mark.parametrize(
    "name", ["Millbrook||, Ostmark Province, said", "Millbrook, Vorrin"]
)
def test_what_stands_behind_a_town_says_which(book: Gazetteer, name: str) -> None:
    assert numbers(book, name) == [5]


def test_towns_nearby_and_their_country_say_which(book: Gazetteer) -> None:
    assert numbers(book, "Millbrook", "Saint Ardan", "Vorrin", "Ostmark")[0] == 5
    assert numbers(book, "Millbrook", "Pellgate", "Ghaldan")[0] == 90


def test_a_name_means_one_place_in_an_article(book: Gazetteer) -> None:
    assert numbers(book, "Millbrook", "Millbrook||, Vorrin") == [5, 5]


def test_an_outlets_home_says_which(book: Gazetteer) -> None:
    ours = [[Toponym("Saint Ardan"), Toponym("Ostmark")]] * 3
    home = find_homes(ours, ["ardanpost.example"] * 3, book)["ardanpost.example"]
    assert home.regions["XA.1"] > 0.9
    assert numbers(book, "Millbrook", home=home) == [5]


def test_a_name_that_nothing_bears_is_none(book: Gazetteer) -> None:
    assert numbers(book, "Atlantis", "Pellgate") == [None, 6]
    assert numbers(book) == []
    assert numbers(book, "Atlantis") == [None]


def test_order_of_names_does_not_matter(book: Gazetteer) -> None:
    names = ["Millbrook", "Saint Ardan", "Vorrin", "Ardan"]
    assert numbers(book, *names) == numbers(book, *reversed(names))[::-1]


def test_a_site_tells_its_country_and_the_place_in_its_name() -> None:
    assert Home("news.example.pk").country == "PK"
    assert Home("millbrookherald.example").is_named_after("millbrook")
    assert not Home("the-paris.example").is_named_after("ardan")


def test_weights_keep_their_order_in_a_table() -> None:
    known = load_weights()
    again = read_weights(weights_table(known))
    assert again.full.tolist() == known.full.tolist()


def test_a_finding_gets_point_and_precision_and_keeps_its_country(
    book: Gazetteer,
) -> None:
    text = "Rain fell in Pellgate, and in Saint Ardan of Ghaldan."
    names = [
        PlaceName(word, (Span(text.index(word), text.index(word) + len(word)),))
        for word in ("Pellgate", "Saint Ardan")
    ]
    told = PlaceName(names[1].text, names[1].spans, country="XB")
    known = know_places([name.spans[0] for name in names], text, book)
    first, second = (locate(name, known) for name in (names[0], told))
    assert (first.lat, first.lon, first.country) == (50.0, 80.0, "XB")
    assert (first.name, first.precision) == ("Pellgate", "town")
    assert first.geonameid == 6
    assert second == told


@pytest.mark.parametrize("name", ["Kabul", "Kyiv", "Islamabad", "Peshawar"])
def test_a_town_and_the_district_of_its_name_are_no_doubt(
    name: str, cache: Path
) -> None:
    (chosen,) = resolve_places([Toponym(name)], open_gazetteer(cache))
    assert chosen is not None
    assert (chosen.precision, chosen.score > 0.8) == ("town", True)


def test_a_province_that_is_called_one_is_not_its_capital(cache: Path) -> None:
    (chosen,) = resolve_places([Toponym("Kabul Province")], open_gazetteer(cache))
    assert chosen is not None
    assert chosen.precision == "region"
