"""Expressions of invented articles, and the promises that hold for any of them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from onrecord.extract.dates import resolve_date
from onrecord.extract.dates.holidays import FEAST_NAMES

if TYPE_CHECKING:
    from onrecord.model import DateRange

WEDNESDAY = date(2024, 5, 15)


def told(result: DateRange | None) -> str | None:
    """A range as one string: "2024-05-13..2024-05-15 week"."""
    if result is None:
        return None
    days = f"{result.start}..{result.end}"
    return f"{result.start if result.start == result.end else days} {result.precision}"


PAST = {
    "on Wednesday": "2024-05-15 day",
    "Thursday": "2024-05-09 day",
    "late on Monday night": "2024-05-13 day",
    "last Wednesday": "2024-05-08 day",
    "Tuesday's": "2024-05-14 day",
    "on Friday last week": "2024-05-10 day",
    "today": "2024-05-15 day",
    "earlier today": "2024-05-15 day",
    "this morning": "2024-05-15 day",
    "yesterday evening": "2024-05-14 day",
    "last night": "2024-05-14 day",
    "the day before yesterday": "2024-05-13 day",
    "four days ago": "2024-05-11 day",
    "two days earlier": "2024-05-13 day",
    "this week": "2024-05-13..2024-05-15 week",
    "earlier this week": "2024-05-13..2024-05-15 week",
    "last week": "2024-05-06..2024-05-12 week",
    "last weekend": "2024-05-11..2024-05-12 day",
    "nine weeks ago": "2024-03-11..2024-03-17 week",
    "last month": "2024-04-01..2024-04-30 month",
    "earlier this month": "2024-05-01..2024-05-15 month",
    "five months ago": "2023-12-01..2023-12-31 month",
    "last year": "2023-01-01..2023-12-31 year",
    "earlier this year": "2024-01-01..2024-05-15 year",
    "six years ago": "2018-01-01..2018-12-31 year",
    "in June": "2023-06-01..2023-06-30 month",
    "last May": "2023-05-01..2023-05-31 month",
    "in early April": "2024-04-01..2024-04-30 month",
    "March last year": "2023-03-01..2023-03-31 month",
    "on 20 May": "2023-05-20 day",
    "May 3": "2024-05-03 day",
    "29 February": "2024-02-29 day",
    "Friday, May 3": "2024-05-03 day",
    "Saturday 20 May": "2023-05-20 day",
    "3-5 May": "2024-05-03..2024-05-05 day",
    "from April 29 to May 2": "2024-04-29..2024-05-02 day",
    "the night of 30-31 March": "2024-03-30 day",
    "on the 20th": "2024-04-20 day",
    "last summer": "2023-06-01..2023-08-31 month",
    "in the past two weeks": "2024-05-01..2024-05-15 week",
    "in the last 48 hours": "2024-05-13..2024-05-15 day",
    "Good Friday": "2024-03-29 day",
    "on Christmas Eve": "2023-12-24 day",
    "on the eve of Easter": "2024-03-30 day",
}
FIXED = {
    "7 October 1999": "1999-10-07 day",
    "Oct. 7, 1999": "1999-10-07 day",
    "Sunday, 9 June 2019, 21:05": "2019-06-09 day",
    "2019-06-09": "2019-06-09 day",
    "23/06/2019": "2019-06-23 day",
    "04/06/2019": "2019-01-01..2019-12-31 year",
    "June 2019": "2019-06-01..2019-06-30 month",
    "in 1987": "1987-01-01..1987-12-31 year",
    "mid-2012": "2012-01-01..2012-12-31 year",
    "between 2001 and 2004": "2001-01-01..2004-12-31 year",
    "the 1980s": "1980-01-01..1989-12-31 year",
    "the winter of 1990": "1990-12-01..1991-02-28 month",
    "nineteen eighty-four": "1984-01-01..1984-12-31 year",
    "Thanksgiving 2000": "2000-11-23 day",
}
FUTURE = {
    "on Monday": "2024-05-20 day",
    "next Wednesday": "2024-05-22 day",
    "tomorrow": "2024-05-16 day",
    "in March": "2025-03-01..2025-03-31 month",
    "on 3 May": "2025-05-03 day",
    "in three days": "2024-05-18 day",
    "next month": "2024-06-01..2024-06-30 month",
    "next year": "2025-01-01..2025-12-31 year",
}
NO_DATE = [
    "", "for two days", "recently", "at 10:15", "once", "31 April 2020", "in 12 cities",
    "99th", "a second", "days", "2,000 people", "in recent years",
]  # fmt: skip


@pytest.mark.parametrize(("words", "expected"), PAST.items())
def test_past_words_are_read_back_from_the_articles_day(
    words: str, expected: str
) -> None:
    assert told(resolve_date(words, anchor=WEDNESDAY, tense="past")) == expected


@pytest.mark.parametrize(("words", "expected"), FUTURE.items())
def test_future_words_are_read_ahead(words: str, expected: str) -> None:
    assert told(resolve_date(words, anchor=WEDNESDAY, tense="future")) == expected


@pytest.mark.parametrize(("words", "expected"), FIXED.items())
def test_whole_dates_need_no_article_day(words: str, expected: str) -> None:
    assert told(resolve_date(words, anchor=None)) == expected


@pytest.mark.parametrize("words", PAST)
def test_relative_words_stay_open_in_an_undated_article(words: str) -> None:
    assert resolve_date(words, anchor=None, tense="past") is None


@pytest.mark.parametrize("words", NO_DATE)
def test_what_is_no_date_gives_none(words: str) -> None:
    assert resolve_date(words, anchor=WEDNESDAY, tense="past") is None


def test_a_name_of_tomorrow_without_a_tense_is_tomorrow() -> None:
    assert told(resolve_date("Thursday", anchor=WEDNESDAY)) == "2024-05-16 day"


ANCHORS = st.dates(date(1800, 1, 1), date(2200, 12, 31))
INCOMPLETE = [*PAST, *(f"on {name}" for name in FEAST_NAMES)]


@given(st.sampled_from(INCOMPLETE), ANCHORS)
@example("Saturday 20 May", date(2000, 1, 1))  # 20 May 2000 was one, and lay ahead
def test_past_words_never_reach_beyond_the_articles_day(
    words: str, anchor: date
) -> None:
    found = resolve_date(words, anchor=anchor, tense="past")
    assert found is None or found.end <= anchor


@given(st.sampled_from([*PAST, *FUTURE]), ANCHORS)
def test_precision_does_not_depend_on_the_articles_day(
    words: str, anchor: date
) -> None:
    tense: Literal["past", "future"] = "past" if words in PAST else "future"
    expected = (PAST | FUTURE)[words].split()[-1]
    found = resolve_date(words, anchor=anchor, tense=tense)
    assert found is None or found.precision == expected


@given(st.sampled_from([*PAST, *FUTURE]), ANCHORS)
def test_words_coarser_than_a_day_never_give_one(words: str, anchor: date) -> None:
    found = resolve_date(words, anchor=anchor)
    if found is not None and found.precision in {"month", "year"}:
        assert found.end - found.start >= timedelta(days=27)


@given(st.text(max_size=40), st.dates())
def test_any_text_is_answered(words: str, anchor: date) -> None:
    found = resolve_date(words, anchor=anchor, tense="past")
    assert found is None or found.start <= found.end


@pytest.mark.parametrize("anchor", [date.min, date.max, date(9999, 1, 1)])
@pytest.mark.parametrize("words", [*PAST, *FUTURE])
def test_the_calendars_ends_are_no_fault(words: str, anchor: date) -> None:
    assert resolve_date(words, anchor=anchor, tense="past") is None
