"""One page into the record: everything found in it, in one transaction."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select, update

from onrecord.model import (
    Article,
    Capture,
    Correction,
    Figure,
    Mention,
    PageId,
    Report,
    Statement,
    address_of,
)
from onrecord.record import schema
from onrecord.record.custody import log_capture
from onrecord.record.days import earliest_day
from onrecord.record.grouping import start_groups
from onrecord.record.indexing import index_findings
from onrecord.record.rows import (
    TABLES,
    Fields,
    fields_of,
    insert_rows,
    query_of,
    value_of,
)
from onrecord.record.text import fold_name
from onrecord.record.tombstones import refuse_forgotten

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from sqlalchemy import Connection

    from onrecord.model import CaptureId, Dispute, Findings, Run

Found = Article | Mention | Statement | Report | Figure | Correction


@dataclass(frozen=True, slots=True)
class Added:
    """What adding did.

    `is_new`: the page was not on record. `is_new_sighting`: its bytes were, from the
    same place, and the custody log says that they came again.
    """

    page_id: PageId
    is_new: bool
    is_new_sighting: bool


def add_findings(
    connection: Connection, findings: Findings, run: Run, added_at: datetime
) -> Added:
    """Store what is not yet on record; the caller holds the writer's lock."""
    reading = findings.reading
    was_known = find_capture(connection, reading.capture.id) is not None
    if was_known:
        log_sighting(connection, reading.capture, added_at)
    else:
        refuse_forgotten(connection, reading.capture)
        place = {"address": address_of(reading.capture.where)}
        row = fields_of(reading.capture) | place | {"data": reading.data}
        insert_rows(connection, schema.captures, [row])
        log_capture(connection, reading.capture, "added", added_at)
    is_new = not _has_page(connection, reading.page.id)
    if is_new:
        add_run(connection, run)
        _add_page(connection, findings, run, added_at)
    return Added(reading.page.id, is_new, is_new_sighting=was_known)


def find_capture(connection: Connection, capture: CaptureId) -> Capture | None:
    """The capture of this id; None when it is not on record."""
    query = query_of(Capture).where(schema.captures.c.id == capture)
    row = connection.execute(query).first()
    return value_of(Capture, row) if row else None


def log_sighting(connection: Connection, capture: Capture, at: datetime) -> None:
    """Write down that a known capture came again, with the time given this time.

    A capture time that nobody gave before is the capture's from now on.
    """
    log_capture(connection, capture, "sighting", at)
    if capture.captured_at is not None:
        table = schema.captures
        still_open = (table.c.id == capture.id) & table.c.captured_at.is_(None)
        given = update(table).where(still_open).values(captured_at=capture.captured_at)
        connection.execute(given)


def _has_page(connection: Connection, page: PageId) -> bool:
    query = select(schema.pages.c.id).where(schema.pages.c.id == page)
    return connection.execute(query).first() is not None


def add_run(connection: Connection, run: Run) -> None:
    """Store the run's versions, once."""
    query = select(schema.runs.c.id).where(schema.runs.c.id == run.id)
    if connection.execute(query).first() is None:
        insert_rows(connection, schema.runs, [fields_of(run)])


def _add_page(
    connection: Connection, findings: Findings, run: Run, added_at: datetime
) -> None:
    about: Fields = {
        "run": run.id,
        "added_at": added_at,
        "is_language_supported": findings.is_language_supported,
    }
    row = fields_of(findings.reading.page) | about
    insert_rows(connection, schema.pages, [row])
    for values in (
        findings.articles,
        findings.mentions,
        findings.statements,
        findings.reports,
        findings.figures,
        findings.corrections,
    ):
        _insert_found(connection, values, run)
    _insert_disputes(connection, findings.disputes, run, added_at)
    start_groups(connection, findings)
    index_findings(connection, findings)


def _insert_found(connection: Connection, values: Sequence[Found], run: Run) -> None:
    """Insert findings of one type; the same one found twice is one."""
    if not values:
        return
    made: Fields = {"run": run.id, "by": "machine"}
    distinct = {value.id: value for value in values}.values()
    rows = [fields_of(value) | made | _looked_up(value) for value in distinct]
    insert_rows(connection, TABLES[type(values[0])], rows)


def _looked_up(value: Found) -> Fields:
    """What queries need beside the value's own fields."""
    if isinstance(value, Article):
        return {"published_day": earliest_day(value.published)}
    if isinstance(value, Report):
        place, day = value.place, value.date
        names = f"{place.text} {place.name or ''}" if place else None
        return {
            "date_start": day.start if day else None,
            "date_end": day.end if day else None,
            "place_folded": fold_name(names) if names else None,
        }
    return {}


def _insert_disputes(
    connection: Connection, disputes: Sequence[Dispute], run: Run, at: datetime
) -> None:
    made: Fields = {"run": run.id, "by": "machine", "shown_by": "page", "at": at}
    distinct = {dispute.id: dispute for dispute in disputes}.values()
    insert_rows(
        connection, schema.disputes, [fields_of(item) | made for item in distinct]
    )
