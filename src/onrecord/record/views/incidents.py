"""Incidents: the reports of one event, with the figures as each outlet gave them."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from onrecord.model import is_doubtful_date
from onrecord.record.ledger import figure_revisions, ledger_lines, toll_of
from onrecord.record.ledger.lines import EFFECTS
from onrecord.record.rows import rows_among
from onrecord.record.schema import figures, members, reports
from onrecord.record.text import fold_name
from onrecord.record.views.articles import article_of
from onrecord.record.views.corrections import as_seen
from onrecord.record.views.cut import NO_CUT, looking
from onrecord.record.views.dealings import NO_DEALING
from onrecord.record.views.disputes import disputes_of
from onrecord.record.views.folding import shown
from onrecord.record.views.lookup import find_group
from onrecord.record.views.order import report_key
from onrecord.record.views.reports import load_reports
from onrecord.record.views.types import Cut, DisputeView, IncidentQuery, IncidentView

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence

    from sqlalchemy import ColumnElement, Connection

    from onrecord.model import DateRange, RuleName
    from onrecord.record.store import Record
    from onrecord.record.views.folding import Shown
    from onrecord.record.views.types import ReportView

LIMIT = 50
BATCH = 200  # incidents opened at once: few are asked for, and any may be left out
WORDS_ASKED = 16  # of a place: more than any place has
EVERY = IncidentQuery()
OF_INCIDENTS = members.c.kind == "report"


def list_incidents(
    record: Record,
    query: IncidentQuery = EVERY,
    *,
    limit: int = LIMIT,
    cut: Cut = NO_CUT,
    rule: RuleName = "range",
) -> tuple[IncidentView, ...]:
    """Incidents with a report that fits the query, the newest first, undated last."""
    day = func.max(reports.c.date_start)
    found = (
        select(members.c.group_id)
        .join(reports, reports.c.id == members.c.member)
        .where(OF_INCIDENTS, *_conditions(query))
        .group_by(members.c.group_id)
        .order_by(day.is_(None), day.desc(), func.count().desc(), members.c.group_id)
    )
    with looking(record, cut) as connection:
        seen = shown(connection, cut)
        found = found.where(*seen.conditions(reports.c.article_id))
        if query.min_killed is None:
            found = found.limit(limit)
        ids = list(connection.execute(found).scalars())
        kept = _with_killed(
            _loaded(connection, ids, seen, rule, min(limit, BATCH)), query.min_killed
        )
        return tuple(islice(kept, limit))


def _loaded(
    connection: Connection, ids: Sequence[str], seen: Shown, rule: RuleName, size: int
) -> Iterator[IncidentView]:
    """The incidents one by one, so many opened at once."""
    for start in range(0, len(ids), size):
        yield from load_incidents(connection, ids[start : start + size], seen, rule)


def _with_killed(
    found: Iterable[IncidentView], least: int | None
) -> Iterator[IncidentView]:
    for incident in found:
        killed = incident.killed.least if incident.killed else None
        if least is None or (killed is not None and killed >= least):
            yield incident


def read_incident(
    record: Record, incident: str, *, cut: Cut = NO_CUT, rule: RuleName = "range"
) -> IncidentView | None:
    """The incident whose id begins so; None when the cut hides all of it.

    Raises InputError when no incident, or more than one, begins so.
    """
    with looking(record, cut) as connection:
        name = find_group(connection, "report", incident)
        seen = shown(connection, cut)
        return next(iter(load_incidents(connection, [name], seen, rule)), None)


def read_incidents(
    record: Record,
    incidents: Iterable[str],
    *,
    cut: Cut = NO_CUT,
    whole: bool = False,
    rule: RuleName = "range",
) -> tuple[IncidentView, ...]:
    """These incidents, by whole ids, in the order given; unknown ones are left out.

    `whole`: with the reports of every capture, those that repeat a text, too.
    """
    with looking(record, cut) as connection:
        seen = shown(connection, cut, whole=whole)
        return load_incidents(connection, incidents, seen, rule)


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
    if query.min_killed is not None:
        # No rule makes a number up: one of the figures has to give as many.
        number = func.coalesce(figures.c.low, figures.c.high)
        told = select(figures.c.report_id).where(
            figures.c.effect == "killed", number >= query.min_killed
        )
        grave = select(members.c.group_id).where(
            OF_INCIDENTS, members.c.member.in_(told)
        )
        conditions.append(members.c.group_id.in_(grave))
    return conditions


def load_incidents(
    connection: Connection,
    incidents: Iterable[str],
    seen: Shown,
    rule: RuleName = "range",
) -> tuple[IncidentView, ...]:
    """These incidents as far as they are shown, in the order given."""
    wanted = list(incidents)
    query = select(members.c.member).where(OF_INCIDENTS)
    ids = [
        row.member for row in rows_among(connection, query, members.c.group_id, wanted)
    ]
    views: dict[str, list[ReportView]] = defaultdict(list)
    for view in load_reports(connection, ids).values():
        again = seen.again.get(view.article.id)
        views[view.incident].append(
            replace(as_seen(view, seen.cut), captured_again=again)
        )
    told = {name: seen.among(views[name], article_of) for name in wanted}
    disputes = _disputes(connection, views, seen)
    return tuple(
        _incident(name, sorted(told[name], key=report_key), disputes[name], rule)
        for name in wanted
        if told[name]
    )


def _disputes(
    connection: Connection, views: dict[str, list[ReportView]], seen: Shown
) -> dict[str, list[DisputeView]]:
    """For each incident the disputes that one of its figures is a side of."""
    told = (
        item.id for some in views.values() for view in some for item in view.figures
    )
    found: dict[str, list[DisputeView]] = defaultdict(list)
    for dispute in disputes_of(connection, told, seen):
        for incident in {dispute.left.incident, dispute.right.incident}:
            found[str(incident)].append(dispute)
    return found


def _incident(
    name: str,
    told: Sequence[ReportView],
    disputes: Sequence[DisputeView],
    rule: RuleName,
) -> IncidentView:
    usual = _usual(told, lambda view: (view.event_type, view.sub_event_type))
    placed = _usual(
        told, lambda view: view.place and (view.place.name or view.place.text)
    )
    date = _usual(told, lambda view: view.date).date
    derived = [toll_of(told, effect, rule) for effect in EFFECTS]
    tolls = {toll.effect: toll for toll in derived if toll is not None}
    return IncidentView(
        id=name,
        event_type=usual.event_type,
        sub_event_type=usual.sub_event_type,
        detail=_usual(told, lambda view: view.detail).detail,
        place=placed.place,
        date=date,
        status=_usual(told, lambda view: view.status).status,
        reports=tuple(told),
        killed=tolls.get("killed"),
        injured=tolls.get("injured"),
        disputes=tuple(disputes),
        tolls=tuple(tolls.values()),
        ledger=ledger_lines(told),
        revisions=figure_revisions(told),
        is_date_doubtful=_is_doubtful(told, date),
    )


def _is_doubtful(told: Sequence[ReportView], date: DateRange | None) -> bool:
    """Whether it is no likely date, or all that give it count from no likely day."""
    giving = [view for view in told if date is not None and view.date == date]
    return is_doubtful_date(date) or (
        bool(giving)
        and all(any(doubt.about == "date" for doubt in view.doubts) for view in giving)
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
