"""Words of any script as the sounds they write: one form to compare them by."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from importlib import resources
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

LATIN, CYRILLIC, ARABIC, HANZI, OTHER = "latin", "cyrillic", "arabic", "hanzi", "other"
_DOUBLED = re.compile(r"(.)\1+")
_UNHEARD = re.compile(r"[^A-Za-z]")
_RANGES = (
    (re.compile(r"[a-z\u00aa\u00ba\u00df-\u00f6\u00f8-\u02af\u1e00-\u1eff]"), LATIN),
    (re.compile(r"[\u0370-\u03ff\u1f00-\u1fff]"), "greek"),
    (re.compile(r"[\u0400-\u052f]"), CYRILLIC),
    (re.compile(r"[\u0590-\u05ff]"), "hebrew"),
    (re.compile(r"[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufefc]"), ARABIC),
    (re.compile(r"[\u3400-\u9fff\uf900-\ufaff]"), HANZI),
    (re.compile(r"[\u3040-\u30ff]"), "kana"),
    (re.compile(r"[\uac00-\ud7a3]"), "hangul"),
)
# Scripts whose letters are called by what they sound like.
_SPELLED = re.compile(
    r"(?:HANGUL SYLLABLE|(?:HIRAGANA|KATAKANA) LETTER(?: SMALL)?) (\w+)$"
)


@lru_cache(maxsize=65536)
def scripts_of(word: str) -> frozenset[str]:
    """The scripts of a word's letters; what is not known is "other".

    >>> sorted(scripts_of("Vorrin")), sorted(scripts_of("Воррин"))
    (['latin'], ['cyrillic'])
    """
    folded = word.casefold()
    found = {script for letters, script in _RANGES if letters.search(folded)}
    return frozenset(found) or frozenset({OTHER})


@lru_cache(maxsize=65536)
def sounds_of(word: str) -> str:
    """The sounds of one word, a character each, whatever script it is written in.

    >>> sounds_of("Shchukin"), sounds_of("Щукин"), sounds_of("شوکین")
    ('Sukin', 'Sukin', 'SWKYn')
    """
    text = unicodedata.normalize("NFKC", word).casefold()
    if text.startswith("x"):  # Xavier and Xinjiang: no word opens with ks
        text = "s" + text[1:]
    table = _letters()
    sounds = table.pattern.sub(lambda found: table.sounds[found[0]], text)
    if not sounds.isascii():
        sounds = "".join(_other(letter) for letter in sounds)
    return _DOUBLED.sub(r"\1", _UNHEARD.sub("", sounds))


def _other(letter: str) -> str:
    """The sounds of a Chinese character, or of a letter without its marks."""
    if letter.isascii():
        return letter
    if "\u3400" <= letter <= "\u9fff":
        return _readings().get(letter, "")
    spelled = _SPELLED.match(unicodedata.name(letter, ""))
    if spelled:
        return spelled[1].lower()
    base = unicodedata.normalize("NFD", letter)[0]
    return _letters().sounds.get(base, base)


class _Letters:
    """The table of letters, and the pattern that finds the longest of them."""

    def __init__(self, sounds: Mapping[str, str]) -> None:
        self.sounds = MappingProxyType(dict(sounds))
        longest_first = sorted(sounds, key=lambda letters: (-len(letters), letters))
        self.pattern = re.compile("|".join(map(re.escape, longest_first)))


@cache
def _letters() -> _Letters:
    rows = (line.split("\t") for line in _lines("letter_sounds.tsv"))
    return _Letters({letters: row[2] for row in rows for letters in row[1].split(" ")})


@cache
def _readings() -> dict[str, str]:
    """Chinese characters with the sounds of their pinyin."""
    rows = (line.split("\t") for line in _lines("hanzi_readings.tsv"))
    table = _letters()
    return {
        character: table.pattern.sub(
            lambda found: table.sounds[found[0]],
            row[0].replace("x", "s").replace("v", "u"),
        )
        for row in rows
        for character in row[1]
    }


def _lines(name: str) -> list[str]:
    text = resources.files("onrecord").joinpath("data", name).read_text("utf-8")
    return [line for line in text.splitlines() if line and line[0] != "#"]
