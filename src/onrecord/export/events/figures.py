"""The long table of figures: a row for each figure of each capture."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.export.events.asked import incidents_of, on_the_map
from onrecord.model import is_doubtful_time
from onrecord.record.ledger import stands_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.export.events.asked import Asked
    from onrecord.export.known import Known
    from onrecord.record import Record
    from onrecord.record.views import FigureView, IncidentView, ReportView


@dataclass(frozen=True, slots=True)
class FigureLine:
    """A figure as one article gives it, with the incident it is counted for.

    Place, date and type are the incident's: what most of its reports say. `part_of`
    is the figure that this one is a part of. `corrected`: a later capture's note calls
    it wrong. `doubtful` is of the number, `published_doubtful` and `date_doubtful` of
    the times. `text` are the figure's own words, at `span_start` to `span_end` of the
    page whose bytes have the hash.
    """

    incident: str
    figure: str
    report: str
    effect: str
    low: int | None
    high: int | None
    qualifier: str | None
    about: bool
    counted: str | None
    part_of: str | None
    attributed_to: str | None
    superseded: bool
    corrected: bool
    doubtful: bool
    text: str
    outlet: str | None
    article_type: str
    published: str | None
    published_doubtful: bool
    captured_at: str | None
    where: str
    page: str
    page_sha256: str
    span_start: int
    span_end: int
    place: str | None
    country: str | None
    lat: float | None
    lon: float | None
    place_precision: str | None
    date_start: str | None
    date_end: str | None
    date_precision: str | None
    date_doubtful: bool
    event_type: str
    sub_event_type: str | None
    status: str
    run: str
    by: str
    confidence: float


def figure_lines(record: Record, known: Known, asked: Asked) -> Iterator[FigureLine]:
    """Every figure, by incident; private people in the words are masked."""
    for incident in incidents_of(record, known, asked):
        for report in incident.reports:
            for figure in report.figures:
                yield _line(incident, report, figure, known)


def _line(
    incident: IncidentView, report: ReportView, figure: FigureView, known: Known
) -> FigureLine:
    article, page = report.article, figure.words.page_id
    place, date = incident.place, incident.date
    lat, lon = on_the_map(incident) or (None, None)
    span = figure.words.spans[0]
    taken = article.captured_at
    return FigureLine(
        incident=incident.id,
        figure=figure.id,
        report=report.id,
        effect=figure.effect,
        low=figure.low,
        high=figure.high,
        qualifier=figure.qualifier,
        about=figure.about,
        counted=known.masked(page, figure.counted),
        part_of=figure.part_of,
        attributed_to=known.masked(page, figure.attributed_to),
        superseded=figure.is_superseded,
        corrected=stands_of(figure) == "corrected",
        doubtful=figure.is_doubtful,
        text=" ".join(known.words(page, figure.words.spans).split()),
        outlet=article.outlet,
        article_type=article.type,
        published=str(article.published) if article.published else None,
        published_doubtful=is_doubtful_time(article.published, taken),
        captured_at=taken.isoformat() if taken else None,
        where=article.where,
        page=page,
        page_sha256=known.hashes.get(page, ""),
        span_start=span.start,
        span_end=span.end,
        place=place.text if place else None,
        country=place.country if place else None,
        lat=lat,
        lon=lon,
        place_precision=place.precision if place else None,
        date_start=date.start.isoformat() if date else None,
        date_end=date.end.isoformat() if date else None,
        date_precision=date.precision if date else None,
        date_doubtful=incident.is_date_doubtful,
        event_type=incident.event_type,
        sub_event_type=incident.sub_event_type,
        status=incident.status,
        run=figure.run,
        by=figure.by,
        confidence=figure.confidence,
    )
