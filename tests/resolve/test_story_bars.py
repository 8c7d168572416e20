"""The bar of joining: how alike two stories must be, and how near in time."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.resolve.stories.days import days_of, near_in_time
from onrecord.resolve.stories.groups import Group, margin, start_group
from onrecord.resolve.stories.regroup import attach, regroup

DAY = date(2031, 5, 6)


def news(place: int, *words: str, day: date | None = DAY) -> Group:
    """An article of these words, all of one weight."""
    weight = len(words) ** -0.5
    return start_group(place, dict.fromkeys(words, weight), day)


def stories(*singles: Group) -> list[tuple[int, ...]]:
    pairs = [(a, b) for b in range(len(singles)) for a in range(b)]
    return sorted(tuple(sorted(one.members)) for one in regroup(singles, pairs))


@given(st.integers(0, 400), st.integers(0, 400))
def test_time_weakens_and_never_strengthens(days: int, more: int) -> None:
    start = days_of(DAY)
    near = near_in_time(start, days_of(DAY + timedelta(days=days)))
    far = near_in_time(start, days_of(DAY + timedelta(days=days + more)))
    assert 0 <= far <= near <= 1


def test_time_is_no_wall_but_a_curve() -> None:
    start = days_of(DAY)
    after = [near_in_time(start, days_of(DAY + timedelta(days=n))) for n in (0, 7, 14)]
    assert after == [1.0, pytest.approx(0.78, abs=0.01), pytest.approx(0.38, abs=0.01)]


def test_what_has_no_date_is_near_to_any_day_and_nearer_to_the_undated() -> None:
    undated, dated = days_of(None), days_of(DAY)
    assert near_in_time(undated, undated) == 1.0
    assert 0.5 < near_in_time(undated, dated) < 1.0


def test_the_days_of_many_articles_are_their_mean_and_spread() -> None:
    week = days_of(DAY)
    for day in range(1, 7):
        week += days_of(DAY + timedelta(days=day))
    middle = near_in_time(week, days_of(DAY + timedelta(days=3)))
    edge = near_in_time(week, days_of(DAY + timedelta(days=20)))
    assert 0.9 < middle < 1.0
    assert edge < 0.3


def test_a_close_story_asks_more_of_a_newcomer_than_a_loose_one() -> None:
    close = Group((0, 1, 2, 3), {}, days_of(DAY), within=6 * 0.8)
    loose = Group((4, 5, 6, 7), {}, days_of(DAY), within=6 * 0.3)
    newcomer = news(8, "quay")
    assert margin(close, newcomer, 0.4) < margin(loose, newcomer, 0.4)


def test_two_articles_need_more_in_common_than_an_article_and_a_story() -> None:
    story = Group((0, 1, 2, 3, 4, 5, 6, 7), {}, days_of(DAY), within=28 * 0.3)
    assert margin(news(9, "a"), news(10, "b"), 0.25) < 0
    assert margin(story, news(9, "a"), 0.25) > 0


def test_two_events_that_differ_in_their_names_stay_two() -> None:
    field = ("tremor", "survey")
    one = [news(at, *field, "Askerin", "Vell", "Strome", str(at)) for at in range(4)]
    two = [news(at, *field, "Tormund", "Ulm", "Marsk", str(at)) for at in range(4, 8)]
    assert stories(*one, *two) == [(0, 1, 2, 3), (4, 5, 6, 7)]


def test_one_article_on_two_matters_brings_no_two_stories_together() -> None:
    crane = news(0, "crane", "Lonmar", "quay", "barge")
    bread = [news(at, "bread", "Ulmen", "flour", "guild") for at in (1, 2)]
    both = news(3, "crane", "Lonmar", "quay", "bread", "Ulmen", "flour")
    found = stories(crane, *bread, both)
    assert not any({0, 1} <= set(story) for story in found)


def test_a_page_of_many_items_follows_a_story_and_changes_it_not() -> None:
    singles = [
        news(0, "crane", "Lonmar", "quay"),
        news(1, "crane", "Lonmar", "quay"),
        news(2, "crane", "Lonmar", "quay", "bread", "Ulmen", "flour"),
        news(3, "bread", "Ulmen", "flour", "guild", "Marsk", "loaf"),
    ]
    groups = regroup(singles, [(0, 1)])
    found = attach(groups, {2}, [(0, 2), (1, 2), (2, 3)])
    assert sorted(sorted(group.members) for group in found) == [[0, 1, 2], [3]]
    assert next(g for g in found if 2 in g.members).terms.keys() == {
        "crane",
        "Lonmar",
        "quay",
    }
