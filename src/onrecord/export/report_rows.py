"""Reports and figures as export rows, private people masked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.export.event_rows import FigureRow, ReportRow
from onrecord.export.parts import (
    DoubtRow,
    PlaceOfReport,
    StruckRow,
    WeaponRow,
    date_row,
    pairs,
)
from onrecord.export.plover import plover_of

if TYPE_CHECKING:
    from onrecord.export.known import Known
    from onrecord.model import (
        Figure,
        PageId,
        PlaceName,
        Report,
        ReportDoubt,
        Struck,
        Weapon,
    )


def report_row(report: Report, known: Known, run: str) -> ReportRow:
    """What one article tells of one incident."""
    page = report.page_id
    claimed = report.claimed_by
    event, mode = plover_of(report)
    return ReportRow(
        id=report.id,
        article=report.article_id,
        page=page,
        incident=known.incidents.get(report.id, report.id),
        event_type=report.event_type,
        sub_event_type=report.sub_event_type,
        detail=report.detail,
        place=place_of_report(report.place, known.places.get(report.id)),
        date=date_row(report.date),
        status=report.status,
        spans=pairs(report.spans),
        actors=tuple(known.words(page, [party.span]) for party in report.actors),
        recipients=tuple(known.words(page, [p.span]) for p in report.recipients),
        claimed_by=known.words(page, [claimed.span]) if claimed else None,
        main=report.is_main,
        run=run,
        confidence=report.confidence,
        plover_event=event,
        plover_mode=mode,
        weapons=tuple(_weapon(item, page, known) for item in report.weapons),
        aimed_at=tuple(_struck(item, page, known) for item in report.targets),
        victims=tuple(_struck(item, page, known) for item in report.victims),
        date_spans=pairs(report.date_spans),
        date_counted=report.is_date_counted,
        doubts=tuple(_doubt(item, page, known) for item in report.doubts),
    )


def _weapon(found: Weapon, page: PageId, known: Known) -> WeaponRow:
    span = (found.span.start, found.span.end)
    return WeaponRow(known.words(page, [found.span]), span, found.kind)


def _struck(found: Struck, page: PageId, known: Known) -> StruckRow:
    span = (found.span.start, found.span.end)
    return StruckRow(known.words(page, [found.span]), span, found.group)


def _doubt(found: ReportDoubt, page: PageId, known: Known) -> DoubtRow:
    words = known.words(page, found.spans)
    return DoubtRow(found.about, found.why, pairs(found.spans), words)


def figure_row(figure: Figure, known: Known, run: str) -> FigureRow:
    """A number of people as one article gives it."""
    return FigureRow(
        id=figure.id,
        report=figure.report_id,
        article=figure.article_id,
        page=figure.page_id,
        effect=figure.effect,
        low=figure.low,
        high=figure.high,
        qualifier=figure.qualifier,
        about=figure.about,
        of=figure.part_of,
        adds_to=figure.adds_to,
        counted=figure.counted,
        attributed_to=known.masked(figure.page_id, figure.attributed_to),
        statement=figure.statement_id,
        span=(figure.span.start, figure.span.end),
        text=known.words(figure.page_id, [figure.span]),
        superseded=figure.is_superseded,
        doubtful=figure.is_doubtful,
        run=run,
        confidence=figure.confidence,
    )


def place_of_report(
    place: PlaceName | None, identity: str | None
) -> PlaceOfReport | None:
    """A place as worded, with its identity and what the gazetteer knows."""
    if place is None:
        return None
    return PlaceOfReport(
        text=place.text,
        spans=pairs(place.spans),
        name=place.name,
        country=place.country,
        precision=place.precision,
        lat=place.lat,
        lon=place.lon,
        geonameid=place.geonameid,
        id=identity,
    )
