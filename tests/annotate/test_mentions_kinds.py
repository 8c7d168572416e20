"""What kind of party a name is, where labels are wrong; and what is no party."""

from __future__ import annotations

import pytest

from tests.annotate.naming import head_text, named, names_in


def test_a_region_beside_its_like_is_no_country() -> None:
    found = names_in("Voters in Alabama, Georgia and Ohio stayed away.")
    georgia = named(found, "Georgia")
    assert (georgia.type, georgia.country) == ("place", "US")


def test_a_country_stays_one_where_its_own_words_stand() -> None:
    found = names_in("Troops of Georgia left Ohio for Tbilisi.")
    assert named(found, "Georgia").country == "GE"


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ("Ada Lund, D-Missoula, stayed away.", "D-Missoula"),
        ("The Safe Ferry Act passed in June.", "Safe Ferry Act"),
        ("A clinic in Lima gave her Suboxone and Medicaid paid.", "Medicaid"),
        ("She walked down 6th Avenue on Monday.", "Avenue"),
    ],
)
def test_tags_laws_programmes_and_fragments_are_no_parties(
    line: str, word: str
) -> None:
    assert word not in [mention.text for mention in names_in(line)]


@pytest.mark.parametrize(
    ("line", "name", "kind"),
    [
        ("The road to the village of Kifl Hares was shut.", "Kifl Hares", "place"),
        ("The dominant Fianna Holm party stayed away.", "Fianna Holm", "party"),
    ],
)
def test_the_words_around_tell_the_kind(line: str, name: str, kind: str) -> None:
    assert named(names_in(line), name).type == kind


def test_a_family_is_no_party_and_a_given_name_is_a_person() -> None:
    found = names_in(
        "Mayor Gordon Holm stayed away.",
        'The "Gordon problem" grew.',
        "The Holms left.",
    )
    assert "Holms" not in [mention.text for mention in found]
    assert {m.type for m in found if m.text == "Gordon"} <= {"person"}


def test_an_agency_with_the_letters_of_a_town_is_no_town() -> None:
    assert "place" not in {
        m.type for m in names_in("The data of the GAO were old.") if m.text == "GAO"
    }


def test_the_last_word_of_the_only_board_is_the_board() -> None:
    found = names_in(
        "The Harbour Relief Board sent boats.", "According to the Board, two sank."
    )
    assert head_text(found, "Board") == "Harbour Relief Board"


def test_a_region_that_sounds_like_a_surname_is_no_person() -> None:
    found = names_in("Mayor Karim West left.", "The ships of the West came late.")
    assert {m.type for m in found if m.text == "West"} <= {"place"}


def test_a_named_body_keeps_its_country_in_a_longer_name() -> None:
    found = names_in("The Federal Reserve Bank of New York shut its doors.")
    assert "CN" not in {mention.country for mention in found}
    assert named(found, "Federal Reserve").country == "US"


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Corvina opened its port and its members came.", "Corvina"),
        ("Corvina was late, but it paid its members.", "Corvina"),
    ],
)
def test_lone_name_that_goes_on_as_it_is_no_person(line: str, name: str) -> None:
    assert {item.type for item in names_in(line) if item.text == name} == {
        "organisation"
    }


@pytest.mark.parametrize(
    "line",
    [
        "Corvina said it was late.",
        "Corvina opened her port.",
        "Corvina said the port lost its roof.",
    ],
)
def test_lone_name_is_a_person_where_it_is_another_thing(line: str) -> None:
    assert {item.type for item in names_in(line) if item.text == "Corvina"} <= {
        "person"
    }


def test_capitals_behind_what_they_are_make_a_body() -> None:
    found = names_in("They met a group Divers for Clean Bays in May.")
    assert named(found, "Divers for Clean Bays").type == "organisation"
