"""Thousands of articles of one story, or of one title: bounded time, no glue."""

from __future__ import annotations

import time

import pytest

from onrecord.model import groups_of
from onrecord.resolve import link_copies, link_stories
from tests.resolve.making import make_article
from tests.resolve.newsroom import FIRST_DAY, tell_story

LARGE = 5_000


@pytest.mark.slow
def test_a_story_of_five_thousand_articles_is_one_story_in_bounded_time() -> None:
    articles = [*tell_story("summit", LARGE, days=9), *tell_story("quay", 5)]
    started = time.process_time()
    groups: dict[str, str] = dict(
        groups_of([a.article.id for a in articles], link_stories(articles, []))
    )
    assert time.process_time() - started < 60
    sizes = sorted(list(groups.values()).count(name) for name in set(groups.values()))
    assert sizes[-1] >= 0.98 * LARGE
    assert len({groups[f"quay-{at:05}"] for at in range(5)}) == 1
    assert groups["quay-00000"] != groups["summit-00000"]


def test_ten_thousand_copies_of_one_page_are_one_story_in_bounded_time() -> None:
    (page,) = tell_story("quay", 1)
    copies = [
        make_article(f"c{at:05}", page.body, title="Quay of Vorrin gives way")
        for at in range(10_000)
    ]
    started = time.process_time()
    found = link_copies(copies)
    links = link_stories(copies, found)
    assert time.process_time() - started < 20
    assert len(found) == 9_999
    assert len(set(groups_of([a.article.id for a in copies], links).values())) == 1


def test_ten_thousand_teasers_of_one_title_end_in_seconds() -> None:
    title = "Quay of Vorrin gives way after the storm"
    teasers = [
        make_article(f"t{at:05}", "", title=title, kind="teaser", day=FIRST_DAY)
        for at in range(10_000)
    ]
    whole = make_article("article", "The quay gave way.", title=title, day=FIRST_DAY)
    started = time.process_time()
    groups = groups_of(
        [a.article.id for a in [whole, *teasers]],
        link_stories([whole, *teasers], []),
    )
    assert time.process_time() - started < 10
    assert len(set(groups.values())) == 1
