"""The ledger: every figure, the rules that make one number of many, revisions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from onrecord.model import Moment
from onrecord.record.ledger import RULES
from onrecord.record.views import Cut, IncidentQuery, list_incidents
from tests.record.blast import START, blast, killed, page, put
from tests.record.made import News, Told

if TYPE_CHECKING:
    from onrecord.model import RuleName
    from onrecord.record import Record

FOUR = (
    page("courier", 0, killed(12, source="the hospital")),
    page("herald", 0, killed(14, None, source="the police")),
    page("dispatch", 1, killed(19, source="the police")),
    page("lantern", 9, killed(10, 20)),
)


@pytest.mark.parametrize(
    ("rule", "low", "high", "best"),
    [
        ("range", 10, 20, None),
        ("conservative", 10, None, None),
        ("latest", 10, 20, None),
        ("acled", 10, 10, 10),
        ("ucdp", 10, 20, 10),
    ],
)
def test_each_rule_makes_its_own_of_the_same_figures(
    record: Record, rule: RuleName, low: int, high: int | None, best: int | None
) -> None:
    put(record, FOUR)
    toll = blast(record, rule=rule).killed
    assert toll is not None
    assert (toll.low, toll.high, toll.best) == (low, high, best)
    assert (toll.name, toll.rule) == (rule, RULES[rule].wording)


def test_acled_and_ucdp_leave_out_what_a_later_report_brought_up_to_date(
    record: Record,
) -> None:
    put(record, FOUR[:3])
    acled, ucdp = (blast(record, rule=rule).killed for rule in ("acled", "ucdp"))
    assert acled is not None
    assert ucdp is not None
    assert acled.best == 14  # 12 was followed by 19 a day later; 19 is no less than 14+
    assert (ucdp.low, ucdp.best, ucdp.high) == (12, 14, 19)


def test_the_latest_is_the_article_published_last_not_the_one_captured_last(
    record: Record,
) -> None:
    put(
        record,
        [page("courier", 3, killed(19)), page("herald", 1, killed(12), captured=9)],
    )
    toll = blast(record, rule="latest").killed
    assert toll is not None
    assert (toll.low, toll.high) == (19, 19)


def test_the_ledger_lists_every_figure_and_adds_none_up(record: Record) -> None:
    part = Told("Port Anselm", 3, is_part=True)
    old = Told("Port Anselm", 9, is_superseded=True)
    vast = Told("Port Anselm", 10**8, is_doubtful=True)
    put(record, [page("courier", 0, killed(12), part, old, vast)])
    incident = blast(record)
    told = {line.low: line.stands for line in incident.ledger}
    assert told == {12: "whole", 3: "part", 9: "superseded", 10**8: "doubtful"}
    assert incident.killed is not None
    assert (incident.killed.low, incident.killed.most) == (12, 12)


def test_a_line_says_outlet_source_and_both_times(record: Record) -> None:
    put(record, [page("courier", 0, killed(12, source="the police"), captured=2)])
    (line,) = blast(record).ledger
    assert (line.outlet, line.attributed_to) == ("courier", "the police")
    assert str(line.published) == "2031-05-01"
    assert line.captured_at == START + timedelta(days=2)
    assert (line.words, line.low, line.high) == ("12", 12, 12)


def test_a_text_that_comes_back_at_its_address_is_the_latest(record: Record) -> None:
    where = "https://courier.example/blast"
    first = page("courier", 0, killed(12), captured=0, where=where)
    other = page("courier", 0, killed(14), captured=1, where=where)
    furnished = page("courier", 0, killed(12), captured=2, where=f"{where}#again")
    put(record, [first, other, furnished])
    incident = blast(record)
    assert incident.killed is not None
    assert (incident.killed.low, incident.killed.high) == (12, 12)
    steps = [(step.was[0], step.now[0], step.why) for step in incident.revisions]
    assert steps == [(12, 14, "captured again"), (14, 12, "captured again")]


def test_the_past_does_not_know_that_a_text_came_back(record: Record) -> None:
    where = "https://courier.example/blast"
    first = page("courier", 0, killed(12), captured=0, where=where)
    other = page("courier", 0, killed(14), captured=1, where=where)
    furnished = page("courier", 0, killed(12), captured=2, where=f"{where}#again")
    put(record, [first, other, furnished])
    then = blast(record, Cut(as_of=START + timedelta(days=1)))
    assert then.killed is not None
    assert (then.killed.low, then.killed.high) == (14, 14)
    assert all(report.captured_again is None for report in then.reports)


def test_two_numbers_side_by_side_in_two_captures_are_no_revision(
    record: Record,
) -> None:
    where = "https://courier.example/blast"
    told = (killed(12, source="the hospital"), killed(14, source="the police"))
    more = page("courier", 0, *told, Told("Sorrel", 1), captured=1, where=where)
    put(record, [page("courier", 0, *told, where=where), more])
    assert [step.was for step in blast(record).revisions] == []


def test_a_growing_toll_is_told_as_a_revision_once(record: Record) -> None:
    pages = [
        page("courier", 0, killed(31)),
        page("herald", 1, killed(36, source="the police")),
        page("dispatch", 2, killed(36, source="the police")),
    ]
    put(record, pages)
    ((was, now, outlet, why),) = [
        (step.was, step.now, step.outlet, step.why) for step in blast(record).revisions
    ]
    assert (was, now) == ((31, 31), (36, 36))
    assert (outlet, why) == ("herald", "later and higher")


def test_a_source_that_lowers_its_number_revises_it(record: Record) -> None:
    first = page("courier", 0, killed(40, source="the police"))
    put(record, [first, page("herald", 1, killed(31, source="police"))])
    (step,) = blast(record).revisions
    assert (step.was, step.now, step.why) == ((40, 40), (31, 31), "same source")


def test_what_an_article_calls_outdated_is_a_step_within_it(record: Record) -> None:
    old = Told("Port Anselm", 30, is_superseded=True)
    put(record, [page("courier", 0, killed(45), old)])
    (step,) = blast(record).revisions
    assert (step.was, step.now, step.why) == (
        (30, 30),
        (45, 45),
        "the article says so",
    )


def test_rivals_of_one_day_are_no_revision(record: Record) -> None:
    ministry = page("courier", 0, killed(12, source="the ministry"))
    put(record, [ministry, page("herald", 0, killed(40, source="the rebels"))])
    assert blast(record).revisions == ()


@pytest.mark.parametrize(
    ("least", "rule", "count"),
    [
        (10, "range", 1),
        (11, "range", 0),
        (12, "ucdp", 0),
        (10, "acled", 1),
        (10**12, "range", 0),
    ],
)
def test_incidents_are_listed_by_how_many_were_killed_by_the_rule(
    record: Record, least: int, rule: RuleName, count: int
) -> None:
    put(record, FOUR)
    query = IncidentQuery(min_killed=least)
    assert len(list_incidents(record, query, rule=rule)) == count


def test_an_article_dated_in_the_year_9999_is_not_the_latest(record: Record) -> None:
    far = page("herald", 0, killed(99), where="https://herald.example/far")
    put(record, [page("courier", 1, killed(12)), _dated(far, "9999-12-31")])
    incident = blast(record, rule="latest")
    assert incident.killed is not None
    assert incident.killed.low == 12
    assert [line.is_time_doubtful for line in incident.ledger] == [True, False]


def test_an_article_dated_after_its_capture_is_doubtful(record: Record) -> None:
    far = page("herald", 0, killed(99), where="https://herald.example/far")
    put(record, [page("courier", 1, killed(12)), _dated(far, "2032-01-01")])
    assert blast(record).ledger[0].is_time_doubtful


def test_what_was_published_later_is_not_in_the_ledger_of_an_earlier_day(
    record: Record,
) -> None:
    put(record, FOUR)
    then = blast(record, Cut(published_until=date(2031, 5, 1)))
    assert [line.low for line in then.ledger] == [12, 14]
    assert then.killed is not None
    assert (then.killed.low, then.killed.high) == (12, None)


def _dated(news: News, day: str) -> News:
    return replace(news, published=Moment(day, "day"))
