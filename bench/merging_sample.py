"""The sample pages: which reports the gold says are of one event, and our incidents."""

from pathlib import Path

from bench.incident_events import Events
from bench.reading import Reading
from bench.reading.gold import GoldEvent
from bench.reading.reports import is_day, is_same_event
from bench.reading.sample_form import load_sample
from bench.recorded import build_record, hash_of
from bench.rows import ReportRow
from bench.sample import given_pages


def sample_events(folder: Path) -> tuple[Events, Events]:
    """The event and our incident of every report that a page should have of one."""
    gold, captures = load_sample(folder)
    export = build_record(given_pages(folder, gold.files, captures))
    hashes = {file: hash_of((folder / file).read_bytes()) for file in gold.files}
    reading = Reading(gold, export, hashes)
    events: dict[str, str] = {}
    found: dict[str, str] = {}
    for number, event in enumerate(gold.groups.events):
        for file in event.files:
            name = f"{file}#{number}"
            events[name] = f"event {number}"
            rows = _reports(reading, event, file)
            found[name] = (rows[0].incident or name) if rows else name
    return events, found


def _reports(reading: Reading, event: GoldEvent, file: str) -> list[ReportRow]:
    """Our reports of an event on a page, those of its day first."""
    golds = [
        each
        for each in reading.gold.reports
        if (each.file, each.place) == (file, event.place)
    ]
    page = reading.pages.get(file)
    rows = [
        row
        for row in reading.export.all(ReportRow)
        if row.page == page and any(is_same_event(reading, gold, row) for gold in golds)
    ]
    return sorted(rows, key=lambda row: not is_day(event.date, row.date))
