"""Disputes: two sides that stand against each other, and the words that show it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, select

from onrecord.model import Dispute, address_of
from onrecord.record import schema
from onrecord.record.rows import query_of, rows_among, value_of
from onrecord.record.views.articles import load_articles, load_texts, words_at
from onrecord.record.views.cut import NO_CUT, is_visible, looking
from onrecord.record.views.folding import Shown, shown
from onrecord.record.views.reports import load_figures
from onrecord.record.views.statements import load_statements
from onrecord.record.views.types import Cut, DisputeView, Side

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sqlalchemy import Connection, Row

    from onrecord.record.store import Record
    from onrecord.record.views.types import FigureView, StatementView

LIMIT = 50
WHOLE = Shown(NO_CUT, frozenset())  # no cut, nothing folded
DISPUTES = query_of(Dispute, schema.disputes.c.run, schema.disputes.c.by).where(
    schema.disputes.c.revoked_at.is_(None)
)
MENTIONS = (
    select(
        schema.mentions.c.id,
        schema.mentions.c.article_id,
        schema.mentions.c.page_id,
        schema.mentions.c.span,
        schema.mentions.c.text,
        schema.entities.c.id.label("entity"),
        schema.entities.c.name.label("entity_name"),
        schema.entities.c.is_private,
    )
    .select_from(schema.mentions)
    .join(
        schema.members,
        and_(
            schema.members.c.kind == "mention",
            schema.members.c.member == schema.mentions.c.id,
        ),
    )
    .join(schema.entities, schema.entities.c.id == schema.members.c.group_id)
)


def list_disputes(
    record: Record,
    *,
    include_possible: bool = False,
    limit: int = LIMIT,
    cut: Cut = NO_CUT,
) -> tuple[DisputeView, ...]:
    """The disputes on record, the clearest first; possible ones only when asked for."""
    table = schema.disputes
    wanted = DISPUTES if include_possible else DISPUTES.where(table.c.shown == "yes")
    query = wanted.order_by(table.c.shown.desc(), table.c.score.desc(), table.c.id)
    with looking(record, cut) as connection:
        seen = shown(connection, cut)
        if seen == WHOLE:
            query = query.limit(limit)
        rows = list(connection.execute(query))
        return _views(connection, rows, seen)[:limit]


def disputes_of(
    connection: Connection, sides: Iterable[str], seen: Shown
) -> tuple[DisputeView, ...]:
    """The disputes with one of these findings on a side, the clearest first."""
    wanted = list(sides)
    table = schema.disputes
    rows = {
        row.id: row
        for column in (table.c.left, table.c.right)
        for row in rows_among(connection, DISPUTES, column, wanted)
    }
    return _views(connection, list(rows.values()), seen)


def disputes_in(connection: Connection, page: str) -> tuple[DisputeView, ...]:
    """The disputes whose evidence stands in this page."""
    query = DISPUTES.where(schema.disputes.c.page_id == page)
    return _views(connection, list(connection.execute(query)), WHOLE)


def _views(
    connection: Connection, rows: Sequence[Row[Any]], seen: Shown
) -> tuple[DisputeView, ...]:
    found = [(value_of(Dispute, row), row) for row in rows]
    named = [side for dispute, _ in found for side in (dispute.left, dispute.right)]
    sides = _load_sides(connection, named)
    texts = load_texts(connection, (dispute.page_id for dispute, _ in found))
    views = [
        _view(dispute, row, sides, texts)
        for dispute, row in found
        if dispute.left in sides and dispute.right in sides
    ]
    kept = [view for view in views if _is_visible(view, seen.cut)]
    return tuple(
        sorted(
            _once(kept, seen),
            key=lambda view: (view.shown != "yes", -view.score, view.id),
        )
    )


def _once(views: Sequence[DisputeView], seen: Shown) -> Iterator[DisputeView]:
    """The disputes, without those that stand the same between earlier captures."""
    told = set()

    def repeated(view: DisputeView) -> int:
        return sum(side.article.id in seen.repeats for side in (view.left, view.right))

    for view in sorted(views, key=lambda view: (repeated(view), view.id)):
        sides = sorted(
            (address_of(side.article.where), side.kind, side.text)
            for side in (view.left, view.right)
        )
        words = view.evidence, *sides
        if not repeated(view) or words not in told:
            yield view
        told.add(words)


def _is_visible(view: DisputeView, cut: Cut) -> bool:
    articles = (view.left.article, view.right.article, view.article)
    return all(is_visible(article, cut) for article in articles)


def _view(
    dispute: Dispute, row: Row[Any], sides: dict[str, Side], texts: dict[str, str]
) -> DisputeView:
    left, right = sides[dispute.left], sides[dispute.right]
    # The evidence stands where one of the sides does, mostly with the one disputing.
    article = left.article if left.article.page_id == dispute.page_id else right.article
    if right.article.page_id == dispute.page_id:
        article = right.article
    return DisputeView(
        id=dispute.id,
        left=left,
        right=right,
        evidence=dispute.evidence,
        score=dispute.score,
        shown=dispute.shown,
        words=words_at(dispute.page_id, dispute.spans, texts),
        article=article,
        by=row.by,
        run=row.run,
    )


def _load_sides(connection: Connection, ids: Sequence[str]) -> dict[str, Side]:
    statements = load_statements(connection, ids)
    sides = {name: _said(view) for name, view in statements.items()}
    figures = load_figures(
        connection, schema.figures.c.id, [item for item in ids if item not in sides]
    )
    incidents = _incidents(connection, [figure.report_id for figure in figures])
    for figure in figures:
        sides[figure.id] = _counted(figure, incidents.get(figure.report_id))
    named = [item for item in ids if item not in sides]
    return sides | _named(connection, named)


def _said(view: StatementView) -> Side:
    return Side(
        id=view.id,
        kind="statement",
        text=view.content.text,
        speaker=view.speaker,
        speaker_name=view.speaker_name,
        words=view.content,
        article=view.article,
        claim=view.claim,
        incident=None,
        is_speaker_private=view.is_speaker_private,
        found_by=view.found_by,
    )


def _counted(view: FigureView, incident: str | None) -> Side:
    return Side(
        id=view.id,
        kind="figure",
        text=f"{view.words.text} {view.effect}",
        speaker=None,
        speaker_name=view.attributed_to,
        words=view.words,
        article=view.article,
        claim=None,
        incident=incident,
    )


def _incidents(connection: Connection, reports: Iterable[str]) -> dict[str, str]:
    table = schema.members
    query = select(table.c.member, table.c.group_id).where(table.c.kind == "report")
    rows = rows_among(connection, query, table.c.member, reports)
    return {row.member: row.group_id for row in rows}


def _named(connection: Connection, ids: Sequence[str]) -> dict[str, Side]:
    rows = list(rows_among(connection, MENTIONS, schema.mentions.c.id, ids))
    texts = load_texts(connection, (row.page_id for row in rows))
    articles = load_articles(connection, (row.article_id for row in rows))
    return {
        row.id: Side(
            id=row.id,
            kind="mention",
            text=row.text,
            speaker=None if row.is_private else row.entity,
            speaker_name=None if row.is_private else row.entity_name,
            words=words_at(row.page_id, (row.span,), texts),
            article=articles[row.article_id],
            claim=None,
            incident=None,
            is_speaker_private=row.is_private,
        )
        for row in rows
    }
