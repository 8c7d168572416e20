"""When two figures stand against each other, and when one only follows the other."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from onrecord.resolve.figure_disputes import find_figure_disputes
from tests.resolve.reporting import make_figure, make_report

if TYPE_CHECKING:
    from onrecord.model import Figure, ReportText

FRIDAY = date(2024, 5, 17)
SATURDAY = date(2024, 5, 18)


def report(name: str, day: date | None, *figures: Figure) -> ReportText:
    return make_report(name, "", day=day, outlet=f"outlet {name}", figures=figures)


def disputes(*reports: ReportText) -> list[tuple[str, str, str]]:
    incidents = {item.report.id: "one" for item in reports}
    return [
        (item.left, item.right, item.shown)
        for item in find_figure_disputes(reports, incidents)
    ]


def test_two_sources_of_one_day_without_a_common_number_dispute() -> None:
    left = make_figure("a", "killed", 12, 12, source="the hospital")
    right = make_figure("b", "killed", 30, None, source="the police")
    found = disputes(report("a", FRIDAY, left), report("b", FRIDAY, right))
    assert {found[0][0], found[0][1]} == {left.id, right.id}
    assert found[0][2] == "yes"


def test_two_sources_in_one_article_dispute() -> None:
    left = make_figure("a", "killed", 12, 12, source="the hospital")
    right = make_figure("a", "killed", 30, 30, source="the rebels", start=50)
    assert len(disputes(report("a", FRIDAY, left, right))) == 1


def test_numbers_that_fit_each_other_do_not_dispute() -> None:
    left = make_figure("a", "killed", 12, None)
    right = make_figure("b", "killed", 30, 30)
    assert disputes(report("a", FRIDAY, left), report("b", FRIDAY, right)) == []


def test_a_toll_that_grows_is_a_revision() -> None:
    left = make_figure("a", "killed", 12, 12)
    right = make_figure("b", "killed", 30, 30)
    assert disputes(report("a", FRIDAY, left), report("b", SATURDAY, right)) == []


def _captured(name: str, *figures: Figure) -> ReportText:
    where = "https://harbourpost.example/blast"
    return make_report(
        name, "", day=FRIDAY, outlet="The Harbour Post", figures=figures, where=where
    )


def test_a_number_that_a_later_capture_replaces_is_no_dispute() -> None:
    old = make_figure("a", "killed", 12, 12)
    new = make_figure("b", "killed", 14, None, source="the police")
    assert disputes(_captured("a", old), _captured("b", new)) == []


def test_numbers_that_one_capture_gives_side_by_side_still_dispute() -> None:
    old = make_figure("a", "killed", 12, 12, source="the police")
    same = make_figure("b", "killed", 12, 12, source="the police")
    other = make_figure("b", "killed", 30, 30, source="the rebels", start=50)
    assert len(disputes(_captured("a", old), _captured("b", same, other))) == 1


def test_a_source_that_changes_its_number_revises_it() -> None:
    left = make_figure("a", "killed", 30, 30, source="the police")
    right = make_figure("b", "killed", 12, 12, source="the Police")
    assert disputes(report("a", FRIDAY, left), report("b", FRIDAY, right)) == []


def test_different_effects_and_people_do_not_dispute() -> None:
    killed = make_figure("a", "killed", 12, 12, counted="soldiers")
    rebels = make_figure("b", "killed", 30, 30, counted="rebels")
    injured = make_figure("b", "injured", 40, 40, start=9)
    assert (
        disputes(report("a", FRIDAY, killed), report("b", FRIDAY, rebels, injured))
        == []
    )


def test_a_superseded_number_disputes_nothing() -> None:
    left = make_figure("a", "killed", 30, 30, superseded=True)
    right = make_figure("b", "killed", 12, 12)
    assert disputes(report("a", FRIDAY, left), report("b", FRIDAY, right)) == []


def test_without_days_a_dispute_is_only_possible() -> None:
    left = make_figure("a", "killed", 30, 30)
    right = make_figure("b", "killed", 12, 12)
    found = disputes(report("a", None, left), report("b", None, right))
    assert [shown for _, _, shown in found] == ["possibly"]


def test_different_incidents_do_not_dispute() -> None:
    left = report("a", FRIDAY, make_figure("a", "killed", 30, 30))
    right = report("b", FRIDAY, make_figure("b", "killed", 12, 12))
    incidents = {left.report.id: "one", right.report.id: "two"}
    assert find_figure_disputes([left, right], incidents) == []


def test_some_of_the_people_are_no_other_toll_in_one_article() -> None:
    left = make_figure("a", "killed", 2, 2, source="a medic", counted="teenage girls")
    right = make_figure("a", "killed", 30, None, source="the police", start=50)
    assert disputes(report("a", FRIDAY, left, right)) == []


def test_numbers_far_apart_are_for_a_person_to_see() -> None:
    left = make_figure("a", "killed", 11, 11, source="the police")
    right = make_figure("b", "killed", 584, 584, source="the clinic")
    ((_, _, shown),) = disputes(report("a", FRIDAY, left), report("b", FRIDAY, right))
    assert shown == "possibly"
