"""Kinds of crimes and accidents that invented sentences tell."""

from __future__ import annotations

import pytest

from tests.extract.reports.reading import told

FRIDAY = "Oldport | 2024-05-17 |"
TOLD = {
    "Two men robbed a bank in Oldport on Friday, police said.": f"robbery | {FRIDAY} ",
    "A woman was mugged in Oldport on Friday.": f"robbery | {FRIDAY} ",
    "Thieves burgled a museum in Oldport on Friday.": f"burglary | {FRIDAY} ",
    "A power station in Oldport was sabotaged on Friday.":
        f"property destruction | {FRIDAY} ",
    "A man was hit by a car in Oldport on Friday and died.":
        f"road crash | {FRIDAY} killed 1..1",
    "Two cyclists were run over by a lorry in Oldport on Friday.":
        f"road crash | {FRIDAY} ",
    "A bus fell into a ravine in Oldport on Friday, killing 20 people.":
        f"road crash | {FRIDAY} killed 20..20",
    "A girl was struck by a train in Oldport on Friday.": f"rail crash | {FRIDAY} ",
    "Rail cars jumped the tracks in Oldport on Friday, injuring six.":
        f"rail crash | {FRIDAY} injured 6..6",
    "A light aircraft came down in Oldport on Friday, killing both people on board.":
        f"air crash | {FRIDAY} killed 2..2",
    "A gunman took a group of students hostage in Oldport on Friday.":
        f"abduction | {FRIDAY} ",
    "Three tourists died in Oldport on Friday after drinking methanol.":
        f"poisoning | {FRIDAY} killed 3..3",
    "A roof gave way at a school in Oldport on Friday, killing three pupils.":
        f"collapse | {FRIDAY} killed 3..3",
    "A balcony fell on a crowd in Oldport on Friday, injuring nine.":
        f"collapse | {FRIDAY} injured 9..9",
    "Two boys were electrocuted in Oldport on Friday.":
        f"accident | {FRIDAY} killed 2..2",
    "Lightning killed four farmers in Oldport on Friday.":
        f"storm | {FRIDAY} killed 4..4",
    "A fire claimed nine lives in Oldport on Friday.": f"fire | {FRIDAY} killed 9..9",
    "An attempt was made on the life of the mayor in Oldport on Friday.":
        f"assassination | {FRIDAY} ",
    "A woman was dragged from her car at gunpoint in Oldport on Friday.":
        f"robbery | {FRIDAY} ",
    "Two youths used a machete to steal a van in Oldport on Friday.":
        f"robbery | {FRIDAY} ",
    "Raiders on mopeds smashed a window with sledgehammers in Oldport on Friday.":
        f"robbery | {FRIDAY} ",
    "Burglars led the raid on a vault in Oldport on Friday.": f"burglary | {FRIDAY} ",
    "An armed man was holding customers of a bank in Oldport on Friday.":
        f"abduction | {FRIDAY} ",
    "Nine miners were trapped in Oldport on Friday.":
        f"industrial accident | {FRIDAY} ",
    "A blast killed four miners in Oldport on Friday.":
        f"industrial accident | {FRIDAY} killed 4..4",
    "A coal mine blast killed four people in Oldport on Friday.":
        f"industrial accident | {FRIDAY} killed 4..4",
    "A boat turned over in Oldport on Friday.": f"shipwreck | {FRIDAY} ",
    "A cyclist was knocked down by an Audi in Oldport on Friday.":
        f"road crash | {FRIDAY} ",
    "A newborn was abandoned in Oldport on Friday.": f"child abandonment | {FRIDAY} ",
    "A guard was left for dead in Oldport on Friday.": f"assault | {FRIDAY} ",
}  # fmt: skip


@pytest.mark.parametrize(("body", "expected"), TOLD.items())
def test_a_crime_or_accident_is_told_without_the_name_of_its_kind(
    body: str, expected: str
) -> None:
    assert told(body) == [expected]


@pytest.mark.parametrize(
    "body",
    [
        "Police threatened to rob the mayor of Oldport of his pension on Friday.",
        "Thieves could burgle the museum in Oldport, the guards warned on Friday.",
        "Prices came down in Oldport on Friday.",
        "The troupe gave way to a choir in Oldport on Friday.",
        "A hunter killed and ate a rabbit in Oldport on Friday.",
        "Parliament killed the bill in Oldport on Friday.",
        "Officers rammed the door of a house in Oldport on Friday.",
        "In Oldport on Friday he recalled the senate's attacks on Mayor Ana Petrell.",
        "The plague, doctors in Oldport said, has killed millions around the world.",
    ],
)
def test_threats_and_other_senses_of_these_words_are_no_incidents(body: str) -> None:
    assert told(body) == []
