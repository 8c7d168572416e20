"""Entities: one identity for many names."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, or_, select

from onrecord.model import Mention
from onrecord.record.rows import query_of, rows_among, value_of
from onrecord.record.schema import (
    entities,
    entity_names,
    links,
    members,
    mentions,
    statements,
)
from onrecord.record.text import fold_name
from onrecord.record.views.articles import article_of, distinct, load_articles
from onrecord.record.views.cut import NO_CUT, looking
from onrecord.record.views.dealings import dealings_of
from onrecord.record.views.decisions import read_decisions_about
from onrecord.record.views.folding import shown
from onrecord.record.views.links import read_links
from onrecord.record.views.lookup import find_group
from onrecord.record.views.order import statement_key
from onrecord.record.views.roles import public_reason, roles_seen
from onrecord.record.views.statements import load_statements
from onrecord.record.views.types import (
    Cut,
    Entity,
    EntityRef,
    EntityView,
    Spelling,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from sqlalchemy import Connection, Row, Subquery

    from onrecord.model import Judgement
    from onrecord.record.store import Record
    from onrecord.record.views.folding import Shown
    from onrecord.record.views.types import ArticleRef, LinkView, StatementView

LIMIT = 20
WORDS_ASKED = 16  # words the database narrows by; `_has_words` looks at them all
OF_ENTITIES = members.c.kind == "mention"
REF = select(entities.c.id, entities.c.name, entities.c.type, entities.c.is_private)


def find_entities(
    record: Record, name: str, *, limit: int = LIMIT, cut: Cut = NO_CUT
) -> tuple[EntityRef, ...]:
    """Whom a name may mean, by any spelling on record; private people are left out.

    Those spelled just so come first, then those with all its words in a name, each
    with the most often named first.
    """
    told = fold_name(name)
    if not told:
        return ()
    within = and_(
        *(
            entity_names.c.folded.contains(word, autoescape=True)
            for word in told.split()[:WORDS_ASKED]
        )
    )
    query = (
        select(entities, entity_names.c.folded, entity_names.c.count)
        .join(entity_names, entity_names.c.entity_id == entities.c.id)
        .where(within, entities.c.is_private.is_(False))
        .order_by((entity_names.c.folded == told).desc(), entity_names.c.count.desc())
        .order_by(entities.c.id)
    )
    with looking(record, cut) as connection:
        rows = connection.execute(query).all()
    found = {
        row.id: EntityRef(row.id, row.name, row.type)
        for row in rows
        if _has_words(row.folded, told)
    }
    return tuple(found.values())[:limit]


def _has_words(folded: str, told: str) -> bool:
    """Whether every word told begins a word of the name (unspaced: stands in it)."""
    words = folded.split()
    return all(
        any(word.startswith(part) or not word.isascii() for word in words)
        for part in told.split()
    )


def read_entity(record: Record, entity: str, *, cut: Cut = NO_CUT) -> EntityView | None:
    """The entity whose id begins so; None when the cut hides all of it.

    Raises InputError when none, or more than one, begins so.
    """
    with looking(record, cut) as connection:
        name = find_group(connection, "mention", entity)
        return _view(connection, name, shown(connection, cut))


def read_entities(record: Record) -> Iterator[Entity]:
    """Every entity with all its names, by id; private people are marked as such."""
    with record.reading() as connection:
        names: dict[str, list[str]] = defaultdict(list)
        query = select(entity_names.c.entity_id, entity_names.c.text)
        for row in connection.execute(query.order_by(entity_names.c.text)):
            names[row.entity_id].append(row.text)
        belongs: dict[str, set[str]] = defaultdict(set)
        for part, whole in _parts(connection):
            belongs[part].add(whole)
        for row in connection.execute(select(entities).order_by(entities.c.id)):
            yield Entity(
                row.id,
                row.name,
                row.type,
                tuple(names[row.id]),
                tuple(sorted(belongs[row.id])),
                row.is_private,
                row.private_reason,
            )


def read_speakers(record: Record) -> dict[str, EntityRef]:
    """For every statement whose speaker is named, the speaker."""
    query = (
        REF.add_columns(statements.c.id.label("statement"))
        .join_from(
            statements,
            members,
            and_(OF_ENTITIES, members.c.member == statements.c.speaker),
        )
        .join(entities, entities.c.id == members.c.group_id)
    )
    with record.reading() as connection:
        return {row.statement: _ref(row) for row in connection.execute(query)}


def _ref(row: Row[Any]) -> EntityRef:
    return EntityRef(row.id, row.name, row.type, is_private=row.is_private)


def _view(connection: Connection, entity: str, look: Shown) -> EntityView | None:
    own = select(members.c.member).where(OF_ENTITIES, members.c.group_id == entity)
    mine = own.subquery()
    query = query_of(Mention).join(mine, mine.c.member == mentions.c.id)
    named = [value_of(Mention, row) for row in connection.execute(query)]
    articles = load_articles(connection, (item.article_id for item in named))
    seen = look.among(named, lambda item: articles[item.article_id])
    about = connection.execute(select(entities).where(entities.c.id == entity)).first()
    if not seen or about is None:
        return None
    said = _statements(connection, mine, look)
    roles = roles_seen(seen, said, articles)
    parts = _parts(connection, entity)
    decided = read_decisions_about(connection, {item.id for item in named})
    return EntityView(
        id=entity,
        name=about.name,
        type=about.type,
        spellings=_spellings(seen, articles),
        roles=roles,
        statements=tuple(said),
        part_of=_related(
            connection, (whole for part, whole in parts if part == entity)
        ),
        branches=_branches(
            connection, about.type, (part for part, whole in parts if whole == entity)
        ),
        links=_links(connection, mine),
        claims=distinct(item.claim for item in said),
        is_private=about.is_private,
        private_reason=about.private_reason,
        public_reason=public_reason(
            about.type, roles, said, is_private=about.is_private
        ),
        decisions=decided,
        dealings=dealings_of(connection, mine, look),
    )


def _statements(
    connection: Connection, mine: Subquery, seen: Shown
) -> list[StatementView]:
    query = select(statements.c.id).join(mine, mine.c.member == statements.c.speaker)
    views = load_statements(connection, connection.execute(query).scalars().all())
    said = seen.among(views.values(), article_of)
    return sorted(said, key=statement_key)


def _spellings(
    named: Sequence[Mention], articles: dict[str, ArticleRef]
) -> tuple[Spelling, ...]:
    counts = Counter(item.text for item in named)
    outlets: dict[str, set[str | None]] = defaultdict(set)
    for item in named:
        outlets[item.text].add(articles[item.article_id].outlet)
    return tuple(
        Spelling(text, counts[text], distinct(outlets[text]))
        for text in sorted(counts, key=lambda text: (-counts[text], text))
    )


def _parts(connection: Connection, entity: str | None = None) -> set[tuple[str, str]]:
    """Pairs of a part and its whole: all, or those with this entity.

    A pair of which a person says that it is none is none.
    """
    told, denied = (_pairs(connection, entity, judged) for judged in ("yes", "no"))
    return {pair for pair in told - denied if pair[0] != pair[1]}


def _pairs(
    connection: Connection, entity: str | None, judged: Judgement
) -> set[tuple[str, str]]:
    """Pairs of identities that are judged so to be a part and its whole."""
    part, whole = members.alias("part"), members.alias("whole")
    query = (
        select(part.c.group_id.label("part"), whole.c.group_id.label("whole"))
        .select_from(links)
        .join(part, and_(part.c.kind == "mention", part.c.member == links.c.left))
        .join(whole, and_(whole.c.kind == "mention", whole.c.member == links.c.right))
        .where(links.c.kind == "mention", links.c.relation == "part_of")
        .where(links.c.judgement == judged, links.c.revoked_at.is_(None))
        .distinct()
    )
    if entity is None:
        return {(row.part, row.whole) for row in connection.execute(query)}
    sides = (part.c.group_id == entity, whole.c.group_id == entity)
    rows = [row for side in sides for row in connection.execute(query.where(side))]
    return {(row.part, row.whole) for row in rows}


def _related(connection: Connection, ids: Iterable[str]) -> tuple[EntityRef, ...]:
    query = REF.where(entities.c.is_private.is_(False))
    rows = rows_among(connection, query, entities.c.id, ids)
    return tuple(sorted(map(_ref, rows), key=lambda ref: (ref.name, ref.id)))


def _branches(
    connection: Connection, kind: str, ids: Iterable[str]
) -> tuple[EntityRef, ...]:
    """What belongs to it; the towns of a country that acts are no branches of it."""
    found = _related(connection, ids)
    return tuple(ref for ref in found if kind == "place" or ref.type != "place")


def _links(connection: Connection, mine: Subquery) -> tuple[LinkView, ...]:
    """The judgements about this entity's names, within it and against others."""
    own = select(mine.c.member)
    about = or_(links.c.left.in_(own), links.c.right.in_(own))
    return tuple(read_links(connection, links.c.kind == "mention", about))
