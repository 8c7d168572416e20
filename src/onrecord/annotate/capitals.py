"""Text ALL IN CAPITALS as running text would write it.

Old wires, alerts and tabloid headlines shout. A parser that learned from running text
takes every word of them for a name.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from onrecord.annotate.mentions.words import is_given_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.gazetteer import ActorTable, Countries

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
SHORTEST = 3  # words with more than one letter; fewer cannot show a style
LONG = 4  # letters; shorter words are hardly ever the second part of a name
SHARE = 0.9  # of these words stand in capitals: then the text does
LONGEST_NAME = 6  # words of a name that is looked up
SHORT_ACRONYM = 3  # letters; no country has so short a name
LONGEST_ACRONYM = 5  # letters; longer words without a vowel are none either
VOWELS = re.compile("[AEIOUYÀ-ÖØ-Ý]")
SENTENCE_END = re.compile(r"(?:^|[.!?:]|--|\n\s*\n)[\s\"'“‘(\[]*$")
ABBREVIATED = re.compile(
    r"(?:\b[A-Z]|\b(?:MR|MRS|MS|DR|GEN|COL|LT|MAJ|SGT|ST|NO))\.\s*$"
)
BRACKETED = re.compile(r"[\[(]\s*$")
CLOSING = re.compile(r"\s*[\])]")
NUMERAL = re.compile(r"(?:X{0,3})(?:IX|IV|V?I{1,3}|V|X)")
# Words before which "may", "march" and their like are months.
MONTHS = frozenset({"may", "march", "august"})
BESIDE_NUMBER = re.compile(r"\d[\s,]*$|^[\s,]*\d")
NAME_PARTICLES = frozenset({"de", "del", "la", "las", "los", "el", "y", "da", "do",
                            "dos", "das", "di", "du", "von", "van", "der", "bin",
                            "ibn", "al", "ben", "e"})  # fmt: skip
TITLES = frozenset({"mr", "mrs", "ms", "dr", "st", "lt", "sgt", "jr", "sr", "gen",
                    "col", "maj", "capt", "prof", "rev", "hon"})  # fmt: skip
AFTER_NAMES = frozenset({"said", "says", "told", "died", "also", "today", "went",
                         "came", "left", "took", "made", "gave", "held"})  # fmt: skip
INSIDE_NAMES = NAME_PARTICLES | {"of", "the", "and", "for", "in"}
NAMED_NEXT = frozenset({"mr", "mrs", "ms", "dr", "san", "santa", "saint", "fort",
                        "port", "mount", "lake"})  # fmt: skip
PREFIX = re.compile(
    r"^(?:anti|counter|un|re|non|pre|inter|over|under|co|sub|multi|semi|ex|para|super|"
    r"mis|dis|trans|out|ultra|narco)(?=\w{4})"
)
# A name rarely ends so; the words of news do.
COMMON_END = re.compile(
    r"\w{4}(?:ing|[^e]ed|tions?|sions?|ments?|ness|ities|ity|ances?|ences?|ously?|fully?"
    r"|able|ible|isms?|ists|ized?|izing|ised?|ally|ically)$"
)


@cache
def common_words() -> frozenset[str]:
    """The English words that are written small."""
    table = files("onrecord.data").joinpath("common_words.txt").read_text("utf-8")
    return frozenset(line for line in table.splitlines() if line[:1] != "#")


@cache
def _function_words() -> frozenset[str]:
    table = files("onrecord.data").joinpath("function_words.toml").read_text("utf-8")
    return frozenset(tomllib.loads(table)["en"].split())


def is_shouted(words: str) -> bool:
    """Whether nearly every word of these stands in capitals."""
    long = [word for word in WORD.findall(words) if len(word) > 1]
    capital = sum(word.isupper() for word in long)
    return len(long) >= SHORTEST and capital >= SHARE * len(long)


class CapitalNames:
    """Which words of a shouted text are names, as the tables of names tell."""

    def __init__(self, actors: ActorTable, countries: Countries) -> None:
        """Names of the table's actors and of the world's countries."""
        self._actors, self._countries = actors, countries

    def quieted(self, words: str) -> str:
        """The text with the capitals that running text has, of the same length.

        What no table and no list of words knows is taken for a name.
        """
        found = list(WORD.finditer(words))
        names = self._names(found, words)
        out: list[str] = []
        end = 0
        is_name = False
        for n, match in enumerate(found):
            known = names.get(n)
            if known is None:
                cased = self._cased(match, words, after_name=is_name)
            else:
                cased = _named(match.group(), is_acronym=known, after_name=is_name)
            goes_on = is_name and cased in NAME_PARTICLES
            is_new = cased[:1].isupper() and not _opens(words, match.start())
            is_name = is_new or goes_on
            out += [words[end : match.start()], cased]
            end = match.end()
        return "".join([*out, words[end:]])

    def _names(self, found: list[re.Match[str]], words: str) -> dict[int, bool]:
        """Words that a table's name holds; True: an acronym, which stays as it is."""
        known: dict[int, bool] = {}
        n = 0
        while n < len(found):
            length = self._longest(found, n, words)
            for at in range(n, n + length):
                known[at] = length == 1 and self._is_acronym(found[at].group())
            n += max(1, length)
        return known

    def _longest(self, found: list[re.Match[str]], n: int, words: str) -> int:
        """How many words from here on are the longest name that a table holds."""
        if found[n].group() == "THE":
            return 0
        for length in range(min(LONGEST_NAME, len(found) - n), 0, -1):
            last = found[n + length - 1]
            name = words[found[n].start() : last.end()]
            if "\n\n" in name or "." in name.replace(". ", "", 1):
                continue
            if length == 1 and name.lower() in common_words() and name != "US":
                return 0
            if self._is_known(" ".join(name.split())):
                return length
        return 0

    def _is_known(self, name: str) -> bool:
        read = self._countries.read(name.lower())
        return read is not None or self._actors.find(name) is not None

    def _is_acronym(self, word: str) -> bool:
        """Whether a table's name is letters of a longer one; "Peru" is not."""
        actor = self._actors.find(word)
        names = (*actor.names, *actor.context_aliases) if actor else ()
        return len(word) <= SHORT_ACRONYM or word in names

    def _cased(self, match: re.Match[str], words: str, *, after_name: bool) -> str:
        word = match.group()
        small = word.lower()
        if len(small) != len(word) or not word.isupper():
            return word
        if self._is_small(match, words, after_name=after_name):
            return _capital(small) if _opens(words, match.start()) else small
        if _is_letters(match, words):
            return word
        return _capital(small)

    def _is_small(self, match: re.Match[str], words: str, *, after_name: bool) -> bool:
        small = match.group().lower()
        before = words[max(0, match.start() - 12) : match.start()]
        if len(small) == 1:
            return small == "a" and words[match.end() : match.end() + 1] != "."
        if small in MONTHS and (
            BESIDE_NUMBER.search(before)
            or BESIDE_NUMBER.search(words[match.end() :][:4])
        ):
            return False
        last = WORD.findall(before)[-1:]
        if last and (last[0].lower() in NAMED_NEXT or _is_surname(last[0], small)):
            return False
        if small in NAME_PARTICLES:
            return after_name
        return _is_common(small)


def _is_surname(before: str, small: str) -> bool:
    """Whether a word of English is the second part of a name here: "JUAN PARK"."""
    is_long = len(small) >= LONG and not COMMON_END.match(small)
    is_given = before.lower() not in common_words() and is_given_name(before)
    return is_given and is_long and small not in _function_words() | AFTER_NAMES


def _named(word: str, *, is_acronym: bool, after_name: bool) -> str:
    """A word of a table's name; "of" and its like stay small inside a name."""
    small = word.lower()
    if is_acronym or not word.isupper() or len(small) != len(word):
        return word
    return small if after_name and small in INSIDE_NAMES else _capital(small)


def _is_common(small: str) -> bool:
    stem = re.sub(r"['’]s?$", "", small)
    if stem in common_words() or stem.replace("n't", "") in common_words():
        return True
    return PREFIX.sub("", stem) in common_words() or bool(COMMON_END.match(stem))


def _is_letters(match: re.Match[str], words: str) -> bool:
    """Whether a word that nobody knows is letters of a longer name."""
    word = match.group()
    if NUMERAL.fullmatch(word):
        return True
    if word.lower() in TITLES or len(word) > LONGEST_ACRONYM:
        return False
    before = words[max(0, match.start() - 3) : match.start()]
    alone = BRACKETED.search(before) and CLOSING.match(words, match.end())
    return bool(alone) or not VOWELS.search(word)


def _opens(words: str, at: int) -> bool:
    """Whether a sentence opens here."""
    before = words[max(0, at - 8) : at]
    return bool(SENTENCE_END.search(before)) and not ABBREVIATED.search(before)


def _capital(small: str) -> str:
    """A name's word: "Ocampo", "O'Brien"."""
    return "".join(_capitals(small))


def _capitals(small: str) -> Iterator[str]:
    for n, mark in enumerate(small):
        after_elision = n == 2 and small[1] in "'’"  # noqa: PLR2004 - O'B, D'A
        large = mark.upper()
        is_large = (n == 0 or after_elision) and len(large) == 1
        yield large if is_large else mark
