"""Short invented articles, annotated, with the statements found in them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from onrecord.annotate import annotate
from onrecord.extract import find_oppositions, find_statements
from onrecord.gazetteer import load_actors, load_countries
from onrecord.language import SpacyParser
from tests.extract.headed import headed

if TYPE_CHECKING:
    from onrecord.gazetteer import ActorTable, Countries
    from onrecord.model import Annotated, Dispute, Span, Statement


@cache
def tools() -> tuple[SpacyParser, ActorTable, Countries]:
    """Parser, actors and countries, loaded once for all tests."""
    actors = load_actors()
    return SpacyParser(), actors, load_countries(actors)


def read(body: str, *, headline: str = "") -> Annotated:
    """An article of these words, annotated; each line is a paragraph."""
    article, page = headed(body, headline)
    return annotate(article, page, *tools())


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
