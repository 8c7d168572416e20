"""Incidents with their place and toll, and no date that the page does not give."""

import re

from bench.compare import name_words
from bench.harness import Figures, Miss, counted
from bench.reading.gold import GoldIncident
from bench.reading.located import NOTHING, Reading
from bench.rows import IncidentRow, PlaceName, PlaceRow, Range, ReportRow, Toll

_DATE = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")


def compare_incidents(reading: Reading) -> Figures:
    """How many incidents that must be found are right in place, toll and date."""
    must = [gold for gold in reading.gold.incidents if gold.must]
    misses = []
    for number, gold in enumerate(must):
        tried = [
            (faults_of(reading, gold, row), row)
            for row in incidents_on(reading, gold.file)
        ]
        if not any(not each for each, _ in tried):
            misses.append(_missed(reading, gold, number, tried))
    return counted("incidents_right", len(must), misses)


def incidents_on(reading: Reading, file: str) -> list[IncidentRow]:
    """The incidents that a page reports."""
    page = reading.pages.get(file)
    rows = reading.export.all(IncidentRow)
    return [r for r in rows if any(each.page == page for each in _reports(reading, r))]


def faults_of(reading: Reading, gold: GoldIncident, row: IncidentRow) -> list[str]:
    """What is not as the gold has it: place, killed, injured, date."""
    checks = {
        "place": is_place(gold.place, places_of(reading, row)),
        "killed": _is_toll(gold.killed, row.killed),
        "injured": _is_toll(gold.injured, row.injured),
        "date": is_date(gold.when, row.date),
    }
    return [name for name, is_right in checks.items() if not is_right]


def places_of(reading: Reading, row: IncidentRow) -> list[str]:
    """Every wording of an incident's place, its reports' included."""
    places = (row.place, *(each.place for each in _reports(reading, row)))
    return [text for place in places for text in place_texts(reading, place)]


def place_texts(reading: Reading, place: str | PlaceName | None) -> list[str]:
    """The wordings of a place: as worded, and the gazetteer's name."""
    if isinstance(place, PlaceName):
        return [text for text in (place.name, place.text) if text]
    if not place:
        return []
    known = reading.export.get(PlaceRow, place)
    return [place if known is None else known.name or place]


def is_place(wanted: str | None, ours: list[str]) -> bool:
    """Whether a place is any part of the one wanted, from area to town."""
    if wanted is None:
        return True
    parts = [set(name_words(part)) for part in wanted.split(",")]
    return any(part <= set(name_words(text)) for part in parts for text in ours)


def is_date(when: str, ours: Range | None) -> bool:
    """Whether a date is the one wanted; open is right where the page gives none."""
    start = ours.start if ours else None
    end = (ours.end if ours else None) or start
    if not _DATE.fullmatch(when):
        return start is None and end is None
    return bool(start and end and start.startswith(when) and end.startswith(when))


def _is_toll(wanted: int | None, ours: Toll | None) -> bool:
    return wanted is None or (ours is not None and ours.low == ours.high == wanted)


def _reports(reading: Reading, row: IncidentRow) -> list[ReportRow]:
    found = (reading.export.get(ReportRow, each) for each in row.reports)
    return [report for report in found if report is not None]


def _missed(
    reading: Reading,
    gold: GoldIncident,
    number: int,
    tried: list[tuple[list[str], IncidentRow]],
) -> Miss:
    told = NOTHING
    if tried:
        wrong, row = min(tried, key=lambda each: len(each[0]))
        told = (
            f"wrong {', '.join(wrong)}: {'; '.join(places_of(reading, row)) or NOTHING}"
            f", killed {_low(row.killed)}, injured {_low(row.injured)}"
            f", {row.date.start if row.date else 'open'}"
        )
    expected = f"{gold.place}: killed {gold.killed}, injured {gold.injured}"
    at = f"{gold.file}, incident {number}"
    return Miss("incidents_right", at, f"{expected}, {gold.when or 'open'}", told)


def _low(toll: Toll | None) -> str:
    return NOTHING if toll is None else f"{toll.low}-{toll.high}"
