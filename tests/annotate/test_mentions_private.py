"""Who stays private, each kind of them, and who does not: rule 6 of the design."""

from __future__ import annotations

import pytest

from tests.annotate.naming import named, names_in

AGAIN = " Lund said it again. Lund said it twice."


@pytest.mark.parametrize(
    "line",
    [
        "Ada Lund, a resident of the port, said the smoke was thick.",
        "Ada Lund, of Oslo, said the smoke was thick.",
        "Ada Lund of Oslo said the smoke was thick.",
        "Ada Lund, who moved from Oslo, said the smoke was thick.",
        "Ada Lund, a patient at the clinic, said the smoke was thick.",
        "The smoke woke 43-year-old Ada Lund.",
        "Ada Lund, who survived the fire, said the smoke was thick.",
        "Ada Lund was wounded in the fire.",
        "Karim's mother, Ada Lund, said the smoke was thick.",
        "Ada Lund, a witness, said the smoke was thick.",
        "The bystander Ada Lund said the smoke was thick.",
        "The smoke woke 11-year-old Ada Lund.",
        "Ada Lund, 15, said the smoke was thick.",
    ],
)
def test_people_without_a_public_role_are_private_however_often_they_speak(
    line: str,
) -> None:
    assert named(names_in(line + AGAIN), "Ada Lund").private_reason is not None


@pytest.mark.parametrize(
    "line",
    [
        "Ada Lund scored a goal in May.",
        "Ada Lund's goal came late.",
        "Goalie Ada Lund stayed away.",
        "Gulls QB Ada Lund stayed away.",
        "The Democratic contender Ada Lund stayed away.",
        "A rider from the coast, Ada Lund, fought the mayor and was elected.",
        "Dr. Ada Lund said the reef was dying.",
        "The head of the Refugee Council Ada Lund said the port was full.",
        "Mayor Ada Lund of Oslo said the smoke was thick.",
        "Coach Ada Lund, 43, said the game was hard.",
    ],
)
def test_players_experts_and_office_holders_are_public(line: str) -> None:
    assert named(names_in(line), "Ada Lund").private_reason is None


@pytest.mark.parametrize(
    "line", ["Dr. Ada Lund was killed in the flood.", "Dr. Ada Lund stayed away."]
)
def test_a_doctor_who_does_not_speak_stays_private(line: str) -> None:
    assert named(names_in(line), "Ada Lund").private_reason is not None


@pytest.mark.parametrize(
    "line",
    [
        "Ada Lund, 42, a lecturer in port law, said the wall was thin.",
        '"The wall is thin," said Ada Lund, 51, director of the Harbour Trust.',
        '"The wall is thin," said Ada Lund (51), director of the Harbour Trust.',
        '"The wall is thin," said Ada Lund, 51, who teaches law at Orran University.',
        "Ada Lund, aged 51, the campaign's founder, said the wall was thin.",
        "Ada Lund, 51, from Oslo, an economist, said the wall was thin.",
        "Marine engineer Ada Lund, 60, from Oslo, said the wall was thin.",
        "Ada Lund, a teacher and union representative, said the wall was thin.",
        "Ada Lund, mother of two and head of the board, said the wall was thin.",
        "The government delegate in Oslo, Ada Lund, told them the wall was thin.",
        "Ada Lund, 24, won gold in Oslo and said so.",
    ],
)
def test_an_office_told_behind_an_age_or_a_home_is_public(line: str) -> None:
    assert named(names_in(line), "Ada Lund").private_reason is None


@pytest.mark.parametrize(
    "line",
    [
        "Ada Lund, 42, a nurse from Oslo, said the smoke was thick.",
        "Ada Lund, 42, a shop owner, said the smoke was thick.",
        "Ada Lund, 16, a campaigner, said the smoke was thick.",
        "Ada Lund, 42, a lecturer, was killed in the fire.",
        "Ada Lund, 42, a lecturer whose son was killed, said the smoke was thick.",
        "Ada Lund, the son of a baker and a judge, said the smoke was thick.",
        "Ada Lund, a second year art major, said the smoke was thick.",
        "Ada Lund, a hairdresser, said the smoke was thick.",
        "Ada Lund, who was shot in the leg, said the smoke was thick.",
        "Ada Lund, whose son was killed, said the smoke was thick.",
        "Ada Lund's husband was killed in the fire. Lund said so. Lund said it twice.",
        "Customers were angry. Ada Lund said the bill was high.",
    ],
)
def test_a_trade_a_loss_or_a_crowd_leaves_a_person_private(line: str) -> None:
    assert named(names_in(line), "Ada Lund").private_reason is not None


@pytest.mark.parametrize(
    "line",
    [
        "Rosa, whose surname this paper has agreed to withhold, had met the mayor.",
        "Rosa, not her real name, is a spokeswoman for the port.",
        '"I ran," said Rosa, who asked to be identified only by her first name.',
        "Rosa* is a doctor at the port.\n* Names have been changed.",
    ],
)
def test_a_name_that_the_page_withholds_is_private_in_any_role(line: str) -> None:
    found = names_in(*line.split("\n"), "The ferry left. Mr Holm had seen Rosa there.")
    reasons = {item.private_reason for item in found if item.text == "Rosa"}
    assert "a name that the page withholds" in reasons


def test_a_name_is_not_withheld_because_others_are() -> None:
    found = names_in(
        "Mayor Ada Lund met Rosa, not her real name, and said the port was safe."
    )
    assert named(found, "Ada Lund").private_reason is None


FAMILY = "Mayor Ada Lund opened the port. Her son Karim Lund was killed."
BETWEEN = " He loved the sea. Nobody knew why. The town mourned."


def test_surname_shared_with_a_victim_is_public_where_it_speaks() -> None:
    found = names_in(FAMILY + BETWEEN + " Lund said the port was safe.")
    assert named(found, "Karim Lund").private_reason is not None
    assert named(found, "Lund").private_reason is None


def test_surname_shared_with_a_victim_is_private_where_it_is_silent() -> None:
    found = names_in(FAMILY + BETWEEN + " Lund was quiet.")
    assert named(found, "Lund").private_reason is not None
