"""Names that a table knows: actors and countries."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.annotate.mentions_scene import (
    HEADLINES,
    POSSESSIVES,
    Spot,
    has_capital,
    is_capitalised,
)
from onrecord.gazetteer import fold, is_acronym

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.annotate.mentions_scene import Scene
    from onrecord.gazetteer import Actor
    from onrecord.model import Sentence

# After these an international body's committee is named by what it is.
ORGANS = frozenset(
    [
        "committee",
        "panel",
        "mission",
        "commission",
        "agency",
        "tribunal",
        "court",
        "office",
        "team",
        "inquiry",
        "programme",
        "program",
        "fund",
        "taskforce",
        "rapporteurs",
        "experts",
        "council",
        "assembly",
    ]
)
LONGEST_ORGAN = 8  # tokens
PLACE_PREPOSITIONS = frozenset(
    [
        "in",
        "near",
        "at",
        "outside",
        "inside",
        "across",
        "around",
        "through",
        "throughout",
        "to",
        "from",
    ]
)
COMPASS = frozenset(
    [
        "north",
        "south",
        "east",
        "west",
        "northern",
        "southern",
        "eastern",
        "western",
        "central",
        "new",
    ]
)
TOKENS_A_WORD = 2  # "ISIS-K" may be one token or three


def find_known(scene: Scene) -> list[Spot]:
    """Actors and countries of the tables, in reading order, longest match first."""
    spots: list[Spot] = []
    for number, sentence in enumerate(scene.sentences):
        at = 0
        while at < len(sentence.tokens):
            spot = _actor_at(scene, number, at) or _country_at(scene, number, at)
            if spot is not None:
                spots.append(spot)
            at = at + 1 if spot is None else spot.end
    return spots


def sure_of(spots: list[Spot]) -> frozenset[str]:
    """What the spots name: codes of countries and ids of actors."""
    return frozenset(
        key for spot in spots for key in (spot.actor, spot.country) if key is not None
    )


def _ends(sentence: Sentence, start: int, words: int) -> Iterator[int]:
    """Ends of possible names at `start`, the longest first."""
    furthest = min(len(sentence.tokens), start + TOKENS_A_WORD * words + 1)
    for end in range(furthest, start, -1):
        last = sentence.tokens[end - 1]
        if last.text not in POSSESSIVES and any(map(str.isalnum, last.text)):
            yield end


def _actor_at(scene: Scene, number: int, start: int) -> Spot | None:
    sentence = scene.sentences[number]
    first = fold(sentence.tokens[start].text).split(" ", 1)[0]
    if first not in scene.actors.first_words:
        return None
    for end in _ends(sentence, start, scene.actors.longest):
        words = scene.words(number, start, end)
        actor = scene.actors.find(words, near=scene.near)
        if actor is None or not _is_name_here(scene, number, words, actor):
            continue
        spot = Spot(number, start, end, actor.type, actor.id, confidence=0.95)
        if actor.type == "international":
            return None if _is_a_states(scene, spot) else _with_organ(scene, spot)
        return spot if actor.type != "country" else None
    return None


def _is_name_here(scene: Scene, number: int, words: str, actor: Actor) -> bool:
    if number in scene.shouted and is_acronym(words):
        return words not in {"IS", "WHO", "IT", "AND", "ARE"}
    return has_capital(words) or any(
        alias.islower() and fold(alias) == fold(words) for alias in actor.aliases
    )


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
    """ "UN committee monitoring sanctions": another body than the UN itself."""
    sentence = scene.sentences[spot.sentence]
    at = spot.end
    while at < len(sentence.tokens) and sentence.tokens[at].pos in {"ADJ", "NOUN"}:
        at += 1
    if at == spot.end or sentence.tokens[at - 1].text not in ORGANS:
        return spot
    organ = sentence.tokens[at - 1]
    end = at
    for child in sentence.children[organ.i]:
        if child == end and sentence.tokens[child].dep in {"acl", "prep"}:
            reach = max(token.i for token in sentence.below(child)) + 1
            end = reach if reach - spot.start <= LONGEST_ORGAN else end
    if end == at and end < len(sentence.tokens) and sentence.tokens[end].tag == "VBG":
        end = _phrase_end(sentence, end + 1)
    return replace(spot, end=end, actor=None, confidence=0.7)


def _phrase_end(sentence: Sentence, at: int) -> int:
    while at < len(sentence.tokens) and sentence.tokens[at].pos in {
        "ADJ",
        "NOUN",
        "PROPN",
    }:
        at += 1
    return at


def _country_at(scene: Scene, number: int, start: int) -> Spot | None:
    sentence = scene.sentences[number]
    token = sentence.tokens[start]
    if fold(token.text).split(" ", 1)[0] not in scene.countries.first_words:
        return None
    for end in _ends(sentence, start, scene.countries.longest):
        words = scene.words(number, start, end)
        found = scene.countries.read(words)
        if found is None or not has_capital(words):
            continue
        if _is_in_other_name(scene, number, start, end):
            return None
        code, kind = found
        if kind == "capital" and not _is_government(sentence, start, end):
            return Spot(number, start, end, "place", country=code, confidence=0.9)
        return Spot(number, start, end, "country", country=code, confidence=0.9)
    return None


def _is_in_other_name(scene: Scene, number: int, start: int, end: int) -> bool:
    """Whether the word is part of another name: "New Jersey", "Paris Olsen"."""
    tokens = scene.sentences[number].tokens
    label = tokens[start].entity
    if label == "PERSON" and end < len(tokens) and tokens[end].entity == "PERSON":
        return not tokens[end].starts_entity and tokens[end].text not in POSSESSIVES
    if label in {"ORG", "FAC", "EVENT", "LAW", "PRODUCT", "WORK_OF_ART"}:
        return _is_in_longer(scene.sentences[number], start, end)
    if start and not tokens[start].starts_entity and tokens[start - 1].entity == label:
        before = tokens[start - 1]
        if label == "PERSON":
            return True
        return label == "GPE" and before.text.casefold() in COMPASS
    return False


def _is_in_longer(sentence: Sentence, start: int, end: int) -> bool:
    """Whether the label around the country holds two more capitalised words.

    "China-Bhutan Trade Corridor" is one name; headlines prove nothing, and after a
    possessive another name begins.
    """
    tokens = sentence.tokens
    if sentence.zone in HEADLINES:
        return False
    low, high = start, end
    while low and not tokens[low].starts_entity:
        low -= 1
    while high < len(tokens) and tokens[high].entity and not tokens[high].starts_entity:
        high += 1
    others = [*tokens[low:start], *tokens[end:high]]
    if any(token.text in POSSESSIVES for token in others):
        return False
    named = [token for token in others if is_capitalised(token)]
    return len(named) >= (1 if tokens[high - 1].i >= end else 2)


def _is_government(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a capital stands for its government: it acts, or is dealt with."""
    token = sentence.tokens[end - 1]
    following = sentence.tokens[end].text if end < len(sentence.tokens) else ""
    if following == ",":
        nested = sentence.child(token.i, "appos", "npadvmod")
        if nested is not None and nested.entity == "GPE":
            return False
    if token.dep in {"nsubj", "agent", "dobj", "iobj", "dative"}:
        return token.dep == "nsubj" or following != ","
    head = sentence.tokens[token.head]
    if token.dep == "pobj":
        return head.text.casefold() in {"with", "between", "against", "by", "for"}
    return token.dep == "conj" and _is_government(sentence, head.i, head.i + 1)
