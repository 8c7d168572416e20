"""Titles as a person would cite them, and outlets by their own names."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from onrecord.article.metadata import without_site
from tests.article.pages import articles_in
from tests.article.test_authors import TEXT

if TYPE_CHECKING:
    from onrecord.model import Article

HEADLINE = "Harbour waits for a channel"
OTHER = "Pilots refuse to look for the bank"


def own(head: str, top: str = f"<h1>{HEADLINE}</h1>") -> Article:
    page = f"<!DOCTYPE html><html><head>{head}</head><body>{top}{TEXT}</body></html>"
    return articles_in(page)[1][0]


def shared(title: str, site: str = "The Harbour Post") -> str:
    name = f"<meta property='og:site_name' content='{site}'>" if site else ""
    return f"<meta property='og:title' content='{title}'>{name}"


def linked(kind: str, title: str) -> str:
    data = json.dumps({"@type": kind, "headline": title})
    return f"<script type='application/ld+json'>{data}</script>"


def where(article: Article) -> tuple[str | None, str]:
    origin = next(each.origin for each in article.origins if each.name == "title")
    return article.title, origin


def test_headline_is_the_title_whatever_search_engines_are_told() -> None:
    assert where(own(shared(OTHER))) == (HEADLINE, "page")


def test_newsroom_that_names_its_article_is_believed() -> None:
    assert where(own(linked("NewsArticle", OTHER))) == (OTHER, "json-ld")
    assert where(own(linked("Article", OTHER))) == (HEADLINE, "page")


def test_headline_with_a_kicker_in_the_markup_is_the_title() -> None:
    assert own(linked("NewsArticle", f"Skerry: {HEADLINE}")).title == HEADLINE


def test_name_of_the_site_is_no_title() -> None:
    head = shared(OTHER)
    assert own(head, "<h1>The Harbour Post</h1>").title == OTHER


def test_heading_that_opens_the_titles_of_the_site_is_no_title() -> None:
    head = f"{shared(OTHER, '')}<title>Island notes: {OTHER}</title>"
    assert own(head, "<h1>Island notes</h1>").title == OTHER
    assert own(shared(OTHER, ""), "<h1>Island notes</h1>").title == "Island notes"


def test_markup_that_gives_the_name_of_the_site_gives_no_title() -> None:
    site = "<meta property='og:title' content='The Harbour Post'>"
    assert where(own(site + shared(OTHER), "")) == (OTHER, "opengraph")


def test_small_heading_gives_way_to_titles_that_agree() -> None:
    head = f"{shared(OTHER)}<title>{OTHER} | The Harbour Post</title>"
    assert (
        own(head, "<h5>Spring sale: harbour tours at half the price</h5>").title
        == OTHER
    )


def test_title_in_the_path_gives_way_to_the_headline_below() -> None:
    path = "<nav class='breadcrumbs'><h1>Pilots at Skerry wait</h1></nav>"
    top = f"{path}<h2><span>Skerry</span></h2><h2>{HEADLINE}</h2>"
    assert own(shared(f"Skerry: {HEADLINE}"), top).title == HEADLINE


@pytest.mark.parametrize(
    ("title", "site"),
    [
        ("Rain falls | The Harbour Post", "Harbour Post"),
        ("Rain falls - post.example", "post.example"),
        ("Rain falls — Post", "The Harbour Post"),
    ],
)
def test_name_of_the_site_is_cut_from_the_end(title: str, site: str) -> None:
    assert without_site(title, "Another", site) == "Rain falls"


def test_title_that_only_ends_like_a_site_is_kept() -> None:
    assert (
        without_site("Rain falls - at last", "The Harbour Post")
        == "Rain falls - at last"
    )


def test_site_of_the_address_is_cut_from_the_title() -> None:
    page = f"<html><head><title>Rain | Post</title></head><body>{TEXT}</body></html>"
    link = "<link rel=canonical href='https://post.example/rain'>"
    _, articles = articles_in(page.replace("<head>", f"<head>{link}"))
    assert articles[0].title == "Rain"


def test_outlet_is_the_name_with_which_the_title_ends() -> None:
    data = {"@type": "Article", "headline": HEADLINE, "publisher": {"name": "Post Inc"}}
    script = f"<script type='application/ld+json'>{json.dumps(data)}</script>"
    title = f"<title>{HEADLINE} | The Harbour Post</title>"
    assert own(script + shared(HEADLINE)).outlet == "Post Inc"
    assert own(script + shared(HEADLINE) + title).outlet == "The Harbour Post"


def test_agency_behind_the_last_sentence_is_credited() -> None:
    last = f"{'It is expected on Monday, or a day later than that. ' * 4} (Reuters)"
    page = f"<html><body><h1>{HEADLINE}</h1>{TEXT}<p>{last}</p></body></html>"
    text, articles = articles_in(page)
    found = next(each for each in articles[0].origins if each.name == "source_line")
    assert articles[0].source_line == "Reuters"
    assert found.span is not None
    assert found.span.of(text.text) == "Reuters"


def test_address_is_the_canonical_link_and_never_half_a_one() -> None:
    link = "<link rel=canonical href='https://post.example/rain'>"
    other = "<meta property='og:url' content='https://post.example/rain?from=feed'>"
    half = "<meta property='og:url' content='/rain'>"
    found = [own(head).url for head in (other + link, other, half)]
    assert found == [
        "https://post.example/rain",
        "https://post.example/rain?from=feed",
        None,
    ]


def test_section_is_a_name_and_no_address() -> None:
    sections = ("https://post.example/islands", "Islands")
    head = "".join(f"<meta property='article:section' content='{s}'>" for s in sections)
    assert own(head).section == "Islands"
