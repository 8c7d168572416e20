"""Bodies of a state by pattern: ministries, police, parliaments."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from onrecord.annotate.mentions.scene import (
    HEADLINES,
    POSSESSIVES,
    Spot,
    is_capitalised,
    occupied_by,
)
from onrecord.annotate.mentions.towns import (
    NAMES_OF_BODIES,
    before_possessive,
    place_before,
)
from onrecord.annotate.mentions.words import is_given_name, naming_words
from onrecord.gazetteer import (
    Body,
    body_words,
    find_body,
    fold,
    is_plain_body,
    is_plural_role,
    is_role_word,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.annotate.mentions.scene import Scene
    from onrecord.model import Sentence

LONGEST = 9  # tokens of a body's name
OPENS = frozenset({"ministry", "department", "secretariat", "office"})
LINKS = frozenset({"of", "the", "and", "for", "&", "'s", "’s", ","})
SOURCES = frozenset({"nsubj", "nsubjpass", "agent"})
MINISTRY = "ministry of "
PLAIN_CONFIDENCE = 0.6


@dataclass(frozen=True, slots=True)
class _Found:
    """A body's name at tokens `start` up to `end`, without its country."""

    start: int
    end: int
    body: Body


def find_bodies(scene: Scene, known: list[Spot]) -> list[Spot]:
    """State bodies in every sentence; they take in the country before and after.

    `known` are the spots that tables found: countries around a body become part of
    its name.
    """
    spots: list[Spot] = []
    for number, sentence in enumerate(scene.sentences):
        around = [spot for spot in known if spot.sentence == number]
        blocked = set(scene.credits[number]).union(
            *(range(spot.start, spot.end) for spot in around if spot.actor)
        )
        at = 0
        while at < len(sentence.tokens):
            spot = None if at in blocked else _body_at(scene, number, at, around)
            if spot is not None:
                spots.append(spot)
            at = at + 1 if spot is None else spot.end
    return spots


def find_nominals(scene: Scene, spots: list[Spot]) -> list[Spot]:
    """Every "ministry" alone, where the last ministry named before it is meant."""
    ministries = sorted(
        (spot for spot in spots if (spot.institution or "").startswith(MINISTRY)),
        key=lambda spot: (spot.sentence, spot.start),
    )
    taken = occupied_by(spots)
    found: list[Spot] = []
    for number, at in _words(scene, "ministry"):
        before = [s for s in ministries if (s.sentence, s.start) < (number, at)]
        if before and at not in taken.get(number, ()):
            nominal = replace(before[-1], sentence=number, start=at, end=at + 1)
            found.append(replace(nominal, confidence=PLAIN_CONFIDENCE, is_common=True))
    return found


def _words(scene: Scene, word: str) -> Iterator[tuple[int, int]]:
    for number, sentence in enumerate(scene.sentences):
        for token in sentence.tokens:
            if token.text.casefold() == word:
                yield number, token.i


def _body_at(
    scene: Scene, number: int, start: int, around: Sequence[Spot]
) -> Spot | None:
    sentence = scene.sentences[number]
    found = _longest(scene, number, start) if _may_open(sentence, start) else None
    if found is None or _goes_on_as_name(sentence, found):
        return None
    before = _country_before(scene, number, start, around)
    after = _country_after(sentence, found.end, around)
    country = (before.country if before else None) or (after.country if after else None)
    is_name = _is_written_as_name(sentence, found)
    if not is_name and not _is_source(scene, number, found, has_country=bool(country)):
        return None
    local = None if before else place_before(sentence, start, around)
    if local is not None:
        key = found.body.key
        return Spot(number, local, found.end, "government", confidence=0.6, local=key)
    return Spot(
        number,
        before.start if before else start,
        after.end if after else found.end,
        "government",
        country=country or found.body.country,
        institution=None if found.body.is_local and not country else found.body.key,
        local=found.body.key if found.body.is_local and not country else None,
        confidence=0.9 if is_name else PLAIN_CONFIDENCE,
        is_common=not is_name and country is None,
    )


def _may_open(sentence: Sentence, start: int) -> bool:
    token = sentence.tokens[start]
    if token.pos == "DET" or not token.text[0].isalnum():
        return False
    window = sentence.tokens[start : start + LONGEST]
    return any(fold(other.text) in body_words() for other in window)


def _longest(scene: Scene, number: int, start: int) -> _Found | None:
    """The longest name of a body at `start`; a listed name beats an open pattern."""
    sentence = scene.sentences[number]
    guess: _Found | None = None
    opens = fold(sentence.tokens[start].text) in OPENS
    for end in range(min(len(sentence.tokens), start + LONGEST), start, -1):
        last = sentence.tokens[end - 1].text
        if last in POSSESSIVES or not last[-1].isalnum():
            continue
        if not opens and fold(last) not in body_words():
            continue
        body = find_body(scene.words(number, start, end))
        if body is None:
            continue
        found = _Found(start, end, body)
        if not body.is_open:
            return guess if guess and _goes_on(sentence, end) else found
        if guess is None and _has_capitals(sentence, found):
            guess = found
    return guess if opens else None


def _goes_on(sentence: Sentence, end: int) -> bool:
    """Whether the parser's label runs on over "and": "... of Trade and Ports"."""
    tokens = sentence.tokens[end - 1 : end + 2]
    return (
        len(tokens) == 3  # noqa: PLR2004 - the last word, "and", the next
        and tokens[1].text in {"and", "&", ","}
        and len({token.entity for token in tokens}) == 1
        and not tokens[2].starts_entity
    )


def _goes_on_as_name(sentence: Sentence, found: _Found) -> bool:
    """Whether the body's words open or fill a longer name: "Air Force One".

    An office, a party or a person after it is another's name.
    """
    tokens = sentence.tokens
    is_sure = found.body.is_open or found.body.country is not None
    if is_sure or found.end >= len(tokens):
        return False
    last, following = tokens[found.end - 1], tokens[found.end]
    return (
        last.entity in NAMES_OF_BODIES
        and following.entity == last.entity
        and not following.starts_entity
        and is_capitalised(last)
        and is_capitalised(following)
        and not is_role_word(following.text)
        and not is_plural_role(following.text)
        and not is_given_name(following.text)
        and following.pos == "PROPN"
        and following.text.casefold() not in naming_words().party_words
    )


def _has_capitals(sentence: Sentence, found: _Found) -> bool:
    tokens = sentence.tokens[found.start : found.end]
    return all(is_capitalised(token) or token.text in LINKS for token in tokens)


def _is_written_as_name(sentence: Sentence, found: _Found) -> bool:
    """Whether capitals make it a name; one capital that any word would have is none."""
    is_one = found.end - found.start == 1
    if is_one and (found.start == 0 or sentence.zone in HEADLINES):
        return found.body.country is not None and _has_capitals(sentence, found)
    return _has_capitals(sentence, found)


def _country_before(
    scene: Scene, number: int, start: int, around: Sequence[Spot]
) -> Spot | None:
    """The country right before: "Afghan ...", "Afghanistan's ...", "Kabul's ..."."""
    at = before_possessive(scene.sentences[number], start)
    for spot in around:
        if spot.end != at:
            continue
        read = scene.countries.read(scene.text_of(spot))
        is_capital = at < start and read is not None and read[1] == "capital"
        if spot.type == "country" or is_capital:
            return spot
    return None


def _country_after(sentence: Sentence, end: int, around: Sequence[Spot]) -> Spot | None:
    """The country in "... of Pakistan", "... of the Russian Federation"."""
    at = end
    if at >= len(sentence.tokens) or sentence.tokens[at].text != "of":
        return None
    at += 1
    if at < len(sentence.tokens) and sentence.tokens[at].text == "the":
        at += 1
    return next((s for s in around if s.type == "country" and s.start == at), None)


def _is_source(scene: Scene, number: int, found: _Found, *, has_country: bool) -> bool:
    """Whether small words name a body here: its country stands by, or it speaks."""
    sentence = scene.sentences[number]
    head = sentence.tokens[found.end - 1]
    if head.pos not in {"NOUN", "PROPN"} or head.dep in {"compound", "amod", "nmod"}:
        return False
    if has_country:
        return True
    if found.start and _is_described(sentence, found.start - 1):
        return False
    parent = sentence.tokens[head.head]
    is_told = head.dep == "pobj" and parent.text in {"by", "to"}
    is_ministry = not is_plain_body(scene.words(number, found.start, found.end))
    return head.dep in SOURCES or is_told or is_ministry


def _is_described(sentence: Sentence, at: int) -> bool:
    """Whether the word before makes it another's: "local police", "his government"."""
    before = sentence.tokens[at]
    return before.pos in {"ADJ", "NOUN", "PROPN", "NUM"} or before.tag == "PRP$"
