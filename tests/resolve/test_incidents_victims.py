"""Who was struck is read from a word, and told from who struck."""

from __future__ import annotations

import pytest

from onrecord.resolve.incidents.victims import (
    Victims,
    are_others,
    compare_victims,
    victims_in,
)


@pytest.mark.parametrize(
    ("text", "sexes", "ages"),
    [
        ("A 34-year-old Vorrin man was fatally shot.", {"male"}, {34}),
        ("Woman, 20, stabbed on a tram", {"female"}, {20}),
        ("A man in his 40s was stabbed.", {"male"}, set()),
        ("Two youths robbed a 70-year-old woman.", {"female"}, {70}),
        ("The attack on a girl is under inquiry.", {"female"}, set()),
        ("A man, 25, was charged on Monday.", set(), set()),
        ("The woman said that she saw nothing.", set(), set()),
    ],
)
def test_the_one_struck_is_found(text: str, sexes: set[str], ages: set[int]) -> None:
    found = victims_in(text)
    assert (set(found.sexes), set(found.ages)) == (sexes, ages)


def test_who_is_told_with_an_age_is_known_by_the_last_name() -> None:
    assert victims_in("Ana Petrell, 34, died at once.").names == {"petrell"}


def test_ages_a_year_apart_are_one_victim() -> None:
    one, other = (Victims(ages=frozenset({age})) for age in (34, 35))
    assert list(compare_victims(one, other)) == ["same victim's age"]


def test_texts_that_tell_of_no_victim_have_no_sign() -> None:
    assert list(compare_victims(Victims(), victims_in("A boy was shot."))) == []


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("A man, 31, was shot.", "A man aged 58 was shot.", True),
        ("A man, 31, was shot.", "A woman, 28, was shot.", True),
        ("A man, 31, was shot.", "A 33-year-old man was killed.", False),
        ("A man, 31, was shot.", "A man was shot.", False),
        ("A man, 31, and a girl, 9, were shot.", "A woman, 60, was shot.", False),
    ],
)
def test_single_victims_of_other_ages_are_others(
    one: str,
    other: str,
    expected: bool,  # noqa: FBT001 - parametrized
) -> None:
    assert are_others(victims_in(one), victims_in(other)) is expected
