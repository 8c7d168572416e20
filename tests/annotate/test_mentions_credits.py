"""Agencies in the lines above an article."""

from __future__ import annotations

from onrecord.annotate.mentions import find_credits
from onrecord.gazetteer import load_actors
from onrecord.model import (
    Article,
    CaptureId,
    Page,
    Span,
    Zoned,
    article_id,
    page_id,
)


def credits_in(line: str, *byline: str, outlet: str | None = None) -> list[str]:
    """The agencies found in an article whose byline this is."""
    text = f"{line}\nReuters was not asked."
    capture = CaptureId("capture")
    page = Page(page_id(capture, text), capture, text, (), (), "en", "test")
    top, body = Span(0, len(line)), Span(len(line) + 1, len(text))
    article = Article(
        id=article_id(page.id, "article", top),
        page_id=page.id,
        type="article",
        title=None,
        titles=(),
        zones=(Zoned(top, "byline"), Zoned(body, "body")),
        outlet=outlet,
        byline=byline,
        published=None,
        modified=None,
        language="en",
    )
    return [item.span.of(text) for item in find_credits(article, page, load_actors())]


def test_an_agency_in_the_byline_is_a_mention() -> None:
    assert credits_in("By Ada Lund and Reuters", "Ada Lund", "Reuters") == ["Reuters"]


def test_people_and_the_outlet_itself_are_none() -> None:
    assert not credits_in("By Ada Lund", "Ada Lund")
    assert not credits_in("Reuters", "Reuters", outlet="Reuters")
