"""What the markup says outside the text is kept with where it was said."""

from __future__ import annotations

import json

import pytest

from onrecord.model import Source
from onrecord.read import read_source


def values(head: str, html: str = "<html>") -> list[tuple[str, str, str]]:
    page = f"<!DOCTYPE html>{html}<head>{head}</head><body><p>Rain.</p></body></html>"
    reading = read_source(Source("page.html", page.encode(), "file"))
    return [(v.name, v.value, v.origin) for v in reading.page.metadata]


def linked(data: object) -> str:
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


ARTICLE = {
    "@type": "NewsArticle",
    "headline": "Rain &amp; wind",
    "datePublished": "2025-03-05T17:20:00+05:30",
    "publisher": {"@type": "Organization", "name": "The Harbour Post"},
    "keywords": "rain, harbour",
}


@pytest.mark.parametrize(
    "data",
    [
        ARTICLE,
        [ARTICLE],
        {"@graph": [{"@type": "WebSite", "name": "Post"}, ARTICLE]},
        {"@type": "WebPage", "mainEntity": ARTICLE},
    ],
)
def test_article_is_found_wherever_linked_data_keeps_it(data: object) -> None:
    found = values(linked(data))
    assert ("title", "Rain & wind", "json-ld") in found
    assert ("outlet", "The Harbour Post", "json-ld") in found
    assert [v for name, v, _ in found if name == "tag"] == ["rain", "harbour"]


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("Ann Other", ["Ann Other"]),
        (["Ann Other", "Bo Ek"], ["Ann Other", "Bo Ek"]),
        ({"@type": "Person", "name": "Ann Other"}, ["Ann Other"]),
        ([{"name": "Ann Other"}, {"name": "Bo Ek"}], ["Ann Other", "Bo Ek"]),
        ({"@id": "#ann"}, ["Ann Other"]),
        ([{"name": ["Ann Other", "Bo Ek"]}], ["Ann Other", "Bo Ek"]),
        (None, []),
    ],
)
def test_author_is_a_text_a_list_an_object_or_a_pointer(
    author: object, names: list[str]
) -> None:
    graph = [
        {**ARTICLE, "author": author},
        {"@type": "Person", "@id": "#ann", "name": "Ann Other"},
    ]
    found = values(linked({"@graph": graph}))
    assert [value for name, value, _ in found if name == "author"] == names


def test_article_with_a_headline_is_taken_before_one_without() -> None:
    found = values(linked([{"@type": "Article", "description": "x"}, ARTICLE]))
    assert ("title", "Rain & wind", "json-ld") in found


@pytest.mark.parametrize(
    "script", ["{", "[" * 100_000, '{"@type": ["NewsArticle"], "author": [[]]}', "3"]
)
def test_linked_data_that_makes_no_sense_is_passed_over(script: str) -> None:
    found = values(f'<script type="application/ld+json">{script}</script>')
    assert [value for value in found if value[0] == "author"] == []


def test_trailing_comma_does_not_lose_linked_data() -> None:
    script = '{"@type": "NewsArticle", "headline": "Rain",}'
    found = values(f'<script type="application/ld+json">{script}</script>')
    assert ("title", "Rain", "json-ld") in found


def test_meta_elements_links_and_title_are_told_apart() -> None:
    found = values(
        "<title>Rain | Post</title><meta name=author content='Ann Other'>"
        "<meta property='og:site_name' content='Post'>"
        "<link rel=canonical href='https://post.example/rain'>",
        "<html lang=en-GB>",
    )
    assert found == [
        ("outlet", "Post", "opengraph"),
        ("author", "Ann Other", "meta"),
        ("url", "https://post.example/rain", "link"),
        ("language", "en-GB", "html"),
        ("title", "Rain | Post", "title"),
    ]


def test_dated_page_counts_where_linked_data_has_no_article() -> None:
    page = {"@type": "WebPage", "name": "Rain", "datePublished": "2025-03-05"}
    found = values(linked([{**page, "datePublished": None}, page]))
    assert ("published", "2025-03-05", "json-ld") in found
    assert ("title", "Rain & wind", "json-ld") in values(linked([page, ARTICLE]))


@pytest.mark.parametrize(
    "key", ["published-date", "DC.date", "dc:date", "publish_time"]
)
def test_names_of_meta_elements_are_read_without_their_marks(key: str) -> None:
    found = values(f"<meta name='{key}' content='2025-03-05'>")
    assert found == [("published", "2025-03-05", "meta")]


def marked(body: str) -> list[tuple[str, str, str]]:
    page = f"<!DOCTYPE html><html><body><p>Rain.</p>{body}</body></html>"
    reading = read_source(Source("page.html", page.encode(), "file"))
    return [(v.name, v.value, v.origin) for v in reading.page.metadata]


@pytest.mark.parametrize(
    ("body", "name", "value"),
    [
        ("<p itemprop=datePublished content='2025-03-05'>x</p>", "published", None),
        ("<p itemprop=datePublished>2025-03-05</p>", "published", None),
        ("<p property='dc:date' content='2025-03-05'>x</p>", "published", None),
        ("<time pubdate datetime='2025-03-05'>x</time>", "published", None),
        ("<time class='entry-date' datetime='2025-03-05'>x</time>", "published", None),
        ("<time class='updated' datetime='2025-03-05'>x</time>", "modified", None),
        ("<h1 itemprop=headline>Rain falls</h1>", "title", "Rain falls"),
        ("<a rel='author nofollow' href=/a>Ann Other</a>", "author", "Ann Other"),
    ],
)
def test_attributes_of_visible_elements_say_what_these_hold(
    body: str, name: str, value: str | None
) -> None:
    assert (name, value or "2025-03-05", "microdata") in marked(body)


def test_author_is_the_name_and_not_the_life() -> None:
    body = (
        "<div itemprop=author><img alt=x><b itemprop=name>Ann Other</b> writes of rain"
        " and has done so for so many years that nobody can say how it began.</div>"
    )
    assert [v for name, v, _ in marked(body) if name == "author"] == ["Ann Other"]
    body = f"<p itemprop=author>{'Ann Other writes of rain. ' * 9}</p>"
    assert [v for name, v, _ in marked(body) if name == "author"] == []


def test_authors_further_down_belong_to_teasers_and_comments() -> None:
    row = "<p><a rel=author>Ann Other</a> and <a rel=author>Bo Ek</a></p>"
    below = "<section><div><p><b itemprop=author>Cy Dee</b></p></div></section>"
    names = [v for name, v, _ in marked(f"<header>{row}</header>{below}")]
    assert names == ["Ann Other", "Bo Ek"]


def test_first_marked_day_counts_and_those_of_comments_do_not() -> None:
    days = "".join(f"<p itemprop=datePublished>2025-03-0{n}</p>" for n in (5, 6))
    found = [v for name, v, origin in marked(days) if origin == "microdata"]
    assert found == ["2025-03-05"]


def test_linked_data_escaped_twice_is_read_as_words() -> None:
    data = '{"@type": "NewsArticle", "headline": "Rain&amp;#8230; and more rain"}'
    script = f'<script type="application/ld+json">{data}</script>'
    html = f"<html><head>{script}</head><p>Rain fell.</p></html>"
    page = read_source(Source("a.html", html.encode(), "file")).page
    assert [v.value for v in page.metadata if v.name == "title"] == [
        "Rain… and more rain"
    ]
