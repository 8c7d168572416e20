"""What holds for the articles of any page."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.article import find_articles, label_blocks
from onrecord.errors import InputError
from onrecord.model import Article, Page, Source
from onrecord.read import read_source

LINES = st.sampled_from([
    "Most Read", "More in Harbour", "BREAKING", "By Ann Other", "3 May 2025",
    "Comments",
    "Read more: Rain falls on the harbour", "Rain falls on the harbour of Holm",
    "  • News", "  • A title with some words in it", "", "Holm: Rain", "Share",
    "HOLM (AP) — Rain fell on the harbour for the third day, the harbour office said.",
    "The office said on Friday that nobody may leave the port before the survey ends.",
    "Boats wait at the quay. (AP Photo/Jon Fell)", "© The Harbour Post", "12 | 13 | 14",
])  # fmt: skip
TAGS = st.sampled_from(
    ["p", "h1", "h2", "li", "div", "a href='/x'", "figcaption", "td"]
)
CLASSES = st.sampled_from(["related", "story", "comments", "byline", "caption", ""])
ELEMENTS = st.builds("<{} class='{}'>{}\n".format, TAGS, CLASSES, LINES)


def check(page: Page, articles: tuple[Article, ...]) -> None:
    assert len(label_blocks(page)) == len(page.blocks)
    assert len({article.id for article in articles}) == len(articles)
    for article in articles:
        for zoned in article.zones:
            assert zoned.span.of(page.text).strip()
            assert any(block.span.holds(zoned.span) for block in page.blocks)
        for before, after in pairwise(article.zones):
            assert before.span.end <= after.span.start
        assert all(span.of(page.text).strip() for span in article.titles)
        check_origins(page, article)


def check_origins(page: Page, article: Article) -> None:
    if article.type == "teaser":
        return
    names = [each.name for each in article.origins]
    told = ("title", "outlet", "published", "modified", "section", "source_line", "url")
    for name in told:
        assert (getattr(article, name) is not None) == (name in names)
    assert names.count("byline") == len(article.byline)
    assert ("tags" in names) == bool(article.tags)
    for each in article.origins:
        assert (each.span is None) or each.span.of(page.text).strip()
        assert (each.span is not None) or each.origin != "page"


def read(text: str) -> tuple[Page, tuple[Article, ...]]:
    reading = read_source(Source("-", text.encode("utf-8", "replace"), "stdin"))
    return reading.page, find_articles(reading.page, reading.capture)


@settings(max_examples=150, deadline=None)
@given(st.lists(LINES, min_size=1, max_size=40))
def test_articles_of_any_lines_choose_spans_in_order(lines: list[str]) -> None:
    check(*read("Rain fell.\n" + "\n".join(lines)))


@settings(max_examples=150, deadline=None)
@given(st.lists(ELEMENTS, max_size=40))
def test_articles_of_any_elements_choose_spans_in_order(elements: list[str]) -> None:
    check(*read("<!DOCTYPE html><body>Rain." + "".join(elements)))


@settings(deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8"), min_size=1))
def test_articles_of_any_text_choose_spans_in_order(text: str) -> None:
    try:
        found = read(text)
    except InputError:
        return
    check(*found)
