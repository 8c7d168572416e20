"""Incidents in the columns of ACLED, as far as the record has what they hold.

Of its columns those about kinds of actors, interaction, administrative regions and
scale of sources are left out: nothing on record fills them. Its ids are its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.export.events.asked import (
    CONFLICT,
    NOT_THEIRS,
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
    from onrecord.record.views import IncidentView

NOTES = 300  # characters quoted of the first report
WEEK = 7  # days
# 1: the town itself; 2: near it, within a district; 3: a region. None is coarser.
GEO_PRECISION = {"point": 1, "town": 1, "district": 2, "region": 3}


@dataclass(frozen=True, slots=True)
class AcledLike:
    """An incident under ACLED's names of columns, then under our own.

    `event_date` is the first day it can be, `time_precision` 1 for a day, 2 for a
    week, 3 for a month. `fatalities` is empty where no figure is given: that is not 0.
    """

    event_date: str | None
    year: int | None
    time_precision: int | None
    event_type: str
    sub_event_type: str | None
    actor1: str | None
    actor2: str | None
    country: str | None
    location: str | None
    latitude: float | None
    longitude: float | None
    geo_precision: int | None
    source: str
    notes: str
    fatalities: int | None
    fatalities_rule: str | None
    onrecord_incident: str
    onrecord_origin: str = NOT_THEIRS.format("ACLED")


def acled_like(record: Record, known: Known, asked: Asked) -> Iterator[AcledLike]:
    """The incidents that happened and are of ACLED's six types."""
    for incident in incidents_of(record, known, asked, "acled"):
        if incident.status == "happened" and incident.event_type in CONFLICT:
            yield _row(incident, known)


def _row(found: IncidentView, known: Known) -> AcledLike:
    place, date, killed = found.place, found.date, found.killed
    is_known = date is not None and not found.is_date_doubtful
    lat, lon = on_the_map(found) or (None, None)
    told = found.reports[0].told
    words = " ".join(known.words(told.page_id, told.spans).split())
    return AcledLike(
        event_date=date.start.isoformat() if date and is_known else None,
        year=date.start.year if date and is_known else None,
        time_precision=time_precision(date) if date and is_known else None,
        event_type=found.event_type,
        sub_event_type=found.sub_event_type,
        actor1=parties_of(found, known, "actors"),
        actor2=parties_of(found, known, "recipients"),
        country=country_name(place),
        location=(place.name or place.text) if place else None,
        latitude=lat,
        longitude=lon,
        geo_precision=GEO_PRECISION.get(place.precision or "") if place else None,
        source="; ".join(outlets_of(found)),
        notes=words if len(words) <= NOTES else f"{words[: NOTES - 1]}…",
        fatalities=killed.best if killed else None,
        fatalities_rule=killed.rule if killed else None,
        onrecord_incident=found.id,
    )


def time_precision(date: DateRange) -> int | None:
    """ACLED's code for how sharp a day is known; None for coarser than a month.

    >>> from datetime import date
    >>> from onrecord.model import DateRange
    >>> time_precision(DateRange(date(2024, 3, 1), date(2024, 3, 31), "month"))
    3
    """
    days = (date.end - date.start).days + 1
    if date.precision == "year":
        return None
    if days == 1:
        return 1
    if days <= WEEK:
        return 2
    return 3 if date.start.replace(day=1) == date.end.replace(day=1) else None
