"""Proving the log of decisions by the custody log."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import or_, select

from onrecord.errors import RecordError
from onrecord.record.chain import Problem
from onrecord.record.decisions.log import anchor_of, entry_of, hash_of, seal_of
from onrecord.record.schema import FORGOTTEN, anchors, custody, decisions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection, Row

EVENT = or_(custody.c.event == "decided", custody.c.event == "undone")
FOR_GOOD = "is gone, and nothing is ever taken from the log of decisions"


def check_decisions(connection: Connection) -> Iterator[Problem]:
    """Decisions that are not as the custody log sealed them, or gone, or slipped in.

    Words of an anchor are gone only when their capture was forgotten.
    """
    query = select(custody.c.seq, custody.c.sha256, custody.c.where).where(EVENT)
    logged = {row.seq: row for row in connection.execute(query)}
    forgotten = set(
        connection.execute(select(custody.c.capture_id).where(FORGOTTEN)).scalars()
    )
    names = connection.execute(select(decisions.c.number, decisions.c.id)).all()
    for number, name in names:
        where = f"decision {name}"
        line = logged.pop(number, None)
        if line is None or line.where != name:
            yield Problem("the custody log does not know it", where)
            continue
        try:
            row = connection.execute(
                select(decisions).where(decisions.c.number == number)
            ).one()
            is_whole = hash_of(entry_of(row)) == line.sha256
        except (RecordError, ValueError) as error:
            yield Problem(str(error), where)
            continue
        if is_whole:
            yield from _anchors(connection, row, forgotten)
        else:
            yield Problem("was changed after it was decided", where)
    for line in logged.values():
        yield Problem(FOR_GOOD, f"decision {line.where}")


def _anchors(
    connection: Connection, decision: Row[Any], forgotten: set[str]
) -> Iterator[Problem]:
    where = f"decision {decision.id}"
    query = select(anchors).where(anchors.c.decision == decision.id)
    rows = {row.place: row for row in connection.execute(query)}
    for place, (capture, seal) in enumerate((*decision.left, *decision.right)):
        row = rows.pop(place, None)
        if row is None:
            if capture not in forgotten:
                yield Problem("a name that it is about is gone", where)
        elif seal_of(anchor_of(row), row.salt) != seal:
            yield Problem("a name that it is about was changed", where)
    if rows:
        yield Problem("a name was slipped under it", where)
