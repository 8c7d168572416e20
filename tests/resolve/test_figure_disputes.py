"""When two figures stand against each other, and when one only follows the other."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import permutations
from typing import TYPE_CHECKING

from onrecord.model import FigureId, Moment
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


def at(told: ReportText, time: str) -> ReportText:
    """The report of an article published at this time."""
    return replace(told, published=Moment(time, "minute", "+00:00"))


def test_ranges_that_overlap_do_not_dispute() -> None:
    left = make_figure("a", "killed", 10, 20, source="the hospital")
    right = make_figure("b", "killed", 15, 30, source="the police")
    assert disputes(report("a", FRIDAY, left), report("b", FRIDAY, right)) == []


def test_at_least_a_number_and_a_higher_one_do_not_dispute() -> None:
    left = make_figure("a", "killed", 31, None, source="the hospital")
    right = make_figure("b", "killed", 36, 36, source="the police")
    assert disputes(report("a", FRIDAY, left), report("b", FRIDAY, right)) == []


def test_about_a_number_and_one_near_it_do_not_dispute() -> None:
    left = make_figure("a", "killed", 40, 40, source="the hospital", about=True)
    right = make_figure("b", "killed", 43, 43, source="the police")
    assert disputes(report("a", FRIDAY, left), report("b", FRIDAY, right)) == []


def test_a_later_higher_toll_of_the_same_source_elsewhere_is_a_revision() -> None:
    left = make_figure("a", "killed", 12, 12, source="the police")
    right = make_figure("b", "killed", 30, 30, source="police")
    assert disputes(report("a", FRIDAY, left), report("b", SATURDAY, right)) == []


def test_ministry_against_rebels_of_one_day_dispute_whatever_the_hour() -> None:
    left = make_figure("a", "killed", 12, 12, source="the defence ministry")
    right = make_figure("b", "killed", 30, 30, source="the rebels")
    morning = at(report("a", FRIDAY, left), "2024-05-17T08:00")
    evening = at(report("b", FRIDAY, right), "2024-05-17T20:00")
    assert [shown for *_, shown in disputes(morning, evening)] == ["yes"]


def test_a_toll_that_grows_within_a_day_is_a_revision() -> None:
    left = make_figure("a", "killed", 12, 12)
    right = make_figure("b", "killed", 30, 30, source="the police")
    morning = at(report("a", FRIDAY, left), "2024-05-17T08:00")
    evening = at(report("b", FRIDAY, right), "2024-05-17T20:00")
    assert disputes(morning, evening) == []
    assert len(disputes(at(morning, "2024-05-17T21:00"), evening)) == 1


def test_a_source_that_stands_by_its_lower_number_disputes_the_higher() -> None:
    first = make_figure("a", "killed", 12, 12, source="the ministry")
    higher = make_figure("b", "killed", 30, 30, source="the rebels")
    again = make_figure("c", "killed", 12, 12, source="the ministry")
    told = [report("a", FRIDAY, first), report("b", SATURDAY, higher)]
    last = replace(report("c", date(2024, 5, 19), again), outlet="outlet a")
    assert disputes(*told) == []
    assert disputes(*told, last) == [(higher.id, again.id, "possibly")]


def test_one_outlet_with_two_rival_sources_on_two_days_shows_their_dispute() -> None:
    rebels = make_figure("a", "killed", 40, 40, source="the rebels")
    army = make_figure("b", "killed", 12, 12, source="the army")
    later = replace(report("b", SATURDAY, army), outlet="outlet a")
    assert len(disputes(report("a", FRIDAY, rebels), later)) == 1


def test_officials_of_two_outlets_need_not_be_the_same_ones() -> None:
    left = make_figure("a", "killed", 30, 30, source="officials")
    right = make_figure("b", "killed", 12, 12, source="local officials")
    assert len(disputes(report("a", FRIDAY, left), report("b", FRIDAY, right))) == 1


def test_a_source_by_a_longer_name_is_the_same_one() -> None:
    left = make_figure("a", "killed", 30, 30, source="Interior Ministry")
    right = make_figure("b", "killed", 12, 12, source="Vorrin's Ministry of Interior")
    assert disputes(report("a", FRIDAY, left), report("b", FRIDAY, right)) == []


def test_some_of_the_people_in_another_article_are_no_other_toll() -> None:
    left = make_figure("a", "killed", 3, 3, source="a medic", counted="soldiers")
    right = make_figure("b", "killed", 30, 30, source="the police", counted="people")
    assert disputes(report("a", FRIDAY, left), report("b", FRIDAY, right)) == []
    more = make_figure("a", "killed", 50, 50, source="a medic", counted="soldiers")
    assert len(disputes(report("a", FRIDAY, more), report("b", FRIDAY, right))) == 1


def test_parts_and_doubtful_numbers_dispute_nothing() -> None:
    whole = make_figure("a", "killed", 30, 30, source="the police")
    part = make_figure(
        "b", "killed", 3, 3, source="the army", part_of=FigureId("whole")
    )
    vast = make_figure("c", "killed", 10**8, 10**8, source="the army", doubtful=True)
    told = (report("a", FRIDAY, whole), report("b", FRIDAY, part))
    assert disputes(*told, report("c", FRIDAY, vast)) == []


def test_an_article_dated_in_the_year_9999_is_later_than_nothing() -> None:
    left = make_figure("a", "killed", 30, 30)
    right = make_figure("b", "killed", 40, 40)
    far = report("b", date(9999, 12, 31), right)
    assert [shown for *_, shown in disputes(report("a", FRIDAY, left), far)] == [
        "possibly"
    ]


def test_the_order_of_the_reports_changes_no_dispute() -> None:
    told = [
        report("a", FRIDAY, make_figure("a", "killed", 12, 12, source="ministry")),
        report("b", FRIDAY, make_figure("b", "killed", 30, 30, source="rebels")),
        report("c", SATURDAY, make_figure("c", "killed", 12, 12, source="ministry")),
    ]
    found = [disputes(*order) for order in permutations(told)]
    assert all(each == found[0] for each in found)
