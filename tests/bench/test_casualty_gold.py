"""The gold of figures is whole: words, parts and halves are what its codebook says."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path
from typing import get_args

import pytest

from bench.casualty_gold import (
    Bounds,
    Effect,
    GoldFigure,
    GoldPassage,
    Half,
    half_of,
    read_other_passages,
    read_passages,
    read_second_pass,
    whole_of,
)

README = (
    Path(__file__).parents[2] / "bench" / "gold" / "casualties" / "README.md"
).read_text("utf-8")
HALVES = {half: list(read_passages(half)) for half in get_args(Half)}
PASSAGES = [passage for half in HALVES.values() for passage in half]
OTHERS = {half: list(read_other_passages(half)) for half in get_args(Half)}
FIGURES = [(passage, figure) for passage in PASSAGES for figure in passage.figures]
ENOUGH, HALF_ENOUGH, SEVERAL = 250, 120, 3
GRAMMAR = (
    "named", "office", "couple", "family", "active", "sum", "raising", "superseded",
    "nobody", "attacker-in", "attacker-besides", "headline", "number-word", "range",
    "dozens", "scores", "hundreds", "several", "a-handful", "a-few", "about", "around",
    "some", "nearly", "almost", "up-to", "at-least", "more-than", "over",
    "no-fewer-than", "as-many-as", "history", "two-events", "dispute", "part", "mother",
    "collective", "collective-silent", "both", "the-two", "pronoun", "lost-lives",
    "left-dead", "toll", "succumbed", "bodies", "unaccounted", "feared", "treated",
    "hospitalised", "hypothetical", "foiled", "denied", "trap", "bare-plural",
)  # fmt: skip
ABOUT = {
    "about", "around", "some", "roughly", "approximately", "an estimated", "-odd",
}  # fmt: skip
FROM = {
    "at least", "no fewer than", "not less than", "no less than", "or more",
    "upwards of", "more than", "over", "in excess of", "passed", "exceed",
}  # fmt: skip
ABOVE = {"more than", "over", "in excess of", "passed", "exceed"}
UPTO = {
    "up to", "as many as", "at most", "nearly", "almost", "close to", "fewer than",
}  # fmt: skip
VAGUE = {
    "dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000,
    "tens of thousands": 20_000, "hundreds of thousands": 200_000, "several": 2,
    "a few": 2, "a handful": 2, "many": 2, "a number of": 2, "some": 2,
}  # fmt: skip


def words_of(figure: GoldFigure, passage: GoldPassage) -> str:
    return passage.text[slice(*figure.span)]


def said(passage: GoldPassage, effect: Effect) -> Bounds | None:
    apart = {"killed": passage.killed, "injured": passage.injured}
    return apart.get(effect, passage.extra.get(effect))


def figure_of(
    low: int | None, high: int | None, *, group: int = 0, of: int | None = None
) -> GoldFigure:
    return GoldFigure(
        effect="killed", low=low, high=high, qualifier=None, about=False, counted=None,
        of=of, attributed_to=None, event="main", superseded=False, group=group,
        span=(0, 1),
    )  # fmt: skip


def test_there_are_passages_enough_and_no_text_stands_twice() -> None:
    assert len(PASSAGES) >= ENOUGH
    assert all(len(half) >= HALF_ENOUGH for half in HALVES.values())
    assert len({" ".join(each.text.lower().split()) for each in PASSAGES}) == len(
        PASSAGES
    )


def test_each_passage_lies_in_the_half_that_its_id_names() -> None:
    for half, passages in HALVES.items():
        assert {half_of(each.id) for each in passages} == {half}
    assert len({each.id for each in PASSAGES}) == len(PASSAGES)


def test_the_second_set_is_halved_alike_and_tells_other_passages() -> None:
    others = [passage for half in OTHERS.values() for passage in half]
    for half, passages in OTHERS.items():
        assert {half_of(each.id) for each in passages} == {half}
    texts = [each.text for each in others] + [each.text for each in PASSAGES]
    assert len(set(texts)) == len(texts)
    assert f"{len(others)} passages more" in " ".join(README.split())


def test_bounds_of_the_second_set_are_in_order() -> None:
    for passage in [*OTHERS["dev"], *OTHERS["kept_out"]]:
        for bounds in (passage.killed, passage.injured, *passage.extra.values()):
            low, high = bounds or (0, 0)
            assert low is not None or high is not None, passage.id
            assert low is None or high is None or 0 <= low <= high, passage.id


@pytest.mark.parametrize("tag", GRAMMAR)
def test_each_grammar_is_there_several_times(tag: str) -> None:
    assert sum(tag in passage.grammar for passage in PASSAGES) >= SEVERAL


def test_every_span_opens_its_words() -> None:
    for passage, figure in FIGURES:
        start, end = figure.span
        words = words_of(figure, passage)
        assert 0 <= start < end <= len(passage.text), passage.id
        assert words == words.strip(" ,.;:")
        assert not re.match(r"\w\w", passage.text[max(start - 1, 0) : start + 1])
        assert not re.match(r"\w\w", passage.text[end - 1 : end + 1])
        for worded in (figure.qualifier, figure.counted, figure.attributed_to):
            assert worded is None or worded in passage.text


def test_a_number_in_digits_is_the_figure_it_stands_for() -> None:
    for passage, figure in FIGURES:
        found = re.match(r"(?:the |another )?(\d[\d,]*)", words_of(figure, passage))
        if found and "rest" not in passage.grammar:
            number = int(found[1].replace(",", ""))
            assert number in {figure.low, figure.high, (figure.low or 0) - 1}


def test_bounds_are_those_of_the_qualifier() -> None:
    for _, figure in FIGURES:
        low, high = figure.low, figure.high
        assert low is not None or high is not None
        assert low is None or low >= 0
        assert low is None or high is None or low <= high
        if figure.qualifier is not None:
            assert_qualified(figure, figure.qualifier.lower())


def assert_qualified(figure: GoldFigure, qualifier: str) -> None:
    if qualifier in FROM:
        assert figure.high is None
    elif qualifier in UPTO:
        assert figure.low is None
    elif figure.about:
        assert qualifier in ABOUT
        assert figure.low == figure.high
    else:
        assert figure.low is not None
        assert figure.low >= VAGUE[qualifier]  # more where others are summed with it
        assert figure.high is None


def test_more_than_a_number_begins_above_it() -> None:
    for passage, figure in FIGURES:
        digits = re.match(r"\d[\d,]*", words_of(figure, passage))
        if digits and (figure.qualifier or "").lower() in ABOVE:
            assert figure.low == int(digits[0].replace(",", "")) + 1


def test_no_part_exceeds_its_whole() -> None:
    for passage, figure in FIGURES:
        if figure.of is None:
            continue
        whole = passage.figures[figure.of]
        assert whole is not figure
        assert (whole.effect, whole.event) == (figure.effect, figure.event)
        if whole.high is not None:
            assert max(figure.low or 0, figure.high or 0) <= whole.high, passage.id


def test_the_whole_is_that_of_its_figures() -> None:
    for passage in PASSAGES:
        for effect in get_args(Effect):
            whole = whole_of(passage.figures, effect)
            assert said(passage, effect) == whole, passage.id
        assert not {"killed", "injured"} & set(passage.extra)


def test_the_readme_tells_how_far_the_two_passes_agree() -> None:
    first = {passage.id: passage for passage in PASSAGES}
    second = list(read_second_pass())
    agreed = sum(
        (again.killed, again.injured, again.extra)
        == (first[again.id].killed, first[again.id].injured, first[again.id].extra)
        for again in second
    )
    assert f"{agreed} of the {len(second)} have the same" in README
    assert {again.id for again in second} == set(lowest_by_hash(len(second)))


def lowest_by_hash(count: int) -> list[str]:
    """The passages that the README says are read again."""
    return sorted(
        (passage.id for passage in PASSAGES),
        key=lambda name: sha256(f"second {name}".encode()).hexdigest(),
    )[:count]


def test_the_readme_counts_what_is_there() -> None:
    assert f"{len(PASSAGES)} passages with {len(FIGURES)} figures" in README
    counts = [sum(1 for each in PASSAGES if said(each, e)) for e in get_args(Effect)]
    told = "{} passages say how many were killed, {} injured, {} missing, {} arrested, "
    told += "{} abducted, {} displaced"
    assert told.format(*counts) in " ".join(README.split())


@pytest.mark.parametrize(
    ("figures", "whole"),
    [
        ([], None),
        ([figure_of(4, 4), figure_of(4, 4)], (4, 4)),
        ([figure_of(24, None), figure_of(43, 43)], (43, 43)),
        ([figure_of(100, 100), figure_of(3, 3)], (3, 100)),
        ([figure_of(6, 6), figure_of(1, 1, group=1)], (7, 7)),
        ([figure_of(9, None), figure_of(1, 1, group=1)], (10, None)),
        ([figure_of(None, 60)], (None, 60)),
        ([figure_of(None, 10), figure_of(20, None)], (None, None)),
        ([figure_of(45, 45), figure_of(5, 5, of=0)], (45, 45)),
    ],
)
def test_figures_of_the_same_people_are_never_added(
    figures: list[GoldFigure], whole: Bounds | None
) -> None:
    assert whole_of(figures, "killed") == whole
