"""Rows of places, and which place a report tells of."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from onrecord.export.group_rows import PlaceRow
from onrecord.export.groups import SINGLE, scores_of, spellings
from onrecord.export.known import PLACES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from onrecord.export.known import Known
    from onrecord.model import KnownPlace, Mention
    from onrecord.record import Record
    from onrecord.record.views import Entity


def place_rows(record: Record, known: Known, run: str) -> Iterator[PlaceRow]:
    """Every place that mentions name, with its point where the gazetteer has one."""
    names = spellings(record, known)
    points = points_of(record.mentions(), known.entity_of)
    scores = scores_of(known, known.entity_of)
    for entity in known.entities.values():
        if entity.type in PLACES:
            point = points.get(entity.id)
            score = scores.get(entity.id, SINGLE)
            yield _place(entity, point, names[entity.id], (run, score))


def points_of(
    mentions: Iterable[Mention], groups: Mapping[str, str]
) -> dict[str, KnownPlace]:
    """For each identity the place that most of its names surely mean.

    Of several the surest naming counts; of places that as many names mean, the one of
    the smallest number.
    """
    told: defaultdict[str, Counter[int]] = defaultdict(Counter)
    best: dict[tuple[str, int], KnownPlace] = {}
    for mention in mentions:
        place = mention.place
        if place is None or not place.is_sure:
            continue
        group = groups.get(mention.id, mention.id)
        told[group][place.id] += 1
        held = best.setdefault((group, place.id), place)
        if place.score > held.score:
            best[group, place.id] = place
    return {
        group: best[group, min(counts, key=lambda one: (-counts[one], one))]
        for group, counts in told.items()
    }


def _place(
    entity: Entity,
    point: KnownPlace | None,
    names: tuple[str, ...],
    made: tuple[str, float],
) -> PlaceRow:
    run, confidence = made
    return PlaceRow(
        id=entity.id,
        name=point.name if point else entity.name,
        names=names,
        lat=point.lat if point else None,
        lon=point.lon if point else None,
        precision=point.precision if point else None,
        geonameid=point.geonameid if point else None,
        country=(point.country or None) if point else None,
        run=run,
        confidence=confidence,
        part_of=entity.part_of,
        known=point.score if point else None,
    )
