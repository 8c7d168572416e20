"""Copies are found however they were cut or dressed; quoting pages are none."""

from __future__ import annotations

import time
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.resolve import link_copies
from tests.resolve.making import make_article

if TYPE_CHECKING:
    from random import Random

    from onrecord.model import ArticleText

WIRE = """The harbour authority of Lonmar closed the eastern basin on Tuesday after
a crane toppled onto an empty barge during a gust of wind.
Nobody was hurt, the authority said in a statement, and divers were inspecting the quay.
The crane, built in 1987, had passed its yearly inspection in April.
Dock workers had complained for months about rusted bolts, their union said.
Two grain ships were sent to the western basin instead.
The authority expects the basin to open again within ten days.
An inquiry led by a retired judge will publish its report before winter."""
LINES = WIRE.split("\n")
OTHER = """Bakers across the province raised the price of bread for the third time this
year, blaming the cost of fuel and a poor harvest in the southern valleys.
A loaf now costs twice as much as it did two winters ago, the guild of bakers said.
Shopkeepers in the capital reported queues outside the cheaper bakeries.
The ministry of trade promised to release flour from its stores next week."""


def pairs(*articles: ArticleText) -> list[tuple[str, str]]:
    return [(link.left, link.right) for link in link_copies(articles)]


@pytest.mark.parametrize(
    "body",
    [
        WIRE,
        WIRE.replace("'", "\u2019").upper(),
        "\n".join(LINES[:5]),
        "MENU\nSubscribe now\n" + WIRE + "\nShare this article",
        WIRE + "\n" + "\n".join(OTHER.split("\n")[:2]),
        WIRE.replace("toppled", "fell").replace("expects", "hopes"),
        "\n".join([LINES[0], LINES[1], LINES[3], LINES[2], *LINES[5:]]),
    ],
    ids=["whole", "signs", "cut", "furniture", "extended", "edited", "reordered"],
)  # fmt: skip
def test_a_copy_points_at_its_original(body: str) -> None:
    first = make_article("b", WIRE, day=date(2031, 5, 6))
    second = make_article("a", body, day=date(2031, 5, 7))
    other = make_article("c", OTHER)
    assert pairs(first, second, other) == [("a", "b")]


def test_a_page_that_quotes_another_at_length_is_no_copy() -> None:
    quoting = OTHER + "\n" + "\n".join(LINES[1:4])
    assert pairs(make_article("a", WIRE), make_article("b", quoting)) == []


def test_a_digest_that_holds_a_short_item_whole_is_no_copy() -> None:
    short = " ".join(LINES[:2])
    digest = OTHER + "\n" + OTHER.upper().replace("BREAD", "FISH") + "\n" + short
    assert pairs(make_article("a", short), make_article("b", digest)) == []


def test_two_events_told_by_one_template_are_no_copies() -> None:
    template = (
        "A tremor of magnitude {0} was recorded near {1} on {2}, the survey said. "
        "The tremor struck {3} kilometres from {1} at a depth of {4} kilometres. "
        "People in {1} and in {5} reported that they felt the shaking. "
        "There were no reports of damage from {5}, the survey added."
    )
    one = template.format("4.1", "Askerin", "Monday", "31", "12", "Vell")
    two = template.format("5.3", "Tormund", "Friday", "8", "40", "Ulmen")
    assert pairs(make_article("a", one), make_article("b", two)) == []


def test_a_raised_toll_leaves_a_copy_a_copy() -> None:
    raised = WIRE.replace("1987", "1978")
    assert pairs(make_article("a", WIRE), make_article("b", raised)) == [("b", "a")]


def test_the_credited_agency_is_the_original_even_when_later() -> None:
    agency = make_article("z", WIRE, outlet="Straits Wire", day=date(2031, 5, 7))
    paper = make_article("a", WIRE, source_line="Straits Wire", day=date(2031, 5, 6))
    assert pairs(agency, paper) == [("a", "z")]


def test_an_undated_page_is_not_taken_for_the_earliest() -> None:
    dated = make_article("z", WIRE, day=date(2031, 5, 7))
    assert pairs(make_article("a", WIRE), dated) == [("a", "z")]


def test_two_captures_of_one_address_are_no_copies() -> None:
    url = "https://news.example/crane"
    first = make_article("a", WIRE, url=url)
    assert pairs(first, make_article("b", WIRE + " More follows.", url=url)) == []


@pytest.mark.parametrize("body", ["", "word", "Subscribe to read on.", "слово " * 3])
def test_bodies_too_short_to_tell_are_no_copies(body: str) -> None:
    assert pairs(make_article("a", body), make_article("b", body)) == []


def test_teasers_are_no_copies() -> None:
    teaser = make_article("b", WIRE, kind="teaser")
    assert pairs(make_article("a", WIRE), teaser) == []


@settings(max_examples=15, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_the_articles_changes_nothing(random: Random) -> None:
    articles = [
        make_article("a", WIRE),
        make_article("b", "\n".join(LINES[:5])),
        make_article("c", WIRE + OTHER),
        make_article("d", OTHER),
        make_article("e", OTHER.replace("year", "season")),
    ]
    expected = link_copies(articles)
    random.shuffle(articles)
    assert link_copies(articles) == expected


def test_thousands_of_copies_end_in_seconds() -> None:
    equal = [make_article(f"a{at}", WIRE) for at in range(10_000)]
    varied = [make_article(f"b{at}", f"{WIRE}\nNote {at}.") for at in range(1_000)]
    started = time.perf_counter()
    links = link_copies([*equal, *varied])
    assert len(links) == 10_999
    assert time.perf_counter() - started < 20
