"""Which place belongs to which event of a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.extract.reports.grammar import NEAR, distance, governor
from onrecord.extract.reports.metonyms import stands_for_power
from onrecord.extract.reports.when import SAYING, takes_lives

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.extract.places import PlaceSpot
    from onrecord.extract.reports.triggers import Trigger
    from onrecord.model import Sentence

ACTING = frozenset({"nsubj", "agent", "poss"})  # a country that acts is no place
AIMED = frozenset({"on", "over"})  # after a noun: whom it is aimed at
# Who tells of an event, or what it is told in: "sources in Oldport said".
TELLERS = frozenset({"source", "spokesman", "spokeswoman", "spokesperson", "conference",
                     "correspondent", "communique", "statement", "declaration",
                     "correspondence", "newspaper", "newscast"})  # fmt: skip
# Matters of their own place: "after the war in Kelmara he set himself on fire".
MATTERS = frozenset({"genocide", "war", "talk", "summit", "ceasefire", "election",
                     "referendum", "occupation", "policy"})  # fmt: skip
AWAY = frozenset({"reside", "live", "hail", "issue", "plot", "mastermind", "send",
                  "broadcast", "hospitalise", "hospitalize"})  # fmt: skip
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
        # "In X" before a bare name; then a country when nothing finer is there.
        rank = (int(spot.lead not in LOCATING), int(spot.is_country), steps, spot.first)
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
    if is_elsewhere(sentence, spot, triggers):
        return None
    names = _is_bare(sentence, spot) and _names(at, triggers)
    if spot.is_country and spot.lead not in LOCATING and not names:
        return None
    steps, owner = min(
        (distance(sentence, at, trigger.at), trigger.at) for trigger in triggers
    )
    return (owner, steps) if steps < NEAR else None


def _is_bare(sentence: Sentence, spot: PlaceSpot) -> bool:
    """Whether no preposition but "of" leads the place: "protests for X" are not."""
    before = sentence.tokens[spot.first - 1 : spot.first] if spot.first else ()
    leads = {spot.lead, *(t.text.casefold() for t in before if t.pos == "ADP")}
    return leads <= {"", "of"}


def _names(at: int, triggers: Sequence[Trigger]) -> bool:
    """Whether the word at token `at` is the event itself: "the Kelmara bombing"."""
    return any(trigger.at == at for trigger in triggers)


def is_elsewhere(
    sentence: Sentence, spot: PlaceSpot, triggers: Sequence[Trigger]
) -> bool:
    """Whether the word on which the place hangs is no event's.

    "The Oldport talks after the bombing" places the talks, "said in Oldport" the
    speaker; "a march over the war on Kelmara" is not in Kelmara.
    """
    at = governor(sentence, spot.first, spot.last)
    token = sentence.tokens[at]
    is_compound = sentence.tokens[spot.last].dep == "compound"
    if not spot.lead and is_compound and _is_apart(sentence, at, triggers):
        return True
    is_aimed = token.pos == "NOUN" and (spot.lead in AIMED or token.lemma in MATTERS)
    return _is_telling(sentence, at) or (is_aimed and not _names(at, triggers))


def _is_telling(sentence: Sentence, at: int) -> bool:
    """Whether it tells of events: "said in Oldport", "a conference held in Oldport"."""
    token = sentence.tokens[at]
    if token.lemma in SAYING | AWAY and not takes_lives(sentence, token):
        return True
    held = sentence.tokens[token.head] if token.dep in {"acl", "relcl"} else token
    return token.lemma in TELLERS or held.lemma in TELLERS


def _is_apart(sentence: Sentence, at: int, triggers: Sequence[Trigger]) -> bool:
    """Whether the noun at token `at` has nothing to do with any trigger."""
    near = {at, sentence.tokens[at].head}
    return not any(trigger.at in near for trigger in triggers)
