"""Places that tables know: countries, their regions and capitals, seas, continents."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.annotate.mentions.diseases import names_disease
from onrecord.annotate.mentions.echoes import SAYING
from onrecord.annotate.mentions.place_book import wide_places, wide_reach
from onrecord.annotate.mentions.scene import (
    POSSESSIVES,
    Spot,
    has_capital,
    is_capitalised,
)
from onrecord.annotate.mentions.words import is_given_name, naming_words
from onrecord.gazetteer import fold, is_role_word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.annotate.mentions.scene import Scene
    from onrecord.gazetteer import CountryWord
    from onrecord.model import Sentence, Token

LONGEST_ACRONYM = 4  # letters
TOKENS_A_WORD = 2  # "ISIS-K" may be one token or three
SIDES = frozenset(
    {"north", "south", "east", "west", "northern", "southern", "eastern", "western"}
    | {"northeast", "northwest", "southeast", "southwest", "central"}
    | {"northeastern", "northwestern", "southeastern", "southwestern"}
)
SIDED = frozenset({"name", "region", "capital"})  # not "Eastern European"
HYPHENS = frozenset({"-", "\u2010", "\u2011"})
DOLLAR = "$"
OF_COUNTRY = frozenset({"to", "of", "for", "in"})
DEALT_WITH = frozenset({"with", "between", "against", "by"})


def ends_at(sentence: Sentence, start: int, words: int) -> Iterator[int]:
    """Ends of possible names of so many words at `start`, the longest first."""
    if not words:
        return
    furthest = min(len(sentence.tokens), start + TOKENS_A_WORD * words + 1)
    for end in range(furthest, start, -1):
        last = sentence.tokens[end - 1]
        if last.text not in POSSESSIVES and any(map(str.isalnum, last.text)):
            yield end


def goes_on(token: Token) -> bool:
    """Whether the name of a person that began before the token goes on in it."""
    return (
        token.entity == "PERSON"
        and not token.starts_entity
        and is_capitalised(token)
        and not is_role_word(token.text)
    )


def wide_at(scene: Scene, number: int, start: int, first: str) -> Spot | None:
    """A sea, a continent, or what else lies in several countries.

    `first` is the folded word at token `start`, here and below.
    """
    reach = wide_reach().get(first, 0)
    sentence = scene.sentences[number]
    if not reach or not is_capitalised(sentence.tokens[start]):
        return None
    for end in ends_at(sentence, start, reach):
        if fold(scene.words(number, start, end)) not in wide_places():
            continue
        is_part_of_word = start > 0 and sentence.tokens[start - 1].text in HYPHENS
        if is_part_of_word or names_disease(sentence.tokens, end):
            return None  # "trans-Atlantic", "West Nile virus"
        if _is_in_other_name(sentence, start, end) or _is_surname(
            scene, sentence, start, end
        ):
            return None
        is_part = start > 0 and _is_side(sentence.tokens[start - 1])
        return Spot(number, start - is_part, end, "place", confidence=0.9)
    return None


def _reach(scene: Scene, number: int, start: int, first: str) -> int:
    """How many words a country's name may have here; "People's Republic" counts."""
    tokens = scene.sentences[number].tokens
    reach = scene.countries.reach(first)
    if start + 1 < len(tokens) and tokens[start + 1].text in POSSESSIVES:
        reach = max(reach, scene.countries.reach(f"{first}s"))
    return reach


def country_at(scene: Scene, number: int, start: int, first: str) -> Spot | None:
    """The country at `start` by any word for it, or the region or capital there."""
    sentence = scene.sentences[number]
    for end in ends_at(sentence, start, _reach(scene, number, start, first)):
        words = scene.words(number, start, end)
        found = scene.countries.read(words)
        if found is not None and has_capital(words):
            if _is_other(scene, number, start, end):
                return None
            return _country_spot(scene, Spot(number, start, end, "country"), found)
    return None


def _is_other(scene: Scene, number: int, start: int, end: int) -> bool:
    """Whether the words are part of a name, a person's, or say whose dollars."""
    sentence = scene.sentences[number]
    return (
        _is_in_other_name(sentence, start, end)
        or _is_surname(scene, sentence, start, end)
        or _is_money(sentence, start, end)
    )


def _country_spot(
    scene: Scene, spot: Spot, found: tuple[str, CountryWord]
) -> Spot | None:
    """The spot with its country; a region, and a capital that no government is.

    A part of it is one place: "Western Ruvenia".
    """
    sentence = scene.sentences[spot.sentence]
    words = scene.text_of(spot)
    code, kind = found
    if kind == "region" and words.isupper() and len(words) <= LONGEST_ACRONYM:
        return None  # GAO is no town
    start = spot.start
    is_part = start > 0 and kind in SIDED and _is_side(sentence.tokens[start - 1])
    is_town = kind == "capital" and not _is_government(sentence, start, spot.end)
    return replace(
        spot,
        start=start - is_part,
        type="place" if is_part or kind == "region" or is_town else "country",
        country=code,
        confidence=0.9,
    )


def _is_money(sentence: Sentence, start: int, end: int) -> bool:
    """Whether the letters say whose dollars: "$US 3 billion", "US$ 3 billion"."""
    around = (*sentence.tokens[max(0, start - 1) : start], *sentence.tokens[end:][:1])
    return any(token.text == DOLLAR for token in around)


def _is_side(token: Token) -> bool:
    """Whether the word says which part, as a part of the name: "Western Ruvenia"."""
    return is_capitalised(token) and token.text.casefold() in SIDES


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
    if opens_before_person(sentence, start, end):
        return False
    if label == "PERSON" and end < len(tokens) and goes_on(tokens[end]):
        return True
    if not start or tokens[start].starts_entity or tokens[start - 1].entity != label:
        return False
    before = tokens[start - 1].text
    if label == "NORP":  # "Native American"
        return True
    if label == "PERSON":
        return before not in POSSESSIVES and before.casefold() != "the"
    return label == "GPE" and before == "New"


def opens_before_person(sentence: Sentence, start: int, end: int) -> bool:
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
