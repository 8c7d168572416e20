"""What several figures of one report say together."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.extract.figures import whole_of
from onrecord.model import ArticleId, Figure, FigureId, PageId, ReportId, Span

if TYPE_CHECKING:
    from onrecord.extract.figures import Bounds

SUMS: list[tuple[list[Bounds], Bounds]] = [
    ([(12, 12)], (12, 12)),
    ([(24, None), (43, 43)], (43, 43)),  # "dozens" and 43
    ([(12, None), (15, 15)], (15, 15)),
    ([(100, 100), (3, 3)], (3, 100)),  # two sides
    ([(None, 60), (75, 75)], (None, 75)),
    ([(12, None), (5, 5)], (5, None)),
]


def figure(
    n: int, low: int | None, high: int | None, adds_to: Figure | None = None
) -> Figure:
    """The nth figure of a report, of people killed."""
    return Figure(
        id=FigureId(f"figure-{n}"),
        report_id=ReportId("report"),
        article_id=ArticleId("article"),
        page_id=PageId("page"),
        effect="killed",
        low=low,
        high=high,
        qualifier=None,
        about=False,
        counted=None,
        part_of=None,
        attributed_to=None,
        statement_id=None,
        span=Span(n, n + 1),
        adds_to=adds_to.id if adds_to else None,
    )


@pytest.mark.parametrize(("bounds", "whole"), SUMS)
def test_figures_of_the_same_people_give_what_all_allow_or_a_range(
    bounds: list[Bounds], whole: Bounds
) -> None:
    figures = [figure(n, *pair) for n, pair in enumerate(bounds)]
    assert whole_of(figures, "killed") == whole


def test_figures_of_other_people_are_added() -> None:
    first = figure(0, 12, 12)
    assert whole_of([first, figure(1, 5, None, first)], "killed") == (17, None)


def test_parts_superseded_figures_and_other_effects_say_nothing() -> None:
    whole = figure(0, 12, 12)
    part = replace(figure(1, 3, 3), part_of=whole.id)
    old = replace(figure(2, 30, 30), is_superseded=True)
    hurt = replace(figure(3, 7, 7), effect="injured")
    assert whole_of([whole, part, old, hurt], "killed") == (12, 12)
    assert whole_of([part, old], "killed") is None


@given(st.lists(st.integers(0, 10**12), min_size=1, max_size=6))
def test_the_whole_lies_between_the_least_and_the_most(numbers: list[int]) -> None:
    figures = [figure(n, number, number) for n, number in enumerate(numbers)]
    assert whole_of(figures, "killed") == (min(numbers), max(numbers))
