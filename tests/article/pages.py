"""The pages that tests of articles read: saved ones, and ones written in place."""

from __future__ import annotations

from pathlib import Path

from onrecord.article import find_articles
from onrecord.model import Article, Page, Source
from onrecord.read import read_source

PAGES = Path(__file__).parent.parent / "pages"


def articles_in(
    text: str, *, outlet: str | None = None
) -> tuple[Page, tuple[Article, ...]]:
    """The page that this text makes, and its articles."""
    source = Source("-", text.encode(), "stdin", outlet=outlet)
    reading = read_source(source)
    return reading.page, find_articles(reading.page, reading.capture)


def saved(name: str) -> str:
    """A saved page."""
    return (PAGES / name).read_text("utf-8")


def words(page: Page, article: Article, *zones: str) -> list[str]:
    """What stands in these zones of an article."""
    return [z.span.of(page.text) for z in article.zones if z.zone in zones]
