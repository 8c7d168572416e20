"""The word lists by which names are told apart, from the package's data."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, fields
from functools import cache
from importlib import resources

from onrecord.gazetteer import fold, sound_key

LONG_ENOUGH = 5  # letters


@dataclass(frozen=True, slots=True)
class NamingWords:
    """Lists of `data/naming.toml`, whose comments say what each is for."""

    speaking: frozenset[str]
    addressed: frozenset[str]
    harmed: frozenset[str]
    dying: frozenset[str]
    of_harm: frozenset[str]
    organs: frozenset[str]
    place_nouns: frozenset[str]
    place_ends: frozenset[str]
    place_starts: frozenset[str]
    in_place: frozenset[str]
    organisation_ends: frozenset[str]
    organisation_nouns: frozenset[str]
    company_ends: frozenset[str]
    vessel_nouns: frozenset[str]
    heading: frozenset[str]
    credit: frozenset[str]
    calendar: frozenset[str]
    particles: frozenset[str]
    no_given_names: frozenset[str]


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
    path = resources.files("onrecord") / "data" / "given_names.txt"
    lines = path.read_text("utf-8").splitlines()
    return frozenset(
        fold(name)
        for line in lines
        if not line.startswith("#")
        for name in line.split()
    )


@cache
def _given_sounds() -> frozenset[str]:
    return frozenset(map(sound_key, _given_names()))


@cache
def naming_words() -> NamingWords:
    """The lists, read once."""
    text = (resources.files("onrecord") / "data" / "naming.toml").read_text("utf-8")
    content = tomllib.loads(text)
    return NamingWords(
        **{item.name: frozenset(content[item.name]) for item in fields(NamingWords)}
    )
