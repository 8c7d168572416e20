"""Spellings of one name, and names that only look alike."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.gazetteer import name_likeness, name_words

LIKELY = 0.78


def likeness(first: str, second: str) -> float:
    return name_likeness(name_words(first), name_words(second))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Yusuf Karimi", "Yousef Karimi"),
        ("Abdul Rashid Nouri", "Abdel Rasheed Noori"),
        ("Jamil al-Qahtani", "Jameel Al Qahtani"),
        ("Sergei Petrov", "Sergey Petrow"),
        ("Ilmar Dozhan", "Elmar Dojan"),
        ("Nur-ud-Din Safi", "Nuruddin Safi"),
        ("Lund Ada", "Ada Lund"),
        ("Hans-Peter Vogel", "Hans Peter Vogel"),
        ("Sheikh Omar Tariq", "Omar Tareq"),
        ("Ada Lund", "Ada Maria Lund"),
    ],
)
def test_spellings_of_one_name_are_likely_one(first: str, second: str) -> None:
    assert likeness(first, second) >= LIKELY
    assert likeness(first, second) == likeness(second, first)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Karim Sharifi", "Nadia Sharifi"),
        ("Ali Rahmani", "Omar Rahmani"),
        ("Vladimir Orlov", "Vladimir Sokolov"),
        ("Abu Omar al-Tikriti", "Abu Bilal al-Tikriti"),
        ("Li Wei", "Li Qiang"),
    ],
)
def test_relatives_and_namesakes_are_two(first: str, second: str) -> None:
    assert likeness(first, second) < LIKELY - 0.1


def test_a_given_name_that_is_a_particle_too_is_kept_at_the_front() -> None:
    assert name_words("Ben Torel") == name_words("Mr. Ben Torel") == ("ben", "torel")
    assert likeness("Ben Torel", "Karl Torel") < LIKELY - 0.1


@pytest.mark.parametrize("name", ["Ben Ali", "Ben-Torel", "Youssef Ben Ali", "Ben"])
def test_before_a_fathers_name_it_is_a_particle(name: str) -> None:
    assert name_words(name)[0] != "ben" or name == "Ben"


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_two_texts_have_a_likeness(first: str, second: str) -> None:
    value = likeness(first, second)
    assert 0.0 <= value <= 1.0
    assert value == likeness(second, first)


def test_a_name_of_ten_thousand_letters_is_compared() -> None:
    assert likeness("a" * 10_000, "Ada Lund") < LIKELY
