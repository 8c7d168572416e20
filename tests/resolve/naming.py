"""Mentions for tests of identity, and what links make of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.gazetteer import load_actors
from onrecord.model import (
    ArticleId,
    EntityType,
    Mention,
    PageId,
    Span,
    groups_of,
    make_link,
    mention_id,
)
from onrecord.resolve.entities import link_names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.model import Judgement, Link, Relation

ACTORS = load_actors()


def mention(  # noqa: PLR0913 - each is what one test or another varies
    article: str,
    text: str,
    *,
    at: int = 0,
    kind: EntityType = "person",
    head: Mention | None = None,
    actor: str | None = None,
    role: str | None = None,
    institution: str | None = None,
    country: str | None = None,
    private: str | None = None,
) -> Mention:
    """A name in an article, with what the words around it tell."""
    span = Span(at, at + len(text))
    own = mention_id(ArticleId(article), span)
    return Mention(
        id=own,
        article_id=ArticleId(article),
        page_id=PageId("page"),
        span=span,
        text=text,
        type=kind,
        head=own if head is None else head.id,
        actor=actor,
        role=role,
        institution=institution,
        country=country,
        private_reason=private,
    )


def decision(
    left: Mention, right: Mention, judgement: Judgement, relation: Relation = "same"
) -> Link:
    """What a person said of two names."""
    return make_link(
        "mention", left.id, right.id, relation, judgement, 1.0, "told by a person"
    )


def groups(mentions: Sequence[Mention], links: Sequence[Link]) -> dict[str, str]:
    """The identity of each mention."""
    return {**groups_of([item.id for item in mentions], links)}


def joined(first: Mention, second: Mention, *others: Mention) -> bool:
    """Whether the first two are one, among the others."""
    mentions = [first, second, *others]
    found = groups(mentions, link_names(mentions, ACTORS))
    return found[first.id] == found[second.id]


def judged(links: Sequence[Link], relation: str, judgement: str) -> list[Link]:
    """The links of one kind."""
    return [
        link
        for link in links
        if (link.relation, link.judgement) == (relation, judgement)
    ]
