"""Storing what resolving found: judgements appended, groups derived anew."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar, get_args

from sqlalchemy import bindparam, select, update

from onrecord.model import Dispute, Link, LinkKind, groups_decided
from onrecord.record import schema
from onrecord.record.decisions import read_decided, read_ever_released, save_decided
from onrecord.record.grouping import groups_of_mentions, rename_entities
from onrecord.record.rows import (
    TABLES,
    Fields,
    fields_of,
    insert_rows,
    query_of,
    rows_among,
    value_of,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import datetime

    from sqlalchemy import ColumnElement, Connection

    from onrecord.model import Run

Judged = TypeVar("Judged", Link, Dispute)
Groups = dict[str, str]
KINDS: tuple[LinkKind, ...] = get_args(LinkKind)


def save_links(
    connection: Connection,
    links: Iterable[Link],
    run: Run,
    at: datetime,
    kinds: Collection[LinkKind] = KINDS,
) -> None:
    """Append new links; revoke the machine's own of these kinds not judged so now."""
    of_kinds = schema.links.c.kind.in_(kinds)
    _replace(connection, Link, links, {"run": run.id, "at": at}, of_kinds)


def save_disputes(
    connection: Connection, disputes: Iterable[Dispute], run: Run, at: datetime
) -> None:
    """Append new disputes; revoke those that resolving no longer finds.

    A dispute that a page shows by its own words stays whatever resolving says.
    """
    table = schema.disputes
    by_page = select(table.c.id).where(table.c.shown_by == "page")
    shown = set(connection.execute(by_page).scalars())
    found = [dispute for dispute in disputes if dispute.id not in shown]
    made: Fields = {"run": run.id, "at": at, "shown_by": "resolution"}
    _replace(connection, Dispute, found, made, table.c.shown_by == "resolution")


def _replace(
    connection: Connection,
    kind: type[Judged],
    found: Iterable[Judged],
    made: Fields,
    among: ColumnElement[bool],
) -> None:
    table = TABLES[kind]
    query = query_of(kind, table.c.number).where(
        table.c.revoked_at.is_(None), table.c.by == "machine", among
    )
    standing = {value_of(kind, row): row.number for row in connection.execute(query)}
    judged = {item.id: item for item in found}
    kept = set(judged.values())
    gone = [number for item, number in standing.items() if item not in kept]
    if gone:
        revoke = update(table).where(table.c.number == bindparam("gone"))
        revoke = revoke.values(revoked_at=made["at"])
        connection.execute(revoke, [{"gone": number} for number in gone])
    new = [item for item in judged.values() if item not in standing]
    rows = [fields_of(item) | made | {"by": "machine"} for item in new]
    insert_rows(connection, table, rows)


def derive_groups(connection: Connection, at: datetime) -> None:
    """Group everything by the links that stand now; former group ids redirect.

    Everything counts as resolved then.
    """
    for kind in KINDS:
        derive_groups_of(connection, kind, at)
        of_kind = schema.members.c.kind == kind
        marked = update(schema.members).where(of_kind, schema.UNRESOLVED)
        connection.execute(marked.values(is_resolved=True))


def derive_groups_of(connection: Connection, kind: LinkKind, at: datetime) -> None:
    """Group what is of this kind by the links that stand and by what people decided."""
    standing = read_standing_links(connection, kind)
    decided = read_decided(connection, kind)
    before = read_groups(connection, kind)
    if kind == "mention":
        after = groups_of_mentions(read_heads(connection), standing, decided)
    else:
        after = groups_decided(before, standing, decided)
    _save_groups(connection, kind, before, after, at)


def apply_decisions(connection: Connection, run: Run, at: datetime) -> None:
    """Make the judgements of people those of their log, and the groups with them.

    Names are grouped at once; what rests on names is left to resolving. Those who
    were released, or are not any more, are named anew.
    """
    save_decided(connection, run, at)
    derive_groups_of(connection, "mention", at)
    name_released(connection)


def name_released(connection: Connection) -> None:
    """Name anew whom somebody released, or released no more."""
    rename(connection, read_ever_released(connection))


def rename(connection: Connection, ids: Iterable[str]) -> None:
    """Name anew the entities of these mentions."""
    rename_entities(connection, _groups_among(connection, ids))


def _groups_among(connection: Connection, ids: Iterable[str]) -> set[str]:
    table = schema.members
    query = select(table.c.group_id).where(table.c.kind == "mention")
    return {row.group_id for row in rows_among(connection, query, table.c.member, ids)}


def has_unresolved(connection: Connection) -> bool:
    """Whether something on record has not been through resolving yet."""
    query = select(schema.members.c.member).where(schema.UNRESOLVED).limit(1)
    return connection.execute(query).first() is not None


def read_groups(connection: Connection, kind: LinkKind) -> Groups:
    """The group of every member of this kind."""
    table = schema.members
    query = select(table.c.member, table.c.group_id).where(table.c.kind == kind)
    return {row.member: row.group_id for row in connection.execute(query)}


def read_redirects(connection: Connection, kind: LinkKind) -> Groups:
    """Where each former group id of this kind leads today.

    The id of a member leads to that member's group, wherever it went since.
    """
    former = schema.redirects
    query = select(former.c.former, former.c.current).where(former.c.kind == kind)
    groups = read_groups(connection, kind)
    found: Groups = {}
    for row in connection.execute(query):
        own = groups.get(row.former, row.former)
        now = own if own != row.former else groups.get(row.current)
        if now is not None:
            found[row.former] = now
    return found


def read_standing_links(connection: Connection, kind: LinkKind) -> list[Link]:
    """The links of this kind that join members, and were not revoked.

    Those that rest on decisions are left out: the log of decisions says them.
    """
    table = schema.links
    query = query_of(Link).where(
        table.c.kind == kind,
        table.c.decision.is_(None),
        table.c.relation == "same",
        table.c.judgement == "yes",
        table.c.revoked_at.is_(None),
    )
    return [value_of(Link, row) for row in connection.execute(query)]


def read_heads(connection: Connection) -> Groups:
    """For every mention the fullest one of the same name in its article."""
    query = select(schema.mentions.c.id, schema.mentions.c.head)
    return {row.id: row.head for row in connection.execute(query)}


def _save_groups(
    connection: Connection,
    kind: LinkKind,
    before: Groups,
    after: Groups,
    at: datetime,
) -> None:
    moved = {item: after[item] for item in before if before[item] != after[item]}
    _redirect(connection, kind, before, moved, at)
    table = schema.members
    if moved:
        move = update(table).where(
            table.c.kind == kind, table.c.member == bindparam("moved")
        )
        rows = [{"moved": item, "group_id": group} for item, group in moved.items()]
        connection.execute(move.values(group_id=bindparam("group_id")), rows)
    if kind == "mention":
        rename_entities(connection, {*moved.values(), *(before[m] for m in moved)})


def _redirect(
    connection: Connection, kind: LinkKind, before: Groups, moved: Groups, at: datetime
) -> None:
    """Remember where groups went whose id someone may have written down."""
    former = {item: group for item, group in moved.items() if before[item] == item}
    table = schema.members
    resolved = select(table.c.member).where(
        table.c.kind == kind, table.c.is_resolved, table.c.member == table.c.group_id
    )
    known = set(connection.execute(resolved).scalars())
    told = select(schema.redirects.c.former).where(schema.redirects.c.kind == kind)
    known -= set(connection.execute(told).scalars())
    rows: list[Fields] = [
        {"kind": kind, "former": item, "current": group, "at": at}
        for item, group in former.items()
        if item in known
    ]
    insert_rows(connection, schema.redirects, rows)
