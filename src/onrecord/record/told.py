"""By which versions the names on record were told: code, models, tables of actors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import delete, select

from onrecord.model import Run
from onrecord.record.rows import insert_rows, query_of, value_of
from onrecord.record.schema import about, links, pages, runs

if TYPE_CHECKING:
    from sqlalchemy import Connection

TOLD_BY = "told by"  # whose value is the run that judged names last


def note_run(connection: Connection, run: Run) -> None:
    """Write down that this run judged the names on record."""
    connection.execute(delete(about).where(about.c.name == TOLD_BY))
    insert_rows(connection, about, [{"name": TOLD_BY, "value": run.id}])


def read_latest_run(connection: Connection) -> Run | None:
    """The run that judged names last; None while nothing is on record.

    Where nothing says so it is the run of the newest judgement of the machine that
    stands, else of the newest page.
    """
    noted = select(about.c.value).where(about.c.name == TOLD_BY)
    judged = (
        select(links.c.run)
        .where(links.c.by == "machine", links.c.revoked_at.is_(None))
        .order_by(links.c.number.desc())
    )
    added = select(pages.c.run).order_by(pages.c.added_at.desc(), pages.c.id)
    for query in (noted, judged, added):
        name = connection.execute(query.limit(1)).scalar()
        row = connection.execute(query_of(Run).where(runs.c.id == name)).first()
        if row is not None:
            return value_of(Run, row)
    return None
