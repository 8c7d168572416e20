"""The word lists by which names are told apart, from the package's data."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from functools import cache
from importlib import resources

from onrecord.gazetteer import fold, sound_key

LONG_ENOUGH = 5  # letters
EXACT = "="  # opens a line of names that are taken letter for letter


@dataclass(frozen=True, slots=True)
class NamingWords:
    """Lists of `data/naming.toml`, whose comments say what each is for."""

    speaking: frozenset[str]
    addressed: frozenset[str]
    harmed: frozenset[str]
    dying: frozenset[str]
    of_harm: frozenset[str]
    private_life: frozenset[str]
    people: frozenset[str]
    organs: frozenset[str]
    place_nouns: frozenset[str]
    place_ends: frozenset[str]
    place_starts: frozenset[str]
    surname_ends: frozenset[str]
    in_place: frozenset[str]
    organisation_ends: frozenset[str]
    organisation_nouns: frozenset[str]
    company_ends: frozenset[str]
    vessel_nouns: frozenset[str]
    heading: frozenset[str]
    party_words: frozenset[str]
    law_ends: frozenset[str]
    no_names: frozenset[str]
    credit: frozenset[str]
    calendar: frozenset[str]
    particles: frozenset[str]
    no_given_names: frozenset[str]


@dataclass(frozen=True, slots=True)
class PublicWords:
    """Lists of `data/public.toml`: what shows that a person is a public one."""

    political: frozenset[str]
    with_public_object: frozenset[str]
    of_state: frozenset[str]
    political_objects: frozenset[str]
    political_aims: frozenset[str]
    belongs_to_public: frozenset[str]
    playing: frozenset[str]
    of_play: frozenset[str]
    trades: frozenset[str]
    crowds: frozenset[str]


def is_given_name(word: str) -> bool:
    """Whether the word is a given name that news often writes.

    Other spellings count from five letters on; short words sound like too many.
    """
    folded = fold(word)
    if folded in _given_names():
        return True
    if len(word) < LONG_ENOUGH or folded in naming_words().no_given_names:
        return False
    return sound_key(word) in _given_sounds()


def is_word_of_english(word: str) -> bool:
    """Whether the word stands in a list of the common words and names of English."""
    return word.casefold() in _english()


@cache
def _english() -> frozenset[str]:
    path = resources.files("onrecord") / "data" / "vocabulary.txt"
    return frozenset(path.read_text("utf-8").splitlines())


@cache
def _given_names() -> frozenset[str]:
    return frozenset(name for line in _name_lines() for name in line if name != EXACT)


@cache
def _given_sounds() -> frozenset[str]:
    return frozenset(
        sound_key(name) for line in _name_lines() if line[0] != EXACT for name in line
    )


@cache
def _name_lines() -> tuple[tuple[str, ...], ...]:
    path = resources.files("onrecord") / "data" / "given_names.txt"
    lines = path.read_text("utf-8").splitlines()
    return tuple(
        tuple(name if name == EXACT else fold(name) for name in line.split())
        for line in lines
        if line and not line.startswith("#")
    )


@cache
def naming_words() -> NamingWords:
    """The lists, read once."""
    text = (resources.files("onrecord") / "data" / "naming.toml").read_text("utf-8")
    content = tomllib.loads(text)
    return NamingWords(
        **{item.name: frozenset(content[item.name]) for item in fields(NamingWords)}
    )


@cache
def public_words() -> PublicWords:
    """The lists of what public people do and have, read once."""
    text = (resources.files("onrecord") / "data" / "public.toml").read_text("utf-8")
    content = tomllib.loads(text)
    return PublicWords(
        **{item.name: frozenset(content[item.name]) for item in fields(PublicWords)}
    )
