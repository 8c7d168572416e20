"""The forms under which a place is looked up: folded, bare of "city of", "province"."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import TYPE_CHECKING

from onrecord.gazetteer.folding import fold
from onrecord.gazetteer.places.place import Feature

if TYPE_CHECKING:
    from collections.abc import Iterator

SHORTENED = {"saint": "st", "sainte": "ste", "mount": "mt", "fort": "ft"}
ANY_KIND: frozenset[Feature] = frozenset({"town", "district", "region", "country"})
LONGEST = 120  # characters; no place has a longer name


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """Words around a place's own name, folded; the longest first."""

    before: tuple[tuple[str, Feature], ...]
    behind: tuple[tuple[str, Feature], ...]
    parts: frozenset[str]
    articles: frozenset[str]
    sites: tuple[str, ...]


@lru_cache(maxsize=65536)
def place_key(name: str) -> str:
    """The name as the gazetteer files it.

    >>> place_key("Saint-Étienne"), place_key("the Mount Vorrin")
    ('st etienne', 'mt vorrin')
    """
    words = fold(name[:LONGEST]).split(" ")
    return " ".join(SHORTENED.get(word, word) for word in words)


@cache
def load_place_words() -> PlaceWords:
    """The table of words around names."""
    file = resources.files("onrecord") / "data" / "place_words.toml"
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    return PlaceWords(
        before=_with_features(table["before"]),
        behind=_with_features(table["behind"]),
        parts=frozenset(table["parts"]["words"]),
        articles=frozenset(table["articles"]["words"]),
        sites=_longest_first(table["sites"]["words"]),
    )


def _with_features(rows: dict[Feature, list[str]]) -> tuple[tuple[str, Feature], ...]:
    pairs = [(word, feature) for feature, words in rows.items() for word in words]
    return tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair[0])))


def _longest_first(words: list[str]) -> tuple[str, ...]:
    return tuple(sorted(set(words), key=lambda word: (-len(word), word)))


def kind_named(key: str) -> Feature | None:
    """What the words around the name say that it is: "ghor province" is a region.

    >>> kind_named("ghor province"), kind_named("vorrin")
    ('region', None)
    """
    return next((feature for _, feature in _bared(key)), None)


def bare_keys(key: str) -> Iterator[str]:
    """Shorter forms to try when nothing bears the name; the nearest first.

    What every town has is no shorter form of anything: some hamlet is called so.

    >>> list(bare_keys("northern vorrin")), list(bare_keys("central station"))
    (['vorrin'], [])
    """
    table = load_place_words()
    seen = {key, *table.sites, *table.parts, *table.articles}
    for shorter in _shorter(key):
        if shorter not in seen:
            seen.add(shorter)
            yield shorter


def bare_of_kind(key: str, kinds: frozenset[Feature] = ANY_KIND) -> Iterator[str]:
    """The key without the words that say what it is: "ghor" of "ghor province"."""
    for bare, kind in _bared(key):
        if kind in kinds:
            yield bare


def _bared(key: str) -> Iterator[tuple[str, Feature]]:
    words = load_place_words()
    for word, feature in words.behind:
        if key.endswith(word) and (bare := _cut_behind(key, word)):
            yield bare, feature
    for word, feature in words.before:
        if key.startswith(f"{word} "):
            yield key[len(word) + 1 :].removeprefix("the "), feature


def _cut_behind(key: str, word: str) -> str:
    if word.isascii() or " " in key:
        return key[: -len(word)].rstrip() if key.endswith(f" {word}") else ""
    return key[: -len(word)]  # scripts without spaces


def _shorter(key: str) -> Iterator[str]:
    table = load_place_words()
    yield from bare_of_kind(key)
    words = key.split(" ")
    if len(words) == 1:
        return
    if words[0] in table.articles or words[0] in table.parts:
        yield " ".join(words[1:])
    if words[-1] in table.parts:
        yield " ".join(words[:-1])
    for site in table.sites:
        if key.endswith(f" {site}"):
            yield key[: -len(site) - 1]
        if key.startswith(f"{site} of "):
            yield key[len(site) + 4 :]
