"""Short answers, quotations with speech inside, names that are words, confidence."""

from __future__ import annotations

import pytest

from tests.extract.statements.telling import read, speakers, statements_in, told


@pytest.mark.parametrize(
    ("sentence", "statement"),
    [
        ('Asked about the port, Oskar Lind replied: "No."', "Oskar Lind: No."),
        ('"Yes," said Oskar Lind.', "Oskar Lind: Yes,"),
        ('Oskar Lind answered, "Never."', "Oskar Lind: Never."),
    ],
)
def test_an_answer_of_one_word_is_a_statement(sentence: str, statement: str) -> None:
    assert statement in told(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        'The boat that he calls "Duchess," as Oskar Lind said, sank.',
        'Oskar Lind said the so-called "reform" was over.',
    ],
)
def test_one_word_in_marks_amid_a_sentence_is_no_answer(sentence: str) -> None:
    assert not {"Oskar Lind: Duchess,", "Oskar Lind: reform"} & set(told(sentence))


def test_speech_told_inside_a_quotation_does_not_hide_the_quotation() -> None:
    found = told(
        '"I saw nothing," said Oskar Lind, a fisherman. "They never told us that the'
        ' bridge was weak."'
    )
    assert (
        "Oskar Lind, a fisherman: I saw nothing, | "
        "They never told us that the bridge was weak." in found
    )


def test_a_quotation_that_ends_with_another_one_goes_on_with_its_speaker() -> None:
    found = told(
        "“I told the council for ten years,” said Oskar Lind. “And the council said,"
        " ‘We will see.’”"
    )
    assert found[0].startswith("Oskar Lind: I told the council for ten years, | And")


def test_a_surname_that_is_a_word_speaks() -> None:
    body = (
        "Tom Early is the mayor of Halden.\n"
        "Early says the boats are ready for the storm. Early has since said that he was"
        " wrong."
    )
    assert "Early: that he was wrong" in told(body)
    assert "Early: the boats are ready for the storm" in told(body)
    assert speakers(body)[-1] == "Tom Early"


def test_a_quotation_of_a_named_speaker_is_surer_than_an_unsourced_object() -> None:
    sure, unsure = (
        statements_in(read(body))[0].confidence
        for body in (
            '"The bridge is safe and we tested it twice," Oskar Lind said.',
            "Residents highlighted problems with the old bridge over the river.",
        )
    )
    assert sure > unsure


def test_confidence_is_a_share_that_is_never_none_or_all() -> None:
    annotated = read('"It is safe," he said. The mayor denied that. Police urged calm.')
    assert all(0 < each.confidence < 1 for each in statements_in(annotated))


@pytest.mark.parametrize(
    ("sentence", "addressee", "occasion"),
    [
        (
            'Oskar Lind said in an interview with the BBC: "No."',
            "",
            "in an interview with the BBC",
        ),
        (
            'Oskar Lind said: "No," in an interview with the BBC.',
            "",
            "in an interview with the BBC",
        ),
        (
            "Speaking at a news conference, Oskar Lind said the port was full.",
            "",
            "at a news conference",
        ),
        (
            "Speaking to reporters, Oskar Lind said the port was full.",
            "reporters",
            "",
        ),
        ("The mayor told reporters that the bridge was safe.", "reporters", ""),
        ("The mayor had told reporters that the bridge was safe.", "reporters", ""),
        (
            "The mayor has said in a letter that the bridge is safe.",
            "",
            "in a letter",
        ),
        (
            "The mayor, in an interview with the Halden Post, admitted that it fell.",
            "",
            "in an interview with the Halden Post",
        ),
        (
            "In a statement, the company denied that a ship had sunk.",
            "",
            "In a statement",
        ),
        ("The mayor said on Twitter that the bridge was safe.", "", "on Twitter"),
        ("Police urged residents to stay at home.", "", ""),
        ("The mayor said in May that the bridge in Halden was safe.", "", ""),
    ],
)
def test_it_is_kept_who_was_told_and_where(
    sentence: str, addressee: str, occasion: str
) -> None:
    annotated = read(sentence)
    (found,) = statements_in(annotated)
    text = annotated.page.text
    assert " ".join(span.of(text) for span in found.addressee) == addressee
    assert " ".join(span.of(text) for span in found.occasion) == occasion


def test_what_the_outlet_adds_behind_a_dash_is_not_said() -> None:
    body = (
        "The mayor said the bridge would stay open – although nobody has tested it"
        " since the flood of last spring."
    )
    assert told(body) == ["The mayor: the bridge would stay open"]


def test_an_aside_between_dashes_stays_with_what_is_said_around_it() -> None:
    body = "The mayor said the bridge – the oldest in Halden – would stay open."
    assert told(body) == [
        "The mayor: the bridge – the oldest in Halden – would stay open"
    ]
