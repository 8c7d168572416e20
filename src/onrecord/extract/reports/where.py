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


def acts(sentence: Sentence, spot: PlaceSpot) -> bool:
    """Whether the place is who does something: "Kelmara and Ruvenia signed"."""
    head = sentence.tokens[spot.last]
    dep = sentence.tokens[head.head].dep if head.dep == "conj" else head.dep
    acts = dep in ACTING and spot.lead not in LOCATING and head.tag != "POS"
    return acts and (spot.is_country or dep == "nsubj")


def _owner(
    sentence: Sentence, spot: PlaceSpot, triggers: Sequence[Trigger]
) -> tuple[int, int] | None:
    if any(spot.span.meets(trigger.span) for trigger in triggers) or not triggers:
        return None
    if acts(sentence, spot) or stands_for_power(sentence, spot):
        return None
    at = governor(sentence, spot.first, spot.last)
    if _is_of_else(sentence, spot, at, triggers):
        return None
    steps, owner = min(
        (distance(sentence, at, trigger.at), trigger.at) for trigger in triggers
    )
    return (owner, steps) if steps < NEAR else None


def _is_of_else(
    sentence: Sentence, spot: PlaceSpot, at: int, triggers: Sequence[Trigger]
) -> bool:
    """Whether the word at token `at`, on which the place hangs, is no event's.

    "The Oldport talks after the bombing" places the talks, "said in Oldport" the
    speaker; "a march over the war on Kelmara" is not in Kelmara.
    """
    token = sentence.tokens[at]
    is_compound = sentence.tokens[spot.last].dep == "compound"
    if not spot.lead and is_compound and _is_apart(sentence, at, triggers):
        return True
    is_aimed = spot.lead in AIMED and token.pos == "NOUN"
    tells = any(trigger.at == at for trigger in triggers)
    return token.lemma in SAYING or (is_aimed and not tells)


def _is_apart(sentence: Sentence, at: int, triggers: Sequence[Trigger]) -> bool:
    """Whether the noun at token `at` has nothing to do with any trigger."""
    near = {at, sentence.tokens[at].head}
    return not any(trigger.at in near for trigger in triggers)
