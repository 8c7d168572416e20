"""Capitalised words in a row that may name a place, and what speaks against it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.annotate.mentions.place_book import placing_words, singular
from onrecord.annotate.mentions.scene import is_capitalised
from onrecord.annotate.mentions.words import (
    is_given_name,
    is_word_of_english,
    naming_words,
)
from onrecord.gazetteer import is_acronym, is_honorific, is_role_word

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.annotate.mentions.scene import Scene
    from onrecord.model import Sentence, Token

HYPHENS = frozenset({"-", "\u2010", "\u2011"})
JOINS = frozenset({"de", "del", "di", "do", "da", "el", "al", "la", "le"})
OTHER_LABELS = frozenset({"DATE", "TIME", "EVENT", "LAW", "MONEY", "LANGUAGE"})
PARTS = frozenset({",", "and", "or"})
FURTHEST = 5  # tokens up to the noun in "X is a small rural township"
LONGEST = 4  # tokens of a place's name that no table holds


@dataclass(frozen=True, slots=True)
class Run:
    """Capitalised words in a row, none of them part of a name that is sure."""

    number: int
    start: int
    end: int


def find_runs(number: int, sentence: Sentence, barred: set[int]) -> Iterator[Run]:
    """The runs of a sentence in order, none longer than a place's name may be."""
    tokens = sentence.tokens
    free = 0
    for token in tokens:
        start = end = token.i
        if start < free or not token.text[0].isupper():
            continue
        while (
            end < len(tokens)
            and end not in barred
            and _goes_on(tokens[end], is_inside=end > start)
        ):
            end += 1
        free = end
        while end > start and not is_capitalised(tokens[end - 1]):
            end -= 1
        if 0 < end - start <= LONGEST:
            yield Run(number, start, end)


def _goes_on(token: Token, *, is_inside: bool) -> bool:
    if is_inside and (token.text in HYPHENS or token.text.casefold() in JOINS):
        return True
    return (
        is_capitalised(token)
        and token.pos == "PROPN"
        and token.entity not in OTHER_LABELS
        and not is_role_word(token.text)
        and not is_honorific(token.text)
    )


def may_be_place(scene: Scene, run: Run) -> bool:
    """Whether nothing speaks for a person, a people or a body."""
    sentence = scene.sentences[run.number]
    kind = kind_behind(sentence, run.end) or told_kind(sentence, run.end)
    if _is_called_person(scene, run) and kind not in placing_words().kinds_after:
        return False
    if sentence.tokens[run.end - 1].dep == "nsubj" and not kind:
        return False
    return not _is_body(scene, run) and not _is_other_word(scene, run)


def _is_called_person(scene: Scene, run: Run) -> bool:
    """Whether a role, a given name or a namesake of the article shows a person."""
    sentence = scene.sentences[run.number]
    tokens = sentence.tokens[run.start : run.end]
    before = sentence.tokens[run.start - 1].text.rstrip(".") if run.start else ""
    return (
        is_role_word(before)
        or is_honorific(before)
        or is_given_name(before)
        or any(token.text in scene.surnames for token in tokens)
        or (len(tokens) > 1 and is_given_name(tokens[0].text))
    )


def _is_body(scene: Scene, run: Run) -> bool:
    sentence = scene.sentences[run.number]
    words = naming_words()
    last = sentence.tokens[run.end - 1].text.casefold()
    if last in words.organisation_ends | words.law_ends:
        return True
    return _is_inside_body(sentence, run.start)


def _is_other_word(scene: Scene, run: Run) -> bool:
    """Whether the words are everyday ones, an acronym, a country or its people."""
    tokens = scene.sentences[run.number].tokens[run.start : run.end]
    text = scene.words(run.number, run.start, run.end)
    read = scene.countries.read(text)
    is_small = all(token.text.casefold() in scene.small for token in tokens)
    is_country = read is not None and read[1] != "region"
    return is_small or is_country or is_acronym(text)


def _is_inside_body(sentence: Sentence, start: int) -> bool:
    """Whether the label of a body began before: "the Academy of X".

    What a comma or "and" parts from it is in a list that was labelled as one body.
    """
    at = start
    while at and sentence.tokens[at].entity == "ORG":
        if sentence.tokens[at].starts_entity or sentence.tokens[at - 1].text in PARTS:
            break
        at -= 1
    kinds = placing_words().kinds
    return any(
        is_capitalised(token) and singular(token.text) not in kinds
        for token in sentence.tokens[at:start]
        if token.entity == "ORG" and token.text not in {"The", ","}
    )


def told_kind(sentence: Sentence, end: int) -> str:
    """The kind of place that is told behind the name: "X, a suburb", "X is a town"."""
    tokens = sentence.tokens
    if end + 1 >= len(tokens) or not (
        tokens[end].text == "," or tokens[end].lemma == "be"
    ):
        return ""
    if tokens[end + 1].text not in {"a", "an", "the"}:
        return ""
    at = end + 2
    while at < len(tokens) and tokens[at].pos in {"ADJ", "NOUN", "ADV", "PUNCT"}:
        if tokens[at].text == "," or at > end + FURTHEST:
            break
        at += 1
    kind = tokens[at - 1].text.casefold()
    return kind if kind in placing_words().kinds else ""


def kind_behind(sentence: Sentence, end: int) -> str:
    """The kind of place in small letters behind the name, or nothing."""
    if end >= len(sentence.tokens) or not sentence.tokens[end].text.islower():
        return ""
    kind = singular(sentence.tokens[end].text)
    words = placing_words()
    return kind if kind in words.kinds_after | words.loose_kinds_after else ""


def is_known(scene: Scene, run: Run) -> bool:
    """Whether the book of places has the name."""
    text = scene.words(run.number, run.start, run.end)
    return scene.places.standing(text) is not None


def is_no_english(scene: Scene, run: Run) -> bool:
    """Whether the book knows the place, or the words mean nothing else."""
    tokens = scene.sentences[run.number].tokens[run.start : run.end]
    return is_known(scene, run) or not any(
        is_word_of_english(token.text) or is_given_name(token.text)
        for token in tokens
        if is_capitalised(token)
    )
