"""Speakers told by the form of a line: signed quotations, interviews, hearings."""

from __future__ import annotations

from tests.extract.statements.telling import speakers, told


def test_a_quotation_signed_with_a_dash_is_its_signers() -> None:
    body = (
        "Readers wrote about the bridge.\n"
        '"I walk there every day and I am never afraid." ― Oskar Lind\n'
        '"It should come down." — Ana Petrell, a fisherwoman from Halden'
    )
    assert told(body)[-2:] == [
        "Oskar Lind: I walk there every day and I am never afraid.",
        "Ana Petrell, a fisherwoman from Halden: It should come down.",
    ]


def test_lines_of_a_hearing_are_their_speakers() -> None:
    body = (
        "MODERATOR: Good evening to all in the hall.\n"
        "PETRELL: Good evening. We will build the bridge.\n"
        "MODERATOR: When will it be built? Nobody knows that."
    )
    assert told(body) == [
        "MODERATOR: Good evening to all in the hall.",
        "PETRELL: Good evening. We will build the bridge.",
        "MODERATOR: When will it be built? Nobody knows that.",
    ]


def test_lines_of_an_interview_name_their_speakers() -> None:
    body = (
        "Oskar Lind met Ana Petrell in Halden.\n"
        'Lind: "Will the bridge hold?"\n'
        "Petrell: It will hold. Nobody need be afraid.\n"
        'Lind: "And the dam?"'
    )
    assert told(body)[-3:] == [
        "Lind: Will the bridge hold?",
        "Petrell: It will hold. Nobody need be afraid.",
        "Lind: And the dam?",
    ]


def test_a_list_of_people_and_what_they_are_charged_with_is_no_talk() -> None:
    body = (
        "Oskar Lind: Theft of a boat, held in jail.\n"
        "Ana Petrell: Two warrants, held in jail.\n"
        "Tom Early: Theft of a net, held in jail."
    )
    assert told(body) == []


def test_one_label_with_a_colon_is_no_talk() -> None:
    assert told("Update: The bridge was closed. Nobody was hurt in the storm.") == []


def test_a_name_behind_a_dash_amid_a_sentence_signs_nothing() -> None:
    body = (
        'The "Duchess of the northern sea" — Oskar Lind built her — sank in May, and'
        " nobody was aboard when the storm came up from the south that night."
    )
    assert "Oskar Lind" not in speakers(body)
