"""What a statement says: its poles, its numbers, and how two of them compare."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.language import MiniLmEncoder, MiniLmJudge
from onrecord.resolve.meaning import read_meaning
from onrecord.resolve.meaning.quantities import quantities_of
from onrecord.resolve.meaning.verdict import judge

UNSEEN = Path(__file__).with_name("pairs") / "unseen.tsv"


@pytest.mark.parametrize(
    ("text", "family", "pole"),
    [
        ("The rebels have been crushed.", "strength", -1),
        ("The rebels have not been crushed.", "strength", 1),
        ("The rebels no longer pose a threat.", "strength", -1),
        ("The army is working to crush the rebels.", "strength", 0),
        ("The rebels aren't defeated", "strength", 1),
        ("The Ulm Liberation Committee met on Monday.", "control", 0),
        ("Not only was the bridge closed, it was mined.", "open", -1),
        ("The vote was free and fair.", "election", 1),
        ("There is no shortage of bread.", "supply", 1),
        ("A ban on fishing has been lifted.", "permission", 1),
        ("There is no cause for alarm.", "concern", -1),
        ("The charges are baseless.", "evidence", -1),
    ],
)
def test_negation_and_aim_decide_the_pole(text: str, family: str, pole: int) -> None:
    assert read_meaning(text).pole(family) == pole


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("The fire destroyed 40 houses.", 40, 40),
        ("At least forty-two houses burned.", 42, float("inf")),
        ("Fewer than 1,200 houses stand.", 0, 1200),
        ("About 100 houses stand.", 90, 110),
        ("Two million houses stand.", 2e6, 2e6),
        ("Dozens of houses burned.", 24, float("inf")),
        ("A third of the houses burned.", 33.3, 33.3),
        ("The house cost 3.5 million crowns.", 3.5e6, 3.5e6),
    ],
)
def test_numbers_are_ranges(text: str, low: float, high: float) -> None:
    (quantity,) = quantities_of(text)
    assert quantity.low == pytest.approx(low)
    assert quantity.high == pytest.approx(high)


def test_years_are_no_numbers() -> None:
    assert quantities_of("The house was built in 1987.") == ()


def test_killed_and_injured_are_different_numbers() -> None:
    (killed,) = quantities_of("The flood killed 19 people.")
    (injured,) = quantities_of("The flood injured 60 people.")
    assert not killed.conflicts(injured)
    assert not killed.equals(injured)


def test_shares_and_seats_are_different_numbers() -> None:
    (share,) = quantities_of("Turnout reached 61 percent.")
    (seats,) = quantities_of("The party won 58 seats.")
    assert not share.conflicts(seats)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=300))
def test_any_text_can_be_read(text: str) -> None:
    meaning = read_meaning(text)
    assert all(signs <= {-1, 1} for _, signs in meaning.poles)


def test_a_text_of_many_thousand_words_is_read_in_part() -> None:
    assert read_meaning("word " * 50_000).words == read_meaning("word").words


def test_pairs_of_unseen_topics_are_judged_as_people_do() -> None:
    rows = [line.split("\t") for line in UNSEEN.read_text("utf-8").splitlines()]
    pairs = [row for row in rows if len(row) == 3]
    encoder = MiniLmEncoder()
    left = encoder.encode([row[1] for row in pairs])
    right = encoder.encode([row[2] for row in pairs])
    right_ones = 0
    for at, (label, one, other) in enumerate(pairs):
        cosine = float(left[at] @ right[at])
        verdict = judge(read_meaning(one), read_meaning(other), cosine)
        shares = {
            "agree": verdict.agree, "dispute": verdict.dispute, "other": verdict.other,
        }  # fmt: skip
        right_ones += max(shares, key=lambda name: shares[name]) == label
    assert len(pairs) > 50
    assert right_ones / len(pairs) >= 0.8


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The north gate of Vorrin is open.", "The north gate of Vorrin is shut."),
        ("Prices rose.", "Prices fell."),
    ],
)
def test_opposite_words_are_a_dispute_by_poles_and_model_together(
    left: str, right: str
) -> None:
    near = MiniLmEncoder().encode([left, right])
    (believed,) = MiniLmJudge().judge([(left, right)]).tolist()
    one, other = read_meaning(left), read_meaning(right)
    assert judge(one, other, float(near[0] @ near[1]), believed).dispute > 0.8
