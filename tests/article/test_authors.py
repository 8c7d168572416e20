"""Authors are people, chosen among the markup and the lines around the headline."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from onrecord.article.bylines import author_names, is_person
from tests.article.pages import articles_in

if TYPE_CHECKING:
    from onrecord.model import Article, Page

TEXT = (
    "<p>Nobody can say when the new channel will be marked, the office said.</p>"
    "<p>The pilots refuse to look for the sandbank at night, and wait for a ship.</p>"
    "<p>It is expected on Monday, and the first buoys may be laid two days later.</p>"
)
OUTLET = "<meta property='og:site_name' content='The Harbour Post'>"
TITLE = "<h1>Harbour waits for a channel</h1>"


def own(
    below: str = "", head: str = "", *, first: str = "", after: str = ""
) -> tuple[Page, Article]:
    page, articles = articles_in(
        f"<!DOCTYPE html><html><head>{OUTLET}{head}</head><body><article>"
        f"{TITLE}{below}<div>{first}{TEXT}</div>{after}</article></body></html>"
    )
    return page, articles[0]


def byline(below: str = "", head: str = "", **more: str) -> tuple[str, ...]:
    return own(below, head, **more)[1].byline


def meta(*names: str) -> str:
    return "".join(f"<meta name='author' content='{name}'>" for name in names)


@pytest.mark.parametrize(
    ("below", "names"),
    [
        ("<p>By Anna Ander and Bo Ek</p>", ("Anna Ander", "Bo Ek")),
        ("<p>By Anna Ander, Harbour Columnist</p>", ("Anna Ander",)),
        ("<p>Posted by By Anna Ander May 3, 2025 14</p>", ("Anna Ander",)),
        ("<p>Von Anna Ander mit EPD</p>", ("Anna Ander",)),
        ("<p>Guide by Anna Ander</p>", ("Anna Ander",)),
        ("<p>By The Skerry editors</p>", ("The Skerry editors",)),
        ("<div>By</div><div>Anna Ander</div>", ("Anna Ander",)),
        ("<p class='post-authorname'>Anna Ander Founder</p>", ("Anna Ander",)),
        ("<p><a href='/authors/anna'>Anna Ander</a></p>", ("Anna Ander",)),
        ("<p>Anna Ander</p><p>3 May 2025</p>", ("Anna Ander",)),
        ("<p>May 3, 2025 Anna Ander</p>", ("Anna Ander",)),
        ("<p>05/03/2025 by Anna Ander 21 Comments</p>", ("Anna Ander",)),
        ("<div class='byline-author'>高木花子</div>", ("高木花子",)),
        ("<p>Ein Kommentar von Anna Ander</p>", ("Anna Ander",)),
        ("<p>Von</p><p>Anna Ander</p><p>Bo Ek</p>", ("Anna Ander", "Bo Ek")),
        ("<p>Thorvald Ek | 3 May 2025</p>", ("Thorvald Ek",)),
    ],
)
def test_line_near_the_headline_names_the_authors(
    below: str, names: tuple[str, ...]
) -> None:
    assert byline(below) == names


@pytest.mark.parametrize(
    "below",
    [
        "<p>World News</p><p>3 May 2025</p>",
        "<p>Island Life | 3 May 2025</p><ul><li>Island Life</li></ul>",
        "<p class='author-link'>Reviewed by Anna Ander</p>",
        "<p>Photos by Anna Ander</p>",
        "<p class='author-box'>About us</p>",
        "<p class='comment-author'>Anna Ander</p>",
    ],
)
def test_section_helper_or_reader_is_no_author(below: str) -> None:
    assert byline(below) == ()


def test_names_in_blocks_of_their_own_are_all_authors() -> None:
    below = "".join(f"<p class='author'>{n}</p>" for n in ("Anna Ander", "Bo Ek"))
    assert byline(below) == ("Anna Ander", "Bo Ek")


def test_said_author_counts_more_than_another_in_the_markup() -> None:
    assert byline("<p>By Anna Ander</p>", meta("Carl Upload")) == ("Anna Ander",)


def test_markup_counts_more_than_a_part_of_its_names() -> None:
    names = byline("<p>By Anna Ander</p>", meta("Anna Ander", "Bo Ek"))
    assert names == ("Anna Ander", "Bo Ek")


def test_name_that_opens_the_text_counts_more_than_who_uploaded_it() -> None:
    below, first = "<p>by Carl Upload</p>", "<p><b>ANNA ANDER/BO EK</b></p>"
    assert byline(below, meta("Carl Upload"), first=first) == ("ANNA ANDER", "BO EK")


def test_bold_words_that_open_the_text_are_no_names_of_people() -> None:
    assert byline(first="<p><b>Key Takeaways</b></p>") == ()


@pytest.mark.parametrize("outlet", ["The Harbour Post", "The Harbour Post Staff"])
def test_outlet_is_no_author_beside_people(outlet: str) -> None:
    assert byline("", meta("Anna Ander", outlet)) == ("Anna Ander",)
    assert byline("<p class='author'>Anna Ander</p>", meta(outlet)) == ("Anna Ander",)


def test_outlet_signs_where_nobody_else_does() -> None:
    assert byline("<p>By The Harbour Post</p>") == ("The Harbour Post",)


@pytest.mark.parametrize(
    "handle", ["https://post.example/anna", "@anna", "a@b.example"]
)
def test_address_or_handle_is_no_author(handle: str) -> None:
    assert byline("<p>By Anna Ander</p>", meta(handle)) == ("Anna Ander",)


def test_author_below_the_text_is_found_and_those_of_teasers_are_not() -> None:
    after = "<p>Written by Anna Ander</p>"
    teaser = (
        "<aside class='related'><h3><a href='/x'>Ferry sold</a></h3>By Bo Ek</aside>"
    )
    assert byline(after=after + teaser) == ("Anna Ander",)


def test_printed_author_is_found_again_at_its_span() -> None:
    page, article = own("<p>By Anna Ander and Bo Ek</p>")
    found = [each for each in article.origins if each.name == "byline"]
    assert [each.origin for each in found] == ["page", "page"]
    assert [each.span.of(page.text) for each in found if each.span] == [
        "Anna Ander",
        "Bo Ek",
    ]


def test_author_of_the_markup_says_where_it_stands() -> None:
    data = {"@type": "NewsArticle", "headline": "x", "author": {"name": "Anna Ander"}}
    script = f"<script type='application/ld+json'>{json.dumps(data)}</script>"
    _, article = own(head=script)
    origins = {each.name: each.origin for each in article.origins}
    assert (origins["byline"], origins["outlet"]) == ("json-ld", "opengraph")


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Anna Ander Senior Reporter", ("Anna Ander",)),
        ("Anna Ander, MD*", ("Anna Ander, MD",)),
        ("Anna", ()),
        ("Edited by Anna Ander", ()),
    ],
)
def test_line_of_an_author_gives_names_alone(
    words: str, names: tuple[str, ...]
) -> None:
    assert author_names(words) == names


def test_given_name_tells_a_person_from_a_place() -> None:
    assert (is_person("Maria Holm"), is_person("North Holm")) == (True, False)


def saved(between: str) -> tuple[str, ...]:
    lines = TEXT.replace("<p>", "").replace("</p>", "\n\n")
    _, articles = articles_in(f"Harbour waits for a channel\n\n{between}\n\n{lines}")
    return articles[0].byline


def test_name_said_twice_for_a_picture_is_the_author_in_saved_text() -> None:
    assert saved("Thorvald Ek\nThorvald Ek\n3 May 2025") == ("Thorvald Ek",)
    assert saved("Thorvald EkThorvald Ek\n3 May 2025") == ("Thorvald Ek",)


def test_whom_the_headline_names_did_not_write_the_text() -> None:
    page = f"<h1>Harbour waits for Maria Holm</h1><p>{{}}</p><p>3 May 2025</p>{TEXT}"
    names = [
        articles_in(page.format(n))[1][0].byline for n in ("Maria Holm", "Maria Ek")
    ]
    assert names == [(), ("Maria Ek",)]
