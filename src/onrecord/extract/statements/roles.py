"""Nouns for those who can speak: roles, bodies, documents."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from onrecord.extract.statements.cues import rows_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from onrecord.extract.statements.scene import Scene
    from onrecord.model import Token

Kind = Literal["role", "body", "document", "group"]
PRONOUNS = frozenset(
    [
        "he",
        "she",
        "they",
        "it",
        "we",
        "i",
        "who",
        "some",
        "many",
        "others",
        "both",
        "all",
        "most",
        "one",
    ]
)
MUTE = frozenset(
    [
        "you",
        "yourself",
        "yourselves",
        "that",
        "this",
        "which",
        "what",
        "there",
        "these",
        "those",
        "something",
        "nothing",
        "everything",
    ]
)
NAMED = frozenset({"PERSON", "ORG", "NORP", "GPE"})
ENDINGS = ("man", "men", "woman", "women", "ist", "ists", "person", "people", "ician")


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun of the table: what kind it is, its sector and gender if it tells one."""

    word: str
    kind: str
    sector: str | None
    gender: str | None


@cache
def load_nouns() -> Mapping[str, Noun]:
    """Nouns for speakers, singular and plural, in small letters."""
    found: dict[str, Noun] = {}
    for word, kind, sector, gender in rows_of("roles.tsv"):
        noun = Noun(word, kind, _or_none(sector), _or_none(gender))
        for form in (word, _plural(word)):
            found.setdefault(form, noun)
    return MappingProxyType(found)


def _or_none(cell: str) -> str | None:
    return None if cell == "-" else cell


def _plural(word: str) -> str:
    if word.endswith("man"):
        return word[:-3] + "men"
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "sh", "ch", "x")) else "s")


def is_document(head: Token) -> bool:
    """Whether the noun is something written: "the poll", "a report"."""
    noun = load_nouns().get(head.text.lower())
    return noun is not None and noun.kind == "document"


def can_speak(head: Token, scene: Scene, *, strictly: bool) -> bool:
    """Whether this noun can be a speaker; `strictly`: only if it is known to."""
    word = head.text.lower()
    if word in MUTE:
        return False
    if not strictly or word in PRONOUNS:
        return True
    if head.pos == "PROPN" or head.entity in NAMED:
        return True
    if word in load_nouns() or word.endswith(ENDINGS):
        return True
    return scene.mention_at(head.span.start) is not None
