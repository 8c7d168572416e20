"""Which names meet at all."""

from __future__ import annotations

from onrecord.gazetteer import person_parts
from onrecord.resolve.entities.near_names import NEAREST, near_pairs

NAMES = {
    "a": "Hamid al-Rawi",
    "b": "حميد الراوي",
    "c": "Rawi, Hameed",
    "d": "Boris Quint",
    "e": "Ana Petrell",
}


def test_spellings_of_one_name_meet_across_scripts_and_others_do_not() -> None:
    pairs = near_pairs({id_: person_parts(name) for id_, name in NAMES.items()})
    assert {("a", "b"), ("a", "c"), ("b", "c")} <= set(pairs)
    assert ("d", "e") not in pairs


def test_two_spellings_of_one_name_meet_where_there_are_no_others() -> None:
    names = {"a": person_parts("Hamid al-Rawi"), "b": person_parts("Hameed Rawi")}
    assert near_pairs(names) == [("a", "b")]


def test_candidates_of_many_names_stay_few() -> None:
    names = {
        f"{at:03}": person_parts(f"Hamid Torel{chr(97 + at % 26)}") for at in range(300)
    }
    assert len(near_pairs(names)) <= 300 * (NEAREST + 12 * 12)


def test_pairs_do_not_depend_on_the_order_of_names() -> None:
    forward = {id_: person_parts(name) for id_, name in NAMES.items()}
    backward = dict(reversed(forward.items()))
    assert near_pairs(forward) == near_pairs(backward)
