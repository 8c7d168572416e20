"""Statements with words, speakers and claims."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_

from onrecord.model import Statement
from onrecord.record.rows import query_of, rows_among, value_of
from onrecord.record.schema import entities, members, statements
from onrecord.record.views.articles import (
    load_articles,
    load_texts,
    maybe_words,
    words_at,
)
from onrecord.record.views.corrections import corrections_by_target
from onrecord.record.views.types import StatementView

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection, Row

    from onrecord.record.views.types import ArticleRef

CLAIM = members.alias("claim")
SPEAKER = members.alias("speaker_group")
QUERY = (
    query_of(
        Statement,
        statements.c.run,
        statements.c.by,
        CLAIM.c.group_id.label("claim"),
        entities.c.id.label("entity"),
        entities.c.name.label("entity_name"),
        entities.c.is_private,
    )
    .select_from(statements)
    .join(CLAIM, and_(CLAIM.c.kind == "statement", CLAIM.c.member == statements.c.id))
    .outerjoin(
        SPEAKER,
        and_(SPEAKER.c.kind == "mention", SPEAKER.c.member == statements.c.speaker),
    )
    .outerjoin(entities, entities.c.id == SPEAKER.c.group_id)
)


def load_statements(
    connection: Connection, ids: Iterable[str]
) -> dict[str, StatementView]:
    """These statements by id; unknown ids are left out."""
    rows = list(rows_among(connection, QUERY, statements.c.id, ids))
    texts = load_texts(connection, (row.page_id for row in rows))
    articles = load_articles(connection, (row.article_id for row in rows))
    notes = corrections_by_target(connection, articles)
    views = (_view(row, articles[row.article_id], texts) for row in rows)
    return {
        view.id: replace(view, corrections=notes[view.id]) if view.id in notes else view
        for view in views
    }


def _view(row: Row[Any], article: ArticleRef, texts: dict[str, str]) -> StatementView:
    said = value_of(Statement, row)
    page = said.page_id
    is_private = bool(row.is_private)
    return StatementView(
        id=said.id,
        article=article,
        content=words_at(page, said.content, texts),
        source=maybe_words(page, said.source, texts),
        cue=maybe_words(page, said.cue, texts),
        cue_class=said.cue_class,
        mode=said.mode,
        speaker=None if is_private else row.entity,
        speaker_name=None if is_private else row.entity_name or said.speaker_name,
        spoken_as=None if is_private else said.speaker_name,
        role=said.role,
        institution=said.institution,
        sector=said.sector,
        said_at=said.said_at,
        negated=said.negated,
        hedged=said.hedged,
        denied=maybe_words(page, said.denied, texts),
        nested_in=said.nested_in,
        zone=said.zone,
        confidence=said.confidence,
        by=row.by,
        run=row.run,
        claim=row.claim,
        is_speaker_private=is_private,
        addressee=maybe_words(page, said.addressee, texts),
        occasion=maybe_words(page, said.occasion, texts),
        found_by=said.found_by,
    )
