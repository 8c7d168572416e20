"""What articles say of people struck when no word names the event."""

from __future__ import annotations

import pytest

from onrecord.extract.figures import whole_of
from tests.extract.reports.reading import reports_of

NOTHING = [
    "He died in Oldport on Friday at the age of 90.",
    "Tobacco killed 12,000 people in 2020.",
    "The match was lost 3-0 and two strikers were hurt before 9,000 fans.",
    "Doctors warned that hundreds could die.",
    "The union lost 400 members.",
    "A falling branch nearly killed two bakers in Oldport.",
    "At such fairs visitors are hurt by old rides.",
]
WHOLES: list[tuple[str, tuple[int | None, int | None]]] = [
    ("A dozen sailors died in Oldport and five more in Vorrin.", (17, 17)),
    ("The rebels said they had killed 40 guards. The army speaks of 12.", (12, 40)),
    ("Nine sailors drowned, police said. The captain also died.", (10, 10)),
    ("At first 40 bakers were feared dead. Later 31 were found dead.", (31, 31)),
    ("Five bakers died. Two of the dead were children.", (5, 5)),
    ("Five bakers died in Oldport. Last year 12 workers died there.", (5, 5)),
    ("Nine bakers died. The figure was later corrected to seven.", (7, 7)),
]


def test_a_toll_without_an_event_word_is_an_incident_of_unknown_kind() -> None:
    reports, figures = reports_of("Hundreds were injured, medics in Oldport said.")
    assert [(r.event_type, r.detail) for r in reports] == [("Unknown", "harm")]
    assert [(f.effect, f.low, f.high) for f in figures] == [("injured", 200, None)]


def test_beside_an_event_that_is_named_no_unknown_one_opens() -> None:
    body = "A bomb exploded in Oldport on Friday. Nine people were hurt."
    reports, figures = reports_of(body)
    assert [report.detail for report in reports] == ["bombing"]
    assert [(f.effect, f.low) for f in figures] == [("injured", 9)]


def test_a_toll_before_the_word_for_the_event_is_of_it() -> None:
    body = "Nine people were hurt in Oldport. A bomb exploded there on Friday."
    reports, figures = reports_of(body)
    assert [report.detail for report in reports] == ["bombing"]
    assert [(f.effect, f.low) for f in figures] == [("injured", 9)]


@pytest.mark.parametrize("body", NOTHING)
def test_obituaries_statistics_and_matches_are_no_harm(body: str) -> None:
    assert reports_of(body)[0] == []


@pytest.mark.parametrize(("body", "whole"), WHOLES)
def test_figures_of_one_event_add_or_stand_against_each_other(
    body: str, whole: tuple[int | None, int | None]
) -> None:
    reports, figures = reports_of(body)
    own = [figure for figure in figures if figure.report_id == reports[0].id]
    assert whole_of(own, "killed") == whole


def test_who_gives_a_second_number_is_named() -> None:
    body = "The rebels said they had killed 40 guards, whereas the army speaks of 12."
    _, figures = reports_of(body)
    givers = {figure.low: figure.attributed_to for figure in figures}
    assert givers[12] == "army"
