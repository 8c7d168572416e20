"""Lines that unlike texts carry are told from news that was copied."""

from __future__ import annotations

from onrecord.resolve import link_copies, link_stories
from onrecord.resolve.stock_lines import find_stock_lines, without_lines
from tests.resolve.making import make_article
from tests.resolve.newsroom import tell_story

FOOT = (
    "Click here to subscribe to the Vorrin Post for less than a loaf a week.\n"
    "Reporting by Straits Wire; editing by Ana Petrell and Oren Tull.\n"
    "All rights reserved by Harbour Press of Port Anselm."
)
UNLIKE = [story for at in range(8) for story in tell_story(f"news{at}", 1)]


def test_what_unlike_texts_carry_is_stock() -> None:
    bodies = [f"{item.body}\n{FOOT}" for item in UNLIKE]
    stock = find_stock_lines(bodies)
    assert len(stock) == 3
    assert without_lines(bodies[0], stock) == UNLIKE[0].body


def test_the_lines_of_a_text_that_was_copied_are_not() -> None:
    copied = "\n".join(item.body for item in UNLIKE[:3])
    assert find_stock_lines([f"{copied}\nNote {at}." for at in range(9)]) == frozenset()


def test_a_line_in_few_texts_or_a_long_one_is_not() -> None:
    assert find_stock_lines([f"{item.body}\n{FOOT}" for item in UNLIKE[:4]]) == set()
    long = " ".join(f"word{at}" for at in range(40))
    assert find_stock_lines([f"{item.body}\n{long}" for item in UNLIKE]) == set()


def test_no_texts_and_empty_texts_have_none() -> None:
    assert find_stock_lines([]) == frozenset()
    assert find_stock_lines([""] * 9) == frozenset()
    assert without_lines("", {"click here"}) == ""


def test_a_foot_as_long_as_the_news_glues_nothing() -> None:
    short = [
        make_article(
            item.article.id,
            " ".join(item.body.split()[:40]) + f"\n{FOOT}",
            day=item.day,
        )
        for item in UNLIKE
    ]
    assert link_copies(short) == []
    assert link_stories(short, []) == []
