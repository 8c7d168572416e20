"""Names that a table knows: actors and countries."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.annotate.mentions.echoes import SAYING
from onrecord.annotate.mentions.scene import (
    HEADLINES,
    POSSESSIVES,
    Spot,
    has_capital,
    is_capitalised,
)
from onrecord.annotate.mentions.words import is_given_name, naming_words
from onrecord.gazetteer import fold, is_acronym, is_role_word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.annotate.mentions.scene import Scene
    from onrecord.gazetteer import Actor
    from onrecord.model import Sentence, Token

LONGEST_ORGAN = 8  # tokens
LONGEST_ACRONYM = 4  # letters
TOKENS_A_WORD = 2  # "ISIS-K" may be one token or three
COMPASS = frozenset(
    {"north", "south", "east", "west", "northern", "southern", "eastern", "western"}
    | {"central", "new"}
)
ENGLISH_WORDS = frozenset({"IS", "WHO", "IT", "AND", "ARE", "AID", "ALL"})
OF_COUNTRY = frozenset({"to", "of", "for", "in"})
DEALT_WITH = frozenset({"with", "between", "against", "by"})


def find_known(scene: Scene) -> list[Spot]:
    """Actors and countries of the tables, in reading order, longest match first."""
    spots: list[Spot] = []
    for number, sentence in enumerate(scene.sentences):
        at = 0
        while at < len(sentence.tokens):
            spot = None
            if at not in scene.credits[number] and _may_open(
                scene, sentence.tokens[at]
            ):
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


def is_within_longer(scene: Scene, spot: Spot) -> bool:
    """Whether a country is a part of a longer name: "China-Bhutan Trade Corridor".

    Headlines prove nothing, and after a possessive another name begins.
    """
    sentence = scene.sentences[spot.sentence]
    label = sentence.tokens[spot.start].entity
    if _opens_before_person(sentence, spot.start, spot.end):
        return False
    if label not in {"ORG", "FAC", "EVENT", "LAW", "PRODUCT", "WORK_OF_ART"}:
        return False
    low, high = _label_around(sentence, spot)
    others = [*sentence.tokens[low : spot.start], *sentence.tokens[spot.end : high]]
    if sentence.zone in HEADLINES or any(t.text in POSSESSIVES for t in others):
        return False
    return any(is_capitalised(token) for token in others)


def _label_around(sentence: Sentence, spot: Spot) -> tuple[int, int]:
    tokens = sentence.tokens
    low, high = spot.start, spot.end
    while low and not tokens[low].starts_entity:
        low -= 1
    while high < len(tokens) and tokens[high].entity and not tokens[high].starts_entity:
        high += 1
    return low, high


def _ends(sentence: Sentence, start: int, words: int) -> Iterator[int]:
    """Ends of possible names of so many words at `start`, the longest first."""
    if not words:
        return
    furthest = min(len(sentence.tokens), start + TOKENS_A_WORD * words + 1)
    for end in range(furthest, start, -1):
        last = sentence.tokens[end - 1]
        if last.text not in POSSESSIVES and any(map(str.isalnum, last.text)):
            yield end


def _opening(token: Token) -> str:
    """The folded word under which names that open with this token are kept."""
    return fold(token.text).split(" ", 1)[0]


def _may_open(scene: Scene, token: Token) -> bool:
    """Whether any name of the tables opens so; most words open none."""
    word = _opening(token)
    return bool(scene.actors.reach(word) or scene.countries.reach(word))


def _actor_at(scene: Scene, number: int, start: int) -> Spot | None:
    sentence = scene.sentences[number]
    first = _opening(sentence.tokens[start])
    for end in _ends(sentence, start, scene.actors.reach(first)):
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
    return _goes_on(tokens[end])


def _goes_on(token: Token) -> bool:
    return (
        token.entity == "PERSON"
        and not token.starts_entity
        and is_capitalised(token)
        and not is_role_word(token.text)
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


def _country_at(scene: Scene, number: int, start: int) -> Spot | None:
    sentence = scene.sentences[number]
    first = _opening(sentence.tokens[start])
    for end in _ends(sentence, start, scene.countries.reach(first)):
        words = scene.words(number, start, end)
        found = scene.countries.read(words)
        if found is None or not has_capital(words):
            continue
        if _is_in_other_name(sentence, start, end):
            return None
        if _is_surname(scene, sentence, start, end):
            return None
        code, kind = found
        if kind == "region" and words.isupper() and len(words) <= LONGEST_ACRONYM:
            return None  # GAO is no town
        is_place = kind == "region" or (
            kind == "capital" and not _is_government(sentence, start, end)
        )
        return Spot(
            number,
            start,
            end,
            "place" if is_place else "country",
            country=code,
            confidence=0.9,
        )
    return None


def _is_surname(scene: Scene, sentence: Sentence, start: int, end: int) -> bool:
    """Whether a place's name is a person's here: "Ann Paris" and, after her, "Paris".

    Where "in Paris" stands in the article, only the full name and who says something
    are the person; the rest stays the place.
    """
    token = sentence.tokens[start]
    if end - start > 1 or token.text not in scene.surnames:
        return False
    if token.text not in scene.place_words:
        return True
    before = sentence.tokens[start - 1].text if start else ""
    is_said = sentence.tokens[token.head].lemma in SAYING
    return f"{before} {token.text}" in scene.namesakes or (
        token.dep == "nsubj" and is_said
    )


def _is_in_other_name(sentence: Sentence, start: int, end: int) -> bool:
    """Whether the word is part of another name: "New Jersey", "Paris Olsen"."""
    tokens = sentence.tokens
    label = tokens[start].entity
    if _opens_before_person(sentence, start, end):
        return False
    if label == "PERSON" and end < len(tokens) and _goes_on(tokens[end]):
        return True
    if not start or tokens[start].starts_entity or tokens[start - 1].entity != label:
        return False
    before = tokens[start - 1].text
    if label == "NORP":  # "Native American"
        return True
    if label == "PERSON":
        return before not in POSSESSIVES and before.casefold() != "the"
    return label == "GPE" and before.casefold() in COMPASS


def _opens_before_person(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a name follows in "the envoy to Peru Ann Lund", that of a person."""
    tokens = sentence.tokens
    if not start or end + 1 >= len(tokens) or tokens[start - 1].text not in OF_COUNTRY:
        return False
    return is_given_name(tokens[end].text) and is_capitalised(tokens[end + 1])


def _is_government(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a capital stands for its government: it acts, or is dealt with."""
    token = sentence.tokens[end - 1]
    following = sentence.tokens[end].text if end < len(sentence.tokens) else ""
    if following == "," and _is_followed_by_country(sentence, token):
        return False
    head = sentence.tokens[token.head]
    if token.dep in {"nsubj", "agent"}:
        return True
    if token.dep in {"dobj", "iobj", "dative"}:
        return head.lemma in naming_words().addressed
    if token.dep == "pobj":
        return head.text.casefold() in DEALT_WITH
    if token.dep != "conj" or head.i == token.i:
        return False
    return _is_government(sentence, head.i, head.i + 1)


def _is_followed_by_country(sentence: Sentence, token: Token) -> bool:
    nested = sentence.child(token.i, "appos", "npadvmod")
    return nested is not None and nested.entity == "GPE"
