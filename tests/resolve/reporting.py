"""Small makers of reports and figures for the tests of incidents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.model import (
    ArticleId,
    DateRange,
    Figure,
    PageId,
    PlaceName,
    Report,
    ReportId,
    ReportText,
    Span,
    figure_id,
)

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from onrecord.model import Effect, FigureId

EVENT_TYPES = {
    "bombing": "Explosions/Remote violence",
    "explosion": "Explosions/Remote violence",
    "shooting": "Violence against civilians",
    "flood": "Disaster",
    "killing": "Violence against civilians",
    "road crash": "Accident",
}


def make_figure(  # noqa: PLR0913 - each is what one test or another varies
    report: str,
    effect: Effect,
    low: int | None,
    high: int | None,
    *,
    source: str | None = None,
    counted: str | None = None,
    superseded: bool = False,
    about: bool = False,
    part_of: FigureId | None = None,
    doubtful: bool = False,
    start: int = 1,
) -> Figure:
    """A figure of the report named, at character `start`."""
    span = Span(start, start + 2)
    return Figure(
        id=figure_id(ReportId(report), effect, span),
        report_id=ReportId(report),
        article_id=ArticleId(f"article-{report}"),
        page_id=PageId(f"page-{report}"),
        effect=effect,
        low=low,
        high=high,
        qualifier=None,
        about=about,
        counted=counted,
        part_of=part_of,
        attributed_to=source,
        statement_id=None,
        span=span,
        is_superseded=superseded,
        is_doubtful=doubtful,
    )


def make_report(  # noqa: PLR0913 - each is what one test or another varies
    name: str,
    text: str,
    *,
    detail: str = "bombing",
    place: str | None = None,
    country: str | None = None,
    on: date | None = None,
    day: date | None = None,
    title: str = "",
    outlet: str | None = None,
    article: str | None = None,
    is_main: bool = True,
    figures: Iterable[Figure] = (),
    where: str = "",
) -> ReportText:
    """A report of this text; its id is `name`."""
    report = Report(
        id=ReportId(name),
        article_id=ArticleId(article or f"article-{name}"),
        page_id=PageId(f"page-{name}"),
        event_type=EVENT_TYPES[detail],
        sub_event_type=None,
        detail=detail,
        place=PlaceName(place, (Span(0, 1),), country=country) if place else None,
        date=DateRange(on, on, "day") if on else None,
        status="happened",
        spans=(Span(0, 1),),
        is_main=is_main,
    )
    names: frozenset[str] = frozenset()
    return ReportText(report, tuple(figures), text, title, names, outlet, day, where)
