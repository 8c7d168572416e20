"""A clause behind the words denies them: the words are what is denied."""

from __future__ import annotations

import pytest

from tests.extract.statements.telling import disputes, read, statements_in, told

CHARGED = "Prosecutors say Dorn took money from builders, which he denies."


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            CHARGED,
            [
                "Prosecutors: Dorn took money from builders",
                "he: Dorn took money from builders",
            ],
        ),
        (
            "The Watch said nine boats had sunk, a figure the ministry disputed.",
            [
                "The Watch: nine boats had sunk",
                "the ministry: nine boats had sunk",
            ],
        ),
        (
            "The company sold the boats twice, a claim rejected by its chairman.",
            ["its chairman: The company sold the boats twice"],
        ),
        (
            "Dorn faces charges of fraud, which he has denied.",
            ["he: charges of fraud"],
        ),
    ],
)
def test_the_words_before_are_what_is_denied(sentence: str, found: list[str]) -> None:
    assert told(sentence) == found


def test_a_clause_that_answers_nothing_before_it_is_left_alone() -> None:
    found = told("The mayor praised the crew, who denied any part in the race.")
    assert found == ["The mayor: the crew", "the crew: any part in the race"]


def test_whoever_denies_stands_against_whoever_said_it() -> None:
    ((dispute, said, denied),) = disputes(CHARGED)
    assert (dispute.evidence, dispute.shown) == ("denial", "yes")
    assert said == denied == "Dorn took money from builders"


def test_words_said_and_denied_are_two_statements() -> None:
    found = statements_in(read(CHARGED))
    assert len({each.id for each in found}) == len(found) == 2
    assert [each.nested_in for each in found] == [None, None]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("The police shot down two drones.", []),
        ("The guards waved away the boats.", []),
        (
            "The minister shot down rumours of a split.",
            ["The minister: rumours of a split"],
        ),
    ],
)
def test_only_words_are_shot_down_by_words(sentence: str, found: list[str]) -> None:
    assert told(sentence) == found
