"""Names that a table knows: actors and countries."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.annotate.mentions.known_places import (
    country_at,
    ends_at,
    goes_on,
    opens_before_person,
    wide_at,
)
from onrecord.annotate.mentions.scene import (
    HEADLINES,
    POSSESSIVES,
    Spot,
    has_capital,
    is_capitalised,
)
from onrecord.annotate.mentions.words import naming_words
from onrecord.gazetteer import fold, is_acronym

if TYPE_CHECKING:
    from onrecord.annotate.mentions.scene import Scene
    from onrecord.gazetteer import Actor
    from onrecord.model import Sentence

LONGEST_ORGAN = 8  # tokens
ENGLISH_WORDS = frozenset({"IS", "WHO", "IT", "AND", "ARE", "AID", "ALL"})


def find_known(scene: Scene) -> list[Spot]:
    """Actors and countries of the tables, in reading order, longest match first."""
    spots: list[Spot] = []
    for number, openers in enumerate(scene.openers):
        free = 0
        for at, first in openers:
            if at < free or at in scene.credits[number]:
                continue
            spot = (
                _actor_at(scene, number, at, first)
                or wide_at(scene, number, at, first)
                or country_at(scene, number, at, first)
            )
            if spot is not None:
                spots.append(spot)
                free = spot.end
    return spots


def sure_of(spots: list[Spot]) -> frozenset[str]:
    """What the spots name: codes of countries and ids of actors."""
    return frozenset(
        key for spot in spots for key in (spot.actor, spot.country) if key is not None
    )


def is_within_longer(scene: Scene, spot: Spot) -> bool:
    """Whether a country is a part of a longer name: "China-Bhutan Trade Corridor".

    Headlines prove nothing, and after a possessive another name begins.
    """
    sentence = scene.sentences[spot.sentence]
    label = sentence.tokens[spot.start].entity
    if opens_before_person(sentence, spot.start, spot.end):
        return False
    if label not in {"ORG", "FAC", "EVENT", "LAW", "PRODUCT", "WORK_OF_ART"}:
        return False
    low, high = _label_around(sentence, spot)
    others = [*sentence.tokens[low : spot.start], *sentence.tokens[spot.end : high]]
    if sentence.zone in HEADLINES:
        return False
    return any(is_capitalised(token) for token in others)


def _label_around(sentence: Sentence, spot: Spot) -> tuple[int, int]:
    """The label's tokens around a spot, as far as possessives let one name reach."""
    tokens = sentence.tokens
    low, high = spot.start, spot.end
    while low and not tokens[low].starts_entity:
        if tokens[low - 1].text in POSSESSIVES:
            return low, high
        low -= 1
    while (
        high < len(tokens)
        and tokens[high].entity
        and not tokens[high].starts_entity
        and tokens[high].text not in POSSESSIVES
    ):
        high += 1
    return low, high


def _actor_at(scene: Scene, number: int, start: int, first: str) -> Spot | None:
    sentence = scene.sentences[number]
    for end in ends_at(sentence, start, scene.actors.reach(first)):
        words = scene.words(number, start, end)
        actor = scene.actors.find(words, near=scene.near)
        if actor is None or not _is_name_here(scene, number, words, actor):
            continue
        if _is_in_person(sentence, start, end) or actor.type == "country":
            return None
        spot = Spot(number, start, end, actor.type, actor.id, confidence=0.95)
        if actor.type != "international":
            return spot
        return None if _is_a_states(scene, spot) else _with_organ(scene, spot)
    return None


def _is_name_here(scene: Scene, number: int, words: str, actor: Actor) -> bool:
    if number in scene.shouted and is_acronym(words):
        return words not in ENGLISH_WORDS
    return has_capital(words) or any(
        alias.islower() and fold(alias) == fold(words) for alias in actor.aliases
    )


def _is_in_person(sentence: Sentence, start: int, end: int) -> bool:
    """Whether one word of a table is a given name here: "Ansa Lund"."""
    tokens = sentence.tokens
    if end - start > 1 or tokens[start].entity != "PERSON" or end >= len(tokens):
        return False
    return goes_on(tokens[end])


def _is_a_states(scene: Scene, spot: Spot) -> bool:
    """Whether a country or "National" before it makes it some state's council."""
    at = spot.start - 1
    tokens = scene.sentences[spot.sentence].tokens
    while at >= 0 and tokens[at].text in POSSESSIVES:
        at -= 1
    words = scene.text_of(spot)
    if at < 0 or is_acronym(words.split()[0]) or "United Nations" in words:
        return False
    before = tokens[at].text
    return before == "National" or scene.countries.code_of(before) is not None


def _with_organ(scene: Scene, spot: Spot) -> Spot:
    """The spot, or with what follows: "UN committee monitoring fuel sales"."""
    sentence = scene.sentences[spot.sentence]
    tokens = sentence.tokens
    at = spot.end
    while at < len(tokens) and tokens[at].pos in {"ADJ", "NOUN"}:
        at += 1
    if at == spot.end or tokens[at - 1].text not in naming_words().organs:
        return spot
    end = at
    for child in sentence.children[at - 1]:
        if child == end and tokens[child].dep in {"acl", "prep"}:
            reach = max(token.i for token in sentence.below(child)) + 1
            end = reach if reach - spot.start <= LONGEST_ORGAN else end
    if end == at and end < len(tokens) and tokens[end].tag == "VBG":
        end = _phrase_end(sentence, end + 1)
    return replace(spot, end=end, actor=None, confidence=0.7)


def _phrase_end(sentence: Sentence, at: int) -> int:
    nominal = {"ADJ", "NOUN", "PROPN"}
    while at < len(sentence.tokens) and sentence.tokens[at].pos in nominal:
        at += 1
    return at
