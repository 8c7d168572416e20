"""Incidents are matched one to one, and a share counts what was not found, too."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.incident_gold import (
    GoldDate,
    GoldFigure,
    GoldIncident,
    GoldPlace,
    read_incidents,
)
from bench.incident_score import (
    Answer,
    JudgedPage,
    agreement,
    answer_of,
    firm_agreement,
    is_place,
    match_incidents,
    score_incidents,
    wholes,
)

QUAY = GoldPlace("Vorrin quay", "QQ", "point", ((4, 10),), ("Vorrin",))
DAY = GoldDate("2031-04-02", "2031-04-02", "day", ((20, 26),))
FIGURES = (
    GoldFigure("killed", 9, 9, (30, 34)),
    GoldFigure("killed", 2, 2, (40, 43), of=0),
    GoldFigure("killed", 12, 12, (50, 56), superseded=True),
    GoldFigure("killed", 4, 4, (60, 64), apart=True),
    GoldFigure("injured", 21, None, (70, 72)),
)
FIRE = GoldIncident(
    "i1", "Accident", "Fire", "fire", "happened", ((0, 3),),
    place=QUAY, date=DAY, figures=FIGURES, main=True,
)  # fmt: skip
FLOOD = GoldIncident("i2", "Disaster", "Flood", "flood", "happened", ((80, 85),))
PROTEST = GoldIncident(
    "i3", "Protests", "Peaceful protest", None, "happened", ((90, 97),), optional=True,
    also=(("Riots", "Violent demonstration"),),
)  # fmt: skip
RIGHT = answer_of(FIRE)


def page_of(*answers: Answer) -> JudgedPage:
    return JudgedPage((FIRE, FLOOD, PROTEST), answers)


def scored(*answers: Answer) -> dict[str, float]:
    return score_incidents([page_of(*answers)])


def test_the_reader_is_right_by_their_own_gold() -> None:
    pages = [
        JudgedPage(page.incidents, tuple(map(answer_of, page.incidents)))
        for page in read_incidents(1)
    ]
    scores = score_incidents(pages)
    assert {scores[key] for key in ("f1", "right_f1", "type", "date", "killed")} == {1}
    assert scores["invented"] == 0


def test_what_is_not_found_has_no_field_right() -> None:
    scores = scored(RIGHT)
    assert (scores["p"], scores["r"]) == (1, 0.5)
    assert (scores["type"], scores["type_of"]) == (0.5, 2)
    assert (scores["killed"], scores["killed_of"]) == (1, 1)


def test_silence_finds_nothing() -> None:
    scores = scored()
    assert (scores["f1"], scores["right_f1"], scores["type"]) == (0, 0, 0)


def test_an_optional_incident_counts_neither_way() -> None:
    told = answer_of(PROTEST)
    assert scored(RIGHT, told) == scored(RIGHT)
    assert scored(RIGHT, replace(told, event_type="Riots")) == scored(RIGHT)


def test_one_answer_is_never_two_incidents() -> None:
    assert match_incidents(JudgedPage((FIRE, FIRE), (RIGHT,))) == {0: 0}
    assert match_incidents(JudgedPage((FIRE,), (RIGHT, RIGHT))) == {0: 0}


def test_a_firm_incident_is_matched_before_an_optional_one() -> None:
    answer = Answer("Protests")
    firm = GoldIncident("i4", "Protests", "Peaceful protest", None, "happened", ())
    assert match_incidents(JudgedPage((PROTEST, firm), (answer,))) == {1: 0}


def test_the_wrong_place_is_found_and_not_right() -> None:
    scores = scored(replace(RIGHT, place_names=("Dremmel",)))
    assert (scores["p"], scores["right_p"], scores["place"]) == (1, 0, 0)


def test_another_type_is_found_by_its_day_and_place() -> None:
    scores = scored(replace(RIGHT, event_type="Riots", sub_event_type=None))
    assert (scores["p"], scores["right_p"], scores["type"]) == (1, 0, 0)


def test_words_and_a_day_make_an_incident_and_words_alone_do_not() -> None:
    far = Answer("Battles", spans=((1, 2),))
    assert match_incidents(page_of(far)) == {}
    near = replace(far, start=DAY.start, end=DAY.end)
    assert match_incidents(page_of(near)) == {0: 0}


@pytest.mark.parametrize("name", ["Vorrin quay", "the Vorrin Quay", "Vorrin", "VORRÍN"])
def test_a_right_name_is_right_however_it_is_written(name: str) -> None:
    assert is_place(FIRE, replace(RIGHT, place_names=("Dremmel", name)))


def test_a_country_is_right_by_its_code() -> None:
    land = GoldPlace("Quarrin", "QQ", "country", ((4, 10),))
    gold = GoldIncident("i1", "Disaster", "Flood", None, "happened", (), place=land)
    assert is_place(gold, Answer("Disaster", place_names=("Kuarrin",), country="QQ"))
    assert not is_place(gold, Answer("Disaster", country="RR"))


def test_only_a_figure_of_the_whole_is_right() -> None:
    assert wholes(FIRE, "killed") == {(9, 9)}
    for bounds in ((2, 2), (12, 12), (4, 4), (9, None), None):
        assert scored(replace(RIGHT, killed=bounds))["killed"] == 0


def test_a_figure_where_the_reader_has_none_is_invented() -> None:
    told = replace(answer_of(FLOOD), killed=(3, 3))
    assert scored(RIGHT, told)["invented"] == 1
    assert scored(RIGHT, answer_of(FLOOD))["invented"] == 0


def test_a_day_too_wide_is_not_the_day() -> None:
    assert scored(replace(RIGHT, end="2031-04-03"))["date"] == 0


def test_fields_that_the_reader_left_open_are_not_asked() -> None:
    scores = score_incidents([JudgedPage((FLOOD,), (answer_of(FLOOD),))])
    assert "date" not in scores
    assert (scores["date_of"], scores["place_of"], scores["type_of"]) == (0, 0, 1)


@given(st.lists(st.sampled_from([RIGHT, answer_of(FLOOD), Answer("Battles")])))
def test_no_score_is_above_one_and_strict_is_never_above_loose(
    answers: list[Answer],
) -> None:
    scores = scored(*answers)
    assert 0 <= scores["right_f1"] <= scores["f1"] <= 1
    assert scores["right_p"] <= scores["p"]


def test_the_second_pass_can_be_judged_by_the_first() -> None:
    assert 0 < agreement()["right_f1"] <= 1


def test_a_quarrel_about_what_is_firm_counts_in_the_strict_agreement_alone() -> None:
    assert firm_agreement()["r"] < agreement()["r"]
