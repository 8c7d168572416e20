"""An article from plain lines, and the names found in it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from onrecord.annotate.mentions import find_mentions
from onrecord.gazetteer import (
    ActorTable,
    Countries,
    load_actors,
    load_countries,
)
from onrecord.language import SpacyParser
from onrecord.model import (
    Article,
    ArticleId,
    CaptureId,
    Mention,
    Page,
    PageId,
    Passage,
    Sentence,
    Span,
    Zoned,
    make_sentence,
)

if TYPE_CHECKING:
    from onrecord.gazetteer.places import KnownNames


@cache
def parser() -> SpacyParser:
    """The default parser, loaded once for all tests."""
    return SpacyParser()


@cache
def tables() -> tuple[ActorTable, Countries]:
    """The built-in tables."""
    actors = load_actors()
    return actors, load_countries(actors)


def names_in(
    *lines: str,
    headline: str = "",
    caption: str = "",
    places: KnownNames | None = None,
) -> tuple[Mention, ...]:
    """The names in an article of these paragraphs."""
    parts = [(headline, "headline"), *((line, "body") for line in lines)]
    parts += [(caption, "caption")]
    kept = [(words, zone) for words, zone in parts if words]
    text = "\n".join(words for words, _ in kept)
    zones: list[Zoned] = []
    at = 0
    for words, zone in kept:
        zones.append(Zoned(Span(at, at + len(words)), zone))  # type: ignore[arg-type] # a zone by its name
        at += len(words) + 1
    page = Page(PageId("page"), CaptureId("capture"), text, (), (), "en", "test")
    article = Article(
        id=ArticleId("article"),
        page_id=page.id,
        type="article",
        title=headline or None,
        titles=(),
        zones=tuple(zones),
        outlet=None,
        byline=(),
        published=None,
        modified=None,
        language="en",
    )
    sentences = _sentences(zones, text)
    return find_mentions(sentences, article, page, *tables(), places=places)


def _sentences(zones: list[Zoned], text: str) -> tuple[Sentence, ...]:
    passages = [Passage(zone.span.of(text), zone.span.start) for zone in zones]
    parsed = zip(zones, parser().parse(passages), strict=True)
    return tuple(
        make_sentence(tokens, zone.zone, number)
        for number, (zone, sentences) in enumerate(parsed)
        for tokens in sentences
    )


def named(mentions: tuple[Mention, ...], text: str) -> Mention:
    """The first mention with just this text."""
    found = next((mention for mention in mentions if mention.text == text), None)
    assert found is not None, f"{text} is not among {[m.text for m in mentions]}"
    return found


def head_text(mentions: tuple[Mention, ...], text: str) -> str:
    """The text of the head of the first mention with this text."""
    head = named(mentions, text).head
    return next(mention.text for mention in mentions if mention.id == head)
