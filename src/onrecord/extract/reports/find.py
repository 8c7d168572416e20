"""Every incident that an article tells, with the figures it gives."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from onrecord.extract.figures.nouns import singular
from onrecord.extract.reports.details import detailed
from onrecord.extract.reports.harm import find_harm
from onrecord.extract.reports.kinds import Kind, kinds
from onrecord.extract.reports.ledger import figures_of
from onrecord.extract.reports.merge import Incident, merge
from onrecord.extract.reports.parties import (
    actors_of,
    claimant_of,
    recipients_of,
)
from onrecord.extract.reports.placing import is_setting, place_of
from onrecord.extract.reports.scene import Scene
from onrecord.extract.reports.telling import LEAD, read_sentences
from onrecord.model import Figure, Party, Report, Span, report_id

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from onrecord.extract.places.words import CountryBook
    from onrecord.model import Annotated, Statement

FORCES = frozenset({"soldier", "troop", "policeman", "officer", "police", "conscript",
                    "fighter", "militant", "rebel", "insurgent", "gunman", "terrorist",
                    "guard", "serviceman", "paratrooper", "jihadist", "militiaman",
                    "recruit", "marine", "commando"})  # fmt: skip
PROTESTERS = frozenset({"protester", "protestor", "demonstrator"})
GUESSED = 0.2  # off the confidence where only the article's country tells the place
CLAIMED = frozenset({"violence", "abduction", "damage"})
ARMED = frozenset({"shooting", "attack", "killing", "raid", "massacre"})


def find_reports(
    annotated: Annotated, statements: Sequence[Statement], countries: CountryBook
) -> tuple[list[Report], list[Figure]]:
    """The incidents that the article tells, and every figure it gives of them.

    In the order of their first words. Threatened, supposed and habitual events are
    none; a foiled one is kept as foiled. A date is never taken from the article's own
    day: what the words leave open stays None.
    """
    scene = Scene(annotated, statements, countries)
    sayings = read_sentences(scene)
    incidents = merge(sayings, scene.day) or find_harm(scene, sayings)
    main = _main_of(incidents)
    reports: list[Report] = []
    figures: list[Figure] = []
    for incident in incidents:
        report = _report(scene, incident, is_main=incident is main)
        reports.append(detailed(scene, incident, report))
        figures.extend(figures_of(scene, incident, report.id))
    return reports, figures


def _main_of(incidents: Sequence[Incident]) -> Incident | None:
    """The incident the article is about: told in its headline, else in its lead."""
    for incident in incidents:
        if any(told.is_headline for told in incident.tellings):
            return incident
    leading = [item for item in incidents if item.tellings[0].sentence < LEAD]
    return leading[0] if leading else None


def _report(scene: Scene, incident: Incident, *, is_main: bool) -> Report:
    trigger = incident.tellings[0].best
    kind = _kind_of(scene, incident)
    actors = _parties(scene, incident, partial(actors_of, family=incident.kind.family))
    place = place_of(scene, incident, is_main=is_main)
    return Report(
        id=report_id(scene.annotated.article.id, trigger.span, incident.kind.name),
        article_id=scene.annotated.article.id,
        page_id=scene.annotated.page.id,
        event_type=kind.event_type,
        sub_event_type=kind.sub_event_type,
        detail=incident.kind.detail,
        place=place,
        date=incident.date,
        status=incident.how,
        spans=_spans(incident),
        actors=actors,
        recipients=_parties(scene, incident, recipients_of),
        claimed_by=_claimant(scene, incident, is_main=is_main),
        is_main=is_main,
        confidence=_confidence(incident, is_guessed=is_setting(scene, place)),
    )


def _confidence(incident: Incident, *, is_guessed: bool) -> float:
    best = incident.tellings[0].best
    base = 0.8 if best.strength == "strong" else 0.6
    base -= GUESSED * is_guessed
    return min(0.95, base + 0.03 * (len(incident.tellings) - 1))


def _spans(incident: Incident) -> tuple[Span, ...]:
    """The first trigger, then the best word of every other telling."""
    spans = [told.best.span for told in incident.tellings]
    return tuple(dict.fromkeys(spans))


def _kind_of(scene: Scene, incident: Incident) -> Kind:
    """The kind; armed violence that strikes armed men is a clash by ACLED's rules."""
    kind = incident.kind
    if kind.name not in ARMED:
        return kind
    struck = {
        singular(toll.counted.split()[-1])
        for told in incident.tellings
        for toll in told.tolls
        if toll.counted and toll.effect == "killed"
    }
    if struck & PROTESTERS:
        return kinds()["police force"]
    return kinds()["clash"] if struck & FORCES else kind


def _parties(
    scene: Scene, incident: Incident, find: Callable[..., list[Party]]
) -> tuple[Party, ...]:
    """The parties of all tellings, each wording once, in reading order."""
    found = {
        party.text.casefold(): party
        for told in reversed(incident.tellings)
        for party in find(scene, told)
    }
    return tuple(sorted(found.values(), key=lambda party: party.span))


def _claimant(scene: Scene, incident: Incident, *, is_main: bool) -> Party | None:
    """Who claimed it: named beside the event, for the main one anywhere."""
    if incident.kind.family not in CLAIMED:
        return None
    own = [told.sentence for told in incident.tellings]
    where = [*own, *range(len(scene.sentences))] if is_main else own
    claimants = [claimant_of(scene, n) for n in where]
    named = [party for party in claimants if party and party.mention is not None]
    return next(iter(named), None) or next(filter(None, claimants), None)
