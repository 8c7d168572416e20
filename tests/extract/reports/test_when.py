"""Which date each event of an invented article takes."""

from __future__ import annotations

from datetime import date

import pytest

from onrecord.extract.reports.dating import read_dates
from onrecord.extract.reports.story import acting_days, carried_back
from onrecord.extract.reports.triggers import find_triggers
from onrecord.extract.reports.when import dates_of
from tests.extract.reports.reading import annotated_text, told

# The articles are of Saturday, 18 May 2024.
OWN_CLAUSE = {
    "Gunmen killed two guards in Vorrin on Monday.": {"killed": "2024-05-13"},
    "A bombing on 3 May, which followed a raid in April, killed two.": {
        "bombing": "2024-05-03", "raid": "2024-04-01",
    },
    "The murder of two students committed on 3 May shook Vorrin.": {
        "murder": "2024-05-03"
    },
    "The massacre of nine nuns that took place in Vorrin on 3 May is unsolved.": {
        "massacre": "2024-05-03"
    },
    "On the night of 3 May, gunmen attacked the post and killed a guard.": {
        "attacked": "2024-05-03"
    },
    "Gunmen attacked the post at 0930 local time on Monday.": {
        "attacked": "2024-05-13"
    },
    "The 2017 bombing killed 150 people.": {"bombing": "2017-01-01"},
    "Two bombs exploded a few minutes ago in Vorrin.": {"exploded": "2024-05-18"},
    "Gunmen killed two guards in Vorrin in the past few hours.": {
        "killed": "2024-05-18"
    },
    "We condemn in the strongest terms the murder of Ana Petrell on 3 May.": {
        "murder": "2024-05-03"
    },
    "The mayor on Friday condemned the murder of Ana Petrell on 3 May.": {
        "murder": "2024-05-03"
    },
}  # fmt: skip
OF_SOMETHING_ELSE = [
    "On Monday the mayor conceded that guards had killed two farmers.",
    "Two clerks denounced on Monday the murder of a judge.",
    "Clerks began a walkout today to protest the murder of a judge.",
    "According to harbour sources today, guards killed two farmers.",
    "The ministry was blamed on Monday in a report on the murder of a judge.",
    "He was sentenced on Monday for the murder of a judge.",
    "It was the deadliest bombing since 2019.",
    "Rebels will attack the town on Monday.",
    "Guards killed two farmers before the mayor was elected in 2019.",
]


def dates_told(text: str, day: date | None = date(2024, 5, 18)) -> dict[str, str]:
    """The first day of each event that has a date, by the event's word."""
    sentences = annotated_text(text).sentences
    dates = read_dates(sentences, day, text)
    found: dict[str, str] = {}
    for sentence, dated in zip(sentences, dates, strict=True):
        linked = dates_of(sentence, find_triggers(sentence), dated)
        for at, days in linked.items():
            found[sentence.tokens[at].text] = str(days.start)
    return found


@pytest.mark.parametrize(("text", "expected"), OWN_CLAUSE.items())
def test_an_event_takes_the_date_of_its_own_clause(
    text: str, expected: dict[str, str]
) -> None:
    assert dates_told(text) == expected


@pytest.mark.parametrize("text", OF_SOMETHING_ELSE)
def test_a_date_of_something_else_dates_no_event(text: str) -> None:
    assert dates_told(text) == {}


def test_two_days_earlier_counts_from_the_date_named_before() -> None:
    text = (
        "Gunmen attacked the post on 3 May. Two days earlier, a bombing killed a guard."
    )
    assert dates_told(text) == {"attacked": "2024-05-03", "killed": "2024-05-01"}


def test_two_days_earlier_stays_open_where_no_date_was_named() -> None:
    assert dates_told("Two days earlier, gunmen attacked the post.") == {}


def test_relative_dates_of_an_undated_article_stay_open() -> None:
    text = "Gunmen attacked the post on Monday. A bombing killed two on 3 May 2020."
    assert dates_told(text, None) == {"killed": "2020-05-03"}


def test_a_doubtful_date_dates_no_event() -> None:
    assert dates_told("A bombing killed two on 31 February.") == {}
    assert dates_told("A bombing killed two on 3 May 1650.") == {}


def test_it_happened_dates_what_was_told_before() -> None:
    text = "A bombing killed nine in Vorrin. It happened on 5 May, the mayor said."
    annotated = annotated_text(text)
    dates = read_dates(annotated.sentences, date(2024, 5, 18), text)
    carried = carried_back(annotated.sentences, dates, [0])
    assert {n: str(days.start) for n, days in carried.items()} == {0: "2024-05-05"}
    assert told(text) == ["bombing | Vorrin | 2024-05-05 | killed 9..9"]


def test_what_happened_too_far_back_takes_no_date() -> None:
    text = "A bombing killed nine. Rain fell. It snowed. Ice came. It happened today."
    annotated = annotated_text(text)
    dates = read_dates(annotated.sentences, date(2024, 5, 18), text)
    assert carried_back(annotated.sentences, dates, [0]) == {}


def test_days_of_acting_leave_out_speaking_and_what_lies_ahead() -> None:
    text = (
        "The mayor said on Monday that talks will open on 30 May. "
        "Masked men entered the mill on Tuesday night."
    )
    annotated = annotated_text(text)
    dates = read_dates(annotated.sentences, date(2024, 5, 18), text)
    found = [str(days.start) for days in acting_days(annotated.sentences, dates)]
    assert found == ["2024-05-14"]
