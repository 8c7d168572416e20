"""What the parser's labels get wrong on news, mended: teams, titles, outlets."""

from __future__ import annotations

import pytest

from tests.annotate.naming import named, names_in


def test_team_and_position_stay_outside_a_name() -> None:
    found = names_in("Harbour Cup scorer Gulls QB Ada Lund threw a pass.")
    assert named(found, "Ada Lund").type == "person"


def test_editor_in_chief_stays_outside_a_name() -> None:
    found = names_in("The paper's Editor-in-Chief Ada Lund said no.")
    assert named(found, "Ada Lund").role == "paper's Editor-in-Chief"


def test_name_with_two_given_names_that_ends_like_a_place_is_a_person() -> None:
    found = names_in("Karim Bo Hill said the port was full.")
    assert named(found, "Karim Bo Hill").type == "person"


def test_refugee_council_holds_no_refugee() -> None:
    found = names_in("The head of the Refugee Council Ada Lund said it was full.")
    assert named(found, "Refugee Council").type == "organisation"


def test_capital_that_is_a_surname_here_is_a_person() -> None:
    found = names_in("Olga Lima was born there. Lima claims it was full.")
    assert named(found, "Lima").type == "person"


def test_capital_in_which_somebody_lives_stays_a_place() -> None:
    found = names_in("Olga Lima was born there. She lives in Lima.")
    assert named(found, "Lima").type == "place"


def test_capital_in_which_somebody_lives_is_the_person_where_it_says_something() -> (
    None
):
    found = names_in("Olga Lima lives in Lima. The market is shut, Lima said.")
    assert [(item.text, item.type) for item in found] == [
        ("Olga Lima", "person"),
        ("Lima", "place"),
        ("Lima", "person"),
    ]


@pytest.mark.parametrize(
    "told", ["an Orran woman", "a shipping clerk", "43", "who sold the nets"]
)
def test_rare_given_name_before_a_capital_is_a_person_by_what_is_told(
    told: str,
) -> None:
    lines = f"Tavreska Paris, {told}, left the ship.", "Paris claims it was full."
    found = names_in(*lines)
    people = {item.text: item for item in found if item.type == "person"}
    assert set(people) == {"Tavreska Paris", "Paris"}
    assert people["Paris"].head == people["Tavreska Paris"].id


@pytest.mark.parametrize("told", ["a city of ferries", "which was full", "2031"])
def test_town_before_its_country_is_no_person(told: str) -> None:
    found = names_in(f"Tavreska Peru, {told}, reopened.", "Peru claims it was full.")
    assert not [item for item in found if item.text == "Peru" and item.type == "person"]


def test_outlet_without_a_label_is_a_body_where_it_speaks() -> None:
    found = names_in("The Dunmere News observed that the tag had spread.")
    assert named(found, "Dunmere News").type == "organisation"
