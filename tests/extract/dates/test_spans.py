"""Quarters, halves, centuries, numbered weeks, decades."""

from __future__ import annotations

from datetime import date
from typing import Literal

import pytest

from onrecord.extract.dates import resolve_date

MAY = date(2024, 5, 15)
Tense = Literal["past", "future"]
WHOLE = {
    "the third quarter of 2019": ("2019-07-01", "2019-09-30", "month"),
    "Q1 2020": ("2020-01-01", "2020-03-31", "month"),
    "the second half of 2018": ("2018-07-01", "2018-12-31", "month"),
    "2020-W53": ("2020-12-28", "2021-01-03", "week"),
    "week 7 of 2019": ("2019-02-11", "2019-02-17", "week"),
    "the late 19th century": ("1801-01-01", "1900-12-31", "year"),
    "the '80s": ("1980-01-01", "1989-12-31", "year"),
    "the nineties": ("1990-01-01", "1999-12-31", "year"),
    "fiscal 2019": ("2019-01-01", "2019-12-31", "year"),
}
NEAR: list[tuple[str, Tense, str, str]] = [
    ("last quarter", "past", "2024-01-01", "2024-03-31"),
    ("the third quarter", "past", "2023-07-01", "2023-09-30"),
    ("the third quarter", "future", "2024-07-01", "2024-09-30"),
    ("the second quarter", "past", "2024-04-01", "2024-05-15"),
    ("the second half of last year", "past", "2023-07-01", "2023-12-31"),
    ("the first half of the year", "past", "2024-01-01", "2024-05-15"),
]


@pytest.mark.parametrize(("words", "expected"), WHOLE.items())
def test_spans_of_a_year_need_no_article_day(
    words: str, expected: tuple[str, str, str]
) -> None:
    found = resolve_date(words, anchor=None)
    assert found is not None
    assert (str(found.start), str(found.end), found.precision) == expected


@pytest.mark.parametrize(("words", "tense", "start", "end"), NEAR)
def test_spans_of_no_year_are_the_latest_begun_or_the_next(
    words: str, tense: Tense, start: str, end: str
) -> None:
    found = resolve_date(words, anchor=MAY, tense=tense)
    assert found is not None
    assert (str(found.start), str(found.end)) == (start, end)
    assert resolve_date(words, anchor=None) is None


def test_a_week_that_the_year_has_not_is_none() -> None:
    assert resolve_date("2019-W53", anchor=None) is None
