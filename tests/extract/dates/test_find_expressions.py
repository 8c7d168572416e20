"""Which words of a sentence are a date."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.extract.dates import find_expressions
from onrecord.extract.dates.expressions import _matches, may_name_a_time
from onrecord.extract.dates.holidays import FEAST_NAMES

SENTENCES = {
    "The bridge fell on Friday in Oldport.": ["Friday"],
    "A blast on 3 June 2021 and another two days later hit Oldport.": [
        "3 June 2021", "two days later",
    ],
    "In 2017 a bombing killed 150.": ["2017"],
    "a 2017 bombing that killed 150": ["2017"],
    "They met late on Tuesday night, weeks after the March 2020 raid.": [
        "late on Tuesday night", "March 2020",
    ],
    "Some 2000 people marched; more may follow.": [],
    "Police said they may march again.": [],
    "It was the worst attack since January last year.": ["January last year"],
    "The mayor (1950) said 12 people fell.": ["1950"],
    "He was held last month and freed this week.": ["last month", "this week"],
    "Over the weekend, three fell.": ["the weekend"],
    "It fell on 14\nJuly\u00a01989; then silence.": ["14\nJuly\u00a01989"],
    "ON 3 MAY THEY SAID THEY MAY MARCH.": ["3 MAY"],
    "Wages fell in FY2020, Q3 2021, 2019-W07 and the '80s.": [
        "FY2020", "Q3 2021", "2019-W07", "'80s",
    ],
    "That day, three fell.": ["That day"],
    "It shut on the eve of Eid al-Fitr.": ["eve of Eid al-Fitr"],
    "On New Year\u2019s Eve it reopened.": ["New Year\u2019s Eve"],
    "Fewer fell in the third quarter of 2019.": ["third quarter of 2019"],
    "The quarter finals drew half of them.": [],
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SENTENCES.items())
def test_the_words_of_a_date_are_found(text: str, expected: list[str]) -> None:
    found = [item.text.removeprefix("the ") for item in find_expressions(text)]
    assert found == [words.removeprefix("the ") for words in expected]


@given(st.text(max_size=80), st.integers(0, 99))
def test_spans_open_the_words(text: str, start: int) -> None:
    padded = " " * start + text
    for item in find_expressions(text, start):
        assert item.span.of(padded) == item.text


PIECES = (
    "the", "last", "next", "this", "same", "previous", "day", "days", "night", "ago",
    "after", "before", "earlier", "two", "a", "of", "in", "on", "Sept", "Jan.", "may",
    "weekend", "spring", "fall", "Sunday", "today", "overnight", "years", "dawn", "eve",
    "week", "past", "following", "1990s", "2017", "3rd", "ferry", "late", "quarter",
    "third", "half", "first", "Q3", "FY", "century", "19th", "fiscal", *FEAST_NAMES,
)  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=5).map(" ".join))
def test_whatever_the_patterns_take_is_looked_for(text: str) -> None:
    assert may_name_a_time(text) or not list(_matches(text))


def test_a_sentence_without_digits_or_words_of_time_is_passed_over() -> None:
    assert not may_name_a_time("The ferry sank after the harbour office closed.")
