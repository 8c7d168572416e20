"""One form of a name for look-up, whatever its case, accents, quotes and hyphens."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# ruff: noqa: RUF001 - apostrophes as pages print them
QUOTES = re.compile("['’‘ʼʻ`´\"“”„«»]")
POSSESSIVE = re.compile(r"(?<=\w)['’ʼ]s?$")
PARTING = re.compile(r"[\s\-‐‑‒–—_/,()\[\]]+")
DOTS = re.compile(r"(?<=\w)\.")
ARABIC_LETTERS = str.maketrans("يىكةأإآ", "ییکهااا")  # one letter for its twins
SHORT_ACRONYM = 3  # letters; "IS", "WHO" and "US" are words when not in capitals
ACRONYM = range(2, 7)  # letters


@lru_cache(maxsize=65536)
def fold(name: str) -> str:
    """The name in small letters without accents, quotes, hyphens, dots and "the".

    >>> fold("The  Côte-d'Or"), fold("U.N.")
    ('cote dor', 'un')
    """
    text = QUOTES.sub("", POSSESSIVE.sub("", name.strip()))
    text = unicodedata.normalize("NFKD", text.translate(ARABIC_LETTERS))
    text = "".join(mark for mark in text if not unicodedata.combining(mark))
    text = PARTING.sub(" ", DOTS.sub("", text.casefold())).strip()
    return text.removeprefix("the ") or text


def reach_of(names: Iterable[str]) -> dict[str, int]:
    """For each word that opens a folded name, the most words of such a name."""
    reach: dict[str, int] = {}
    for name in names:
        words = name.split(" ")
        reach[words[0]] = max(len(words), reach.get(words[0], 0))
    return reach


def is_acronym(name: str) -> bool:
    """Whether the name is written as letters of a longer one: "UN", "ISIS-K".

    >>> is_acronym("NATO"), is_acronym("Nato"), is_acronym("IS-K")
    (True, False, True)
    """
    letters = [mark for mark in name if mark.isalpha()]
    return (
        len(letters) in ACRONYM
        and " " not in name
        and all(mark.isupper() for mark in letters)
    )


def is_written_as(alias: str, name: str) -> bool:
    """Whether `name` keeps the capitals that `alias` needs to be a name at all.

    >>> is_written_as("IS", "is"), is_written_as("NATO", "Nato")
    (False, True)
    """
    if not is_acronym(alias):
        return True
    letters = [mark for mark in name if mark.isalpha()]
    if len([mark for mark in alias if mark.isalpha()]) <= SHORT_ACRONYM:
        return all(mark.isupper() for mark in letters)
    return bool(letters) and letters[0].isupper()
