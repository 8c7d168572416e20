"""Bad dates: kept as worded, marked doubtful, never a fault."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.extract.dates import Tense, counts_from_another, read_date

DAY = date(2024, 5, 15)
DOUBTFUL = {
    "31 February": "no such day",
    "on February 30, 2020": "no such day",
    "29 February 2023": "no such day",
    "45 March": "no such day",
    "2019-13-45": "no such day",
    "9999-12-31": "out of range",
    "12 March 9999": "out of range",
    "3 May 1650": "out of range",
    "in 2150": "out of range",
    "Friday, 14 June 2019": None,
    "Monday, 14 June 2019": "another weekday",
    "20 May 2031": "after the article",
    "Eid al-Fitr": "by the moon",
    "29 February": None,
    "last month": None,
    "Eid as usual": None,
    "": None,
}
WORDS = st.one_of(
    st.text(max_size=40),
    st.lists(
        st.sampled_from([*DOUBTFUL, "of", "the", "in", "31", "0", "9999", "last", "W53",
                         "first", "quarter", "eve", "Ramadan", "29", "\u0663", "-"]),
        max_size=4,
    ).map(" ".join),
)  # fmt: skip
DAYS = st.none() | st.dates()
TENSES: st.SearchStrategy[Tense] = st.sampled_from(["past", "future", None])


@pytest.mark.parametrize(("words", "doubt"), DOUBTFUL.items())
def test_what_speaks_against_a_date_is_told(words: str, doubt: str | None) -> None:
    reading = read_date(words, anchor=DAY, tense="past")
    assert reading.words == words
    assert reading.doubt == doubt


@given(WORDS, DAYS, TENSES, DAYS)
def test_any_words_of_any_article_are_answered(
    words: str, anchor: date | None, tense: Tense, captured: date | None
) -> None:
    reading = read_date(words, anchor=anchor, tense=tense, captured=captured)
    assert reading.words == words
    assert not reading.is_sound or reading.days is not None


@given(WORDS, DAYS)
def test_a_sound_date_lies_where_a_chart_can_show_it(
    words: str, anchor: date | None
) -> None:
    reading = read_date(words, anchor=anchor, tense="past")
    if reading.is_sound and reading.days is not None:
        assert 1800 <= reading.days.start.year <= reading.days.end.year <= 2100


def test_what_hangs_on_an_article_dated_ahead_of_its_capture_is_doubtful() -> None:
    ahead, seen = date(2031, 1, 1), date(2024, 5, 15)
    relative = read_date("yesterday", anchor=ahead, captured=seen)
    assert relative.doubt == "article dated ahead"
    assert not relative.is_sound
    assert read_date("3 May 2020", anchor=ahead, captured=seen).doubt is None
    assert read_date("yesterday", anchor=seen, captured=seen).doubt is None


@pytest.mark.parametrize(
    ("words", "expected"),
    [("two days earlier", True), ("the previous night", True), ("that day", True),
     ("two days ago", False), ("last week", False), ("Tuesday", False)],
)  # fmt: skip
def test_words_that_count_from_another_date_are_told_apart(
    words: str, *, expected: bool
) -> None:
    assert counts_from_another(words) is expected
