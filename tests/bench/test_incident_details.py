"""Weapons and those struck are counted of the incidents that are found."""

from __future__ import annotations

from bench.incident_details import told_details
from bench.incident_gold import GoldIncident, GoldParty
from bench.incident_score import Answer, JudgedPage

TYPE = "Explosions/Remote violence"


def gold(weapon: tuple[tuple[int, int], ...] = ()) -> GoldIncident:
    return GoldIncident(
        "i1",
        TYPE,
        "Grenade",
        None,
        "happened",
        ((0, 9),),
        victims=(GoldParty((20, 30), "children"),),
        weapon=weapon,
    )


def told(answer: Answer, incident: GoldIncident) -> str:
    return told_details([JudgedPage((incident,), (answer,))])


def test_a_weapon_and_a_group_told_are_counted() -> None:
    answer = Answer(
        TYPE,
        spans=((0, 9),),
        weapons=((3, 6),),
        struck=((((22, 28),), "children"),),
    )
    line = told(answer, gold(((2, 5),)))
    assert line == "weapons 1 of 1, struck 1 of 1, groups 1 of 1; weapons besides 0"


def test_another_group_is_none_and_a_weapon_of_nobody_stands_besides() -> None:
    answer = Answer(
        TYPE, spans=((0, 9),), weapons=((3, 6),), struck=((((22, 28),), "police"),)
    )
    line = told(answer, gold())
    assert line == "weapons 0 of 0, struck 1 of 1, groups 0 of 1; weapons besides 1"


def test_an_incident_that_is_not_found_counts_for_nothing() -> None:
    line = told_details([JudgedPage((gold(((2, 5),)),), ())])
    assert line.startswith("weapons 0 of 0, struck 0 of 0")
