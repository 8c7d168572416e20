"""The findings of a page as marks on its text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.model import Span
from onrecord.server.highlight.segments import Mark
from onrecord.server.links import (
    claim_link,
    dispute_link,
    entity_link,
    incident_link,
)
from onrecord.server.wording import EVIDENCE, event_name, speaker_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.record.views import (
        DisputeView,
        FigureView,
        PageView,
        ReportView,
        StatementView,
    )

ASKED = re.compile(r"(\d{1,9})-(\d{1,9})")
MOST_ASKED = 20  # spans one address may ask for


def marks_of(page: PageView) -> list[Mark]:
    """Every finding of the page, in no promised order.

    Names of private people bear no mark. A name's mark leads to whom it names.
    """
    marks = [mark for item in page.statements for mark in _statement(item)]
    incidents = {report.id: report.incident for report in page.reports}
    marks += [mark for report in page.reports for mark in _report(report)]
    marks += [_figure(item, incidents.get(item.report_id)) for item in page.figures]
    for item in page.mentions:
        if not item.private_reason:
            label = f"name: {item.text}"
            href = entity_link(item.id)
            marks.append(Mark(item.span, "mention", item.id, href, label))
    marks += [
        Mark(span, "note", note.id, None, f"{note.kind} by the outlet")
        for note in page.corrections
        for span in note.words.spans
    ]
    here = [item for item in page.disputes if item.words.page_id == page.page.id]
    return marks + [mark for item in here for mark in _dispute(item)]


def asked_spans(at: str, length: int) -> tuple[Span, ...]:
    """The spans an address asks for, those that lie in a text of this length.

    >>> asked_spans("3-9,40-60,x", 50)
    (Span(start=3, end=9),)
    """
    found = (ASKED.fullmatch(part) for part in at.split(",")[:MOST_ASKED])
    pairs = ((int(match[1]), int(match[2])) for match in found if match)
    return tuple(Span(*pair) for pair in pairs if pair[0] < pair[1] <= length)


def asked_marks(spans: tuple[Span, ...]) -> list[Mark]:
    """The words somebody asked for."""
    return [Mark(span, "asked", "asked", None, "the words asked for") for span in spans]


def _statement(item: StatementView) -> Iterator[Mark]:
    href = claim_link(item.claim, item.id)
    speaker = speaker_of(item) or "nobody named"
    for span in item.content.spans:
        yield Mark(span, "statement", item.id, href, f"statement by {speaker}")
    for span in item.source.spans if item.source else ():
        yield Mark(span, "source", item.id, href, "who said it")
    for span in item.cue.spans if item.cue else ():
        yield Mark(span, "cue", item.id, href, "how it was said")


def _report(item: ReportView) -> Iterator[Mark]:
    href = incident_link(item.incident, item.id)
    label = f"report: {event_name(item)}"
    for span in item.words.spans:
        yield Mark(span, "report", item.id, href, label)


def _figure(item: FigureView, incident: str | None) -> Mark:
    href = incident_link(incident, item.report_id) if incident else None
    span = item.words.spans[0]
    return Mark(span, "figure", item.id, href, f"figure: {item.effect}")


def _dispute(item: DisputeView) -> Iterator[Mark]:
    href = dispute_link(item)
    label = f"dispute: {EVIDENCE[item.evidence]}"
    for span in item.words.spans:
        yield Mark(span, "dispute", item.id, href, label)
