"""Who speaks: names, surnames, pronouns, roles, bodies; nobody rather than a guess."""

from __future__ import annotations

import pytest

from tests.extract.statements.telling import only, read, speakers, statements_in

LIND = "Governor Oskar Lind said the dam was safe. "

ARTICLES = [
    (LIND + "Lind said it was new.", ["Oskar Lind", "Oskar Lind"]),
    (LIND + "He added that it was new.", ["Oskar Lind", "Oskar Lind"]),
    (LIND + '"It is new," he said.', ["Oskar Lind", "Oskar Lind"]),
    (LIND + "The governor added that it was new.", ["Oskar Lind", "Oskar Lind"]),
    (
        LIND + "Mayor Anna Berg said it was old. She warned that it would break.",
        ["Oskar Lind", "Anna Berg", "Anna Berg"],
    ),
    (
        LIND + "Mrs. Berg said it was old. He replied that it was not.",
        ["Oskar Lind", "Berg", "Oskar Lind"],
    ),
    (
        LIND + "A guard said it was old. He warned that it would break.",
        ["Oskar Lind", None, None],
    ),
    ("Tarvia's foreign minister said the talks were over.", [None]),
    ("Analysts said the talks were over.", [None]),
    ("A spokesman said the talks were over.", [None]),
    ("US, French and Chinese officials said the talks were over.", [None]),
    (
        "Oskar Lind stressed that the border guards were vigilant: "
        '"We have doubled the patrols on every road."',
        ["Oskar Lind", "Oskar Lind"],
    ),
    (
        "The Ministry of Interior said the roads were safe. "
        "The ministry added that patrols would go on.",
        ["Ministry of Interior", "Ministry of Interior"],
    ),
    (
        "The governor said the dam was safe.\n"
        '"It was tested twice," Governor Oskar Lind said.',
        ["Oskar Lind", "Oskar Lind"],
    ),
    (
        LIND + "Governor Anna Berg said it was old. The governor left and said no more "
        "tests were planned.",
        ["Oskar Lind", "Anna Berg", None],
    ),
]


@pytest.mark.parametrize(("body", "expected"), ARTICLES)
def test_speaker_is_the_one_named(body: str, expected: list[str | None]) -> None:
    assert speakers(body) == expected


def test_he_is_nobody_named_in_his_own_words() -> None:
    body = LIND + '"Pieter Voss built it," he said.'
    assert speakers(body) == ["Oskar Lind", "Oskar Lind"]


def test_role_of_an_unnamed_speaker_is_as_worded() -> None:
    found = only("Tarvia's foreign minister said the talks were over.")
    assert found.role == "foreign minister"
    assert found.speaker is None


@pytest.mark.parametrize(
    ("sentence", "sector"),
    [
        ("The foreign minister said the talks were over.", "government"),
        ("Two analysts said the talks were over.", "expert"),
        ("The rebels said the talks were over.", "armed group"),
        ("The police said the talks were over.", "military and police"),
        ("A resident said the talks were over.", "witness or resident"),
        ("The newspaper said the talks were over.", "media"),
        ("The airline said the talks were over.", "business"),
        ("A stranger said the talks were over.", None),
    ],
)
def test_sector_comes_from_the_words(sentence: str, sector: str | None) -> None:
    assert only(sentence).sector == sector


def test_headline_role_is_the_one_the_text_names() -> None:
    found = statements_in(
        read(LIND + "The dam stands.", headline="Governor says dam is safe")
    )
    assert [each.speaker_name for each in found] == ["Oskar Lind", "Oskar Lind"]
    assert found[0].zone == "headline"


def test_name_behind_a_comma_is_the_witness_just_mentioned() -> None:
    body = "The dam is old, said another witness in the inquiry, former aide Anna Berg."
    assert speakers(body) == ["Anna Berg"]


def test_role_is_the_one_that_the_source_words_not_one_told_elsewhere() -> None:
    body = (
        "The director of the town's only harbour said the gates would hold. "
        '"They always have," said Ada Lund, head of the Port of Oster.'
    )
    first = statements_in(read(body))[0]
    assert first.role == "director of the town's only harbour"


def test_one_person_told_by_an_unknown_noun_has_that_for_a_role() -> None:
    assert only("A tea seller said the blast shook her stall.").role == "tea seller"
