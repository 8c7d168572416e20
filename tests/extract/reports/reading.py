"""Short invented articles, annotated, with the reports found in them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from onrecord.annotate import annotate
from onrecord.extract.reports import find_reports
from onrecord.extract.statements import find_statements
from onrecord.gazetteer import load_actors, load_countries
from onrecord.language import SpacyParser
from tests.extract.headed import DAY, headed

if TYPE_CHECKING:
    from onrecord.gazetteer import ActorTable, Countries
    from onrecord.model import Annotated, Figure, Report


@cache
def tools() -> tuple[SpacyParser, ActorTable, Countries]:
    """Parser, actors and countries, loaded once for all tests."""
    actors = load_actors()
    return SpacyParser(), actors, load_countries(actors)


def reports_of(
    body: str, *, headline: str = "", day: str | None = DAY
) -> tuple[list[Report], list[Figure]]:
    """What `find_reports` finds in an article of these words."""
    _, actors, countries = tools()
    article, page = headed(body, headline, day)
    annotated = annotate(article, page, *tools())
    return find_reports(annotated, find_statements(annotated, actors), countries)


def annotated_text(text: str, day: str | None = DAY) -> Annotated:
    """An article of these words alone, all body, annotated."""
    article, page = headed(text, day=day)
    return annotate(article, page, *tools())


def told(body: str, *, headline: str = "", day: str | None = DAY) -> list[str]:
    """Each report in one line: kind, place, date, status, then its whole figures."""
    reports, figures = reports_of(body, headline=headline, day=day)
    return [_line(report, figures) for report in reports]


def _line(report: Report, figures: list[Figure]) -> str:
    place = report.place.text if report.place else "-"
    date = f"{report.date.start}..{report.date.end}" if report.date else "-"
    if report.date and report.date.start == report.date.end:
        date = f"{report.date.start}"
    numbers = sorted(_number(item) for item in figures if _is_whole(item, report))
    status = "" if report.status == "happened" else f" ({report.status})"
    return f"{report.detail}{status} | {place} | {date} | {', '.join(numbers)}"


def _is_whole(figure: Figure, report: Report) -> bool:
    is_own = figure.report_id == report.id
    return is_own and figure.part_of is None and not figure.is_superseded


def _number(figure: Figure) -> str:
    low = "" if figure.low is None else figure.low
    high = "" if figure.high is None else figure.high
    return f"{figure.effect} {low}..{high}"
