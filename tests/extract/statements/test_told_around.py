"""Who is cited, words told by nobody named, what is told of the saying itself."""

from __future__ import annotations

import pytest

from tests.extract.statements.telling import only, read, statements_in, told


def test_who_is_cited_says_the_same_words_inside_the_statement_that_cites() -> None:
    annotated = read("The ministry said on Monday, citing police, that a man had died.")
    ministry, police = statements_in(annotated)
    text = annotated.page.text
    assert [each.source[0].of(text) for each in (ministry, police)] == [
        "The ministry",
        "police",
    ]
    assert ministry.content == police.content
    assert ministry.content[0].of(text) == "that a man had died"
    assert police.nested_in == ministry.id != police.id


def test_who_is_cited_behind_the_words_says_them_too() -> None:
    assert told("The Halden Post said the port was shut, citing two officials.") == [
        "The Halden Post: the port was shut",
        "two officials: the port was shut",
    ]


def test_a_reason_is_not_cited_as_a_speaker() -> None:
    found = told("The mayor said the plan had failed, citing costs.")
    assert "costs: the plan had failed" not in found


@pytest.mark.parametrize(
    ("sentence", "statement"),
    [
        ("It was claimed that the dam was weak.", ": that the dam was weak"),
        ("It is alleged that he took money.", ": that he took money"),
        (
            "The plan, the mayor said on Monday, was late.",
            "the mayor: The plan | was late",
        ),
        (
            "Eventually, she said, she was put in a cell.",
            "she: Eventually | she was put in a cell",
        ),
        (
            "The mayor said Friday the border was calm.",
            "The mayor: the border was calm",
        ),
        ("The mayor said Friday was a holiday.", "The mayor: Friday was a holiday"),
        (
            "Both men claimed at the time that they were being treated badly.",
            "Both men: that they were being treated badly",
        ),
    ],
)
def test_words_around_the_cue_are_kept_apart(sentence: str, statement: str) -> None:
    assert statement in told(sentence)


def test_the_day_between_cue_and_words_is_when_it_was_said() -> None:
    found = only("The mayor said Friday the border was calm.")
    assert found.said_at is not None
    assert str(found.said_at.start) == "2024-05-17"


@pytest.mark.parametrize(
    "sentence",
    [
        "It was built so that the dam was strong.",
        "Under the accord, Halden recognised the line, and Vorrin gave up its claim.",
    ],
)
def test_a_deed_is_told_by_nobody(sentence: str) -> None:
    assert told(sentence) == []


def test_another_speakers_clause_is_no_part_of_what_is_slipped_in() -> None:
    found = told(
        "The union is over, the mayor declared on Friday, though diplomats say it is"
        " strong."
    )
    assert found == ["the mayor: The union is over", "diplomats: it is strong"]


def test_a_quotation_inside_a_quotation_is_a_statement_of_its_own() -> None:
    found = told(
        "\"The minister said: 'Nobody was hurt.' We did not believe it,\" Ana Petrell"
        " said."
    )
    assert "The minister: Nobody was hurt." in found
    assert any(each.startswith("Ana Petrell: The minister said") for each in found)
