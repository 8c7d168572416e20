"""Live blogs and round-ups are told from articles by how they are built."""

from __future__ import annotations

from dataclasses import replace

import pytest

from onrecord.model import Span, Zoned
from onrecord.resolve.stories.digests import holds_many
from tests.resolve.making import make_article

ITEMS = [
    "A crane toppled onto a barge in the harbour of Lonmar. Divers inspect the quay, "
    "and the dockers' union, led by Hedda Strome, blames rusted bolts for the fall.",
    "Bakers in the Ulmen valley raised the price of bread again. Tobin Marsk of the "
    "guild said that flour had doubled in price since the poor harvest of last autumn.",
    "The orchestra of Vell has a new conductor. Irena Coss, who is thirty-four, will "
    "open the season with a symphony that nobody in the town has heard for decades.",
    "Goats strayed onto the runway of Tormund airport for the third time this month. "
    "Two flights were late, and the herder, Pell Orrin, has to pay for a new fence.",
    "A court in Askerin freed Dario Lunt, a beekeeper accused of stealing forty hives. "
    "His lawyer said that the swarm had left the monastery garden of its own accord.",
    "Swimmers found a bronze anchor off Cape Morn. The museum dates it to a wreck "
    "whose cargo of amber and tin is known from a ledger that monks kept in Brask.",
]
ONE_MATTER = [
    "A crane toppled onto a barge in the harbour of Lonmar on Tuesday, the harbour "
    "authority said. Nobody was hurt, and divers began to inspect the eastern quay.",
    "Hedda Strome of the dockers' union said that the crane had rusted for years. The "
    "union had asked the harbour authority of Lonmar for new bolts in March already.",
    "The crane was built in 1987. It had passed the yearly inspection of the harbour "
    "authority in April, two weeks after the letter of the union about its bolts.",
    "Two grain ships wait off Lonmar. The harbour authority sends them to the western "
    "basin until divers have lifted the crane and the barge from the eastern quay.",
    "Strome called for an inquiry. A judge should hear the dockers, she said, before "
    "the harbour authority has the crane and its bolts taken away from the quay.",
]


def test_a_round_up_of_unlike_items_holds_many() -> None:
    assert holds_many(make_article("a", "\n".join(ITEMS)))


def test_an_article_of_many_paragraphs_on_one_matter_does_not() -> None:
    assert not holds_many(make_article("a", "\n".join(ONE_MATTER)))


@pytest.mark.parametrize("clock", ["{}:40 ", "{}.05am: ", "{}h15 – ", "{} pm  "])
def test_lines_that_open_with_times_of_day_are_a_live_blog(clock: str) -> None:
    lines = [
        f"{clock.format(hour)}{line}"
        for hour, line in zip((7, 9, 10, 11, 12), ONE_MATTER, strict=True)
    ]
    assert holds_many(make_article("a", "\n".join(lines)))


def test_one_time_told_again_and_again_is_no_live_blog() -> None:
    lines = [f"9:30 {line}" for line in ONE_MATTER]
    assert not holds_many(make_article("a", "\n".join(lines)))


def test_short_texts_are_no_round_up() -> None:
    assert not holds_many(make_article("a", ""))
    assert not holds_many(make_article("a", "\n".join(ITEMS[:2])))


@pytest.mark.parametrize(("items", "expected"), [(ITEMS, True), (ONE_MATTER, False)])
def test_under_headings_each_section_is_an_item(
    items: list[str],
    expected: bool,  # noqa: FBT001 - a case of the table
) -> None:
    zones, at = [], 0
    for item in items:
        zones += [
            Zoned(Span(at, at + 5), "heading"),
            Zoned(Span(at + 6, at + 6 + len(item)), "body"),
        ]
        at += 7 + len(item)
    made = make_article("a", "\n".join(items))
    headed = replace(made, article=replace(made.article, zones=tuple(zones)))
    assert holds_many(headed) is expected
