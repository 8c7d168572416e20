"""Names of which the machine is not sure that they are one: for a person to decide."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from onrecord.model import Link
from onrecord.record.decisions.held import read_decided
from onrecord.record.rows import query_of, rows_among, value_of
from onrecord.record.schema import entities, links, members, mentions
from onrecord.record.views.articles import load_articles
from onrecord.record.views.types import UnsureSide, UnsureView

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy import Connection, Row

    from onrecord.record.store import Record
    from onrecord.record.views.types import ArticleRef

LIMIT = 20
OF_NAMES = members.c.kind == "mention"
Pair = frozenset[str]


def list_unsure(record: Record, *, limit: int = LIMIT) -> tuple[UnsureView, ...]:
    """Pairs of identities that may be one, the likeliest first, each pair once.

    Left out are those that a person decided about, and private people.
    """
    with record.reading() as connection:
        found = _unsure(connection)
        named = _named(connection, (side for link, _ in found for side in _ends(link)))
        settled = _settled(connection)
        best: dict[Pair, tuple[Link, str]] = {}
        for link, run in found:
            sides = [named[end] for end in _ends(link) if end in named]
            pair = frozenset(row.entity for row in sides)
            if len(pair) == len(sides) > 1 and pair not in settled:
                best.setdefault(pair, (link, run))
        chosen = list(best.values())[:limit]
        return tuple(_views(connection, chosen, named))


def _unsure(connection: Connection) -> list[tuple[Link, str]]:
    query = query_of(Link, links.c.run).where(
        links.c.kind == "mention",
        links.c.relation == "same",
        links.c.judgement == "unsure",
        links.c.revoked_at.is_(None),
    )
    rows = connection.execute(query.order_by(links.c.score.desc(), links.c.id))
    return [(value_of(Link, row), row.run) for row in rows]


def _ends(link: Link) -> tuple[str, str]:
    return link.left, link.right


def _named(connection: Connection, ids: Iterable[str]) -> dict[str, Row[Any]]:
    """The mentions that nobody's privacy keeps from being shown, with their entity."""
    query = (
        select(
            mentions.c.id,
            mentions.c.text,
            mentions.c.role,
            mentions.c.institution,
            mentions.c.article_id,
            entities.c.id.label("entity"),
            entities.c.name,
            entities.c.type,
        )
        .join_from(mentions, members, OF_NAMES & (members.c.member == mentions.c.id))
        .join(entities, entities.c.id == members.c.group_id)
        .where(entities.c.is_private.is_(False))
    )
    return {row.id: row for row in rows_among(connection, query, mentions.c.id, ids)}


def _settled(connection: Connection) -> set[Pair]:
    """Pairs of identities that a person tied together or held apart."""
    told = read_decided(connection, "mention")
    query = select(members.c.member, members.c.group_id).where(OF_NAMES)
    ids = (side for link in told for side in _ends(link))
    rows = rows_among(connection, query, members.c.member, ids)
    group = {row.member: row.group_id for row in rows}
    return {frozenset(group[side] for side in _ends(link)) for link in told}


def _views(
    connection: Connection,
    chosen: Iterable[tuple[Link, str]],
    named: Mapping[str, Row[Any]],
) -> Iterable[UnsureView]:
    pairs = [([named[end] for end in _ends(link)], link, run) for link, run in chosen]
    rows = [row for sides, _, _ in pairs for row in sides]
    articles = load_articles(connection, (row.article_id for row in rows))
    counts = _counts(connection, (row.entity for row in rows))
    for sides, link, run in pairs:
        left, right = (_side(row, counts[row.entity], articles) for row in sides)
        yield UnsureView(left, right, link.score, link.reason, run)


def _counts(connection: Connection, ids: Iterable[str]) -> dict[str, int]:
    query = (
        select(members.c.group_id, func.count().label("number"))
        .where(OF_NAMES)
        .group_by(members.c.group_id)
    )
    rows = rows_among(connection, query, members.c.group_id, ids)
    return {row.group_id: row.number for row in rows}


def _side(row: Row[Any], count: int, articles: Mapping[str, ArticleRef]) -> UnsureSide:
    return UnsureSide(
        row.entity,
        row.name,
        row.type,
        count,
        row.text,
        row.role,
        row.institution,
        articles[row.article_id],
    )
