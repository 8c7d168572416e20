"""Bodies of a state by pattern: ministries, police, parliaments."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.annotate.mentions_scene import (
    HEADLINES,
    POSSESSIVES,
    Spot,
    is_capitalised,
)
from onrecord.gazetteer import body_words, find_body, fold, is_plain_body

if TYPE_CHECKING:
    from onrecord.annotate.mentions_scene import Scene
    from onrecord.gazetteer import Body
    from onrecord.model import Sentence

LONGEST = 9  # tokens of a body's name
LINKS = frozenset({"of", "the", "and", "for", "&", "'s", "’s", ","})
SOURCES = frozenset({"nsubj", "nsubjpass", "agent"})
PLAIN_CONFIDENCE = 0.6


def find_bodies(scene: Scene, known: list[Spot]) -> list[Spot]:
    """State bodies in every sentence; they take in the country before and after.

    `known` are the spots that tables found: countries around a body become part of
    its name.
    """
    spots: list[Spot] = []
    for number, sentence in enumerate(scene.sentences):
        around = [spot for spot in known if spot.sentence == number]
        blocked = {
            at for spot in around if spot.actor for at in range(spot.start, spot.end)
        }
        at = 0
        while at < len(sentence.tokens):
            spot = None if at in blocked else _body_at(scene, number, at, around)
            if spot is not None:
                spots.append(spot)
            at = at + 1 if spot is None else spot.end
    return spots


def find_nominals(scene: Scene, spots: list[Spot]) -> list[Spot]:
    """ "The ministry", where the last ministry named before it is meant."""
    ministries = [spot for spot in spots if (spot.institution or "")[:8] == "ministry"]
    found: list[Spot] = []
    for number, sentence in enumerate(scene.sentences):
        for token in sentence.tokens:
            before = [
                s for s in ministries if (s.sentence, s.start) < (number, token.i)
            ]
            if token.text.casefold() != "ministry" or not before:
                continue
            if any(s.sentence == number and s.start <= token.i < s.end for s in spots):
                continue
            last = max(before, key=lambda s: (s.sentence, s.start))
            found.append(
                replace(
                    last,
                    sentence=number,
                    start=token.i,
                    end=token.i + 1,
                    confidence=PLAIN_CONFIDENCE,
                    is_common=True,
                )
            )
    return found


def _body_at(scene: Scene, number: int, start: int, around: list[Spot]) -> Spot | None:
    sentence = scene.sentences[number]
    if not _may_open(sentence, start):
        return None
    end, body = _longest(scene, number, start)
    if body is None:
        return None
    before = _country_before(sentence, start, around)
    after = _country_after(sentence, end, around)
    is_name = _is_written_as_name(sentence, start, end)
    if not is_name and not _is_source(scene, number, start, end, before or after):
        return None
    local = _place_before(sentence, start, around)
    if local is not None:
        return Spot(number, local, end, "government", confidence=0.6)
    country = (before or after).country if (before or after) else body.country
    return Spot(
        number,
        before.start if before else start,
        after.end if after else end,
        "government",
        country=country,
        institution=body.key,
        confidence=0.9 if is_name else PLAIN_CONFIDENCE,
        is_common=not is_name and country is None,
    )


def _is_written_as_name(sentence: Sentence, start: int, end: int) -> bool:
    """Whether capitals make it a name; one capital that any word would have is none."""
    tokens = sentence.tokens[start:end]
    if len(tokens) == 1 and (start == 0 or sentence.zone in HEADLINES):
        return False
    return all(is_capitalised(token) or token.text in LINKS for token in tokens)


def _may_open(sentence: Sentence, start: int) -> bool:
    token = sentence.tokens[start]
    window = sentence.tokens[start : start + LONGEST]
    return (
        token.pos != "DET"
        and token.text[0].isalnum()
        and any(fold(other.text) in body_words() for other in window)
    )


def _longest(scene: Scene, number: int, start: int) -> tuple[int, Body | None]:
    """The longest name of a body at `start`; a listed name beats an open pattern."""
    sentence = scene.sentences[number]
    guess: tuple[int, Body | None] = (start, None)
    for end in range(min(len(sentence.tokens), start + LONGEST), start, -1):
        tokens = sentence.tokens[start:end]
        if not tokens[-1].text[-1].isalnum():
            continue
        body = find_body(scene.words(number, start, end))
        if body is None:
            continue
        if not body.is_open:
            return end, body
        if guess[1] is None and all(
            is_capitalised(token) or token.text in LINKS for token in tokens
        ):
            guess = (end, body)
    return guess if _opens_well(sentence, start) else (0, None)


def _opens_well(sentence: Sentence, start: int) -> bool:
    return fold(sentence.tokens[start].text) in {"ministry", "department"}


def _country_before(sentence: Sentence, start: int, around: list[Spot]) -> Spot | None:
    """The country right before: "Afghan ...", "Afghanistan's ..."."""
    at = start
    while at and sentence.tokens[at - 1].text in POSSESSIVES:
        at -= 1
    return next(
        (spot for spot in around if spot.type == "country" and spot.end == at and at),
        None,
    )


def _country_after(sentence: Sentence, end: int, around: list[Spot]) -> Spot | None:
    """The country in "... of Pakistan", "... of the Russian Federation"."""
    at = end
    if at < len(sentence.tokens) and sentence.tokens[at].text == "of":
        at += 1
        if at < len(sentence.tokens) and sentence.tokens[at].text == "the":
            at += 1
        return next(
            (spot for spot in around if spot.type == "country" and spot.start == at),
            None,
        )
    return None


def _place_before(sentence: Sentence, start: int, around: list[Spot]) -> int | None:
    """Where a town or province right before starts: "Kabul police" is no state's."""
    if not start:
        return None
    before = sentence.tokens[start - 1]
    place = next((s for s in around if s.type == "place" and s.end == start), None)
    if place is not None:
        return place.start
    if before.entity not in {"GPE", "LOC"} or not is_capitalised(before):
        return None
    if any(spot.start < start <= spot.end for spot in around):
        return None
    at = start - 1
    while at and not sentence.tokens[at].starts_entity:
        at -= 1
    return at


def _is_source(
    scene: Scene, number: int, start: int, end: int, country: Spot | None
) -> bool:
    """Whether small words name a body here: its country stands by, or it speaks."""
    sentence = scene.sentences[number]
    head = sentence.tokens[end - 1]
    if sentence.tokens[start].text.isupper() or head.pos not in {"NOUN", "PROPN"}:
        return False
    if head.dep in {"compound", "amod", "nmod"}:
        return False
    if country is not None:
        return True
    if start and sentence.tokens[start - 1].pos in {"ADJ", "NOUN", "PROPN", "NUM"}:
        return False
    parent = sentence.tokens[head.head]
    return (
        head.dep in SOURCES
        or (head.dep == "pobj" and parent.text in {"by", "to"})
        or (end - start > 1 and not is_plain_body(scene.words(number, start, end)))
    )
