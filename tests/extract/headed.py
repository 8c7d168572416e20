"""A page of a headline and a body, as the article that tests of finders read."""

from __future__ import annotations

from onrecord.model import (
    Article,
    CaptureId,
    Moment,
    Page,
    Span,
    Zoned,
    article_id,
    page_id,
)

DAY = "2024-05-18"  # a Saturday


def headed(
    body: str, headline: str = "", day: str | None = DAY
) -> tuple[Article, Page]:
    """The article of this day, and its page; a headline is a line of its own."""
    text = f"{headline}\n{body}" if headline else body
    capture = CaptureId("capture")
    page = Page(page_id(capture, text), capture, text, (), (), "en", "test")
    start = len(headline) + 1 if headline else 0
    told = Zoned(Span(start, len(text)), "body")
    title = Span(0, len(headline)) if headline else None
    article = Article(
        id=article_id(page.id, "article", told.span),
        page_id=page.id,
        type="article",
        title=headline or None,
        titles=(title,) if title else (),
        zones=(Zoned(title, "headline"), told) if title else (told,),
        outlet=None,
        byline=(),
        published=Moment(day, "day") if day else None,
        modified=None,
        language="en",
    )
    return article, page
