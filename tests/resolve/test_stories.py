"""The same news is one story; the same matter months apart, or a digest, is not."""

from __future__ import annotations

import time
from datetime import date, timedelta
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.model import groups_of
from onrecord.resolve import link_copies, link_stories
from tests.resolve.making import make_article

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

    from onrecord.model import ArticleText, Link

DAY = date(2031, 5, 6)
CRANE_HERALD = """A crane toppled onto a barge in the harbour of Lonmar on Tuesday,
closing the eastern basin. The harbour authority said nobody was hurt. Divers inspect
the quay. Hedda Strome, who leads the dockers' union, said the bolts had rusted."""
CRANE_LEDGER = """Lonmar's eastern basin stays shut after the fall of an old crane. "We
wrote about those bolts in March," said Hedda Strome of the dockers' union. The barge
below was empty. Harbour authority officials hope to open the basin within ten days."""
BREAD = """Bakers in the Ulmen valley raised the price of bread again, blaming fuel.
The guild's president, Tobin Marsk, said flour had doubled in price since last autumn.
The trade ministry in Askerin promised flour from its stores."""
BREAD_AGAIN = """A loaf in Ulmen costs more than ever, and Tobin Marsk of the bakers'
guild expects no relief. Flour from the stores of the trade ministry has not arrived
from Askerin, he said."""


def links(articles: Sequence[ArticleText]) -> list[Link]:
    return link_stories(articles, link_copies(articles))


def groups(*articles: ArticleText) -> list[list[str]]:
    names = groups_of([item.article.id for item in articles], links(articles))
    found: dict[str, list[str]] = {}
    for name, group in names.items():
        found.setdefault(group, []).append(name)
    return sorted(sorted(group) for group in found.values())


def test_two_outlets_on_one_accident_are_one_story() -> None:
    found = groups(
        make_article("a", CRANE_HERALD, day=DAY),
        make_article("b", CRANE_LEDGER, day=DAY + timedelta(days=1)),
        make_article("c", BREAD, day=DAY),
        make_article("d", BREAD_AGAIN, day=DAY + timedelta(days=2)),
    )
    assert found == [["a", "b"], ["c", "d"]]


def test_the_same_matter_months_later_is_another_story() -> None:
    found = groups(
        make_article("a", CRANE_HERALD, day=DAY),
        make_article("b", CRANE_LEDGER, day=DAY + timedelta(days=90)),
    )
    assert found == [["a"], ["b"]]


def test_a_digest_does_not_glue_the_stories_it_tells() -> None:
    digest = f"{CRANE_HERALD}\n{BREAD}"
    found = groups(
        make_article("a", CRANE_HERALD, day=DAY),
        make_article("b", CRANE_LEDGER, day=DAY),
        make_article("c", BREAD, day=DAY),
        make_article("d", BREAD_AGAIN, day=DAY),
        make_article("e", digest, day=DAY),
    )
    assert not any({"a", "c"} <= set(group) for group in found)


def test_a_shared_incident_brings_two_short_items_together() -> None:
    one = "Three people were hurt when the roof of a school gave way."
    two = "Pupils at Vell had lessons outdoors after the collapse."
    alone = groups(make_article("a", one, day=DAY), make_article("b", two, day=DAY))
    linked = groups(
        make_article("a", one, day=DAY, reports={"roof"}, places={"vell"}),
        make_article("b", two, day=DAY, reports={"roof"}, places={"vell"}),
    )
    assert alone == [["a"], ["b"]]
    assert linked == [["a", "b"]]


def test_boilerplate_alone_makes_no_story() -> None:
    foot = "\nClick here to subscribe. All rights reserved. Reporting by our agencies."
    found = groups(
        make_article("a", CRANE_HERALD + foot, day=DAY),
        make_article("b", BREAD + foot, day=DAY),
    )
    assert found == [["a"], ["b"]]


def test_a_teaser_joins_the_article_it_points_at() -> None:
    found = groups(
        make_article("a", CRANE_HERALD, title="Crane falls in Lonmar harbour", day=DAY),
        make_article("t", "", title="Crane Falls in Lonmar Harbour!", kind="teaser"),
        make_article("u", "", title="Crane falls in harbour of Lonmar", kind="teaser"),
        make_article("v", "", title="Fourteen ways to cook beans", kind="teaser"),
    )
    assert found == [["a", "t", "u"], ["v"]]


def test_a_teaser_with_another_number_is_another_story() -> None:
    found = groups(
        make_article("a", BREAD, title="Flood in Vell valley kills 12 people"),
        make_article(
            "t", "", title="Flood in Vell valley kills 14 people", kind="teaser"
        ),
    )
    assert found == [["a"], ["t"]]


def test_titles_of_three_words_join_nothing() -> None:
    found = groups(
        make_article("s", CRANE_HERALD, title="Latest news today"),
        make_article("t", "", title="Latest news today", kind="teaser"),
    )
    assert found == [["s"], ["t"]]


def test_no_articles_and_empty_articles_make_no_story() -> None:
    assert links([]) == []
    assert groups(make_article("a", ""), make_article("b", "")) == [["a"], ["b"]]


@settings(max_examples=20, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_the_articles_changes_nothing(random: Random) -> None:
    articles = [
        make_article("a", CRANE_HERALD, title="Crane falls in Lonmar", day=DAY),
        make_article("b", CRANE_LEDGER, day=DAY),
        make_article("c", BREAD, day=DAY),
        make_article("d", BREAD_AGAIN),
        make_article("e", CRANE_HERALD + BREAD, day=DAY),
        make_article("f", CRANE_HERALD + " It rained.", day=DAY + timedelta(days=3)),
        make_article("t", "", title="Crane falls in Lonmar", kind="teaser"),
    ]
    expected = links(articles)
    random.shuffle(articles)
    assert links(articles) == expected


def test_copies_and_a_crowded_story_end_in_seconds() -> None:
    copies = [make_article(f"a{at}", CRANE_HERALD * 2, day=DAY) for at in range(10_000)]
    crowd = [
        make_article(
            f"b{at}", f"{BREAD} In village {at} of Ulmen, {at * 7} loaves sold."
        )
        for at in range(1_000)
    ]
    started = time.perf_counter()
    found = groups(*copies, *crowd)
    assert len(found) == 2
    assert time.perf_counter() - started < 30
