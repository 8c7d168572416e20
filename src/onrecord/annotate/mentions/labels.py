"""Names by the parser's entity labels, with what it gets wrong on news mended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.mentions.diseases import names_disease
from onrecord.annotate.mentions.kinds import is_no_party, kind_by_words
from onrecord.annotate.mentions.name_parts import person_part
from onrecord.annotate.mentions.scene import (
    HEADLINES,
    POSSESSIVES,
    Spot,
    is_capitalised,
    occupied_by,
)
from onrecord.annotate.mentions.words import naming_words
from onrecord.gazetteer import find_body, is_acronym, is_honorific, is_role_word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.annotate.mentions.scene import Scene
    from onrecord.model import EntityType, Sentence

TYPES: dict[str, EntityType] = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
}
LINKS = frozenset(
    {"of", "and", "&", "for", "the", "-", "'", "’", ".", "de", "al", "in"}
)
ARTICLES = frozenset({"The", "A", "An", "This", "That", "These", "Those"})
NOUNS = frozenset({"PROPN", "ADP", "DET", "PUNCT", "CCONJ", "PART", "X"})


def find_labelled(scene: Scene, taken: list[Spot]) -> list[Spot]:
    """Persons, organisations and places by label, beside what is taken."""
    occupied = occupied_by(taken)
    spots: list[Spot] = []
    for number, sentence in enumerate(scene.sentences):
        barred = occupied.get(number, set()) | scene.credits[number]
        for start, end in _labelled(sentence):
            for low, high in _free_runs(start, end, barred):
                is_whole = (low, high) == (start, end)
                spot = _mended(scene, number, low, high)
                if spot is not None and (is_whole or spot.type != "organisation"):
                    spots.append(spot)
    return spots


def _labelled(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Runs of tokens with one label; two names of persons side by side are one."""
    start = None
    tokens = sentence.tokens
    for at, token in enumerate(tokens):
        goes_on = start is not None and token.entity == tokens[start].entity
        opens_anew = token.starts_entity and token.entity != "PERSON"
        if start is not None and (not goes_on or opens_anew):
            yield start, at
            start = None
        if start is None and token.entity in TYPES:
            start = at
    if start is not None:
        yield start, len(tokens)


def _free_runs(start: int, end: int, barred: set[int]) -> Iterator[tuple[int, int]]:
    low = None
    for at in range(start, end + 1):
        if at < end and at not in barred:
            low = at if low is None else low
        elif low is not None:
            yield low, at
            low = None


def _mended(scene: Scene, number: int, start: int, end: int) -> Spot | None:
    sentence = scene.sentences[number]
    label = sentence.tokens[start].entity
    kind = TYPES[label]
    part = person_part if kind == "person" else _name_part
    start, end = part(sentence, start, end)
    if start >= end or _is_no_name(scene, number, start, end):
        return None
    if sentence.zone in HEADLINES and not _is_shown(scene, number, start, end, kind):
        return None
    kind = kind_by_words(scene, number, start, end, kind)
    if kind == "person" and any(
        mark.isdigit() for t in sentence.tokens[start:end] for mark in t.text
    ):
        return None
    words = scene.words(number, start, end)
    body = find_body(words) if kind == "organisation" else None
    if body is not None and not body.is_open:
        return Spot(
            number,
            start,
            end,
            "government",
            country=body.country,
            institution=body.key,
            confidence=0.6,
        )
    return Spot(number, start, end, kind, confidence=0.6)


def _name_part(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """Without articles, possessives, and small words at the ends."""
    tokens = sentence.tokens
    while start < end and (
        not is_capitalised(tokens[start]) or tokens[start].text in ARTICLES
    ):
        start += 1
    at = start
    while at < end and _may_stand_inside(tokens[at].text):
        at += 1
    while at > start and (
        not tokens[at - 1].text[-1].isalnum()
        or tokens[at - 1].text in POSSESSIVES
        or tokens[at - 1].text in LINKS
    ):
        at -= 1
    return start, at


def _may_stand_inside(text: str) -> bool:
    return not text[0].islower() or text in LINKS or text in POSSESSIVES


def _is_no_name(scene: Scene, number: int, start: int, end: int) -> bool:
    """Whether the words are a date, a fragment, a ship, or words of every day."""
    sentence = scene.sentences[number]
    tokens = sentence.tokens[start:end]
    small = [token.text.casefold() for token in tokens]
    is_bare = not any(sum(map(str.isalpha, word)) > 1 for word in small)
    if is_bare or is_no_party(scene, number, start, end):
        return True
    if all(word in scene.small or word in naming_words().calendar for word in small):
        return True
    if _is_vessel(sentence, start) or _is_disease(scene, number, start, end):
        return True
    if len(tokens) > 1:
        return False
    if start > 1 and sentence.tokens[start - 1].text == "of":
        return is_role_word(sentence.tokens[start - 2].text)  # "Secretary of State"
    is_opener = start == 0 and tokens[0].pos in {"ADV", "VERB", "INTJ", "SCONJ"}
    return is_opener or _is_office_subject(sentence, start, end)


def _is_disease(scene: Scene, number: int, start: int, end: int) -> bool:
    """Whether a disease is named: "X virus", or X alone where "X virus" stands."""
    tokens = scene.sentences[number].tokens
    if names_disease(tokens, end):
        return True
    words = scene.words(number, start, end)
    return words in scene.diseases and words not in scene.place_words


def _is_vessel(sentence: Sentence, start: int) -> bool:
    """Whether a ship is named: "the ferry Petrel", "the Lady Ann"."""
    at = start
    while at and is_honorific(sentence.tokens[at - 1].text):
        at -= 1
    before = sentence.tokens[at - 1].text.casefold() if at else ""
    return before in naming_words().vessel_nouns or (at < start and before == "the")


def _is_office_subject(sentence: Sentence, start: int, end: int) -> bool:
    """Whether the word says which minister follows: "Interior Minister X"."""
    if end >= len(sentence.tokens) or not is_role_word(sentence.tokens[end].text):
        return False
    body = find_body(f"{sentence.tokens[start].text} department")
    return body is not None


def _is_shown(
    scene: Scene, number: int, start: int, end: int, kind: EntityType
) -> bool:
    """Whether a headline's name is more than its capitals.

    A label of one word that opens the line needs the running text to know it; so does
    every name in a Title Case Headline.
    """
    tokens = scene.sentences[number].tokens[start:end]
    words = [token.text for token in tokens]
    if any(word.casefold() in scene.small - LINKS for word in words):
        return False
    known = any(word in scene.capital for word in words)
    if known or is_acronym(words[0]):
        return True
    if number in scene.title_cased:
        return False
    if any(token.pos not in NOUNS for token in tokens):
        return False
    return len(words) > 1 or (start > 0 or kind == "place")
