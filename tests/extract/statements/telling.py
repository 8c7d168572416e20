"""Short invented articles, annotated, with the statements found in them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from onrecord.annotate import annotate
from onrecord.extract import find_oppositions, find_statements
from onrecord.gazetteer import load_actors, load_countries
from onrecord.language import SpacyParser
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

if TYPE_CHECKING:
    from onrecord.gazetteer import ActorTable, Countries
    from onrecord.model import Annotated, Dispute, Statement

DAY = "2024-05-18"  # a Saturday


@cache
def tools() -> tuple[SpacyParser, ActorTable, Countries]:
    """Parser, actors and countries, loaded once for all tests."""
    actors = load_actors()
    return SpacyParser(), actors, load_countries(actors)


def read(body: str, *, headline: str = "") -> Annotated:
    """An article of these words, annotated; each line is a paragraph."""
    text = f"{headline}\n{body}" if headline else body
    capture = CaptureId("capture")
    page = Page(page_id(capture, text), capture, text, (), (), "en", "test")
    start = len(headline) + 1 if headline else 0
    story = Zoned(Span(start, len(text)), "body")
    title = Span(0, len(headline)) if headline else None
    article = Article(
        id=article_id(page.id, "article", story.span),
        page_id=page.id,
        type="article",
        title=headline or None,
        titles=(title,) if title else (),
        zones=(Zoned(title, "headline"), story) if title else (story,),
        outlet=None,
        byline=(),
        published=Moment(DAY, "day"),
        modified=None,
        language="en",
    )
    parser, actors, countries = tools()
    return annotate(article, page, parser, actors, countries)


def statements_in(annotated: Annotated) -> list[Statement]:
    """Its statements."""
    return find_statements(annotated, tools()[1])


def told(body: str, *, headline: str = "") -> list[str]:
    """Each statement as "source: content | content"."""
    annotated = read(body, headline=headline)
    text = annotated.page.text
    return [
        f"{_words(each.source, text)}: {_words(each.content, text)}"
        for each in statements_in(annotated)
    ]


def speakers(body: str, *, headline: str = "") -> list[str | None]:
    """Who speaks, statement by statement."""
    annotated = read(body, headline=headline)
    return [each.speaker_name for each in statements_in(annotated)]


def only(body: str, *, headline: str = "") -> Statement:
    """The one statement of the article."""
    (found,) = statements_in(read(body, headline=headline))
    return found


def disputes(body: str, *, headline: str = "") -> list[tuple[Dispute, str, str]]:
    """The disputes with the words of their sides; a mention's words are its text."""
    annotated = read(body, headline=headline)
    text = annotated.page.text
    found = statements_in(annotated)
    known: dict[str, str] = {each.id: each.text for each in annotated.mentions}
    known.update((each.id, _words(each.content, text)) for each in found)
    return [
        (each, known[each.left], known[each.right])
        for each in find_oppositions(annotated, found)
    ]


def _words(spans: tuple[Span, ...], text: str) -> str:
    return " | ".join(span.of(text) for span in spans)
