"""The order of arrival changes little as articles come, and nothing afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.model import groups_of
from onrecord.resolve import OpenStories, link_stories
from tests.resolve.newsroom import tell_story

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

    from onrecord.model import ArticleText

NEWS = [
    *tell_story("bridge", 9),
    *tell_story("harvest", 6),
    *tell_story("strike", 4),
    *tell_story("storm", 1),
]


def arrive(articles: Sequence[ArticleText]) -> set[frozenset[str]]:
    stories = OpenStories()
    for item in articles:
        stories.place(item)
    return {frozenset(group) for group in stories.groups()}


def replayed(articles: Sequence[ArticleText]) -> set[frozenset[str]]:
    groups = groups_of([a.article.id for a in articles], link_stories(articles, []))
    return {
        frozenset(name for name, home in groups.items() if home == group)
        for group in groups.values()
    }


def test_articles_join_their_story_as_they_come() -> None:
    assert arrive(NEWS) == replayed(NEWS)
    assert sorted(len(story) for story in arrive(NEWS)) == [1, 4, 6, 9]


@settings(max_examples=15, deadline=None)
@given(st.randoms(use_true_random=False), st.integers(0, len(NEWS)))
def test_replay_ends_in_the_same_stories_for_any_order(
    random: Random, left_out: int
) -> None:
    articles = NEWS[left_out:]
    expected = replayed(articles)
    shuffled = random.sample(articles, len(articles))
    assert replayed(shuffled) == expected


@settings(max_examples=15, deadline=None)
@given(st.randoms(use_true_random=False))
def test_every_article_is_in_one_story_whatever_the_order(random: Random) -> None:
    shuffled = random.sample(NEWS, len(NEWS))
    stories = arrive(shuffled)
    assert sum(map(len, stories)) == len(NEWS)
    assert {name for story in stories for name in story} == {
        item.article.id for item in NEWS
    }


def test_a_story_larger_than_what_is_looked_at_again_still_grows() -> None:
    articles = tell_story("flood", 80)
    assert max(map(len, arrive(articles))) > 70


def test_nothing_has_come_and_nothing_is_open() -> None:
    assert OpenStories().groups() == []
