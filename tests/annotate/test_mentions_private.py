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


FAMILY = "Mayor Ada Lund opened the port. Her son Karim Lund was killed."
BETWEEN = " He loved the sea. Nobody knew why. The town mourned."


def test_surname_shared_with_a_victim_is_public_where_it_speaks() -> None:
    found = names_in(FAMILY + BETWEEN + " Lund said the port was safe.")
    assert named(found, "Karim Lund").private_reason is not None
    assert named(found, "Lund").private_reason is None


def test_surname_shared_with_a_victim_is_private_where_it_is_silent() -> None:
    found = names_in(FAMILY + BETWEEN + " Lund was quiet.")
    assert named(found, "Lund").private_reason is not None
