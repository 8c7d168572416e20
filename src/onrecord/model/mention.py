"""Names in an article."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from onrecord.model.ids import ArticleId, MentionId, PageId, content_id
from onrecord.model.known_place import KnownPlace
from onrecord.model.span import Span

EntityType = Literal[
    "person", "organisation", "armed_group", "government", "international", "media",
    "party", "country", "place",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Mention:
    """A span naming a person, body, armed group or place.

    `text` is the name as worded, without title or role. `head` is the mention of the
    same article that names the same one most fully (itself, when this one does).
    `role` is as worded ("Spokesman"), with its words in `role_spans`; `institution`
    and `country` (ISO code) are what the words around it say, None when silent.
    `actor` is the id in an actor table whose name this is. `private_reason` says why
    the text shows a person only as victim, witness, relative or minor. `place` is
    what a place's or country's name means here: None when no gazetteer knows it.
    """

    id: MentionId
    article_id: ArticleId
    page_id: PageId
    span: Span
    text: str
    type: EntityType
    head: MentionId
    actor: str | None = None
    role: str | None = None
    role_spans: tuple[Span, ...] = ()
    institution: str | None = None
    country: str | None = None
    private_reason: str | None = None
    confidence: float = 0.5
    place: KnownPlace | None = None


def mention_id(article: ArticleId, span: Span) -> MentionId:
    """The id of the name that stands at `span` of this article's page."""
    return MentionId(content_id("mention", article, span.start, span.end))
