"""What kind of party a labelled name is, by its own words and those around it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.annotate.mentions.scene import is_capitalised
from onrecord.annotate.mentions.words import is_given_name, naming_words
from onrecord.gazetteer import is_acronym

if TYPE_CHECKING:
    from onrecord.annotate.mentions.scene import Scene
    from onrecord.model import EntityType, Sentence

PARTY_TAG = re.compile(r"^[DRI][-–][A-Z]")
NAME_WORDS = range(2, 4)  # given names and a surname
COMPASS = frozenset({"new", "north", "south", "east", "northeast", "northwest"})


def is_no_party(scene: Scene, number: int, start: int, end: int) -> bool:
    """Whether the words name a law, a programme, a party tag or a lone fragment."""
    tokens = scene.sentences[number].tokens
    words = naming_words()
    text = scene.words(number, start, end)
    last = tokens[end - 1].text.casefold()
    if PARTY_TAG.match(text) or text.casefold() in words.no_names:
        return True
    if end - start > 1:
        return last in words.law_ends
    # "6th Avenue": the label's rest was no name; "the Bay" may be one.
    before = tokens[start - 1].text.casefold() if start else ""
    return (last in words.place_ends and before != "the") or last in COMPASS


def _is_named_like_a_place(sentence: Sentence, start: int, end: int) -> bool:
    """Whether "Ann Hill" is a person: a given name, and no word that leads to a place.

    Some words that end places are surnames, too.
    """
    words = naming_words()
    first, last = sentence.tokens[start], sentence.tokens[end - 1]
    before = sentence.tokens[start - 1].text.casefold() if start else ""
    return (
        end - start in NAME_WORDS
        and all(is_capitalised(token) for token in sentence.tokens[start:end])
        and last.text.casefold() in words.surname_ends
        and is_given_name(first.text)
        and before not in words.in_place | {"at", "the", "of", "to", "from", "on"}
    )


def _is_called_a_place(sentence: Sentence, start: int) -> bool:
    """Whether "the village of" or "the town" leads to the name."""
    words = [
        token.text.casefold() for token in sentence.tokens[max(0, start - 2) : start]
    ]
    if len(words) < 2:  # noqa: PLR2004 - a noun and "of"
        return False
    nouns = naming_words().place_nouns
    return (words[1] == "of" and words[0] in nouns) or words[1] in {"town", "village"}


def kind_by_words(
    scene: Scene, number: int, start: int, end: int, kind: EntityType
) -> EntityType:
    """The type that the name's own words and the words around it tell, or `kind`."""
    sentence = scene.sentences[number]
    text = scene.words(number, start, end)
    if _is_named_like_a_place(sentence, start, end):
        return "person"
    told = _kind_by_last(sentence, start, end) or _kind_around(
        sentence, start, end, kind
    )
    if told is not None:
        return told
    if kind == "place" and is_acronym(text) and "." not in text:
        return "organisation"
    return kind


def _kind_by_last(sentence: Sentence, start: int, end: int) -> EntityType | None:
    """What "Board" or "Avenue" at the end tells of a name of several words."""
    words = naming_words()
    first = sentence.tokens[start].text.casefold()
    last = sentence.tokens[end - 1].text.casefold()
    if end - start == 1:
        return None
    if last in words.organisation_ends or _is_body_of(sentence, start, end):
        return "organisation"
    return "place" if last in words.place_ends or first in words.place_starts else None


def _is_body_of(sentence: Sentence, start: int, end: int) -> bool:
    """Whether the name says what body it is before an "of": "Lund School of Law"."""
    return any(
        sentence.tokens[at].text == "of"
        and sentence.tokens[at - 1].text.casefold()
        in naming_words().organisation_ends | {"school"}
        for at in range(start + 1, end)
    )


def _kind_around(
    sentence: Sentence, start: int, end: int, kind: EntityType
) -> EntityType | None:
    """What "the village of X", "the company X" and "the X party" tell."""
    before = sentence.tokens[start - 1].text.casefold() if start else ""
    after = sentence.tokens[end].text if end < len(sentence.tokens) else ""
    if _is_called_a_place(sentence, start):
        return "place"
    if after == "party" and kind in {"person", "organisation"}:
        return "party"
    is_called = before in naming_words().organisation_nouns
    is_no_person = kind == "person" and before == "the"
    return "organisation" if is_called or is_no_person else None
