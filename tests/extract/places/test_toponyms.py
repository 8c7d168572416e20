"""Every place name of an article as written, whosever body it belongs to."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from onrecord.extract.places import find_toponyms
from tests.extract.statements.telling import read, tools


def toponyms_in(body: str) -> list[str]:
    """The words of each place name."""
    annotated = read(body)
    found = find_toponyms(annotated, tools()[2])
    return [span.of(annotated.page.text) for span in found]


@pytest.mark.parametrize(
    ("body", "names"),
    [
        ("Floods hit Kenya and Peru on Monday.", ["Kenya", "Peru"]),
        ("Kenya's Ministry of Health counted the cases.", ["Kenya"]),
        ("The Ministry of Health of Kenya counted the cases.", ["Kenya"]),
        ("The U.S. Department of Agriculture tested the birds.", ["U.S."]),
        ("The California Department of Fish Hatcheries closed.", ["California"]),
        ("The New Zealand government met in Lima.", ["New Zealand", "Lima"]),
    ],
)
def test_the_place_of_a_body_counts_as_a_place(body: str, names: list[str]) -> None:
    assert toponyms_in(body) == names


@pytest.mark.parametrize(
    "body",
    [
        "The Kenyan Ministry of Health counted the cases.",
        "Kenyans and Peruvian doctors met.",
        "She studied at the University of Oregon for a year.",
        "The World Health Organization counted the cases.",
    ],
)
def test_adjectives_peoples_and_other_bodies_are_no_places(body: str) -> None:
    assert toponyms_in(body) == []


WORDS = [
    "Kenya",
    "Kenya's",
    "the",
    "Ministry",
    "of",
    "Health",
    "U.S.",
    "in",
    "government",
]


@given(st.lists(st.sampled_from(WORDS), max_size=9))
@example(["Ministry", "of", "Kenya", "government"])
@settings(max_examples=40, deadline=None)
def test_place_names_stand_in_page_order_and_apart(words: list[str]) -> None:
    annotated = read(" ".join(["Doctors", *words, "said", "so."]))
    found = find_toponyms(annotated, tools()[2])
    assert all(a.end <= b.start for a, b in pairwise(found))
