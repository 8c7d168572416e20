"""Incidents in the columns of UCDP GED, as far as the record has what they hold.

Of its columns those about conflicts, dyads, types of violence, deaths by side and
grids are left out: nothing on record fills them. Its ids are its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.export.events.asked import (
    NOT_THEIRS,
    VIOLENT,
    incidents_of,
    on_the_map,
    outlets_of,
    parties_of,
)
from onrecord.export.events.countries import country_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.export.events.asked import Asked
    from onrecord.export.known import Known
    from onrecord.model import DateRange
    from onrecord.record import Record
    from onrecord.record.views import IncidentView, ReportView

# Exact place; second and first order division; country.
WHERE_PREC = {"point": 1, "town": 1, "district": 3, "region": 4, "country": 6}
WEEK, MONTH = 7, 31  # days


@dataclass(frozen=True, slots=True)
class UcdpLike:
    """A deadly incident under UCDP GED's names of columns, then under our own.

    `date_prec` is 1 for a day, 2 for up to six days, 3 for a week, 4 for a month, 5
    for longer. `source_original` is who the outlets have the figures from.
    """

    year: int | None
    number_of_sources: int
    source_article: str
    source_office: str
    source_date: str | None
    source_headline: str | None
    source_original: str | None
    side_a: str | None
    side_b: str | None
    where_prec: int | None
    where_coordinates: str | None
    where_description: str | None
    latitude: float | None
    longitude: float | None
    geom_wkt: str | None
    country: str | None
    date_prec: int | None
    date_start: str | None
    date_end: str | None
    best: int | None
    high: int | None
    low: int | None
    deaths_rule: str
    onrecord_incident: str
    onrecord_origin: str = NOT_THEIRS.format("UCDP GED")


def ucdp_like(record: Record, known: Known, asked: Asked) -> Iterator[UcdpLike]:
    """The violent incidents that happened and killed somebody by one figure."""
    for incident in incidents_of(record, known, asked, "ucdp"):
        is_violent = incident.event_type in VIOLENT and incident.status == "happened"
        if is_violent and incident.killed and incident.killed.most:
            yield _row(incident, known)


def _row(found: IncidentView, known: Known) -> UcdpLike:
    place, killed = found.place, found.killed
    date = None if found.is_date_doubtful else found.date
    point = on_the_map(found)
    first = found.reports[0]
    title = known.masked(first.article.page_id, first.article.title)
    return UcdpLike(
        year=date.start.year if date else None,
        number_of_sources=len(outlets_of(found)),
        source_article="; ".join(dict.fromkeys(_source(r) for r in found.reports)),
        source_office="; ".join(outlets_of(found)),
        source_date=str(first.article.published) if first.article.published else None,
        source_headline=title,
        source_original=_givers(found, known),
        side_a=parties_of(found, known, "actors"),
        side_b=parties_of(found, known, "recipients"),
        where_prec=WHERE_PREC.get(place.precision or "") if place else None,
        where_coordinates=place.name if place else None,
        where_description=place.text if place else None,
        latitude=point[0] if point else None,
        longitude=point[1] if point else None,
        geom_wkt=f"POINT ({point[1]} {point[0]})" if point else None,
        country=country_name(place),
        date_prec=date_prec(date) if date else None,
        date_start=date.start.isoformat() if date else None,
        date_end=date.end.isoformat() if date else None,
        best=killed.best if killed else None,
        high=killed.high if killed else None,
        low=killed.low if killed else None,
        deaths_rule=killed.rule if killed else "",
        onrecord_incident=found.id,
    )


def _source(report: ReportView) -> str:
    """Outlet and day of an article."""
    article = report.article
    day = str(article.published)[:10] if article.published else "undated"
    return f"{article.outlet or article.where}, {day}"


def _givers(found: IncidentView, known: Known) -> str | None:
    told = (
        known.masked(line.page_id, line.attributed_to)
        for line in found.ledger
        if line.effect == "killed"
    )
    return "; ".join(dict.fromkeys(name for name in told if name)) or None


def date_prec(date: DateRange) -> int:
    """UCDP GED's code for how sharp a day is known."""
    days = (date.end - date.start).days + 1
    if days == 1:
        return 1
    if days < WEEK:
        return 2
    if days == WEEK:
        return 3
    return 4 if days <= MONTH else 5
