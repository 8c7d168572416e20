"""Rows of groups: entities, claims, incidents, stories."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from onrecord.export.group_rows import (
    ClaimRow,
    EntityRow,
    IncidentRow,
    StoryRow,
    TollRow,
)
from onrecord.export.parts import date_row
from onrecord.export.report_rows import place_of_report
from onrecord.export.roles import role_rows
from onrecord.record.views import read_claims, read_incidents

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from onrecord.export.known import Known
    from onrecord.record import Record
    from onrecord.record.views import IncidentView, Toll

SINGLE = 1.0  # a group of one is certain to be one
BATCH = 500  # groups opened at once: enough to be quick, few enough to stay small


def entity_rows(record: Record, known: Known, run: str) -> Iterator[EntityRow]:
    """Every identity that is no mere place and no private person."""
    names = spellings(record, known)
    scores = scores_of(known, known.entity_of)
    roles = role_rows(record, known)
    for entity in known.entities.values():
        if entity.type == "place" or entity.is_private:
            continue
        yield EntityRow(
            id=entity.id,
            type=entity.type,
            name=entity.name,
            names=names[entity.id],
            part_of=entity.part_of,
            run=run,
            confidence=scores.get(entity.id, SINGLE),
            roles=roles.get(entity.id, ()),
        )


def claim_rows(record: Record, known: Known, run: str) -> Iterator[ClaimRow]:
    """Every claim, also those of one statement."""
    scores = scores_of(known, known.claims)
    for batch in _batches(known.claims):
        for claim in read_claims(record, batch, whole=True):
            yield ClaimRow(
                id=claim.id,
                wording=claim.wording.id,
                statements=tuple(item.id for item in claim.statements),
                run=run,
                confidence=scores.get(claim.id, SINGLE),
            )


def incident_rows(record: Record, known: Known, run: str) -> Iterator[IncidentRow]:
    """Every incident with its tolls and the rule they follow."""
    scores = scores_of(known, known.incidents)
    for batch in _batches(known.incidents):
        for incident in read_incidents(record, batch, whole=True):
            yield IncidentRow(
                id=incident.id,
                reports=tuple(report.id for report in incident.reports),
                event_type=incident.event_type,
                sub_event_type=incident.sub_event_type,
                place=place_of_report(incident.place, _place_told(incident, known)),
                date=date_row(incident.date),
                killed=_toll(incident.killed),
                injured=_toll(incident.injured),
                run=run,
                confidence=scores.get(incident.id, SINGLE),
            )


def _place_told(incident: IncidentView, known: Known) -> str | None:
    """The identity of the place that an incident shows."""
    told = (r.id for r in incident.reports if r.place and r.place == incident.place)
    return next((known.places[name] for name in told if name in known.places), None)


def story_rows(_record: Record, known: Known, run: str) -> Iterator[StoryRow]:
    """Every story with its articles."""
    scores = scores_of(known, known.stories)
    articles: dict[str, list[str]] = defaultdict(list)
    for article, story in sorted(known.stories.items()):
        articles[story].append(article)
    for story, members in sorted(articles.items()):
        yield StoryRow(story, tuple(members), run, scores.get(story, SINGLE))


def _toll(toll: Toll | None) -> TollRow | None:
    return TollRow(toll.low, toll.high, toll.rule) if toll else None


def _batches(groups: Mapping[str, str]) -> Iterator[list[str]]:
    """The ids of the groups, in order, a few hundred at once."""
    names = sorted(set(groups.values()))
    for start in range(0, len(names), BATCH):
        yield names[start : start + BATCH]


def spellings(record: Record, known: Known) -> dict[str, tuple[str, ...]]:
    """Every entity's names as worded, most frequent first."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for mention in record.mentions():
        counts[known.entity_of.get(mention.id, mention.id)][mention.text] += 1
    return {
        entity: tuple(sorted(names, key=lambda name: (-names[name], name)))
        for entity, names in counts.items()
    }


def scores_of(known: Known, groups: Mapping[str, str]) -> dict[str, float]:
    """A group's confidence: the weakest link that holds it together."""
    scores: dict[str, float] = {}
    for view in known.links:
        link = view.link
        joins = link.relation == "same" and link.judgement == "yes"
        if joins and view.revoked_at is None and link.left in groups:
            group = groups[link.left]
            scores[group] = min(scores.get(group, SINGLE), link.score)
    return scores
