"""The words of a name that count, as sounds; small words and titles are left out."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib import resources
from typing import TYPE_CHECKING

from onrecord.gazetteer.spelling.scripts import (
    ARABIC,
    CYRILLIC,
    HANZI,
    LATIN,
    scripts_of,
    sounds_of,
)
from onrecord.gazetteer.spelling.small_words import (
    FAITH,
    FATHER,
    GOD,
    SERVANT,
    small_words,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LONGEST = 160  # characters; nobody's name is longer, and work must stay bounded
MOST_WORDS = 16
SHORT = 3  # sounds; a shorter word is no compound
BUCKETS = 4096
_PARTING = re.compile(r"[\s\-‐‑‒–—_/,;:·・•()\[\]{}\"“”„«»،|+&]+|(?<=\w\w)\.(?=\w\w)")  # noqa: RUF001 - dashes as pages print them
_MARKS = re.compile("['’‘ʼʻ`´.\u200b-\u200f\u202a-\u202e\u2066-\u2069]")  # noqa: RUF001 - apostrophes as pages print them
# Compounds that are written as one word; what is matched stands for its mark.
# The article goes with "servant", but for what God and Latif need of it.
_SERVANT = re.compile(
    r"^[aL]?bd(?:Al(?=...)|(?=Alh$)|[aeuoi]*l?(?=3$)"
    r"|[aeuoi]+(?:l(?![ao]?h?i?$|at[iy]f))?(?=..))"
)
_FATHER = re.compile(r"^abu(?=[^aeiou]..)|^[AL]bW(?=...)")
_GOD = re.compile(r"(?:(?<=..)|(?<=2))(?:[uao]l[ao]h|ula|Alh)$|(?<=2)(?:lah?i?|lh)$")
_FAITH = re.compile(r"(?<=..)(?:Al|[aeiuA][ld]?)d[iY]ne?$")
_ARTICLE = re.compile(r"^A?l?Al(?=...)")
_BONES = str.maketrans(
    dict.fromkeys("aeiouAELHhYyWw", "")
    | {"p": "b", "v": "f"}
    | dict.fromkeys("xGgqK", "k")
    | dict.fromkeys("SZCjzJcX", "s")
    | dict.fromkeys("dTD", "t")
)
_INITIALS = re.compile(r"(?<!\w)([^\W\d_])\.(?=[^\W\d_])")
_DOUBLED = re.compile(r"(.)\1+")
_VOWEL = re.compile(r"[aeiouAELYWyw]")


@dataclass(frozen=True, slots=True)
class Parts:
    """A name as its words' sounds, in order.

    Attributes:
        words: the sounds of each word that counts, small words joined to it.
        fathers: whether each is a father's name that may be left out.
        weights: how much each tells: rare words more than common ones.
        script: the script of the name; of several the one least like Latin.
        is_mixed: whether one word has letters that only look alike.
    """

    words: tuple[str, ...]
    fathers: tuple[bool, ...]
    weights: tuple[float, ...]
    script: str
    is_mixed: bool

    def in_one(self) -> Parts:
        """The same name as one word."""
        return replace(
            self,
            words=("".join(self.words),),
            fathers=(False,),
            weights=(max(self.weights),),
        )


@lru_cache(maxsize=131072)
def consonants(sounds: str) -> str:
    """The consonants of a word, roughly: what every script writes of it.

    >>> consonants(sounds_of("Dorvin")), consonants(sounds_of("دورفین"))
    ('trfn', 'trfn')
    """
    return _DOUBLED.sub(r"\1", sounds.translate(_BONES))


@dataclass(frozen=True, slots=True)
class Heard:
    """The sounds of each word of a name, and its script, as `Parts` has it."""

    sounds: list[str]
    script: str
    is_mixed: bool


@lru_cache(maxsize=65536)
def parts_of(name: str) -> Parts:
    """The words of a name that count, whatever script it is written in.

    >>> parts_of("Sheikh Hamid bin Omar al-Rawi").words
    ('hamid', 'omar', 'rawi')
    """
    written = heard(name[:LONGEST])
    rows = list(_joined(_without_titles(written.sounds)))
    sounds = tuple(word for word, _ in rows)
    weights = tuple(map(rarity, sounds))
    return Parts(sounds, _fathers(rows), weights, written.script, written.is_mixed)


def heard(name: str) -> Heard:
    """The sounds of every word of a name, small words and all."""
    words = [word for word in _PARTING.split(_MARKS.sub("", name)) if word]
    scripts = [scripts_of(word) for word in words]
    found = frozenset().union(*scripts)
    script = next((each for each in (HANZI, ARABIC, CYRILLIC) if each in found), LATIN)
    is_mixed = any(len(each) > 1 for each in scripts)
    return Heard(_sounded(words[:MOST_WORDS], script), script, is_mixed)


def with_parted_initials(name: str) -> str:
    """The name with a blank behind each initial that the next word follows closely.

    >>> with_parted_initials("J.R. Torel")
    'J R. Torel'
    """
    return _INITIALS.sub(r"\1 ", name)


def _sounded(words: Sequence[str], script: str) -> list[str]:
    if script == HANZI:
        behind = small_words().titles_behind
        words = [behind.sub("", word) or word for word in words]
    return [sounds for word in words if (sounds := sounds_of(word))]


def _without_titles(words: list[str]) -> list[str]:
    """Without the titles before a name; "Sultan Torel" is called Sultan."""
    small = small_words()
    while len(words) > 1 and words[0] in small.titles:
        if len(words) == 2 and words[0] in small.titles_or_names:  # noqa: PLR2004 - he and his family
            break
        words = words[1:]
    return words


def _joined(words: Sequence[str]) -> Iterator[tuple[str, bool]]:
    """Each word that counts, and whether a small word says it is a father's name."""
    small, held, is_father = small_words(), "", False
    words = list(_with_ends(words))
    for at, word in enumerate(words, start=1):
        if at < len(words):
            if word in small.patronymic and not (at == 1 and small.is_given(words)):
                is_father = True
                continue
            if word in small.openers:
                held += small.openers[word]
                continue
            if word in small.particles:
                continue
        yield held + _compound(word, held), is_father
        held, is_father = "", False


def _with_ends(words: Sequence[str]) -> Iterator[str]:
    """The words; what only ends a name is one with the word before it."""
    small, before, kept = small_words(), "", ""
    for word in words:
        if before and word in small.ends:
            before, kept = before + small.ends[word], ""
        elif before and word in small.particles and not kept:
            kept = word
        else:
            yield from (each for each in (before, kept) if each)
            before, kept = word, ""
    yield from (each for each in (before, kept) if each)


def _compound(word: str, held: str) -> str:
    """The word without its article, and with marks for what it is made of."""
    if len(word) <= SHORT:
        return word
    word = without_article(word)
    if not held:
        word = _FATHER.sub(FATHER, word)
    if SERVANT not in held:
        word = _SERVANT.sub(SERVANT, word)
    return _GOD.sub(GOD, _FAITH.sub(FAITH, word))


def without_article(word: str) -> str:
    """The sounds without an Arabic article that is written as one with the word."""
    return _ARTICLE.sub("", word)


def _fathers(rows: Sequence[tuple[str, bool]]) -> tuple[bool, ...]:
    """By a small word before, or by the ending where a name has three words."""
    ends = small_words().patronymic_ends
    return tuple(
        told or (at > 0 and len(rows) > 2 and word.endswith(ends))  # noqa: PLR2004 - name, father, family
        for at, (word, told) in enumerate(rows)
    )


def rarity(word: str) -> float:
    """How much a word tells of who it is: 1 for the rarest, .1 for the commonest."""
    return 1 - int(load_rarities()[bucket_of(word)]) / 10


def bucket_of(word: str) -> int:
    """The number under which words with these consonants are counted."""
    first = "a" if _VOWEL.match(word) else consonants(word[:1])
    return zlib.crc32((first + consonants(word)).encode()) % BUCKETS


@cache
def load_rarities() -> str:
    """A digit for each bucket of words: how common its words were, as logarithm."""
    lines = resources.files("onrecord").joinpath("data", "name_rarity.txt")
    text = lines.read_text("utf-8").splitlines()
    return "".join(line for line in text if line[:1] != "#") or "0" * BUCKETS
