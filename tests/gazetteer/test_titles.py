"""Roles as worded: what kind of office, public or private, a woman's or a man's."""

from __future__ import annotations

import pytest

from onrecord.gazetteer import bare_name, gender_of, is_role_word, role_of


@pytest.mark.parametrize(
    ("words", "role", "is_public"),
    [
        ("former deputy foreign minister", "minister", True),
        ("the police chief of the northern province", "police", True),
        ("Spokesperson", "spokesperson", True),
        ("military analyst", "expert", True),
        ("coordinator for the harbour panel", "official", True),
        ("her sister", "relative", False),
        ("a taxi driver from the suburb", "witness or resident", False),
        ("12-year-old boy", "victim", False),
    ],
)
def test_a_role_is_told_by_its_office(words: str, role: str, is_public: bool) -> None:  # noqa: FBT001 - a column of the table
    found = role_of(words)
    assert found is not None
    assert (found.name, found.is_public) == (role, is_public)


def test_words_without_an_office_tell_no_role() -> None:
    assert role_of("a rainy Tuesday") is None
    assert role_of("") is None
    assert not is_role_word("Tuesday")


def test_gender_is_told_by_the_word_alone() -> None:
    assert gender_of("ministry spokeswoman") == "woman"
    assert gender_of("ministry spokesman") == "man"
    assert gender_of("German minister") is None


def test_titles_are_taken_off_a_name() -> None:
    assert bare_name("Acting Transport Minister Dr. Ada Lund") == "Ada Lund"
    assert bare_name("Ada Lund") == "Ada Lund"
    assert bare_name("Minister") == "Minister"
