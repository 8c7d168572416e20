"""Days of publication and change, chosen among the markup, the page and its address."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from onrecord.article import find_articles
from onrecord.article.moments import (
    address_moment,
    find_moment,
    moment_ago,
    read_moment,
)
from onrecord.model import Article, Source
from onrecord.read import read_source
from tests.article.test_authors import TEXT, TITLE

NOON = datetime(2025, 5, 3, 12, 0, tzinfo=UTC)


def read(html: str, url: str | None = None, at: datetime | None = None) -> Article:
    page = f"<!DOCTYPE html><html lang=en>{html}</html>"
    reading = read_source(
        Source("page.html", page.encode(), "file", url=url, captured_at=at)
    )
    return find_articles(reading.page, reading.capture)[0]


def made(below: str = "", head: str = "", after: str = "") -> str:
    body = f"<article>{TITLE}{below}{TEXT}{after}</article>"
    return f"<head>{head}</head><body>{body}</body>"


def published(below: str = "", head: str = "", after: str = "") -> str:
    return str(read(made(below, head, after)).published)


def origin(article: Article, name: str = "published") -> str:
    return next(each.origin for each in article.origins if each.name == name)


@pytest.mark.parametrize(
    ("below", "day"),
    [
        ("<p>Published on 01/25/26</p>", "2026-01-25"),
        ("<p>12.16.2025</p>", "2025-12-16"),
        ("<p>25.4.24</p>", "2024-04-25"),
        ("<p>2025년 3월 5일</p>", "2025-03-05"),
        ("<p>3 May 2025, updated 4 May 2025</p>", "2025-05-03"),
        ("<p>03/04/2025</p>", "2025"),
    ],
)
def test_day_near_the_headline_is_read_as_printed(below: str, day: str) -> None:
    assert published(below) == day


def test_change_is_no_publication() -> None:
    article = read(made("<p>Last updated: 4 May 2025</p>"))
    assert (article.published, str(article.modified)) == (None, "2025-05-04")


def test_one_line_tells_both_days() -> None:
    article = read(made("<p>3 May 2025 10:15, updated 4 May 2025 9:00</p>"))
    assert (str(article.published), str(article.modified)) == (
        "2025-05-03T10:15",
        "2025-05-04T09:00",
    )


def test_markup_counts_more_than_the_page_and_the_page_more_than_its_address() -> None:
    url = "https://post.example/2025/05/01/rain"
    head = "<meta name='published-date' content='2025-05-02'>"
    printed = "<p>3 May 2025</p>"
    pages = (made(printed, head), made(printed), made())
    found = [read(page, url) for page in pages]
    assert [str(article.published) for article in found] == [
        "2025-05-02",
        "2025-05-03",
        "2025-05-01",
    ]
    assert [origin(article) for article in found] == ["meta", "page", "address"]


def test_earliest_of_several_days_in_the_markup_is_the_day() -> None:
    head = "".join(
        f"<meta name='{name}' content='{day}'>"
        for name, day in (("publish_time", "2026-03-09"), ("date", "2021-02-16"))
    )
    assert published(head=head) == "2021-02-16"


def test_time_element_settles_which_figure_is_the_day() -> None:
    times = "".join(
        f"<time datetime='{day}'></time>" for day in ("2025-03-05", "2025-04-03")
    )
    article = read(made(f"<p>03/04/2025</p>{times}"))
    assert (str(article.published), origin(article)) == ("2025-04-03", "time")


def test_lone_time_element_is_the_day_and_one_of_many_is_not() -> None:
    one = "<aside><time datetime='2025-05-03T10:00Z'>today</time></aside>"
    two = one + "<aside><time datetime='2024-01-01'>then</time></aside>"
    assert published(after=one) == "2025-05-03T10:00+00:00"
    assert published(after=two) == "None"


def test_other_languages_than_english_write_the_day_first() -> None:
    found = find_moment("03/04/2025", day_first=True)
    assert found is not None
    assert str(found.moment) == "2025-04-03"
    assert str(read_moment("03/04/2025")) == "2025"


def test_line_after_the_text_tells_the_day() -> None:
    assert published(after="<p>First published 3 May 2025</p>") == "2025-05-03"


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("3 hours ago", "2025-05-03+00:00"),
        ("13 hours ago", "2025-05-02+00:00"),
        ("vor 2 Tagen", "2025-05-01+00:00"),
        ("il y a 20 minutes", "2025-05-03+00:00"),
        ("an hour ago", "2025-05-03+00:00"),
        ("3 hours of rain", "None"),
        ("long ago", "None"),
    ],
)
def test_time_since_is_counted_back_from_the_capture(words: str, day: str) -> None:
    assert str(moment_ago(words, NOON)) == day


def test_time_since_says_nothing_where_nobody_knows_the_capture() -> None:
    below = "<p>By Anna Ander, 3 hours ago</p>"
    assert published(below) == "None"
    assert str(read(made(below), at=NOON).published) == "2025-05-03+00:00"


@pytest.mark.parametrize(
    ("address", "day"),
    [
        ("https://post.example/2025/05/03/rain", "2025-05-03"),
        ("https://post.example/news/2025-05-03-rain.html", "2025-05-03"),
        ("https://post.example/20250503/rain", "2025-05-03"),
        ("https://post.example/2025/5/3/rain", "2025-05-03"),
        ("https://post.example/2025/99/03/rain", "None"),
        ("https://post.example/article-20250503999", "None"),
        ("https://post.example/2025/05/rain", "None"),
    ],
)
def test_address_tells_a_day_only_when_it_is_whole(address: str, day: str) -> None:
    assert str(address_moment(address)) == day


def changed(*days: str) -> str:
    head = "".join(f"<meta name='last-modified' content='{day}'>" for day in days)
    return str(read(made("<p>3 May 2025</p>", head)).modified)


def test_last_of_several_changes_counts_and_none_before_the_publication() -> None:
    assert changed("2025-05-04", "2025-05-06", "2025-05-05") == "2025-05-06"
    assert changed("2024-01-02") == "None"
    assert (
        changed("2025-05-02T23:30Z") == "2025-05-02T23:30+00:00"
    )  # another zone's day
