"""Incidents of the real pages of our own gold joined: a guard against joining too much.

Few of them are one event (`same_events.jsonl`), so what is told is how many are joined
that are not, beside how many that are.
"""

import os
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.incident_events import Events, events_of
from bench.incident_gold import (
    IncidentPage,
    measured_text,
    read_incident_texts,
    read_incidents,
    read_same_events,
)
from bench.incident_record import answers_of, golds_of, html_of, is_dealing
from bench.incident_score import JudgedPage, match_incidents
from onrecord.gazetteer.places import open_gazetteer
from onrecord.model import Findings, ReportId, Source, groups_of
from onrecord.pipeline import load_tools, process
from onrecord.pipeline.compare import gather, report_texts
from onrecord.pipeline.ingest import add_source
from onrecord.record import open_record
from onrecord.resolve.incidents import link_reports
from onrecord.settings import cache_folder


def page_events(folder: Path) -> tuple[Events, Events] | None:
    """The event and our incident of every incident that we find; None without pages."""
    frozen = read_incident_texts(folder)
    if frozen is None:
        return None
    pages = [page for page in read_incidents(1) if page.page in frozen]
    tools = load_tools(gazetteer=open_gazetteer(cache_folder(os.environ)))
    sources = [
        Source(f"{number}.html", html_of(page, frozen).encode(), "file")
        for number, page in enumerate(pages)
    ]
    reports: dict[str, ReportId] = {}
    for page, told in zip(pages, process(sources, tools), strict=True):
        if isinstance(told, Findings):
            reports.update(_matched(page, told, frozen))
    with (
        TemporaryDirectory(prefix="merging-") as place,
        open_record(Path(place) / "pages.db") as record,
    ):
        for source in sources:
            add_source(record, source, tools, now=datetime.now(UTC))
        entity = {str(item.id): str(item.head) for item in record.mentions()}
        texts = report_texts(gather(record, entity, {}))
    groups = groups_of((each.report.id for each in texts), link_reports(texts))
    found = {name: groups.get(report, name) for name, report in reports.items()}
    return events_of(pages, read_same_events()), found


def _matched(
    page: IncidentPage, told: Findings, frozen: Mapping[str, str]
) -> Iterator[tuple[str, ReportId]]:
    """Yield each incident of a page that we find, with our report of it."""
    answers = answers_of(told, measured_text(page, frozen))
    ours = [report for report in told.reports if not is_dealing(report)]
    matched = match_incidents(JudgedPage(golds_of(page), answers))
    for number, at in sorted(matched.items()):
        yield f"{page.page}#{page.incidents[number].id}", ours[at].id


def told_joins(gold: Events, found: Events) -> str:
    """How many pairs are joined rightly, wrongly, and not though they should be."""
    names: Sequence[str] = sorted(found)
    pairs = [
        (gold[one] == gold[other], found[one] == found[other])
        for one, other in combinations(names, 2)
    ]
    return (
        f"{len(names)} incidents of real pages: pairs joined rightly "
        f"{pairs.count((True, True))}, wrongly {pairs.count((False, True))}, missed "
        f"{pairs.count((True, False))}"
    )
