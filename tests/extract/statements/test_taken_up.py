"""Nouns without a name: documents, bodies and offices; nobody rather than a guess."""

from __future__ import annotations

import pytest

from tests.extract.statements.telling import speakers

BERG = "Anna Berg said the reef was dying. "


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("The Harbour Board survey showed that the port was full.", "Harbour Board"),
        (
            "The Harbour Board opened the port. Its website says the port is full.",
            "Harbour Board",
        ),
        (
            "The Harbour Board opened the port. "
            "The board's website says the port is full.",
            "Harbour Board",
        ),
        ("The indictment of Oskar Lind says that he stole the port.", None),
        ("A report on Anna Berg says that the dam was full.", None),
    ],
)
def test_document_speaks_for_the_author_it_names(
    body: str, expected: str | None
) -> None:
    assert speakers(body) == [expected]


def test_letter_speaks_for_its_owner() -> None:
    body = "Mayor Oskar Lind said the dam was safe. His letter says that it was tested."
    assert speakers(body) == ["Oskar Lind", "Oskar Lind"]


SURVEY = "A survey by the Harbour Board showed that the port was full. "


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ("The survey found that the rest was empty.", "Harbour Board"),
        ("A survey in May found that the rest was empty.", None),
    ],
)
def test_only_the_same_document_keeps_its_author(
    second: str, expected: str | None
) -> None:
    assert speakers(SURVEY + second) == ["Harbour Board", expected]


def test_company_is_the_body_that_just_spoke() -> None:
    body = (
        "Orran Lines closed. The town was quiet. Vorrin Ferries said the boats were "
        "late. Orran Lines had more. The company added that they were old."
    )
    assert speakers(body) == ["Vorrin Ferries", "Vorrin Ferries"]


def test_company_is_nobody_where_two_are_named_alike() -> None:
    body = (
        "Vorrin Ferries and Orran Lines bought two boats. "
        "The company said that the boats were old."
    )
    assert speakers(body) == [None]


def test_group_is_what_an_apposition_called_so() -> None:
    body = (
        "The group, Harbour Watch, met with Orran Relief in May. Orran Relief paid. "
        "The group said that the port was full."
    )
    assert speakers(body) == ["Harbour Watch"]


@pytest.mark.parametrize("other", ["Vice President", "Former President"])
def test_president_is_no_vice_and_no_former_one(other: str) -> None:
    body = (
        f"{other} Anna Berg met President Oskar Lind. "
        "The president said that the talks were over."
    )
    assert speakers(body) == ["Oskar Lind"]


def test_doctor_is_whom_the_article_calls_so() -> None:
    body = "Dr. Anna Berg examined the king. The doctor said that the king was well."
    assert speakers(body) == ["Anna Berg"]


def test_office_that_no_words_give_goes_to_the_one_just_named() -> None:
    body = BERG + '"It cannot be saved," the biologist said.'
    assert speakers(body) == ["Anna Berg", "Anna Berg"]


@pytest.mark.parametrize(
    "body",
    [
        "A diver met Anna Berg. " + BERG + '"It is lost," the diver said.',
        BERG + '"It cannot be saved," the spokeswoman said.',
        BERG + '"It cannot be saved," the fisherman said.',
        "Governor " + BERG + '"It cannot be saved," the biologist said.',
        "Karim Nouri met Anna Berg. " + BERG + '"It is lost," the biologist said.',
    ],
)
def test_office_of_somebody_else_is_nobody_named(body: str) -> None:
    assert speakers(body) == ["Anna Berg", None]


@pytest.mark.parametrize(
    "body",
    [
        "Several Democrats said that the talks were over.",
        "Republicans said that the talks were over.",
        "The panellists, Anna Berg and Karim Nouri, said that the talks were over.",
    ],
)
def test_many_are_nobody_named(body: str) -> None:
    assert speakers(body) == [None]


def test_he_is_not_the_one_whose_surname_stands_in_his_words() -> None:
    body = (
        "Pieter Voss and Carl Voss were divers.\nThe sea was calm.\n"
        "For Oskar Lind, an instructor, Voss was a legend. "
        'He said, "Pieter Voss built the reef. Nobody had."'
    )
    assert speakers(body) == ["Oskar Lind"]


def test_he_stays_in_his_own_paragraph() -> None:
    body = (
        "“It will break,” Mayor Karim Nouri said of the dam.\nThe town was quiet.\n"
        "Mr. Lind's anger is not new. He warned that the dam was old."
    )
    assert speakers(body) == ["Karim Nouri", "Lind"]


def test_a_body_called_one_kind_is_not_taken_up_as_another() -> None:
    body = (
        "This should have been done in May, said Wen Ito of the charity Fair Shore.\n"
        "Fair Shore says it received 300 letters. The company said it was sorry."
    )
    assert speakers(body)[-2:] == ["Fair Shore", None]


def test_the_regulator_is_no_company_named_before() -> None:
    body = "Lumo Works said its kettles are safe. The regulator said it would look."
    assert speakers(body)[-1] is None
