"""Events joined across pages are judged incident by incident."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.incident_events import b_cubed, events_of
from bench.incident_gold import SameEvent, read_incidents, read_same_events

GOLD = {"a#i1": "x", "b#i1": "x", "c#i1": "y", "d#i1": "z"}
APART = {name: name for name in GOLD}
TOGETHER = dict.fromkeys(GOLD, "one")


def test_right_joins_are_right() -> None:
    assert b_cubed(GOLD, GOLD) == {"f1": 1, "p": 1, "r": 1}


def test_joining_nothing_loses_recall_and_joining_all_precision() -> None:
    apart, together = b_cubed(GOLD, APART), b_cubed(GOLD, TOGETHER)
    assert apart["p"] == together["r"] == 1
    assert apart["r"] == pytest.approx(0.75)
    assert together["p"] == pytest.approx(0.375)


def test_incidents_that_were_not_found_are_not_judged() -> None:
    found = {"a#i1": "1", "b#i1": "1", "e#i1": "1"}
    assert b_cubed(GOLD, found) == {"f1": 1, "p": 1, "r": 1}
    assert b_cubed(GOLD, {})["f1"] == 0


@given(st.dictionaries(st.sampled_from(sorted(GOLD)), st.sampled_from("123")))
def test_no_score_is_above_one(found: dict[str, str]) -> None:
    scores = b_cubed(GOLD, found)
    assert all(0 <= value <= 1 for value in scores.values())


def test_every_incident_of_the_gold_has_an_event() -> None:
    pages, same = list(read_incidents(1)), list(read_same_events())
    events = events_of(pages, same)
    assert len(events) == sum(len(page.incidents) for page in pages)
    spared = sum(len(event.incidents) - 1 for event in same)
    assert len(set(events.values())) == len(events) - spared


def test_a_line_joins_its_incidents_alone() -> None:
    pages = list(read_incidents(1))
    names = [f"{page.page}#{each.id}" for page in pages for each in page.incidents]
    events = events_of(pages, [SameEvent((names[0], names[-1]))])
    assert events[names[0]] == events[names[-1]] == names[0]
    assert events[names[1]] == names[1]
