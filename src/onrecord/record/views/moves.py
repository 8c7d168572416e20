"""What resolving moved from one story to another: links that no longer stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from onrecord.record.schema import links, members
from onrecord.record.views.articles import load_articles
from onrecord.record.views.links import read_links
from onrecord.record.views.types import StoryMove

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from onrecord.record.store import Record


def list_moves(record: Record) -> tuple[StoryMove, ...]:
    """Articles that were of one story and are of two now, the latest parting first.

    Links of which both sides are still of one story are left out: they only made way
    for others. Stories that became one are told by their former ids, which lead to it.
    """
    parted = (
        links.c.kind == "article",
        links.c.relation == "same",
        links.c.by == "machine",
        links.c.revoked_at.is_not(None),
    )
    with record.reading() as connection:
        home = _stories(connection)
        gone = {
            (view.link.left, view.link.right): view
            for view in read_links(connection, *parted)
            if _are_two(home.get(view.link.left), home.get(view.link.right))
        }
        known = load_articles(connection, {name for pair in gone for name in pair})
    moves = [
        StoryMove(known[left], known[right], view.at, view.revoked_at, view.link.reason)
        for (left, right), view in gone.items()
        if view.revoked_at is not None
    ]
    return tuple(sorted(moves, key=_latest_first, reverse=True))


def _stories(connection: Connection) -> dict[str, str]:
    """The story of every article."""
    query = select(members.c.member, members.c.group_id)
    rows = connection.execute(query.where(members.c.kind == "article"))
    return {row.member: row.group_id for row in rows}


def _are_two(story: str | None, other: str | None) -> bool:
    return story is not None and other is not None and story != other


def _latest_first(move: StoryMove) -> tuple[str, str, str]:
    return move.parted_at.isoformat(), move.left.id, move.right.id
