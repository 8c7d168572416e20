"""Quotations without a cue, and those that the parser parted from theirs."""

from __future__ import annotations

from tests.extract.statements.telling import only, read, speakers, statements_in, told


def test_a_sentence_in_quotation_marks_is_said_by_somebody() -> None:
    found = told('The storm took the pier. "I saw it fall and I ran for my life."')
    assert found == [": I saw it fall and I ran for my life."]


def test_a_title_in_quotation_marks_is_said_by_nobody() -> None:
    body = (
        "The choir chose two songs for the night.\n"
        '"Rain Is Falling On The Harbour."\n'
        '"Who Will Carry The Lantern Home?"'
    )
    assert told(body) == []


def test_words_without_a_finite_verb_are_said_by_nobody() -> None:
    assert told('The shop sold old things. "Lamps, nets and oars from Vorrin."') == []


def test_a_quoted_paragraph_is_the_last_speakers() -> None:
    body = (
        "Nora Lind said the pier was lost.\n"
        "The harbour lay in the dark for nine nights.\n"
        '"I have never seen such a wave in all my years here."'
    )
    assert speakers(body) == ["Nora Lind", "Nora Lind"]


def test_a_quoted_paragraph_is_nobodys_when_another_came_between() -> None:
    body = (
        "Nora Lind said the pier was lost.\n"
        "Tomas Berg lives beside the harbour with his sons.\n"
        '"I have never seen such a wave in all my years here."'
    )
    assert speakers(body) == ["Nora Lind", None]


def test_a_headline_of_quoted_words_is_said_by_who_says_them_below() -> None:
    found = read(
        '"I never wanted to leave the harbour," Nora Lind said.',
        headline="'I never wanted to leave'",
    )
    assert [each.speaker_name for each in statements_in(found)] == [
        "Nora Lind",
        "Nora Lind",
    ]


def test_a_headline_of_quoted_words_that_nobody_says_below_is_nobodys() -> None:
    found = speakers("The ferry left.", headline="'We were left on the pier'")
    assert found == [None]


def test_a_headline_with_a_quoted_name_says_nothing() -> None:
    assert told("The ferry left.", headline="'Lanterns of the northern sea'") == []


def test_more_words_join_the_quotation_when_the_cue_tells_why_they_were_said() -> None:
    body = (
        '"It is late," Nora Lind said, explaining why she had left.'
        ' "I am tired of the wind."'
    )
    joined = "Nora Lind: It is late, | I am tired of the wind."
    assert joined in told(body)


def test_a_quotation_of_the_sentence_before_is_not_what_a_sign_reads() -> None:
    found = told('They call it "The Old Lantern." The sign reads, "Closed in winter."')
    assert found[-1] == "The sign: Closed in winter."


def test_a_source_who_asked_not_to_be_named_asks_nothing() -> None:
    found = only('"It is bad," said a guard who asked not to be named so he could go.')
    assert found.cue_class == "neutral"


def test_a_name_behind_the_verb_is_the_speaker_when_the_parser_joins_them() -> None:
    body = (
        '"Sailors of the northern fleet were hastily sent to the harbour to guard the'
        ' boats if the storm does not end within two days", added Petrell.'
    )
    assert told(body)[0].startswith("Petrell: Sailors of the northern fleet")


def test_a_title_before_the_name_belongs_to_the_speaker() -> None:
    assert told('"We saw nothing," lead author Nora Lind wrote.') == [
        "lead author Nora Lind: We saw nothing,"
    ]


def test_it_is_put_so_by_whoever_puts_it() -> None:
    assert told('As Tomas Berg put it, "The harbour has lost its heart."') == [
        "Tomas Berg: The harbour has lost its heart."
    ]


def test_anybody_may_turn_to_another_and_speak() -> None:
    assert told('The welder turned to the mayor: "Will you pay for this bridge?"') == [
        "The welder: Will you pay for this bridge?"
    ]
