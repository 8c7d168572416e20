"""A record as JSON lines: one object a line, every kind of row."""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from onrecord.codec import to_json
from onrecord.export.build import (
    article_row,
    correction_row,
    decision_row,
    dispute_row,
    link_row,
    mention_row,
    page_row,
    run_row,
    statement_row,
)
from onrecord.export.gather import gather
from onrecord.export.groups import (
    claim_rows,
    entity_rows,
    incident_rows,
    story_rows,
)
from onrecord.export.places import place_rows
from onrecord.export.report_rows import figure_row, report_row
from onrecord.model import (
    Article,
    Correction,
    Dispute,
    Figure,
    Mention,
    Report,
    Statement,
)
from onrecord.record.views import list_decisions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.export.known import Known
    from onrecord.export.rows import Row
    from onrecord.record import Record


def write_jsonl(record: Record, stream: TextIO, *, with_text: bool = False) -> int:
    """Write every row of the record, a line each; returns how many.

    Whole page texts are written only when `with_text` says so.
    """
    count = 0
    for row in export_rows(record, with_text=with_text):
        stream.write(to_json(row) + "\n")
        count += 1
    return count


def export_rows(record: Record, *, with_text: bool = False) -> Iterator[Row]:
    """Every row: runs, pages, what was found in them, groups, judgements, decisions."""
    known = gather(record)
    yield from (run_row(run) for run in record.runs())
    captures = {capture.id: capture for capture in record.captures()}
    for found in record.stored_pages():
        capture = captures[found.page.capture_id]
        yield page_row(found, capture, with_text=with_text)
    yield from _found(record, known)
    run = _newest_run(known)
    for rows in (entity_rows, place_rows, claim_rows, incident_rows, story_rows):
        yield from rows(record, known, run)
    yield from (link_row(view, known) for view in known.links)
    yield from (decision_row(view, run) for view in reversed(list_decisions(record)))


def _found(record: Record, known: Known) -> Iterator[Row]:
    """What was found in the pages, and what stands against what."""
    for article in record.rows(Article):
        yield article_row(article.value, known, article.run)
    for mention in record.rows(Mention):
        yield mention_row(mention.value, known, mention.run)
    for statement in record.rows(Statement):
        yield statement_row(statement.value, known, statement.run)
    for report in record.rows(Report):
        yield report_row(report.value, known, report.run)
    for figure in record.rows(Figure):
        yield figure_row(figure.value, known, figure.run)
    for note in record.rows(Correction):
        yield correction_row(note.value, known, note.run)
    for dispute in record.rows(Dispute):
        yield dispute_row(dispute.value, known, dispute.run)


def _newest_run(known: Known) -> str:
    """The run that resolved last: it derived the groups."""
    newest = max(known.links, key=lambda view: view.at, default=None)
    return newest.run if newest else ""
