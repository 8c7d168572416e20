"""Groups after some of their members were forgotten."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, delete, select, update

from onrecord.model import groups_decided
from onrecord.record.decisions import read_decided
from onrecord.record.grouping import groups_of_mentions, rename_entities
from onrecord.record.resolution import Groups, read_heads, read_standing_links
from onrecord.record.rows import chunks_of, insert_rows, rows_among
from onrecord.record.schema import members, redirects

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import datetime

    from sqlalchemy import Connection

    from onrecord.model import LinkKind


def regroup_without(
    connection: Connection, kind: LinkKind, gone: Collection[str], at: datetime
) -> None:
    """Take these members out of their groups; what is left groups by what is left.

    The findings themselves and the links that hold them are deleted already. Ids of
    groups lead to what is left of them, and nowhere when nothing is.
    """
    before = _groups_with(connection, kind, gone)
    left = {member: group for member, group in before.items() if member not in gone}
    for chunk in chunks_of(sorted(gone)):
        connection.execute(
            delete(members).where(members.c.kind == kind, members.c.member.in_(chunk))
        )
    after = _grouped(connection, kind, left)
    if after:
        of_moved = members.c.member == bindparam("moved")
        move = update(members).where(members.c.kind == kind, of_moved)
        rows = [{"moved": item, "now": group} for item, group in after.items()]
        connection.execute(move.values(group_id=bindparam("now")), rows)
    _redirect(connection, kind, {item: before[item] for item in gone}, left, at)
    if kind == "mention":
        rename_entities(connection, {*before.values(), *after.values()})


def _groups_with(
    connection: Connection, kind: LinkKind, gone: Collection[str]
) -> Groups:
    """Every member of the groups that these are members of, with its group."""
    query = select(members.c.member, members.c.group_id).where(members.c.kind == kind)
    groups = {
        row.group_id for row in rows_among(connection, query, members.c.member, gone)
    }
    rows = rows_among(connection, query, members.c.group_id, groups)
    return {row.member: row.group_id for row in rows}


def _grouped(connection: Connection, kind: LinkKind, left: Collection[str]) -> Groups:
    """The groups of these members by the links that stand."""
    if not left:
        return {}
    links = read_standing_links(connection, kind)
    decided = read_decided(connection, kind)
    if kind != "mention":
        return groups_decided(left, links, decided)
    heads = read_heads(connection)
    kept = {item: heads[item] for item in left}
    return groups_of_mentions(kept, links, decided)


def _redirect(
    connection: Connection,
    kind: LinkKind,
    gone: Mapping[str, str],
    left: Mapping[str, str],
    at: datetime,
) -> None:
    """Turn what leads to a member that is gone to the smallest left of its group.

    A group whose id was that of a member that is gone leads there, too.
    """
    heir = {group: item for item, group in sorted(left.items(), reverse=True)}
    query = select(redirects).where(redirects.c.kind == kind)
    rows = list(rows_among(connection, query, redirects.c.current, gone))
    turned = {row.former: heir.get(gone[row.current]) for row in rows}
    turned |= {group: heir.get(group) for group in gone.values() if group in gone}
    for chunk in chunks_of(sorted(turned)):
        of_kind = redirects.c.kind == kind
        connection.execute(
            delete(redirects).where(of_kind, redirects.c.former.in_(chunk))
        )
    insert_rows(
        connection,
        redirects,
        [
            {"kind": kind, "former": former, "current": current, "at": at}
            for former, current in turned.items()
            if current is not None
        ],
    )
