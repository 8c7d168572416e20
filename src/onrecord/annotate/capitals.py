"""WORDS ALL IN CAPITALS, as old wires sent them, in small letters.

A parser that learned from running text takes a line of capitals for one long name.
"""

from __future__ import annotations

import csv
import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from onrecord.annotate.headlines import COMMON_END, WORD
from onrecord.annotate.mentions.words import is_word_of_english

SHORTEST = 20  # letters; fewer may be an abbreviation, or a shout
SHARE = 0.95  # of the letters are capitals: a wire slips in a small one now and then
LONG = 4  # letters; shorter words are hardly ever the second part of a name
_VERB_END = re.compile(r"(?:ed|ings?|ly)$")
_VOWELS = frozenset("aeiouy")
_ENDS = frozenset(".!?:")
_MARKS = " \n\t\"'“‘(["
_COLUMNS = ("name", "also", "adjectives", "people", "capital")


@dataclass(frozen=True, slots=True)
class _Words:
    """The lists of `capitals.toml`, with given names and countries, folded."""

    names: frozenset[str]  # of the calendar, countries, people
    beside_numbers: frozenset[str]
    shortened: frozenset[str]
    after_names: frozenset[str]
    given_names: frozenset[str]


def is_all_capitals(words: str) -> bool:
    """Whether the words are set in capitals throughout.

    >>> is_all_capitals("THE FERRY SANK OFF VORRIN TODAY."), is_all_capitals("UN, FAO")
    (True, False)
    """
    letters = [letter for letter in words if letter.isalpha()]
    capitals = sum(letter.isupper() for letter in letters)
    return len(letters) >= SHORTEST and capitals >= SHARE * len(letters)


def recased(words: str) -> str:
    """The words with small letters where no name or sentence begins; length is kept.

    Names are words of the calendar and of countries, given names with the word after
    them, and what no list of English words has. Other text comes back as it is.

    >>> recased("THE FERRY SANK IN VORRIN ON 3 MAY, JUAN PARK OF THE U.N. SAID.")
    'The ferry sank in Vorrin on 3 May, Juan Park of the U.N. said.'
    """
    if not is_all_capitals(words):
        return words
    return WORD.sub(lambda match: _recased(match, words), words)


def _recased(match: re.Match[str], words: str) -> str:
    word = match.group()
    small = word.lower()
    stem = re.split("['’]", small)[0]
    if len(small) != len(word) or _is_abbreviation(stem, match, words):
        return word
    if _opens(words, match.start()) or _is_name(stem, match, words):
        return word[0] + small[1:]
    return small


def _is_abbreviation(stem: str, match: re.Match[str], words: str) -> bool:
    """Letters that stand for words: "U.N.", "FBK", and the pronoun "I"."""
    if len(stem) == 1:
        return stem == "i" or words[match.end() : match.end() + 1] == "."
    known = is_word_of_english(stem) or stem in _words().shortened
    return not known and not _VOWELS & set(stem)


def _opens(words: str, start: int) -> bool:
    """Whether a sentence begins here."""
    before = words[:start].rstrip(_MARKS)
    if not before:
        return True
    last = WORD.findall(before[-12:])
    is_short = bool(last) and (
        len(last[-1]) == 1 or last[-1].lower() in _words().shortened
    )
    return before[-1] in _ENDS and not (before[-1] == "." and is_short)


def _is_name(stem: str, match: re.Match[str], words: str) -> bool:
    lists = _words()
    if stem in lists.beside_numbers:
        return _is_beside_number(match, words)
    if stem in lists.names:
        return True
    if not is_word_of_english(stem):
        return not (COMMON_END.search(stem) or _VERB_END.search(stem))
    return _is_family_name(stem, match, words)


def _is_beside_number(match: re.Match[str], words: str) -> bool:
    before, after = words[: match.start()].rstrip(), words[match.end() :].lstrip(" ,")
    return before[-1:].isdigit() or after[:1].isdigit()


def _is_family_name(stem: str, match: re.Match[str], words: str) -> bool:
    """Whether a word of English is the second part of a name here: "JUAN PARK"."""
    before = words[max(0, match.start() - 24) : match.start()]
    run = re.search(r"([^\W\d_]+)[ \n]$", before)
    if run is None or run[1].lower() not in _words().given_names:
        return False
    is_other = stem in _words().after_names or _VERB_END.search(stem) is not None
    return len(stem) >= LONG and not is_other


@cache
def _words() -> _Words:
    lists = {
        name: frozenset(words.split())
        for name, words in tomllib.loads(_read("capitals.toml")).items()
    }
    function_words = frozenset(
        tomllib.loads(_read("function_words.toml"))["en"].split()
    )
    given_names = _given_names() - lists["plain_given_names"]
    countries = _country_words() - lists["plain_country_words"] - function_words
    return _Words(
        names=lists["calendar"] | countries | given_names,
        beside_numbers=lists["beside_numbers"],
        shortened=lists["shortened"],
        after_names=lists["after_names"] | function_words,
        given_names=given_names,
    )


def _given_names() -> frozenset[str]:
    lines = _read("given_names.txt").splitlines()
    names = (line for line in lines if not line.startswith("#"))
    return frozenset(name.lower() for line in names for name in line.split())


def _country_words() -> frozenset[str]:
    lines = _read("countries.csv").splitlines()
    table = [line for line in lines if not line.startswith("#")]
    return frozenset(
        word.lower()
        for row in csv.DictReader(table, delimiter=";")
        for column in _COLUMNS
        for word in WORD.findall(row[column] or "")
        if len(word) >= LONG
    )


def _read(name: str) -> str:
    return files("onrecord.data").joinpath(name).read_text("utf-8")
