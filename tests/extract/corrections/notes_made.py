"""Articles with notes, made by hand."""

from __future__ import annotations

from onrecord.extract.corrections.notes import find_notes
from onrecord.extract.corrections.telling import Told, read_note
from onrecord.model import (
    Article,
    Page,
    Span,
    Zone,
    Zoned,
    article_id,
    capture_id,
    page_id,
)

BODY = "The pier at Ostmere was opened on Friday by the harbour board."


def article_of(*paragraphs: tuple[Zone, str]) -> tuple[Article, str]:
    """An article of these zones, a line each, and the text of its page."""
    text = "\n".join(words for _, words in paragraphs)
    zones, at = [], 0
    for zone, words in paragraphs:
        zones.append(Zoned(Span(at, at + len(words)), zone))
        at += len(words) + 1
    page = page_id(capture_id("here", text.encode()), text)
    article = Article(
        article_id(page, "article", zones[0].span), page, "article", "Pier opened",
        (), tuple(zones), None, (), None, None, "en",
    )  # fmt: skip
    return article, text


def told_by(note: str) -> tuple[list[str], list[str]]:
    """What a note of one paragraph says was said, and what holds now."""
    article, text = article_of(("body", BODY), ("correction", note))
    (found,) = find_notes(article, text)
    told: Told = read_note(found, text)
    return (
        [span.of(text) for span in told.said],
        [span.of(text) for span in told.corrected],
    )


def page_of(article: Article, text: str) -> Page:
    """The page that an article made by hand stands in."""
    capture = capture_id("here", text.encode())
    return Page(article.page_id, capture, text, (), (), "en", "by hand 1")
