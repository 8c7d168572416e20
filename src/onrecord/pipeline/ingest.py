"""Sources into a record: each page whole or not at all, then the links anew."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from onrecord.errors import InputError
from onrecord.model import Assisted, Findings, Reading, Skipped
from onrecord.pipeline.process import read_pages, search_page
from onrecord.pipeline.resolve import resolve

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from onrecord.model import Source
    from onrecord.pipeline.tools import Tools
    from onrecord.record import Record

Outcome = Literal["added", "known", "skipped"]


@dataclass(frozen=True, slots=True)
class Ingested:
    """What became of one source.

    "known": the same bytes from the same place stand on record already. `page` is
    None and `reason` is set when it was skipped. `assisted` is what became of asking
    an assistant about it, None when none was asked.
    """

    where: str
    outcome: Outcome
    page: str | None = None
    reason: str | None = None
    language: str | None = None
    is_language_supported: bool = True
    statements: int = 0
    reports: int = 0
    assisted: Assisted | None = None

    @property
    def is_whole(self) -> bool:
        """Whether all of it was read in every way that was asked for."""
        failed = self.assisted is not None and self.assisted.failure is not None
        return self.outcome != "skipped" and not failed


def ingest(
    record: Record,
    sources: Iterable[Source | Skipped],
    tools: Tools,
    *,
    now: datetime,
) -> Iterator[Ingested]:
    """Add every source; yield what became of it as soon as it is safe on disk.

    When the sources end and something was added, links are made anew over the whole
    record. `now` is the time of adding, aware.
    """
    has_new = False
    for reading in read_pages(sources):
        outcome = _add(record, reading, tools, now)
        has_new = has_new or outcome.outcome == "added"
        yield outcome
    if has_new or not record.is_resolved():
        resolve(record, tools, now=now)


def add_source(
    record: Record, source: Source, tools: Tools, *, now: datetime
) -> Ingested:
    """Add one source and say what became of it; `resolve` the record afterwards."""
    (reading,) = read_pages([source])
    return _add(record, reading, tools, now)


def _add(
    record: Record, reading: Reading | Skipped, tools: Tools, now: datetime
) -> Ingested:
    if isinstance(reading, Skipped):
        return _skipped(reading.where, reading.reason)
    if record.has(reading.capture.id):
        record.add_sighting(reading.capture, now)
        return Ingested(reading.capture.where, "known", reading.page.id)
    findings = _searched(record, reading, tools)
    if isinstance(findings, Skipped):
        return _skipped(findings.where, findings.reason)
    try:
        added = record.add(findings, tools.run, added_at=now)
    except InputError as error:
        return _skipped(error.where, error.reason)
    return _told(findings, is_new=added.is_new)


def _searched(record: Record, reading: Reading, tools: Tools) -> Findings | Skipped:
    """What the page tells; what was forgotten is refused before the long search."""
    try:
        record.refuse_forgotten(reading.capture)
    except InputError as error:
        return Skipped(error.where, error.reason)
    return search_page(reading, tools)


def _skipped(where: str, reason: str) -> Ingested:
    """What is not on record; a name that is no text is told as far as it is one."""
    return Ingested(where.encode(errors="replace").decode(), "skipped", reason=reason)


def _told(findings: Findings, *, is_new: bool) -> Ingested:
    page = findings.reading.page
    return Ingested(
        where=findings.reading.capture.where,
        outcome="added" if is_new else "known",
        page=page.id,
        language=page.language,
        is_language_supported=findings.is_language_supported,
        statements=len(findings.statements),
        reports=len(findings.reports),
        assisted=findings.assisted,
    )
