"""Small makers of articles and utterances for the tests of resolve."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.model import (
    Article,
    ArticleId,
    ArticleText,
    ArticleType,
    CueClass,
    PageId,
    Span,
    Statement,
    StatementId,
    Utterance,
    content_id,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date


def make_article(  # noqa: PLR0913 - each is what one test or another varies
    name: str,
    body: str,
    *,
    title: str = "",
    day: date | None = None,
    kind: ArticleType = "article",
    outlet: str | None = None,
    source_line: str | None = None,
    url: str | None = None,
    names: Iterable[str] = (),
    places: Iterable[str] = (),
    reports: Iterable[str] = (),
) -> ArticleText:
    """An article of this body; its id is `name`."""
    article = Article(
        id=ArticleId(name),
        page_id=PageId(f"page-{name}"),
        type=kind,
        title=title or None,
        titles=(),
        zones=(),
        outlet=outlet,
        byline=(),
        published=None,
        modified=None,
        language="en",
        source_line=source_line,
        url=url,
    )
    return ArticleText(
        article,
        title,
        body,
        frozenset(names),
        frozenset(places),
        frozenset(reports),
        day,
    )


def make_utterance(  # noqa: PLR0913 - each is what one test or another varies
    text: str,
    *,
    name: str | None = None,
    sentence: str | None = None,
    speaker: str | None = None,
    names: Iterable[str] = (),
    places: Iterable[str] = (),
    context: Iterable[str] = (),
    day: date | None = None,
    cue_class: CueClass = "neutral",
    nested_in: str | None = None,
    article: str = "article",
    is_teaser: bool = False,
) -> Utterance:
    """An utterance of this text; its id is `name`, or comes from text and speaker."""
    key = name or content_id(text, speaker or "", article)
    statement = Statement(
        id=StatementId(key),
        article_id=ArticleId(article),
        page_id=PageId(f"page-{article}"),
        content=(Span(0, max(1, len(text))),),
        source=(),
        cue=(),
        cue_class=cue_class,
        mode="indirect",
        speaker=None,
        speaker_name=speaker,
        nested_in=StatementId(nested_in) if nested_in else None,
    )
    return Utterance(
        statement,
        text,
        sentence or text,
        speaker,
        frozenset(names),
        frozenset(places),
        frozenset(context),
        day,
        is_teaser=is_teaser,
    )
