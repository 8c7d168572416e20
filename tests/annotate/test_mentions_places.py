"""Names of places: shown by the words around them, by tables, by a book of towns."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.annotate.mentions import CountryPlaces
from onrecord.annotate.mentions.place_book import singular
from tests.annotate.naming import named, names_in, tables

if TYPE_CHECKING:
    from onrecord.gazetteer.places import Standing


class Towns:
    """A book that knows these towns and nothing else."""

    def __init__(self, *towns: str) -> None:
        self._towns = towns

    def standing(self, name: str) -> Standing | None:
        """Each is a town."""
        return "town" if name in self._towns else None


def kinds_in(line: str, *, places: Towns | None = None) -> dict[str, str]:
    """The type of every name of a line."""
    return {mention.text: mention.type for mention in names_in(line, places=places)}


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Kasavu Occidental province has no clinic.", "Kasavu Occidental"),
        ("Floods hit the poultry farms of Oldru and Tolvesk districts.", "Tolvesk"),
        ("Kelzu city alone counted 40 cases.", "Kelzu"),
        ("A resident of Mabvuzu saw the boat sink.", "Mabvuzu"),
        ("The fire spread north of Tolvesk on Monday.", "Tolvesk"),
        ("Lujhu is a rural township with one school.", "Lujhu"),
        ("Mabvuk, a suburb of the port, lost its power.", "Mabvuk"),
        ("Heavy rain flooded the towns of Kelzu, Swale and Truro.", "Truro"),
        ("It broke out in four villages: Kampunzu, Makonozu and Mombozu.", "Makonozu"),
        ("Clinics opened in Attapru, Laos, and Binh Phuru, Vietnam.", "Binh Phuru"),
        ("The bridge at Davo del Ru, Peru, was shut.", "Davo del Ru"),
    ],
)
def test_words_around_a_name_show_a_place(line: str, name: str) -> None:
    assert kinds_in(line).get(name) == "place"


@pytest.mark.parametrize(
    ("line", "name", "kind"),
    [
        ("Talks with Ann Lund, Germany, went on.", "Ann Lund", "person"),
        ("Governor Petrell, Texas, stayed away.", "Petrell", "person"),
        ("Students of the University of Vorrin, Peru, marched.", "Vorrin", None),
        ("The state of Emergency was lifted on Monday.", "Emergency", None),
        ("Kurdish province officials met on Monday.", "Kurdish", None),
    ],
)
def test_people_and_bodies_are_no_places(
    line: str, name: str, kind: str | None
) -> None:
    assert kinds_in(line).get(name) in {kind, None}
    assert kinds_in(line).get(name) != "place"


def test_a_name_shown_once_is_a_place_throughout() -> None:
    found = names_in(
        "The clinic stands in the village of Kwazu-Lotal.",
        "Kwazu-Lotal has no doctor, and Kwazu-Lotal has no road.",
    )
    assert {m.type for m in found if m.text == "Kwazu-Lotal"} == {"place"}


@pytest.mark.parametrize(
    "name",
    ["South America", "Indian Ocean", "Black Sea", "Lake Victoria", "Eastern Pacific"],
)
def test_seas_and_continents_are_whole_places(name: str) -> None:
    mention = named(names_in(f"The survey covered the {name} coast in June."), name)
    assert (mention.type, mention.country) == ("place", None)


def test_a_part_of_a_country_is_one_place_of_it() -> None:
    mention = named(names_in("Floods cut off roads in Western Kenya."), "Western Kenya")
    assert (mention.type, mention.country) == ("place", "KE")


def test_a_part_in_small_letters_leaves_the_country() -> None:
    assert named(names_in("Floods cut off northern Kenya."), "Kenya").type == "country"


def test_a_possessive_inside_a_countrys_name_belongs_to_it() -> None:
    name = "People's Republic of China"
    found = names_in(f"Envoys of the {name} left the hall.")
    assert named(found, name).country == "CN"


def test_letters_of_a_currency_are_no_country() -> None:
    assert "US" not in kinds_in("The harvest is worth $US 3 billion a year.")


@pytest.mark.parametrize(
    "line",
    [
        "Doctors feared the Vorrin virus, and Vorrin is deadly.",
        "A nurse died of Vorrin haemorrhagic fever on Monday.",
        "Two crows had died of West Nile virus by May.",
    ],
)
def test_a_disease_called_after_a_place_is_none(line: str) -> None:
    assert not {"Vorrin", "West", "Nile", "West Nile"} & set(kinds_in(line))


def test_a_region_in_the_name_of_a_university_is_no_place() -> None:
    found = kinds_in("She works at Oregon State University's Centre for Bees.")
    assert "Oregon" not in found


def test_a_school_of_law_is_a_body_whatever_its_label() -> None:
    found = kinds_in("He teaches at the Ada Lund School of Medicine in Lima.")
    assert "place" not in {found.get("Ada Lund School of Medicine")}


def test_a_book_of_towns_tells_whose_hospital_it_is() -> None:
    line = "They were taken to Desaguzero hospital on Monday."
    assert kinds_in(line, places=Towns("Desaguzero"))["Desaguzero"] == "place"


@pytest.mark.parametrize(
    ("name", "standing"),
    [
        ("Kenya", "country"),
        ("Ontario", "region"),
        ("Nairobi", "city"),
        ("the Black Sea", "region"),
        ("Kenyan", None),
        ("Vorrin", None),
    ],
)
def test_the_table_of_countries_is_a_small_book(
    name: str, standing: Standing | None
) -> None:
    assert CountryPlaces(tables()[1]).standing(name) == standing


@given(st.text(max_size=30))
@settings(max_examples=200)
def test_a_singular_is_never_longer(word: str) -> None:
    assert len(singular(word)) <= len(word.casefold())
