"""A long quotation opposes or repeats another by one of its sentences."""

from __future__ import annotations

import pytest

from onrecord.resolve.meaning import read_meaning
from onrecord.resolve.meaning.sentences import (
    agreed_families,
    has_same_subject,
    opposed_families,
)

SAFE = "The bridge is safe. We will repaint the railings next spring."


@pytest.mark.parametrize(
    "text",
    [
        "The bridge is dangerous.",
        "Nobody listens to us. The bridge is cracked from end to end.",
    ],
)
def test_one_sentence_on_the_same_subject_opposes(text: str) -> None:
    assert opposed_families(SAFE, text) == {"safety"}


@pytest.mark.parametrize(
    "text",
    [
        "The water of the lake is dangerous.",
        "The ferry is unsafe. The bridge was built by my grandfather.",
        "The bridge may be dangerous.",
    ],
    ids=["other-subject", "other-sentence", "hedged"],
)
def test_opposite_words_on_other_subjects_oppose_nothing(text: str) -> None:
    assert opposed_families(SAFE, text) == frozenset()


def test_a_shared_name_is_the_subject_of_a_state_of_bodies() -> None:
    left, right = "It has been defeated.", "They are regrouping."
    assert opposed_families(left, right) == frozenset()
    bodies = frozenset({"strength"})
    assert opposed_families(left, right, bodies=bodies) == {"strength"}


def test_sentences_agree_on_one_subject_alone() -> None:
    assert "safety" in agreed_families(SAFE, "Every bridge is safe.")
    assert "safety" not in agreed_families(SAFE, "The ferry is safe.")


def test_words_of_grammar_are_no_subject() -> None:
    left, right = read_meaning("our price rose"), read_meaning("our rent fell")
    assert not has_same_subject(left, right)


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("our forces crossed the river", "will"),
        ("the minister held talks with a bishop", "custody"),
        ("the two villages lie close to each other", "open"),
        ("victims of domestic violence told their stories", "peace"),
        ("her legal team filed the papers", "guilt"),
    ],
)
def test_words_that_hold_a_family_by_chance_say_nothing(text: str, family: str) -> None:
    assert read_meaning(text).pole(family) == 0


def test_a_negation_reaches_through_evidence_of() -> None:
    text = "there is no direct evidence of fraud or misconduct"
    assert read_meaning(text).pole("guilt") == -1


def test_not_all_is_a_weak_word() -> None:
    assert read_meaning("not all roads are open").is_weak


@pytest.mark.parametrize(
    "text", ["the dam poses no danger", "the dam does not pose a danger"]
)
def test_a_negation_inside_a_phrase_turns_it(text: str) -> None:
    assert read_meaning(text).pole("strength") == -1
