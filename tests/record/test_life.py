"""The life of a claim: its speakers, their roles, its words and its months."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from onrecord.model import DateRange, Moment
from onrecord.record.views import life_of, read_claim, time_told
from tests.record.harbour import id_of

if TYPE_CHECKING:
    from onrecord.record import Record
    from onrecord.record.views import ClaimView, StatementView


@pytest.fixture
def piers(harbour: Record) -> ClaimView:
    claim = read_claim(harbour, id_of("statement", "ferry"))
    assert claim is not None
    return claim


def said(like: StatementView, text: str, day: str) -> StatementView:
    """The same statement in other words on another day."""
    return replace(
        like,
        id=type(like.id)(f"{text} {day}"),
        content=replace(like.content, text=text),
        article=replace(like.article, published=Moment(day, "day")),
    )


def told(claim: ClaimView, *words: tuple[str, str]) -> ClaimView:
    """A claim of these words on these days."""
    first = claim.statements[0]
    return replace(claim, statements=tuple(said(first, *each) for each in words))


def test_a_speaker_stands_once_with_every_role_as_worded(piers: ClaimView) -> None:
    (voice,) = life_of(piers).voices
    assert voice.name == "Oren Tull"
    assert {(item.role, item.times) for item in voice.roles} == {
        ("Spokesman", 1),
        ("Harbour master", 1),
    }
    assert len(voice.said) == 3


def test_first_and_last_are_times_as_given_and_the_undated_have_none(
    piers: ClaimView,
) -> None:
    life = life_of(piers)
    assert (life.first, life.last) == ("2031-03", "2031-03-02")
    assert [(item.month, item.said) for item in life.months] == [
        ("2031-03", 2),
        (None, 1),
    ]


def test_a_dispute_stands_in_the_month_of_its_article(piers: ClaimView) -> None:
    life = life_of(piers)
    assert [item.disputed for item in life.months] == [0, 1]
    assert life.disputes == tuple(item.id for item in piers.disputes)


def test_a_named_speaker_who_says_it_again_repeats_it(piers: ClaimView) -> None:
    again = life_of(piers).repeats
    assert again == tuple(item.id for item in piers.statements[1:])


def test_unnamed_speakers_repeat_nothing(piers: ClaimView) -> None:
    unnamed = tuple(
        replace(item, speaker=None, speaker_name=None) for item in piers.statements
    )
    assert not life_of(replace(piers, statements=unnamed)).repeats


def test_words_that_come_go_and_last_are_told_apart(piers: ClaimView) -> None:
    life = life_of(
        told(
            piers,
            ("the piers are crumbling", "2031-01-04"),
            ("the piers are crumbling fast", "2031-02-04"),
            ("the piers are dangerous", "2031-03-04"),
            ("these dangerous piers", "2031-04-04"),
        )
    )
    assert life.lasting[0] == "piers"
    assert [(item.word, item.first) for item in life.came] == [
        ("dangerous", "2031-03-04")
    ]
    assert ("crumbling", "2031-02-04") in [(item.word, item.last) for item in life.went]


def test_two_utterances_show_no_drift(piers: ClaimView) -> None:
    life = life_of(
        told(piers, ("safe piers", "2031-01-04"), ("sound piers", "2031-02-04"))
    )
    assert not life.came
    assert not life.went


def test_a_statement_is_dated_as_sharply_as_told(piers: ClaimView) -> None:
    march = DateRange(date(2031, 3, 1), date(2031, 3, 31), "month")
    assert time_told(replace(piers.statements[0], said_at=march)) == "2031-03"
