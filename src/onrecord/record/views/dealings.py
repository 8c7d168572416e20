"""Whom an entity dealt with: the reports that name it as one of two sides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from onrecord.record.schema import mentions, reports
from onrecord.record.views.articles import article_of
from onrecord.record.views.order import dealing_key
from onrecord.record.views.reports import load_reports

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy import Connection, Subquery

    from onrecord.model import Party
    from onrecord.record.views.folding import Shown
    from onrecord.record.views.types import ReportView

# Arrests and looting are incidents, told with their figures elsewhere.
DEALT = ("Dealing", "Strategic developments")
NO_DEALING = reports.c.event_type != "Dealing"
NOT_DEALT = frozenset({"Arrests", "Looting/property destruction"})


def dealings_of(
    connection: Connection, mine: Subquery, look: Shown
) -> tuple[ReportView, ...]:
    """The dealings in which one of these mentions is a side, in order of time.

    By the day of the deed, else of the article. `mine` has the mentions' ids.
    """
    own = set(connection.execute(select(mine.c.member)).scalars())
    named = (
        select(mentions.c.article_id).join(mine, mine.c.member == mentions.c.id)
    ).distinct()
    query = select(reports.c.id, reports.c.actors, reports.c.recipients).where(
        reports.c.event_type.in_(DEALT), reports.c.article_id.in_(named)
    )
    ids = [
        row.id
        for row in connection.execute(query)
        if _is_side((*row.actors, *row.recipients), own)
    ]
    views = look.among(load_reports(connection, ids).values(), article_of)
    told = (view for view in views if view.sub_event_type not in NOT_DEALT)
    return tuple(sorted(told, key=dealing_key))


def _is_side(parties: Collection[Party], own: Collection[str]) -> bool:
    """Whether one of the sides is meant, and there is another."""
    sides = [party.mention in own for party in parties]
    return any(sides) and not all(sides)
