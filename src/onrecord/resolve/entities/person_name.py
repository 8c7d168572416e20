"""A person's name as it is compared: its sounds in any script, and its family name."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib import resources
from typing import TYPE_CHECKING

from onrecord.gazetteer import (
    Parts,
    bare_name,
    consonants,
    fold,
    parts_of,
    person_likeness,
    person_parts,
)
from onrecord.resolve.entities.letters import is_comparable

if TYPE_CHECKING:
    from collections.abc import Iterator

Words = tuple[str, ...]
# Characters that each are a syllable: a name of them is set without blanks.
SOLID = re.compile(r"[\u3005\u3400-\u9fff\uac00-\ud7a3]+")
HAN = re.compile(r"[\u3400-\u9fff]")
PARTING = re.compile(r"[\s·・•‧]+")
# Characters of a given name, behind a family name of one or of more.
GIVEN = {1: range(1, 3), 2: range(1, 4), 3: range(1, 4)}
# Likeness below which a given name differs: no evidence makes them one. Looked up on
# tests/resolve/persons/fitted.txt: from .48 to .6 all who are one stand above but two,
# and of the brothers there half stand below.
TWO_NAMES = 0.5
OTHER_LETTERS = 0.55  # most where other letters are another name: hardly above that
ACROSS = 0.9  # likeness from which surnames of two scripts may be one: JOINED_FROM
TELLING = 2  # consonants; what has fewer tells nothing across scripts


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name without its roles, as sounds.

    `is_short`: a surname alone (or a given name), "Lund" or "Lund-Holm". `family` is
    the family name where it comes first and no blank parts it, else "".
    """

    text: str
    parts: Parts
    family: str
    is_short: bool

    @property
    def form(self) -> Words:
        """What is equal for two names that are spelled alike."""
        text = self.text if HAN.search(self.text) else ""
        return self.parts.script, text, *self.parts.words

    def ending(self, size: int) -> Words:
        """So many words as a surname would have of this name."""
        return parts_of(self.family).words if self.family else self.parts.words[-size:]


@lru_cache(maxsize=65536)
def read_name(text: str) -> PersonName | None:
    """The name of a person as a page words it; None where it is none to compare.

    >>> read_name("Mayor Ana Petrell").parts.words, read_name("Petrell").is_short
    (('ana', 'petrel'), True)
    """
    bare = bare_name(text).strip()
    if not is_comparable(bare):
        return None
    parts = person_parts(bare)
    if not parts.words:
        parts = _by_letters(bare, parts)
    family = _family_before(bare)
    is_parted = len(parts.words) > 1 and PARTING.search(bare) is not None
    return PersonName(
        text=bare,
        parts=parts,
        family=family,
        is_short=not family and not is_parted,
    )


def _by_letters(bare: str, parts: Parts) -> Parts:
    """A script whose sounds no table has: its words as they stand."""
    words = tuple(fold(bare).split())
    size = len(words)
    return replace(parts, words=words, fathers=(False,) * size, weights=(1.0,) * size)


def _family_before(bare: str) -> str:
    """The family name with which a name without blanks opens; "" when it has none."""
    if SOLID.fullmatch(bare) is None:
        return ""
    sizes = (size for size in sorted(GIVEN, reverse=True) if bare[:size] in _families())
    return next((bare[:size] for size in sizes if len(bare) - size in GIVEN[size]), "")


@lru_cache(maxsize=262144)
def _likeness(one: str, other: str) -> float:
    return person_likeness(one, other)


def likeness(one: PersonName, other: PersonName) -> float:
    """How likely two names, both full, are spellings of one: 0 to 1.

    >>> likeness(read_name("Ana Petrell"), read_name("Ана Петрель")) > 0.5
    True
    """
    alike = _likeness(*sorted((one.text, other.text)))
    return min(alike, OTHER_LETTERS) if _have_other_letters(one, other) else alike


def _have_other_letters(one: PersonName, other: PersonName) -> bool:
    """Whether they differ in a script that hardly has two spellings of one name.

    Arabic letters write each consonant one way, and Chinese has characters for names.
    """
    if HAN.search(one.text) and HAN.search(other.text):
        return one.text != other.text
    if not one.parts.script == other.parts.script == "arabic":
        return False
    short, long = sorted((_bones(one), _bones(other)), key=len)
    return bool(Counter(short) - Counter(long)) and "".join(short) != "".join(long)


def _bones(name: PersonName) -> Words:
    return tuple(map(consonants, name.parts.words))


def are_far(one: PersonName, other: PersonName) -> bool:
    """Whether both are in scripts that say little of each other: neither is Latin.

    That two such names are not alike does not make them two.
    """
    scripts = {one.parts.script, other.parts.script}
    return len(scripts) > 1 and "latin" not in scripts


def share_surname(one: PersonName, other: PersonName) -> bool:
    """Whether a surname alone may be the other's: in one script, it sounds the same."""
    short, long = (one, other) if one.is_short else (other, one)
    if long.is_short and len(long.parts.words) < len(short.parts.words):
        short, long = long, short
    if SOLID.fullmatch(short.text) and len(short.text) == 1:
        return False  # millions bear it
    words = short.parts.words
    ends = long.ending(len(words))
    if HAN.search(short.text) and HAN.search(long.text):
        return short.text == (long.family or _end_of(long))
    if short.parts.script == long.parts.script:
        return ends == words
    return _sound_alike(words, ends) and _likeness(short.text, _end_of(long)) >= ACROSS


def _sound_alike(words: Words, ends: Words) -> bool:
    one, other = (consonants("".join(each)) for each in (words, ends))
    return one == other and len(one) >= TELLING


def _end_of(name: PersonName) -> str:
    return name.family or PARTING.split(name.text)[-1]


@cache
def _families() -> frozenset[str]:
    return frozenset(_words("family_names.txt"))


@cache
def _common() -> tuple[frozenset[str], frozenset[str]]:
    """The sounds of words that very many bear, and the consonants of these sounds."""
    sounds = {
        sound for word in _words("common_names.txt") for sound in parts_of(word).words
    }
    return frozenset(sounds), frozenset(map(consonants, sounds))


def is_common(name: PersonName) -> bool:
    """Whether very many people bear all words of this name."""
    if name.text in _families():
        return True
    sounds, bare = _common()
    if name.parts.script == "latin":
        return all(word in sounds for word in name.parts.words)
    return all(consonants(word) in bare for word in name.parts.words)


def _words(file: str) -> Iterator[str]:
    text = (resources.files("onrecord") / "data" / file).read_text("utf-8")
    for line in text.splitlines():
        if not line.startswith("#"):
            yield from line.split()
