"""Feasts of other calendars, against days that almanacs give."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.extract.dates import resolve_date
from onrecord.extract.dates.calendars import (
    hanukkah,
    hebrew_new_year,
    nowruz,
    orthodox_easter,
    passover,
)
from onrecord.extract.dates.holidays import FEAST_NAMES

ALMANAC = {
    "Orthodox Easter 2021": ("2021-05-02", "2021-05-02"),
    "Orthodox Good Friday 2023": ("2023-04-14", "2023-04-14"),
    "Nowruz 2021": ("2021-03-21", "2021-03-21"),
    "Chinese New Year 2015": ("2015-02-19", "2015-02-19"),
    "Lunar New Year 1985": ("1985-02-20", "1985-02-20"),
    "Yom Kippur 1973": ("1973-10-05", "1973-10-06"),
    "Passover 2002": ("2002-03-27", "2002-04-03"),
    "Rosh Hashanah 2001": ("2001-09-17", "2001-09-19"),
    "Hanukkah 2024": ("2024-12-25", "2025-01-02"),
    "Easter 1916": ("1916-04-23", "1916-04-23"),
    "Thanksgiving 2012": ("2012-11-22", "2012-11-22"),
}
WITHIN = {  # feasts whose day the moon or the almanac of the land decides
    "Eid al-Fitr 2021": "2021-05-13",
    "Eid al-Adha 2015": "2015-09-24",
    "Ashura 2004": "2004-03-02",
    "Mawlid 2017": "2017-12-01",
    "first day of Ramadan 2011": "2011-08-01",
    "Diwali 2003": "2003-10-24",
    "Diwali 2024": "2024-10-31",
}


@pytest.mark.parametrize(("words", "days"), ALMANAC.items())
def test_feasts_fall_where_the_almanac_has_them(
    words: str, days: tuple[str, str]
) -> None:
    found = resolve_date(words, anchor=None)
    assert found is not None
    assert (str(found.start), str(found.end)) == days


@pytest.mark.parametrize(("words", "day"), WITHIN.items())
def test_feasts_by_the_moon_hold_the_day_with_one_of_doubt_on_either_side(
    words: str, day: str
) -> None:
    found = resolve_date(words, anchor=None)
    assert found is not None
    assert found.start < found.end
    assert found.start <= date.fromisoformat(day) <= found.end


def test_the_eve_is_the_day_before() -> None:
    found = resolve_date("on the eve of Orthodox Easter", anchor=date(2024, 6, 1))
    assert found is not None
    assert (found.start, found.end) == (date(2024, 5, 4), date(2024, 5, 4))


def test_a_whole_month_of_fasting_is_no_sharper_than_a_month() -> None:
    found = resolve_date("during Ramadan", anchor=date(2024, 6, 1), tense="past")
    assert found is not None
    assert found.precision == "month"
    assert found.start == date(2024, 3, 10)


def test_a_feast_that_a_year_has_twice_is_known_to_the_year() -> None:
    found = resolve_date("Eid al-Fitr 2000", anchor=None)
    assert found is not None
    assert found.precision == "year"


def test_a_table_ends_where_nobody_has_looked_up_more() -> None:
    assert resolve_date("Diwali 1955", anchor=None) is None


YEARS = st.integers(1600, 2200)


@given(YEARS)
def test_hebrew_feasts_fall_on_weekdays_the_calendar_allows(year: int) -> None:
    assert hebrew_new_year(year).weekday() not in {2, 4, 6}
    assert passover(year).weekday() not in {0, 2, 4}
    assert hanukkah(year).month in {11, 12}


@given(YEARS)
def test_orthodox_easter_is_a_sunday_of_spring(year: int) -> None:
    assert orthodox_easter(year).weekday() == 6
    assert 3 <= orthodox_easter(year).month <= 5


@given(st.integers(1799, 2254))
def test_nowruz_falls_in_the_days_of_the_equinox(year: int) -> None:
    assert date(year, 3, 19) <= nowruz(year) <= date(year, 3, 22)


@given(st.sampled_from(FEAST_NAMES), st.dates(), st.sampled_from(["past", "future"]))
def test_any_feast_is_answered_on_any_day(name: str, day: date, tense: str) -> None:
    is_past = tense == "past"
    found = resolve_date(name, anchor=day, tense="past" if is_past else "future")
    assert found is None or (found.start <= day if is_past else found.end >= day)
