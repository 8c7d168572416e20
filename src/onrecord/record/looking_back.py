"""Names as people had decided by a time: who was one with whom, and who was private.

Nothing on record changes. Copies of the derived tables stand in their place on one
connection, less what was decided since, and are derived anew there.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy import delete, func, or_, select, update

from onrecord.record import resolution
from onrecord.record.decisions import read_ever_released, save_decided
from onrecord.record.schema import (
    decisions,
    entities,
    entity_names,
    links,
    members,
    mentions,
    pages,
    redirects,
)
from onrecord.record.sqlite import copies
from onrecord.record.told import read_latest_run

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from sqlalchemy import Connection

DERIVED = (decisions, links, members, redirects, entities, entity_names)


@contextmanager
def looking_back(connection: Connection, moment: datetime) -> Iterator[None]:
    """In this block names stand as they did then, to whoever reads the connection.

    Decisions and undos made later do not count. The machine's judgements are those
    that stood before the first of them; of pages added since they are those of today.
    """
    later = _first_after(connection, moment)
    run = read_latest_run(connection)
    if later is None or run is None:
        yield
        return
    released = read_ever_released(connection)
    with copies(connection, DERIVED):
        connection.execute(delete(decisions).where(decisions.c.at > moment))
        _restore_links(connection, later)
        save_decided(connection, run, moment)
        resolution.derive_groups_of(connection, "mention", moment)
        resolution.rename(connection, released)
        yield


def _first_after(connection: Connection, moment: datetime) -> datetime | None:
    """When somebody decided first after this; None: nobody did."""
    found = select(func.min(decisions.c.at)).where(decisions.c.at > moment)
    return connection.execute(found).scalar()


def _restore_links(connection: Connection, later: datetime) -> None:
    """The judgements about names as they stood before this time."""
    fresh = select(mentions.c.id).join(pages, pages.c.id == mentions.c.page_id)
    fresh = fresh.where(pages.c.added_at >= later)
    about_old = ~or_(links.c.left.in_(fresh), links.c.right.in_(fresh))
    wanted = links.c.kind == "mention", about_old
    connection.execute(delete(links).where(*wanted, links.c.at >= later))
    gone_since = links.c.revoked_at >= later
    standing = update(links).where(*wanted, gone_since).values(revoked_at=None)
    connection.execute(standing)
