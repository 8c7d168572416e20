"""Names by the parser's entity labels, with what it gets wrong on news mended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.mentions_scene import (
    HEADLINES,
    POSSESSIVES,
    Spot,
    is_capitalised,
)
from onrecord.gazetteer import (
    fold,
    is_acronym,
    is_honorific,
    is_kept_title,
    is_role_word,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.annotate.mentions_scene import Scene
    from onrecord.model import EntityType, Sentence, Token

TYPES: dict[str, EntityType] = {
    "PERSON": "person",
    "ORG": "organisation",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
}
PARTICLES = frozenset(
    [
        "al",
        "el",
        "ul",
        "ur",
        "bin",
        "ibn",
        "bint",
        "abu",
        "von",
        "van",
        "der",
        "den",
        "de",
        "da",
        "del",
        "la",
        "le",
        "du",
        "dos",
        "das",
        "di",
        "e",
        "of",
        "y",
        "and",
        "&",
        "for",
        "the",
        "-",
        "‑",
        "'",
        "’",
        ".",
        "zu",
        "ter",
    ]
)
NAME_PARTICLES = PARTICLES - {"of", "and", "&", "for", "the"}
CREDIT = frozenset({"photo", "getty", "via", "images", "file", "handout", "courtesy"})
CALENDAR = frozenset(
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "ramadan",
        "eid",
        "christmas",
        "easter",
        "gmt",
    ]
)
IN_PLACE = frozenset({"in", "near", "outside"})


def find_labelled(scene: Scene, taken: list[Spot]) -> list[Spot]:
    """Persons, organisations and places by label, beside what is taken."""
    spots: list[Spot] = []
    for number, sentence in enumerate(scene.sentences):
        occupied = {
            at
            for spot in taken
            if spot.sentence == number
            for at in range(spot.start, spot.end)
        } | _credit(sentence)
        for start, end in _labelled(sentence):
            label = sentence.tokens[start].entity
            for low, high in _free_runs(start, end, occupied):
                spot = _mended(scene, number, low, high, label)
                if spot is not None:
                    spots.append(spot)
    return spots


def find_titled(scene: Scene, taken: list[Spot]) -> list[Spot]:
    """Persons shown by the role before them, where no label shows them."""
    spots: list[Spot] = []
    for number, sentence in enumerate(scene.sentences):
        occupied = {
            at
            for spot in taken
            if spot.sentence == number and spot.type != "organisation"
            for at in range(spot.start, spot.end)
        } | _credit(sentence)
        for token in sentence.tokens[:-1]:
            if not (is_role_word(token.text) or is_honorific(token.text)):
                continue
            if token.i in occupied and not is_honorific(token.text):
                continue
            low, high = _name_after(sentence, token.i + 1, occupied)
            if high - low >= (2 if sentence.zone in HEADLINES else 1):
                spots.append(Spot(number, low, high, "person", confidence=0.7))
    return spots


def _labelled(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Runs of tokens with one label; two names of persons side by side are one."""
    start = None
    tokens = sentence.tokens
    for at, token in enumerate(tokens):
        opens = token.entity in TYPES and (
            start is None
            or token.entity != tokens[at - 1].entity
            or (token.starts_entity and token.entity != "PERSON")
        )
        if start is not None and (opens or token.entity != tokens[start].entity):
            yield start, at
            start = None
        if opens:
            start = at
    if start is not None:
        yield start, len(tokens)


def _free_runs(start: int, end: int, occupied: set[int]) -> Iterator[tuple[int, int]]:
    low = None
    for at in range(start, end + 1):
        if at < end and at not in occupied:
            low = at if low is None else low
        elif low is not None:
            yield low, at
            low = None


def _mended(scene: Scene, number: int, start: int, end: int, label: str) -> Spot | None:
    sentence = scene.sentences[number]
    kind = TYPES[label]
    if kind == "person":
        start, end = _person_part(sentence, start, end)
    else:
        start, end = _name_part(sentence, start, end)
    if start >= end or not _is_a_name(scene, number, start, end, kind):
        return None
    words = scene.words(number, start, end)
    if kind == "organisation" and _stands_in_place(sentence, start, words):
        kind = "place"
    elif kind == "place" and label == "GPE" and is_acronym(words):
        kind = "organisation"
    return Spot(number, start, end, kind, confidence=0.6)


def _person_part(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """Without titles, roles, possessives and words that stand in small letters."""
    tokens = sentence.tokens
    while start < end and _opens_no_person(tokens[start]):
        start += 1
    at = start
    while at < end and _is_name_word(tokens[at], tokens[at - 1] if at else None):
        at += 1
    end = at
    while end < len(tokens) and end - start == 1 and _continues(tokens, end):
        end += 1
    while end > start and not _closes_person(tokens[end - 1]):
        end -= 1
    return start, end


def _opens_no_person(token: Token) -> bool:
    text = token.text
    if is_kept_title(text):
        return False
    return (not is_capitalised(token) and text.casefold() not in NAME_PARTICLES) or (
        is_role_word(text) or is_honorific(text) or text.casefold() in CALENDAR
    )


def _is_name_word(token: Token, before: Token | None) -> bool:
    if token.text in POSSESSIVES or token.text in {"/", ",", ";", ":", "(", ")", "|"}:
        return False
    if before is not None and before.text in {"-", "‑"}:
        return True
    return is_capitalised(token) or token.text.casefold() in NAME_PARTICLES


def _closes_person(token: Token) -> bool:
    return (
        (is_capitalised(token) or token.text[-1].isalpha())
        and token.text not in POSSESSIVES
        and token.text.casefold() not in NAME_PARTICLES
        and not (is_role_word(token.text) and token.pos != "PROPN")
    )


def _continues(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a name that is one word so far goes on: the label cut it in half."""
    token = tokens[at]
    return (
        token.pos == "PROPN"
        and token.entity in {"", "PERSON"}
        and is_capitalised(token)
        and not is_role_word(token.text)
        and token.text.casefold() not in CALENDAR
    )


def _name_part(sentence: Sentence, start: int, end: int) -> tuple[int, int]:
    """Without articles, possessives, and small words at the ends."""
    tokens = sentence.tokens
    while start < end and not is_capitalised(tokens[start]):
        start += 1
    if start < end and tokens[start].text in {"The", "A", "An", "This", "That"}:
        start += 1
    at = start
    while at < end and (
        is_capitalised(tokens[at])
        or tokens[at].text in PARTICLES
        or tokens[at].text[0].isdigit()
        or tokens[at].text in POSSESSIVES
    ):
        at += 1
    while at > start and (
        not tokens[at - 1].text[-1].isalnum()
        or tokens[at - 1].text in POSSESSIVES
        or tokens[at - 1].text in PARTICLES
    ):
        at -= 1
    return start, at


def _is_a_name(
    scene: Scene, number: int, start: int, end: int, kind: EntityType
) -> bool:
    sentence = scene.sentences[number]
    tokens = sentence.tokens[start:end]
    if not any(sum(map(str.isalpha, token.text)) > 1 for token in tokens):
        return False
    if any(token.text.casefold() in CALENDAR for token in tokens) and len(tokens) == 1:
        return False
    if all(token.text.casefold() in scene.small for token in tokens):
        return False
    if kind == "person" and any(mark.isdigit() for t in tokens for mark in t.text):
        return False
    if sentence.zone not in HEADLINES:
        return True
    if any(token.text.casefold() in scene.small - PARTICLES for token in tokens):
        return False
    if number not in scene.title_cased:
        return True
    # Capitals prove nothing here: the running text must know the name, or its form.
    shown = any(token.text in scene.capital for token in tokens)
    return shown or is_acronym(tokens[0].text) or (kind == "person" and len(tokens) > 1)


def _stands_in_place(sentence: Sentence, start: int, words: str) -> bool:
    before = sentence.tokens[start - 1].text.casefold() if start else ""
    return before in IN_PLACE and " " not in words and not is_acronym(words)


def _credit(sentence: Sentence) -> set[int]:
    """Tokens of a photo credit in brackets at the end of a caption."""
    tokens = sentence.tokens
    opens = max((t.i for t in tokens if t.text in {"(", "["}), default=None)
    if opens is None:
        return set()
    inside = {fold(token.text) for token in tokens[opens:]}
    marks = {token.text for token in tokens[opens:]}
    slash = sentence.zone == "caption" and any("/" in mark for mark in marks)
    return set(range(opens, len(tokens))) if slash or inside & CREDIT else set()


def _name_after(sentence: Sentence, start: int, occupied: set[int]) -> tuple[int, int]:
    """The run of capitalised words right after a role, further titles left out."""
    tokens = sentence.tokens
    while start < len(tokens) and (
        tokens[start].text == "."
        or (is_role_word(tokens[start].text) or is_honorific(tokens[start].text))
    ):
        start += 1
    end = start
    while (
        end < len(tokens)
        and end not in occupied
        and _is_name_word(tokens[end], tokens[end - 1] if end else None)
        and tokens[end].pos in {"PROPN", "PUNCT", "ADP", "PART", "X", "NOUN", "ADJ"}
        and not (tokens[end].entity and tokens[end].entity in {"DATE", "NORP", "GPE"})
    ):
        end += 1
    while end > start and not _closes_person(tokens[end - 1]):
        end -= 1
    return start, end
