"""Agencies that an article credits, where no sentence names them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.model import Mention, Span, mention_id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.gazetteer import ActorTable
    from onrecord.model import Article, Page

SURE = 0.9  # a name of the table, in the place where credits stand


def find_credits(
    article: Article, page: Page, actors: ActorTable
) -> tuple[Mention, ...]:
    """The agencies of the table that byline, dateline or credit name, in page order."""
    credited = {*article.byline, article.source_line or ""} - {article.outlet, ""}
    found = {
        span: _mention(article, page, span, actor.id)
        for name in sorted(filter(None, credited))
        if (actor := actors.find(name)) is not None and actor.type == "media"
        for span in _places(name, article, page)
    }
    return tuple(found[span] for span in sorted(found))


def _places(name: str, article: Article, page: Page) -> Iterator[Span]:
    """Where the name stands as a whole in the lines above the text."""
    whole = re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")
    for line in article.spans_of("byline", "dateline"):
        for match in whole.finditer(page.text, line.start, line.end):
            yield Span(match.start(), match.end())


def _mention(article: Article, page: Page, span: Span, actor: str) -> Mention:
    name = mention_id(article.id, span)
    return Mention(
        id=name,
        article_id=article.id,
        page_id=page.id,
        span=span,
        text=span.of(page.text),
        type="media",
        head=name,
        actor=actor,
        confidence=SURE,
    )
