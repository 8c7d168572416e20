"""Which place belongs to which event of a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.reports.grammar import NEAR, distance, governor
from onrecord.extract.reports.metonyms import stands_for_power
from onrecord.extract.reports.when import SAYING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.extract.places import PlaceSpot
    from onrecord.extract.reports.triggers import Trigger
    from onrecord.model import Sentence

ACTING = frozenset({"nsubj", "agent", "poss"})  # a country that acts is no place
AIMED = frozenset({"on", "over"})  # after a noun: whom it is aimed at
LOCATING = frozenset({"in", "at", "near", "outside", "off", "around", "across",
                      "inside", "on", "through", "hits", "hit", "rocks", "over",
                      "along"})  # fmt: skip


def places_of(
    sentence: Sentence, triggers: Sequence[Trigger], spots: Sequence[PlaceSpot]
) -> dict[int, PlaceSpot]:
    """The place of each trigger that has one of its own, by the trigger's token."""
    found: dict[int, tuple[tuple[int, ...], PlaceSpot]] = {}
    for spot in spots:
        owner = _owner(sentence, spot, triggers)
        if owner is None:
            continue
        at, steps = owner
        # A country is taken when nothing finer is there; "in X" before a bare name.
        rank = (int(spot.is_country), int(spot.lead not in LOCATING), steps, spot.first)
        if at not in found or rank < found[at][0]:
            found[at] = (rank, spot)
    return {at: spot for at, (_, spot) in found.items()}


def _owner(
    sentence: Sentence, spot: PlaceSpot, triggers: Sequence[Trigger]
) -> tuple[int, int] | None:
    head = sentence.tokens[spot.last]
    if any(spot.span.meets(trigger.span) for trigger in triggers) or not triggers:
        return None
    dep = head.dep
    if dep == "conj":  # "Kelmara and Ruvenia signed": both act
        dep = sentence.tokens[head.head].dep
    acts = dep in ACTING and spot.lead not in LOCATING and head.tag != "POS"
    if acts and (spot.is_country or dep == "nsubj"):
        return None
    if stands_for_power(sentence, spot):
        return None
    at = governor(sentence, spot.first, spot.last)
    tells = any(trigger.at == at for trigger in triggers)
    if not spot.lead and head.dep == "compound" and _is_apart(sentence, at, triggers):
        return None  # "the Oldport talks after the bombing" places the talks
    if sentence.tokens[at].lemma in SAYING:
        return None
    if spot.lead in AIMED and sentence.tokens[at].pos == "NOUN" and not tells:
        return None  # "a march over the war on Kelmara" is not in Kelmara
    steps, owner = min(
        (distance(sentence, at, trigger.at), trigger.at) for trigger in triggers
    )
    return (owner, steps) if steps < NEAR else None


def _is_apart(sentence: Sentence, at: int, triggers: Sequence[Trigger]) -> bool:
    """Whether the noun at token `at` has nothing to do with any trigger."""
    near = {at, sentence.tokens[at].head}
    return not any(trigger.at in near for trigger in triggers)
