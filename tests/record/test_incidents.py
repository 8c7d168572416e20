"""Incidents and their tolls as the views show them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from onrecord.model import Findings, Moment, make_link
from onrecord.record.ledger import RULES
from onrecord.record.views import IncidentQuery, list_incidents, read_incident
from tests.record.harbour import FERRY
from tests.record.made import NOW, RUN, News, Told, findings_of

if TYPE_CHECKING:
    from onrecord.record import Record


def test_an_incident_shows_the_figures_as_each_outlet_gave_them(
    harbour: Record,
) -> None:
    (incident,) = list_incidents(harbour)
    figures = [
        (report.article.outlet, figure.low, figure.high, figure.words.text)
        for report in incident.reports
        for figure in report.figures
    ]
    assert figures == [
        ("Herald of the Coast", 36, None, "36"),
        ("The Anselm Courier", 31, 31, "31"),
    ]
    assert incident.killed is not None
    assert (incident.killed.low, incident.killed.high) == (31, None)
    assert incident.killed.most == 36
    assert incident.killed.rule == RULES["range"].wording
    assert incident.injured is None
    assert incident.place is not None
    assert incident.place.text == "Port Anselm"
    assert read_incident(harbour, incident.id[:8]) == incident


@pytest.mark.parametrize(
    ("query", "count"),
    [
        (IncidentQuery(place="anselm"), 1),
        (IncidentQuery(place="PORT Anselm"), 1),
        (IncidentQuery(place="elsewhere"), 0),
        (IncidentQuery(place="%"), 1),  # no word in it: any place
        (IncidentQuery(since=date(2031, 5, 1), until=date(2031, 5, 1)), 1),
        (IncidentQuery(since=date(2031, 5, 2)), 0),
        (IncidentQuery(until=date(2031, 4, 30)), 0),
        (IncidentQuery(event_type="explosions/remote violence"), 1),
        (IncidentQuery(event_type="Protests"), 0),
    ],
)
def test_incidents_are_listed_by_place_day_and_type(
    harbour: Record, query: IncidentQuery, count: int
) -> None:
    assert len(list_incidents(harbour, query)) == count


@pytest.mark.parametrize(
    ("figures", "low", "high", "most"),
    [
        ([Told("A", 31)], 31, 31, 31),
        ([Told("A", 36, high=None)], 36, None, 36),
        ([Told("A", 31), Told("A", 20, high=None)], 20, 31, 31),
        ([Told("A", 31), Told("A", 99, is_part=True)], 31, 31, 31),
        ([Told("A", 31), Told("A", 5, is_superseded=True)], 31, 31, 31),
    ],
)
def test_a_toll_runs_from_the_lowest_to_the_highest_whole_figure(
    record: Record, figures: list[Told], low: int, high: int | None, most: int
) -> None:
    page = findings_of(News(body=tuple(figures)))
    record.add(page, RUN, added_at=NOW)
    first = page.reports[0].id
    links = [
        make_link("report", first, item.id, "same", "yes", 1.0, "one event")
        for item in page.reports[1:]
    ]
    record.save_resolution(links, [], RUN, NOW, seen=record.head())
    (incident,) = list_incidents(record)
    assert incident.killed is not None
    toll = incident.killed
    assert (toll.low, toll.high, toll.most) == (low, high, most)


def test_only_the_latest_figure_of_an_outlet_counts_for_the_toll(
    record: Record,
) -> None:
    days = ("2031-03-01", "2031-03-02")
    pages: list[Findings] = []
    for day, killed in zip(days, (31, 36), strict=True):
        news = replace(FERRY, where=day, published=Moment(day, "day"))
        pages.append(findings_of(replace(news, body=(Told("Port Anselm", killed),))))
        record.add(pages[-1], RUN, added_at=NOW)
    first, second = (page.reports[0].id for page in pages)
    link = make_link("report", first, second, "same", "yes", 1.0, "one event")
    record.save_resolution([link], [], RUN, NOW, seen=record.head())
    (incident,) = list_incidents(record)
    assert incident.killed is not None
    assert (incident.killed.low, incident.killed.high) == (36, 36)
    assert len(incident.reports) == 2  # both stay on record


def test_a_teaser_does_not_stand_beside_its_outlets_own_article(
    record: Record,
) -> None:
    told = replace(FERRY, body=(Told("Port Anselm", 12),))
    later = Moment("2031-09-01", "day")
    teased = replace(
        FERRY,
        where="elsewhere",
        type="teaser",
        published=later,
        body=(Told("Port Anselm", 40),),
    )
    pages = [findings_of(told), findings_of(teased)]
    for page in pages:
        record.add(page, RUN, added_at=NOW)
    first, second = (page.reports[0].id for page in pages)
    link = make_link("report", first, second, "same", "yes", 1.0, "one event")
    record.save_resolution([link], [], RUN, NOW, seen=record.head())
    (incident,) = list_incidents(record)
    assert incident.killed is not None
    assert (incident.killed.low, incident.killed.high) == (12, 12)
