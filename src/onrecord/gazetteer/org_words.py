"""The words of an organisation's name, so that two spellings of it can be compared."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources

from onrecord.gazetteer.folding import fold

# ruff: noqa: RUF001 - apostrophes and letters as pages print them
ELISION = re.compile(r"\b([dlDL]|[Dd]all|[Dd]ell|[Nn]ell)['’ʼ](?=\w)")
POSSESSIVE = re.compile(r"(?<=\w)['’ʼ](?:s\b|(?=\s|$))")
JOINERS = str.maketrans({"\u200c": " ", "\u200d": "", "ـ": "", "ı": "i", "ة": "ه"})
ARABIC_ARTICLE = re.compile(r"^(?:و?ال|لل)(?=\w{3})")
CJK = re.compile("[\u4e00-\u9fff]")
CJK_SPACE = re.compile("(?<=[\u4e00-\u9fff])\\s+(?=[\u4e00-\u9fff])")
PARENTHESIS = re.compile(r"^(?P<out>[^()]+)\((?P<in>[^()]+)\)\s*$")
LONGEST = 400  # letters; what is longer is no name


@dataclass(frozen=True, slots=True)
class OrgWords:
    """Words that say of what sort an organisation is, not which one.

    `spellings` leads from one spelling of a word to the other.
    """

    links: frozenset[str]
    sorts: frozenset[str]
    branches: frozenset[str]
    idle: frozenset[str]
    never_branches: frozenset[str]
    spokesmen: frozenset[str]
    offices: frozenset[str]
    qualifiers: frozenset[str]
    spellings: dict[str, str]


@cache
def org_words() -> OrgWords:
    """The table of such words."""
    data = resources.files("onrecord") / "data" / "organisation_words.toml"
    content = tomllib.loads(data.read_text("utf-8"))
    spellings = content.pop("spellings")
    sets = {
        key: frozenset(_letters(word) for word in words)
        for key, words in content.items()
    }
    return OrgWords(spellings=spellings, **sets)


@lru_cache(maxsize=65536)
def plain_words(name: str) -> tuple[str, ...]:
    """The folded words of a name, without possessive and Arabic article.

    One word of two spellings is one ("defense", "defence"); a name in Chinese is one
    word; what is too long to be a name has none.

    >>> plain_words("Vorrin's Ministry of Defense")
    ('vorrin', 'ministry', 'of', 'defence')
    """
    if len(name) > LONGEST:
        return ()
    text = POSSESSIVE.sub("", ELISION.sub(r"\1 ", CJK_SPACE.sub("", name)))
    spellings = org_words().spellings
    return tuple(
        spellings.get(word, word)
        for word in map(_bare, _letters(text).split())
        if any(mark.isalnum() for mark in word)
    )


def key_of(words: tuple[str, ...]) -> str:
    """The words that count, as one text: no articles, no "of", no "and"."""
    links = org_words().links
    return " ".join(word for word in words if word not in links) or " ".join(words)


@lru_cache(maxsize=65536)
def name_key(name: str) -> str:
    """The key of a name as it stands.

    >>> name_key("the Organization of Harbours"), name_key("Organisation for Harbours")
    ('organisation harbours', 'organisation harbours')
    """
    return key_of(plain_words(name))


def forms_of(name: str) -> tuple[str, ...]:
    """The name, and what stands before and inside the parentheses that close it."""
    match = PARENTHESIS.match(name) if len(name) <= LONGEST else None
    return (name,) if match is None else (name, match["out"], match["in"])


def parts_of(name: str) -> tuple[str, ...]:
    """The words of a name as written, with their capitals, without possessive.

    >>> parts_of("the VHF's wing (North)")
    ('the', 'VHF', 'wing', 'North')
    """
    text = POSSESSIVE.sub("", name[:LONGEST])
    return tuple(text.replace("(", " ").replace(")", " ").split())


def is_cjk(word: str) -> bool:
    """Whether the word is written in Chinese characters."""
    return CJK.search(word) is not None


def _letters(text: str) -> str:
    return fold(text.translate(JOINERS)).translate(JOINERS)


def _bare(word: str) -> str:
    return ARABIC_ARTICLE.sub("", word).strip("\"'.:;!?&+")
