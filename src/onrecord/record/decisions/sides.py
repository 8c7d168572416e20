"""From what a person typed to the names that are meant."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, select

from onrecord.errors import InputError
from onrecord.record.decisions.log import anchor_of
from onrecord.record.rows import rows_among
from onrecord.record.schema import (
    captures,
    entities,
    entity_names,
    members,
    mentions,
    pages,
    redirects,
)
from onrecord.record.text import fold_name
from onrecord.record.tombstones import find_tombstone
from onrecord.record.views.lookup import HEX, begins, find_group

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlalchemy import Connection, Row

    from onrecord.model import Anchor, LinkKind

OF_NAMES: LinkKind = "mention"
OF_MENTIONS = and_(members.c.kind == OF_NAMES, members.c.member == mentions.c.id)


@dataclass(frozen=True, slots=True)
class Side:
    """An identity that was named; `member` is the very name whose id was given."""

    told: str
    group: str
    member: str


def find_side(connection: Connection, told: str, *, private: bool = False) -> Side:
    """The identity of an id's beginning, or of a name that only one bears.

    Names of private people find nobody, unless somebody `private` is looked for.
    Raises InputError when none or several fit, and when it was forgotten.
    """
    begun = told.strip().lower()
    if not HEX.fullmatch(begun):
        group = _named(connection, told, private=private)
        return Side(told, group, _spelled(connection, told, group))
    try:
        group = find_group(connection, OF_NAMES, begun)
    except InputError:
        stone = find_tombstone(connection, begun)
        if stone is None:
            raise
        raise InputError(f"{stone}; {stone.trace}", where=told) from None
    return Side(told, group, _member(connection, begun, group))


def _named(connection: Connection, told: str, *, private: bool) -> str:
    query = (
        select(entities.c.id, entities.c.name)
        .join(entity_names, entity_names.c.entity_id == entities.c.id)
        .where(entity_names.c.folded == fold_name(told))
        .where(entities.c.is_private.is_(private))
        .distinct()
        .order_by(entities.c.id)
    )
    rows = connection.execute(query.limit(4)).all()
    if len(rows) == 1:
        return str(rows[0].id)
    if not rows:
        who = "private person" if private else "person or body in a public role"
        reason = f"no {who} of that name is on record; ids are taken too"
        raise InputError(reason, where=told)
    ids = ", ".join(row.id for row in rows)
    raise InputError(f"more than one bears that name: {ids}", where=told)


def _spelled(connection: Connection, told: str, group: str) -> str:
    """The mention of this identity that is spelled so; several: the first by id."""
    rows = all_of(connection, group)
    spelled = [row.id for row in rows if fold_name(row.text) == fold_name(told)]
    return min(spelled, default=group)


def _member(connection: Connection, begun: str, group: str) -> str:
    """The mention that was named by its own or a former id; else the group's first."""
    if group.startswith(begun):
        return group
    own = select(members.c.member).where(
        members.c.kind == OF_NAMES,
        members.c.group_id == group,
        begins(members.c.member, begun),
    )
    found = sorted(connection.execute(own).scalars())
    if found:
        return str(found[0])
    former = select(redirects.c.current).where(
        redirects.c.kind == OF_NAMES, begins(redirects.c.former, begun)
    )
    found = sorted(connection.execute(former).scalars())
    return str(found[0]) if found else group


def anchors_of(connection: Connection, wanted: Iterable[str]) -> list[Anchor]:
    """These mentions with their words, in this order; unknown ones are left out."""
    names = list(dict.fromkeys(wanted))
    query = (
        select(
            mentions.c.id.label("member"),
            pages.c.capture_id,
            mentions.c.page_id,
            captures.c.sha256,
            mentions.c.span,
            mentions.c.text,
        )
        .join_from(mentions, pages, pages.c.id == mentions.c.page_id)
        .join(captures, captures.c.id == pages.c.capture_id)
    )
    rows = rows_among(connection, query, mentions.c.id, names)
    found = {row.member: anchor_of(row) for row in rows}
    return [found[name] for name in names if name in found]


def all_of(connection: Connection, group: str) -> list[Row[Any]]:
    """Every mention of an identity: those of its own name first, then by id."""
    query = (
        select(
            mentions.c.id,
            mentions.c.head,
            mentions.c.text,
            mentions.c.article_id,
            mentions.c.page_id,
            (mentions.c.text != entities.c.name).label("is_other"),
        )
        .join_from(mentions, members, OF_MENTIONS)
        .join(entities, entities.c.id == members.c.group_id)
        .where(members.c.group_id == group)
    )
    rows = connection.execute(query).all()
    return sorted(rows, key=lambda row: (row.is_other, row.id))


def firsts_of(rows: Iterable[Row[Any]]) -> list[str]:
    """One mention for each article that names them: others are held to it anyway."""
    told = list(rows)
    ids = {row.id for row in told}
    return [row.id for row in told if row.head == row.id or row.head not in ids]


def part_leaving(
    connection: Connection, group: str, told: str
) -> tuple[list[str], list[str]]:
    """Which mentions of an identity stay, and which leave with what was named.

    Named is a mention, article or page by the beginning of its id, or a spelling. An
    article's other mentions of the same one go with it. Raises InputError when
    nothing fits, or nothing would stay.
    """
    rows = all_of(connection, group)
    named = [row for row in rows if _is_named(row, told)]
    if not named:
        reason = "is no mention, page or spelling of the one to split"
        raise InputError(reason, where=told)
    heads = {row.head for row in named}
    leaving = [row for row in rows if row.head in heads]
    staying = [row for row in rows if row.head not in heads]
    if not staying:
        raise InputError("is all that there is of it: nothing would stay", where=told)
    return firsts_of(staying), firsts_of(leaving)


def _is_named(row: Row[Any], told: str) -> bool:
    begun = told.strip().lower()
    if HEX.fullmatch(begun):
        ids = (row.id, row.article_id, row.page_id)
        if any(name.startswith(begun) for name in ids):
            return True
    return bool(fold_name(told)) and fold_name(row.text) == fold_name(told)
