"""Keys: who a name means when it is no person's; equal keys are one identity."""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from onrecord.gazetteer import fold, is_acronym, is_plain_body

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.gazetteer import ActorTable
    from onrecord.model import Mention

Key = tuple[str, ...]
NAMED = "name"  # an exact name and its country: ("name", words, country or "")


def key_of(head: Mention, actors: ActorTable, country: str | None) -> Key:
    """The key of a head; `country` is the one that its article tells of."""
    if head.actor is not None and head.actor in actors:
        return ("actor", head.actor)
    if head.type == "person":
        return ("person", head.id)
    if head.type == "government" and head.institution is not None:
        where = head.country or f"in {head.article_id}"
        return ("body", head.institution, where)
    if head.type == "country" and head.country is not None:
        return ("country", head.country)
    return _key_by_text(head, country)


def _key_by_text(head: Mention, country: str | None) -> Key:
    words = fold(head.text)
    if head.type == "place":
        return ("place", words)
    if is_acronym(head.text):
        # Letters alone are many bodies': they are one only within an article.
        return ("acronym", words, f"in {head.article_id}")
    if head.type == "government" and is_plain_body(head.text):
        # "the Legislature" of a state, "the City Council": every town has one.
        return ("local", words, f"in {head.article_id}")
    if is_plain_name(words):
        where = head.country or country or f"in {head.article_id}"
        return ("plain", words, where)
    return (NAMED, words, head.country or "")


def is_wide(key: Key) -> bool:
    """Whether the key means one body beyond its article: not by letters, or nowhere.

    >>> is_wide(("actor", "united-nations")), is_wide(("body", "police", ""))
    (True, False)
    """
    return key[0] == NAMED or bool(key[-1] and not key[-1].startswith("in "))


def is_plain_name(folded: str) -> bool:
    """Whether only common words make the name: every country has such a body.

    >>> is_plain_name("national bank"), is_plain_name("harbour watch of vorrin")
    (True, False)
    """
    return all(word in _plain_words() for word in folded.split())


@cache
def _plain_words() -> frozenset[str]:
    table = resources.files("onrecord") / "data" / "plain_names.txt"
    lines = table.read_text("utf-8").splitlines()
    return frozenset(
        word for line in lines if not line.startswith("#") for word in line.split()
    )


def countries_of_articles(mentions: Sequence[Mention]) -> dict[str, str]:
    """The country that each article names most, where one is ahead of all others."""
    named: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for mention in mentions:
        if mention.country is not None:
            named[mention.article_id][mention.country] += 1
    ahead: dict[str, str] = {}
    for article, counts in named.items():
        first, *others = counts.most_common(2)
        if not others or others[0][1] < first[1]:
            ahead[article] = first[0]
    return ahead


def joined_keys(keys: Mapping[str, Key]) -> dict[str, Key]:
    """The keys again, with names that told no country given the only one told.

    Where a name is told of two countries, those that tell none stay by themselves.
    """
    countries: defaultdict[str, set[str]] = defaultdict(set)
    for key in keys.values():
        if key[0] == NAMED and key[2]:
            countries[key[1]].add(key[2])
    only = {name: next(iter(found)) for name, found in countries.items()
            if len(found) == 1}  # fmt: skip
    return {
        id_: (NAMED, key[1], only[key[1]])
        if key[0] == NAMED and not key[2] and key[1] in only
        else key
        for id_, key in keys.items()
    }
