"""Lists of other stories, boxes that come again, and names that hold the whole text."""

from __future__ import annotations

from onrecord.article import label_blocks
from onrecord.article.features import looks
from onrecord.article.rules import ruled_zones
from tests.article.pages import articles_in

TOLD = (
    "The harbour office said on Wednesday that nobody knows where the sandbank lies"
    " and that no ship may leave the port before the survey number {} is done."
)
SUMMARY = (
    "Number {}: the council of the island met behind closed doors for the third time"
    " this week, and nobody would say what was on the table or who had asked for it,"
    " while fishermen waited in the rain outside the hall for an answer to their"
    " letter about the price of ice."
)


def body(count: int = 8) -> str:
    return "".join(f"<p>{TOLD.format(number)}</p>" for number in range(count))


def page_of(inside: str) -> str:
    return f"<html><body><h1>No ship leaves Vorrin</h1>{inside}</body></html>"


def story(number: int) -> str:
    return (
        f"<div class='item'><h5><a href='/s/{number}'>Council of the island meets,"
        f" part {number}</a></h5><div class='who'>Ana Petrell</div>"
        f"<div class='what'><ul><li>{SUMMARY.format(number)}</li></ul></div></div>"
    )


def test_long_summaries_with_a_name_above_are_no_part_of_the_article() -> None:
    stories = "".join(story(number) for number in range(6))
    page, found = articles_in(page_of(f"<div class='text'>{body()}</div>{stories}"))
    read = " ".join(span.of(page.text) for span in found[0].body)
    assert "survey number 7" in read
    assert "behind closed doors" not in read


def test_paragraphs_each_under_a_link_to_what_it_is_on_stay_in_the_article() -> None:
    linked = "".join(
        f"<h4><a href='https://shop.example/{number}'>The ferry company of the"
        f" north coast, {number}</a></h4><p>{SUMMARY.format(number)}</p>"
        for number in range(6)
    )
    page, found = articles_in(page_of(f"<article>{body()}{linked}{body(2)}</article>"))
    read = " ".join(span.of(page.text) for span in found[0].body)
    assert read.count("behind closed doors") == 6


def test_an_author_named_by_the_whole_articles_class_makes_no_bylines() -> None:
    lines = "".join(f"<p>Ferry {number}: one car, two lorries</p>" for number in "1234")
    inside = f"<article class='post author-petrell'>{body()}{lines}</article>"
    page, _ = articles_in(page_of(inside))
    assert "byline" not in ruled_zones(looks(page), [])


def test_a_line_in_a_small_box_named_after_the_author_is_a_byline() -> None:
    inside = f"<article><p class='author'>Ana Petrell</p>{body()}</article>"
    page, _ = articles_in(page_of(inside))
    zones = dict(
        zip((look.text for look in looks(page)), label_blocks(page), strict=True)
    )
    assert zones["Ana Petrell"] == "byline"


def test_a_notice_in_place_of_every_picture_is_not_told_by_the_article() -> None:
    notice = (
        "<div class='placeholder'><h3>Outside content not shown</h3><p>Your choices"
        " keep this content from being loaded. Allow content of other houses in your"
        " settings to see it here.</p></div>"
    )
    inside = notice.join(f"<p>{TOLD.format(number)}</p>" for number in range(5))
    page, found = articles_in(page_of(f"<article>{inside}</article>"))
    read = " ".join(span.of(page.text) for span in found[0].body)
    assert "Your choices" not in read
    assert "survey number 4" in read
