"""Incidents: the reports of one event, with the figures as each outlet gave them."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from onrecord.record.ledger import toll_of
from onrecord.record.rows import rows_among
from onrecord.record.schema import members, reports
from onrecord.record.text import fold_name
from onrecord.record.views.articles import article_of
from onrecord.record.views.corrections import as_seen
from onrecord.record.views.cut import NO_CUT
from onrecord.record.views.dealings import NO_DEALING
from onrecord.record.views.disputes import disputes_of
from onrecord.record.views.folding import shown
from onrecord.record.views.lookup import find_group
from onrecord.record.views.order import report_key
from onrecord.record.views.reports import load_reports
from onrecord.record.views.types import Cut, DisputeView, IncidentQuery, IncidentView

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Sequence

    from sqlalchemy import ColumnElement, Connection

    from onrecord.record.store import Record
    from onrecord.record.views.folding import Shown
    from onrecord.record.views.types import ReportView

LIMIT = 50
WORDS_ASKED = 16  # of a place: more than any place has
EVERY = IncidentQuery()
OF_INCIDENTS = members.c.kind == "report"


def list_incidents(
    record: Record,
    query: IncidentQuery = EVERY,
    *,
    limit: int = LIMIT,
    cut: Cut = NO_CUT,
) -> tuple[IncidentView, ...]:
    """Incidents with a report that fits the query, the newest first, undated last."""
    day = func.max(reports.c.date_start)
    found = (
        select(members.c.group_id)
        .join(reports, reports.c.id == members.c.member)
        .where(OF_INCIDENTS, *_conditions(query))
        .group_by(members.c.group_id)
        .order_by(day.is_(None), day.desc(), func.count().desc(), members.c.group_id)
        .limit(limit)
    )
    with record.reading() as connection:
        seen = shown(connection, cut)
        found = found.where(*seen.conditions(reports.c.article_id))
        ids = list(connection.execute(found).scalars())
        return load_incidents(connection, ids, seen)


def read_incident(
    record: Record, incident: str, *, cut: Cut = NO_CUT
) -> IncidentView | None:
    """The incident whose id begins so; None when the cut hides all of it.

    Raises InputError when no incident, or more than one, begins so.
    """
    with record.reading() as connection:
        name = find_group(connection, "report", incident)
        seen = shown(connection, cut)
        return next(iter(load_incidents(connection, [name], seen)), None)


def read_incidents(
    record: Record, incidents: Iterable[str], *, cut: Cut = NO_CUT, whole: bool = False
) -> tuple[IncidentView, ...]:
    """These incidents, by whole ids, in the order given; unknown ones are left out.

    `whole`: with the reports of every capture, those that repeat a text, too.
    """
    with record.reading() as connection:
        seen = shown(connection, cut, whole=whole)
        return load_incidents(connection, incidents, seen)


def _conditions(query: IncidentQuery) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if query.place is not None:
        words = fold_name(query.place).split()[:WORDS_ASKED]
        conditions += [
            reports.c.place_folded.contains(word, autoescape=True) for word in words
        ]
    if query.since is not None:
        conditions.append(reports.c.date_end >= query.since)
    if query.until is not None:
        conditions.append(reports.c.date_start <= query.until)
    if query.event_type is not None:
        named = func.lower(reports.c.event_type)
        conditions.append(named == query.event_type.lower())
    else:  # what actors did to each other is asked for by its type, or of an actor
        conditions.append(NO_DEALING)
    return conditions


def load_incidents(
    connection: Connection, incidents: Iterable[str], seen: Shown
) -> tuple[IncidentView, ...]:
    """These incidents as far as they are shown, in the order given."""
    wanted = list(incidents)
    query = select(members.c.member).where(OF_INCIDENTS)
    ids = [
        row.member for row in rows_among(connection, query, members.c.group_id, wanted)
    ]
    views: dict[str, list[ReportView]] = defaultdict(list)
    for view in load_reports(connection, ids).values():
        views[view.incident].append(as_seen(view, seen.cut))
    told = {name: seen.among(views[name], article_of) for name in wanted}
    figures = (
        item.id for some in views.values() for view in some for item in view.figures
    )
    disputes: dict[str, list[DisputeView]] = defaultdict(list)
    for dispute in disputes_of(connection, figures, seen):
        for incident in {dispute.left.incident, dispute.right.incident}:
            disputes[str(incident)].append(dispute)
    return tuple(
        _incident(name, sorted(told[name], key=report_key), disputes[name])
        for name in wanted
        if told[name]
    )


def _incident(
    name: str, told: Sequence[ReportView], disputes: Sequence[DisputeView]
) -> IncidentView:
    usual = _usual(told, lambda view: (view.event_type, view.sub_event_type))
    placed = _usual(
        told, lambda view: view.place and (view.place.name or view.place.text)
    )
    return IncidentView(
        id=name,
        event_type=usual.event_type,
        sub_event_type=usual.sub_event_type,
        detail=_usual(told, lambda view: view.detail).detail,
        place=placed.place,
        date=_usual(told, lambda view: view.date).date,
        status=_usual(told, lambda view: view.status).status,
        reports=tuple(told),
        killed=toll_of(told, "killed"),
        injured=toll_of(told, "injured"),
        disputes=tuple(disputes),
    )


def _usual(
    told: Sequence[ReportView], what: Callable[[ReportView], Hashable]
) -> ReportView:
    """The first report that says what most of those say that say it at all."""
    counts = Counter(what(view) for view in told)
    silent = counts.pop(None, 0)
    if silent == len(told):
        return told[0]
    return max(told, key=lambda view: counts[what(view)])
