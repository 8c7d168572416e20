"""Judgements with their history."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from onrecord.model import Link
from onrecord.record.rows import STREAM, query_of, value_of
from onrecord.record.schema import decisions, links
from onrecord.record.views.types import LinkView

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import ColumnElement, Connection


def read_links(
    connection: Connection, *conditions: ColumnElement[Any]
) -> Iterator[LinkView]:
    """Every judgement under these conditions, revoked ones too, oldest first."""
    who = decisions.c.by.label("decided_by")
    more = (links.c.at, links.c.revoked_at, links.c.by, links.c.run, links.c.decision)
    query = query_of(Link, *more, who).order_by(links.c.number)
    query = query.outerjoin(decisions, decisions.c.id == links.c.decision)
    query = query.where(*conditions)
    for row in connection.execute(query.execution_options(yield_per=STREAM)):
        yield LinkView(
            value_of(Link, row),
            row.at,
            row.revoked_at,
            by=row.by,
            run=row.run,
            decision=row.decision,
            decided_by=row.decided_by,
        )
