"""Short invented articles, annotated, with the reports found in them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from onrecord.annotate import annotate
from onrecord.extract.reports import find_reports
from onrecord.extract.statements import find_statements
from onrecord.gazetteer import load_actors, load_countries
from onrecord.language import SpacyParser
from onrecord.model import (
    Article,
    CaptureId,
    Moment,
    Page,
    Span,
    Zoned,
    article_id,
    page_id,
)

if TYPE_CHECKING:
    from onrecord.gazetteer import ActorTable, Countries
    from onrecord.model import Annotated, Figure, Report

DAY = "2024-05-18"  # a Saturday


@cache
def tools() -> tuple[SpacyParser, ActorTable, Countries]:
    """Parser, actors and countries, loaded once for all tests."""
    actors = load_actors()
    return SpacyParser(), actors, load_countries(actors)


def reports_of(
    body: str, *, headline: str = "", day: str | None = DAY
) -> tuple[list[Report], list[Figure]]:
    """What `find_reports` finds in an article of these words."""
    page = _page(f"{headline}\n{body}" if headline else body)
    parser, actors, countries = tools()
    article = _article(page, headline, day)
    annotated = annotate(article, page, parser, actors, countries)
    return find_reports(annotated, find_statements(annotated, actors), countries)


def annotated_text(text: str, day: str | None = DAY) -> Annotated:
    """An article of these words alone, all body, annotated."""
    page = _page(text)
    parser, actors, countries = tools()
    return annotate(_article(page, "", day), page, parser, actors, countries)


def _page(text: str) -> Page:
    capture = CaptureId("capture")
    return Page(page_id(capture, text), capture, text, (), (), "en", "test")


def _article(page: Page, headline: str, day: str | None) -> Article:
    start = len(headline) + 1 if headline else 0
    body = Zoned(Span(start, len(page.text)), "body")
    title = Span(0, len(headline)) if headline else None
    zones = (Zoned(title, "headline"), body) if title else (body,)
    return Article(
        id=article_id(page.id, "article", body.span),
        page_id=page.id,
        type="article",
        title=headline or None,
        titles=(title,) if title else (),
        zones=zones,
        outlet=None,
        byline=(),
        published=Moment(day, "day") if day else None,
        modified=None,
        language="en",
    )


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
