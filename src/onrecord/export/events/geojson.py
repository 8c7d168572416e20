"""Incidents on a map: a feature collection after RFC 7946."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from onrecord.codec import to_json
from onrecord.export.events.asked import incidents_of, on_the_map, outlets_of
from onrecord.record.ledger import RULES

if TYPE_CHECKING:
    from typing import TextIO

    from onrecord.export.events.asked import Asked
    from onrecord.export.known import Known
    from onrecord.model import RuleName
    from onrecord.record import Record
    from onrecord.record.views import IncidentView


@dataclass(frozen=True, slots=True)
class Point:
    """A place on the globe: longitude first, as the form has it."""

    coordinates: tuple[float, float]
    type: Literal["Point"] = "Point"


@dataclass(frozen=True, slots=True)
class Range:
    """What the rule makes of the figures of one effect; None is an open end."""

    low: int | None
    high: int | None
    best: int | None


@dataclass(frozen=True, slots=True)
class Properties:
    """What a map shows of an incident.

    `precision` says what the point stands for: a town's middle is no exact place.
    `rule` is the wording of the rule behind `killed` and `injured`.
    """

    event_type: str
    sub_event_type: str | None
    detail: str | None
    status: str
    place: str | None
    country: str | None
    precision: str | None
    date_start: str | None
    date_end: str | None
    date_precision: str | None
    date_doubtful: bool
    killed: Range | None
    injured: Range | None
    rule: str
    outlets: tuple[str, ...]
    reports: int


@dataclass(frozen=True, slots=True)
class Feature:
    """An incident; without geometry where no point is known."""

    id: str
    geometry: Point | None
    properties: Properties
    type: Literal["Feature"] = "Feature"


def write_geojson(record: Record, known: Known, asked: Asked, stream: TextIO) -> int:
    """Write one feature collection, a feature a line; returns how many."""
    stream.write('{"type":"FeatureCollection","features":[')
    count = 0
    for incident in incidents_of(record, known, asked):
        stream.write(",\n" if count else "\n")
        stream.write(to_json(_feature(incident, asked.rule)))
        count += 1
    stream.write("\n]}\n")
    return count


def _feature(found: IncidentView, rule: RuleName) -> Feature:
    place, date, point = found.place, found.date, on_the_map(found)
    tolls = {toll.effect: Range(toll.low, toll.high, toll.best) for toll in found.tolls}
    return Feature(
        id=found.id,
        geometry=Point((point[1], point[0])) if point else None,
        properties=Properties(
            event_type=found.event_type,
            sub_event_type=found.sub_event_type,
            detail=found.detail,
            status=found.status,
            place=place.text if place else None,
            country=place.country if place else None,
            precision=place.precision if place else None,
            date_start=date.start.isoformat() if date else None,
            date_end=date.end.isoformat() if date else None,
            date_precision=date.precision if date else None,
            date_doubtful=found.is_date_doubtful,
            killed=tolls.get("killed"),
            injured=tolls.get("injured"),
            rule=RULES[rule].wording,
            outlets=outlets_of(found),
            reports=len(found.reports),
        ),
    )
