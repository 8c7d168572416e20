"""Two names of one identity that are not the same: which others go with each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from onrecord.model import Link, groups_decided, make_link
from onrecord.record.decisions.sides import all_of, firsts_of
from onrecord.record.rows import query_of, rows_among, value_of
from onrecord.record.schema import links

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Connection, Row

    from onrecord.record.decisions.held import Holding
    from onrecord.record.decisions.sides import Side


def sides_within(
    connection: Connection, holding: Holding, left: Side, right: Side
) -> tuple[list[str], list[str]]:
    """The mentions that go with each of two names of one identity.

    Where people joined them, each side is all that it was without those decisions.
    Where the machine did, nobody knows of the others: each side is the name alone.
    """
    rows = all_of(connection, left.group)
    ids = [row.id for row in rows]
    joined = {item.id for item in holding.decisions if item.verb == "same"}
    decided = [
        link
        for name, told in holding.links.items()
        if name not in joined
        for link in told
    ]
    group = groups_decided(ids, _machine_links(connection, rows), decided)
    if group[left.member] == group[right.member]:
        return [left.member], [right.member]
    first, second = (
        firsts_of(row for row in rows if group[row.id] == group[side.member])
        for side in (left, right)
    )
    return first, second


def _machine_links(connection: Connection, rows: Sequence[Row[Any]]) -> list[Link]:
    """What the machine holds these mentions together by, heads of articles among it."""
    ids = {row.id for row in rows}
    query = query_of(Link).where(
        links.c.kind == "mention",
        links.c.relation == "same",
        links.c.judgement == "yes",
        links.c.revoked_at.is_(None),
        links.c.decision.is_(None),
    )
    found = rows_among(connection, query, links.c.left, ids)
    return [value_of(Link, row) for row in found] + list(_to_heads(rows))


def _to_heads(rows: Iterable[Row[Any]]) -> Iterable[Link]:
    for row in rows:
        if row.head != row.id:
            yield make_link("mention", row.id, row.head, "same", "yes", 1.0, "head")
