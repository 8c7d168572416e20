"""Which nouns name people, and which name what is counted but is no person."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.model import Token

GROUPS = {"couple": 2, "pair": 2, "duo": 2, "trio": 3, "quartet": 4, "twins": 2}
BANDS = frozenset({
    "family", "crew", "team", "group", "party", "band", "gang", "patrol", "platoon",
    "squad", "unit", "delegation", "convoy",
})  # fmt: skip
SEVERAL = frozenset({"several", "many", "others", "some", "both"})
IRREGULAR = (
    ("children", "child"), ("wives", "wife"), ("lives", "life"), ("men", "man"),
    ("ies", "y"),
)  # fmt: skip
MASS = frozenset({"people", "personnel", "staff", "police", "crew", "troops", "youth"})
STRUCK = frozenset({  # what the effect itself calls them
    "body", "bodie", "death", "life", "live", "hurt", "dead", "wounded", "injured",
    "killing", "arrest", "him", "her", "himself", "herself", "he", "she", "me",
    "myself", "i", "someone", "somebody", "old", "fatality", "injury", "corpse",
    "remain", "second", "third", "fourth", "fifth", "sixth", "seventh", "one",
    "murder", "martyr", "casualty", "abduction", "kidnapping", "detention", "homicide",
    "slaying", "soul", "drowning", "missing", "detained", "killed", "arrested", "more",
    "another", "them", "themselve", "elderly", "displaced", "youth", "dozen",
    "execution", "half", "rest", "men", "women", "wound", "burn", "none", "nobody",
    "everyone",
})  # fmt: skip
TRADES = ("er", "or", "ist", "ian", "eer", "ee", "ite", "ess", "mate", "folk", "kin",
          "ant", "ner", "ive", "wife", "child", "hero", "heroe", "ese")  # fmt: skip
AGENT_ENDINGS = ("man", "men", "woman", "women", "worker", "workers", "person")
NATIONAL = frozenset({"NORP"})


@cache
def _words(name: str) -> frozenset[str]:
    text = (resources.files("onrecord") / "data" / name).read_text(encoding="utf-8")
    return frozenset(
        line.strip() for line in text.splitlines() if line and not line.startswith("#")
    )


def singular(word: str) -> str:
    """The singular of a noun, roughly.

    >>> singular("villagers"), singular("policemen"), singular("families")
    ('villager', 'policeman', 'family')
    """
    word = word.casefold()
    for plural, one in IRREGULAR:
        if word.endswith(plural):
            return word.removesuffix(plural) + one
    if word.endswith(("sses", "ches", "shes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word


def is_person_noun(token: Token) -> bool:
    """Whether the noun names people: "villager", "gunmen", "Palestinians"."""
    word = singular(token.text)
    if word in _words("people_nouns.txt") or token.text.casefold() in MASS:
        return True
    return token.text.casefold().endswith(AGENT_ENDINGS) or (
        token.entity in NATIONAL and token.pos in {"NOUN", "PROPN"}
    )


def is_person_word(text: str) -> bool:
    """Whether a word names people, or is a name: "divers", "them", "Vorrinians"."""
    word = singular(text)
    known = word in _words("people_nouns.txt") or word in MASS | SEVERAL | set(GROUPS)
    known = known or word in BANDS | {"them", "whom", "other", "these", "those"}
    return known or text[:1].isupper() or word.endswith(AGENT_ENDINGS)


def may_be_people(text: str) -> bool:
    """Whether a counted word can be people: known ones, and trades by their endings.

    >>> may_be_people("bakers"), may_be_people("balladeers"), may_be_people("portraits")
    (True, True, False)
    """
    word = singular(text)
    if is_person_word(text) or word in STRUCK:
        return True
    return word.endswith(TRADES) and word not in _words("counted_things.txt")


def is_thing_noun(token: Token) -> bool:
    """Whether the noun names what is counted but is no person."""
    return singular(token.text) in _words("counted_things.txt")
