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
