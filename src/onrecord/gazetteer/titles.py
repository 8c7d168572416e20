"""Titles and roles: what stands before a name, and what kind of office it tells."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from onrecord.gazetteer.folding import fold

# What follows the office in a role: the office is the noun before it.
AFTER_OFFICE = re.compile(
    r"\b(?:of|for|at|to|in|with|from|on|who|that|and|since|until|under|during|after"
    r"|before|as|over|between|whose|which)\b|,"
)
LONGEST_ROLE = 4  # words of a phrase in the table
WOMAN = re.compile(r"\w*(?:woman|women)$|^(?:mrs|ms|miss|lady|queen|princess|mother|"
                   r"sister|wife|daughter|actress|she|her|widow|madam)$")  # fmt: skip
MAN = re.compile(r"\w*(?<!wo)(?:man|men)$|^(?:mr|sir|lord|king|prince|father|brother|"
                 r"husband|son|he|his|widower|sheikh)$")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Role:
    """A kind of office ("spokesperson"); public ones speak on the record."""

    name: str
    is_public: bool


@lru_cache(maxsize=8192)
def role_of(words: str) -> Role | None:
    """The kind of role that these words tell; None when they tell none.

    The longest phrase at the end of the office counts: "deputy police chief of the
    province" is police.

    >>> role_of("former deputy foreign minister").name
    'minister'
    """
    office = AFTER_OFFICE.split(words.casefold(), maxsplit=1)[0]
    parts = fold(office or words).split()
    roles = _tables().roles
    for size in range(min(LONGEST_ROLE, len(parts)), 0, -1):
        found = roles.get(" ".join(parts[-size:]))
        if found is not None:
            return found
    return roles.get(parts[-1].removesuffix("s")) if parts else None


def is_role_word(word: str) -> bool:
    """Whether the word alone can end a role before a name ("spokesman", "Gen.")."""
    return fold(word) in _tables().roles


def is_plural_role(word: str) -> bool:
    """Whether the word names several who hold a role ("senators", "Reps.")."""
    bare = word.rstrip(".").casefold()
    ends = bare.endswith("s") and not bare.endswith("ss")
    return ends and not is_role_word(bare) and is_role_word(bare.removesuffix("s"))


def is_honorific(word: str) -> bool:
    """Whether the word is a form of address that tells no office ("Mrs.")."""
    return fold(word) in _tables().honorifics


def is_kept_title(word: str) -> bool:
    """Whether the word opens a name and stays in it ("Sheikh", "Abu")."""
    return fold(word) in _tables().kept


def bare_name(name: str) -> str:
    """The name without the roles and forms of address before it.

    >>> bare_name("Acting Transport Minister Dr. Ada Lund")
    'Ada Lund'
    """
    words = name.split()
    opens = 0
    for at, word in enumerate(words[:-1]):
        if (is_role_word(word) or is_honorific(word)) and not is_kept_title(word):
            opens = at + 1
    return " ".join(words[opens:])


def gender_of(role: str) -> str | None:
    """Whether a role says "woman" or "man"; None when it leaves that open.

    >>> gender_of("ministry spokeswoman"), gender_of("minister")
    ('woman', None)
    """
    for word in fold(role).split():
        if WOMAN.search(word):
            return "woman"
        if MAN.search(word) and word not in {"german", "roman", "oman", "yemen"}:
            return "man"
    return None


@dataclass(frozen=True, slots=True)
class _Tables:
    roles: Mapping[str, Role]
    honorifics: frozenset[str]
    kept: frozenset[str]


@cache
def _tables() -> _Tables:
    text = (resources.files("onrecord") / "data" / "titles.toml").read_text("utf-8")
    content = tomllib.loads(text)
    roles: dict[str, Role] = {}
    for row in content["role"]:
        role = Role(row["class"], row["is_public"])
        for word in row["words"]:
            roles.setdefault(fold(word), role)
    return _Tables(
        roles,
        frozenset(map(fold, content["honorifics"])),
        frozenset(map(fold, content["kept"])),
    )
