"""From the choice of spans that is an article to what the extractors read."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.annotate.capitals import CapitalNames, is_shouted
from onrecord.annotate.mentions import find_credits, find_mentions
from onrecord.annotate.passages import find_paragraphs
from onrecord.annotate.quotations import find_quotations
from onrecord.annotate.sentences import parse_sentences
from onrecord.model import Annotated

if TYPE_CHECKING:
    from onrecord.annotate.passages import Paragraph
    from onrecord.gazetteer import ActorTable, Countries
    from onrecord.gazetteer.places import KnownNames
    from onrecord.language import Parser
    from onrecord.model import Article, Page


def annotate(  # noqa: PLR0913 - the book of places may be left out
    article: Article,
    page: Page,
    parser: Parser,
    actors: ActorTable,
    countries: Countries,
    *,
    places: KnownNames | None = None,
) -> Annotated:
    """The article's told zones with grammar, quotation marks and names.

    Furniture is never parsed. All spans are of `page.text`. `places` lists the world's
    towns; without it the table of countries tells which names are places'. Of an
    article with paragraphs all in capitals, the page that comes back has them as
    running text would write them, character for character in the same places.
    """
    paragraphs = find_paragraphs(article, page)
    page = _quieted(page, paragraphs, CapitalNames(actors, countries))
    sentences = parse_sentences(paragraphs, page.text, parser)
    spans = [paragraph.span for paragraph in paragraphs]
    named = find_mentions(sentences, article, page, actors, countries, places=places)
    credited = find_credits(article, page, actors)
    return Annotated(
        page=page,
        article=article,
        sentences=sentences,
        quotations=find_quotations(spans, page.text),
        mentions=tuple(sorted((*named, *credited), key=lambda item: item.span)),
    )


def _quieted(
    page: Page, paragraphs: tuple[Paragraph, ...], names: CapitalNames
) -> Page:
    """The page with what is told in capitals written small; offsets hold."""
    text = page.text
    for paragraph in paragraphs:
        words = paragraph.span.of(text)
        if is_shouted(words):
            start, end = paragraph.span.start, paragraph.span.end
            text = text[:start] + names.quieted(words) + text[end:]
    return page if text == page.text else replace(page, text=text)
