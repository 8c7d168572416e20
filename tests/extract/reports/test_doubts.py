"""The words of a report's date, and why a date or a place is open or in doubt."""

from __future__ import annotations

import pytest

from tests.extract.headed import DAY
from tests.extract.reports.reading import reports_of


def doubts(text: str, day: str | None = DAY) -> list[tuple[str, str, str]]:
    """What each doubt is about, why, and its words."""
    reports, _ = reports_of(text, day=day)
    return [
        (item.about, item.why, item.spans[0].of(text))
        for report in reports
        for item in report.doubts
    ]


@pytest.mark.parametrize(
    ("when", "words", "is_counted"),
    [
        ("on Monday", "Monday", True),
        ("on 3 May 2024", "3 May 2024", False),
        ("last month", "last month", True),
        ("in March 2024", "March 2024", False),
    ],
)
def test_a_date_has_its_words_and_says_whether_it_is_counted_from_the_article(
    when: str, words: str, *, is_counted: bool
) -> None:
    text = f"A bomb killed 12 people in Vorrin {when}."
    (report,), _ = reports_of(text)
    assert report.date is not None
    assert [span.of(text) for span in report.date_spans] == [words]
    assert report.is_date_counted is is_counted
    assert report.doubts == ()


def test_a_date_told_by_the_next_sentence_has_its_words_there() -> None:
    text = "A bomb killed 12 people in Vorrin. It happened on 5 May 2024."
    (report,), _ = reports_of(text)
    assert [span.of(text) for span in report.date_spans] == ["5 May 2024"]


@pytest.mark.parametrize(
    ("when", "why", "words"),
    [
        ("on 3 May 9999", "out of range", "3 May 9999"),
        ("in the year 9999", "out of range", "the year 9999"),
        ("in 1650", "out of range", "1650"),
        ("in July 1650", "out of range", "July 1650"),
        ("on 31 April 2024", "no such day", "31 April 2024"),
        ("on Friday 14 May 2024", "another weekday", "Friday 14 May 2024"),
        ("on 3 June 2024", "after the article", "3 June 2024"),
    ],
)
def test_a_date_that_cannot_be_stays_open_with_its_words(
    when: str, why: str, words: str
) -> None:
    text = f"A bomb killed 12 people in Vorrin {when}."
    (report,), _ = reports_of(text)
    assert report.date is None
    assert doubts(text) == [("date", why, words)]


def test_an_undated_article_leaves_a_weekday_open_and_says_why() -> None:
    text = "A bomb killed 12 people in Vorrin on Monday."
    assert doubts(text, day=None) == [("date", "no day to count from", "Monday")]
    assert reports_of(text, day=None)[0][0].date is None


def test_a_date_of_something_else_throws_no_doubt_on_the_event() -> None:
    text = "A man jailed on 31 April 2023 was killed by a bomb in Vorrin on Monday."
    assert doubts(text) == []


def test_a_place_that_is_only_the_articles_own_is_in_doubt() -> None:
    text = (
        "The government of Portugal met on Saturday. Portugal mourned with the "
        "families, and ministers of Portugal spoke.\n\nA bomb killed 12 people on "
        "Monday."
    )
    told = {(about, why) for about, why, _ in doubts(text)}
    assert told == {("place", "not of the event")}
