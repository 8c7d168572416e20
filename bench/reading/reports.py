"""What pages tell of incidents: kind, place, date, status, and every figure."""

import calendar
from datetime import date, timedelta

from bench.compare import is_name
from bench.harness import Figures, Miss, joined, shared_out
from bench.reading.gold import GoldFigure, GoldReport
from bench.reading.incidents import is_place, place_texts
from bench.reading.located import NOTHING, Reading
from bench.rows import FigureRow, Range, ReportRow

MONTH = timedelta(days=31)  # a date wider than that is too wide for a day


def compare_reports(reading: Reading) -> Figures:
    """Reports and figures of every page, and who each figure is attributed to."""
    must = [gold for gold in reading.gold.reports if gold.must]
    misses = [
        _missed(reading, gold)
        for gold in must
        if not any(is_report(reading, gold, row) for row in reports_on(reading, gold))
    ]
    return joined(shared_out("reports_right", len(must), misses), _figures(reading))


def reports_on(reading: Reading, gold: GoldReport) -> list[ReportRow]:
    """Every report of the page."""
    page = reading.pages.get(gold.file)
    return [row for row in reading.export.all(ReportRow) if row.page == page]


def is_report(reading: Reading, gold: GoldReport, row: ReportRow) -> bool:
    """Whether a report is right in kind, place, date and status."""
    return (
        is_same_event(reading, gold, row)
        and is_day(gold.date, row.date)
        and row.status == gold.status
    )


def is_same_event(reading: Reading, gold: GoldReport, row: ReportRow) -> bool:
    """Whether kind and place are those of the report, whatever the date."""
    is_kind = (row.event_type, row.sub_event_type) in gold.types
    return is_kind and is_place(gold.place, place_texts(reading, row.place))


def is_day(wanted: str | None, ours: Range | None) -> bool:
    """Whether a date is the one wanted: as wide, within a month wider, or a part.

    A single day out of a wanted month or year is invented. Open is right only where
    nothing is wanted.
    """
    if ours is None or ours.start is None:
        return wanted is None
    if wanted is None:
        return False
    first, last = date_range(wanted)
    start = date.fromisoformat(ours.start)
    end = date.fromisoformat(ours.end or ours.start)
    if start <= first and last <= end:
        return end - start <= max(last - first, MONTH)
    is_within = first <= start and end <= last
    return is_within and (end > start or first == last)


def date_range(iso: str) -> tuple[date, date]:
    """First and last day of a year, month or day.

    >>> date_range("2024-02")
    (datetime.date(2024, 2, 1), datetime.date(2024, 2, 29))
    """
    year, month, day = [*(int(part) for part in iso.split("-")), 0, 0][:3]
    last_month = month or 12
    last_day = day or calendar.monthrange(year, last_month)[1]
    return date(year, month or 1, day or 1), date(year, last_month, last_day)


def _figures(reading: Reading) -> Figures:
    wanted = [
        (gold, figure)
        for gold in reading.gold.reports
        if gold.must
        for figure in gold.figures
        if figure.must
    ]
    missed, unattributed = [], []
    for gold, figure in wanted:
        rows = _figures_on(reading, gold, figure.effect)
        same = [r for r in rows if (r.low, r.high) == (figure.low, figure.high)]
        told = "; ".join(_told(row) for row in rows) or NOTHING
        if not same:
            miss = Miss("figures_right", gold.file, _wanted(figure), told)
            missed.append(miss)
        elif not any(_is_source(reading, figure, row) for row in same):
            told = "; ".join(row.attributed_to or "nobody" for row in same)
            source = f"{_wanted(figure)} by {figure.attributed_to or 'nobody'}"
            unattributed.append(Miss("figures_attributed", gold.file, source, told))
    found = len(wanted) - len(missed)
    return joined(
        shared_out("figures_right", len(wanted), missed),
        shared_out("figures_attributed", found, unattributed),
    )


def _figures_on(reading: Reading, gold: GoldReport, effect: str) -> list[FigureRow]:
    page = reading.pages.get(gold.file)
    rows = reading.export.all(FigureRow)
    return [row for row in rows if row.page == page and row.effect == effect]


def _is_source(reading: Reading, figure: GoldFigure, row: FigureRow) -> bool:
    """Whether a figure's source is right; for a common noun nobody is right, too."""
    source = figure.attributed_to
    if source is None or row.attributed_to is None:
        return row.attributed_to is None and (source is None or source[0].islower())
    return is_name(row.attributed_to, reading.variants(source))


def _wanted(figure: GoldFigure) -> str:
    return f"{figure.effect} {figure.low}-{figure.high}"


def _told(row: FigureRow) -> str:
    return f"{row.effect} {row.low}-{row.high}"


def _missed(reading: Reading, gold: GoldReport) -> Miss:
    rows = reports_on(reading, gold)
    told = "; ".join(
        f"{row.event_type}/{row.sub_event_type}, "
        f"{', '.join(place_texts(reading, row.place)) or 'no place'}, "
        f"{row.date.start if row.date else 'open'}, {row.status}"
        for row in rows
    )
    kinds = " or ".join(f"{kind}/{sub}" for kind, sub in gold.types)
    expected = f"{kinds}, {gold.place}, {gold.date or 'open'}, {gold.status}"
    return Miss("reports_right", gold.file, expected, told or NOTHING)
