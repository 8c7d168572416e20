"""Nouns that stand for somebody named: members, titles, bodies, letters."""

from __future__ import annotations

import pytest

from tests.extract.statements.telling import speakers

DIVERS = (
    "The divers, members of a group Divers for Clean Bays, met in Oslo. "
    "{} said that the port was full."
)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The divers", "Divers for Clean Bays"),
        ("Several divers", None),
        ("The fishermen", None),
    ],
)
def test_members_speak_for_the_body_that_they_are_told_to_be_of(
    words: str, expected: str | None
) -> None:
    assert speakers(DIVERS.format(words)) == [expected]


def test_other_members_told_of_leave_open_who_speaks() -> None:
    body = "Other divers stayed away. " + DIVERS.format("The divers")
    assert speakers(body) == [None]


def test_lawmakers_on_a_committee_speak_for_it() -> None:
    body = (
        "Lawmakers on the Senate Intelligence Committee said that the port was full. "
        "The lawmakers added that it was old."
    )
    assert speakers(body) == ["Senate Intelligence Committee"] * 2


def test_journalists_at_an_outlet_do_not_speak_for_it() -> None:
    assert speakers("Journalists at CNN said that the port was full.") == [None]


def test_bare_office_is_its_title_and_no_office_of_another_body() -> None:
    body = (
        "President Oskar Lind met Anna Berg, president of the Harbour Board. "
        "The president said that the talks were over."
    )
    assert speakers(body) == ["Oskar Lind"]


def test_two_of_one_title_leave_open_who_speaks() -> None:
    body = (
        "President Oskar Lind met President Anna Berg. "
        "The president said that the talks were over."
    )
    assert speakers(body) == [None]


def test_noun_takes_up_the_one_body_whose_name_ends_so() -> None:
    body = (
        "The Harbour Museum opened in May. It was full. "
        "The museum said that it was old."
    )
    assert speakers(body) == ["Harbour Museum"]


def test_watchdog_is_the_body_named_with_the_same_word_even_later() -> None:
    body = (
        "The ferry watchdog said that the boats were old.\n"
        "The Office for Ferry Safety published its report in May."
    )
    assert speakers(body)[:1] == ["Office for Ferry Safety"]


@pytest.mark.parametrize(
    "first",
    [
        "Mayor Oskar Lind sent a letter to the port on Monday. ",
        "Mayor Oskar Lind stayed away, and Lind wrote a letter on Monday. ",
    ],
)
def test_letter_speaks_for_whoever_is_told_to_have_sent_it(first: str) -> None:
    assert speakers(first + "The letter said the port was full.") == ["Oskar Lind"]


def test_letter_about_which_nobody_is_told_speaks_for_nobody() -> None:
    body = "Oskar Lind got a letter. The letter said the port was full."
    assert speakers(body) == [None]


def test_polling_is_the_survey_told_before() -> None:
    body = (
        "A survey by the Harbour Board showed that the port was full. "
        "The poll found that the rest was empty."
    )
    assert speakers(body) == ["Harbour Board", "Harbour Board"]


def test_my_statement_is_the_speakers() -> None:
    body = '"The port, as my statement said, is full," Anna Berg told reporters.'
    assert set(speakers(body)) == {"Anna Berg"}


def test_claim_of_his_is_the_mans_named_before() -> None:
    body = "Oskar Lind opened the port. His claim that the dam was full was new."
    assert speakers(body) == ["Oskar Lind"]


def test_it_takes_up_the_subject_of_the_clause_before() -> None:
    body = "While the Harbour Board did not pay, it said that the port was full."
    assert speakers(body) == ["Harbour Board"]
