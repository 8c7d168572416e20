"""Quotation marks amid a clause: the grammar tells what is said, not the marks."""

from __future__ import annotations

import pytest

from tests.extract.statements.telling import disputes, only, told


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        ('The mayor said the plan "will fail by spring".', 'the plan "will fail by'),
        ('A memo says the wall "cannot stand it".', 'the wall "cannot stand it'),
    ],
)
def test_the_subject_of_quoted_words_is_said_too(sentence: str, content: str) -> None:
    (found,) = told(sentence)
    assert found.partition(": ")[2].startswith(content)


@pytest.mark.parametrize(
    "next_sentence",
    [
        "Ada Lind said they doubted it.",
        "Ada Lind said on Friday it would open in May.",
    ],
)
def test_words_quoted_in_the_sentence_before_belong_to_that_sentence(
    next_sentence: str,
) -> None:
    found = told(f'Oskar Brandt said the plan "will fail by spring". {next_sentence}')
    assert found[0] == 'Oskar Brandt: the plan "will fail by spring"'
    assert "spring" not in found[1]
    assert found[1].startswith("Ada Lind: ")


def test_the_day_of_the_saying_is_no_part_of_what_is_said() -> None:
    found = only("The mayor said on Friday it would open in May.")
    assert found.said_at is not None
    assert told("The mayor said on Friday it would open in May.") == [
        "The mayor: it would open in May"
    ]


@pytest.mark.parametrize(
    ("sentence", "statement"),
    [
        ("Officials put the death toll at 31.", "Officials: the death toll at 31"),
        ("Ada Voss put the figure at 4%.", "Ada Voss: the figure at 4%"),
        ("Ola Berg called the fears overblown.", "Ola Berg: the fears overblown"),
    ],
)
def test_what_a_thing_is_called_or_put_at_is_said(
    sentence: str, statement: str
) -> None:
    assert told(sentence) == [statement]


def test_who_puts_a_thing_somewhere_says_nothing() -> None:
    assert told("Officials put the boats at the pier.") == []


@pytest.mark.parametrize(
    ("sentence", "cue_class"),
    [
        ("The mayor praised the crew of the ferry.", "praising"),
        ("The mayor apologised for the closure.", "conceding"),
    ],
)
def test_praise_and_apology_are_no_condemnation(sentence: str, cue_class: str) -> None:
    assert only(sentence).cue_class == cue_class


def test_praise_beside_a_report_is_no_dispute() -> None:
    league = "the Green League"
    words = f"While {league} insists the bridge is safe, the mayor praised {league}."
    assert disputes(words) == []


@pytest.mark.parametrize(
    ("sentence", "statement"),
    [
        (
            "Figures show exports drove growth last year.",
            "Figures: exports drove growth last year",
        ),
        ("Records show Dorn bought two boats.", "Records: Dorn bought two boats"),
        ("A study shows ferries lost passengers.", "A study: ferries lost passengers"),
    ],
)
def test_a_subject_that_looks_like_an_object_opens_the_clause(
    sentence: str, statement: str
) -> None:
    assert told(sentence) == [statement]
