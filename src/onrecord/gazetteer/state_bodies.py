"""State bodies by the names of organisations: which body, of which country."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib import resources
from typing import TYPE_CHECKING

from onrecord.gazetteer.bodies import find_body
from onrecord.gazetteer.org_words import (
    is_cjk,
    key_of,
    name_key,
    org_words,
    plain_words,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from onrecord.gazetteer.country_words import CountryAt, CountryWords

GOVERNMENT, EMBASSY, MINISTRY = "government", "embassy", "ministry of "
Row = Mapping[str, str | list[str]]
HEADS = ("minister office", "secretary office")


@dataclass(frozen=True, slots=True)
class StateBody:
    """A body of a state by kind: "police" of "PK".

    `place` are the words that name a town or state whose body it is. `is_office`: the
    name is of the body's spokesman or press office, a part of it.
    """

    key: str
    country: str | None = None
    place: str = ""
    is_office: bool = False
    is_open: bool = False


@dataclass(frozen=True, slots=True)
class _Turn:
    """What a word for a body means in some countries, and in all the others."""

    countries: frozenset[str]
    there: str
    elsewhere: str


@dataclass(frozen=True, slots=True)
class _Table:
    bodies: Mapping[str, StateBody]
    words: frozenset[str]
    above: Mapping[str, str]
    above_actor: Mapping[str, str]
    local: frozenset[str]
    turns: Mapping[str, _Turn]
    rulers: Mapping[str, str]
    many: frozenset[str]


def read_state_body(
    name: str,
    countries: CountryWords,
    country: str | None = None,
    is_group: Callable[[str], bool] = lambda _: False,
) -> StateBody | None:
    """The state body that a name means, in any of the languages; None when none.

    `country` is what is told beside the name; a country in the name counts before it,
    and it before the country that a table knows.
    `is_group` tells whether a key names a group that may have bodies of its own
    ("Vorrin Front's interior ministry").
    """
    words = plain_words(name)
    kept = tuple(word for word in words if word not in org_words().spokesmen)
    is_office = kept != words
    if is_office:
        kept = _without_offices(kept)
    body = _known(kept)
    if body is not None and not body.is_open:
        body = replace(body, country=country or body.country)
    else:
        body = _with_country(kept, name, countries, is_group) or body
    if body is None:
        return None
    if body.country is None:
        body = replace(body, country=country)
    return replace(_of_its_kind(body), is_office=is_office)


def part_of_body(part: StateBody, whole: StateBody) -> bool:
    """Whether a body of the kind of `part` belongs to one of the kind of `whole`."""
    if part.key == whole.key:
        return part.is_office and not whole.is_office
    return not whole.is_office and whole.key in kinds_above(part.key)


def is_one_of_many(body: StateBody) -> bool:
    """Whether a country has several bodies of this kind, so that only names tell."""
    return body.key in _table().many


def actor_above(body: StateBody) -> str | None:
    """The id of the actor that all bodies of this kind belong to."""
    return _table().above_actor.get(body.key)


def kinds_above(key: str) -> tuple[str, ...]:
    """All kinds above this one, the nearest first; every ministry is government."""
    found: list[str] = []
    up = _table().above.get(key)
    while up is not None and up not in found:
        found.append(up)
        up = _table().above.get(up)
    if key.startswith(MINISTRY) and GOVERNMENT not in found:
        found.append(GOVERNMENT)
    return tuple(found)


def _without_offices(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words without "office of the" of an office within a body."""
    table = org_words()
    drop = table.offices | table.links
    kept = list(words)
    while kept and kept[0] in drop:
        kept.pop(0)
    while kept and kept[-1] in drop:
        kept.pop()
    return tuple(kept)


def _with_country(
    words: tuple[str, ...],
    name: str,
    countries: CountryWords,
    is_group: Callable[[str], bool],
) -> StateBody | None:
    if len(words) == 1 and is_cjk(words[0]):
        return _in_chinese(words[0], countries)
    found = countries.find(words, name, spare=_table().words)
    nations = tuple(hit for hit in found if hit.kind == "country")
    codes = {hit.code for hit in nations or found}
    code = codes.pop() if len(codes) == 1 else None
    taken = {at for hit in found for at in range(hit.start, hit.end)}
    rest = _trimmed([word for at, word in enumerate(words) if at not in taken])
    body = _known(rest)
    if body is not None and not body.is_open:
        return _placed(body, found, words, code)
    owned = _of_owner(rest, code, is_group)
    plain = _known(_plainer(rest))
    if plain is not None and not plain.is_open and not (owned and owned.country):
        return _placed(plain, found, words, code)
    return owned or (replace(body, country=code) if body and code else None)


def _placed(
    body: StateBody,
    found: Sequence[CountryAt],
    words: tuple[str, ...],
    code: str | None,
) -> StateBody:
    """The body of its country, or of the town or region that the name tells."""
    if body.key == EMBASSY and len(found) > 1:  # whose it is stands first
        return replace(body, country=found[0].code, place=found[1].code)
    place = next((hit for hit in found if hit.kind != "country"), None)
    if place is None or (place.kind == "capital" and body.key not in _table().local):
        return replace(body, country=code)
    return replace(body, country=code, place=" ".join(words[place.start : place.end]))


def _of_owner(
    rest: tuple[str, ...], code: str | None, is_group: Callable[[str], bool]
) -> StateBody | None:
    """The body of a ruler, group or place whose name stands before or after its own."""
    for size in range(len(rest) - 1, 0, -1):
        for part, other in ((rest[-size:], rest[:-size]), (rest[:size], rest[size:])):
            body = _known(part)
            if body is None or body.is_open:
                continue
            whose, above = key_of(_trimmed(list(other))), _known(_trimmed(list(other)))
            country = _table().rulers.get(whose) or (above.country if above else None)
            if country is not None and code in {None, country}:
                return replace(body, country=country)
            if is_group(whose) or (body.key in _table().local and above is None):
                return replace(body, country=code, place=whose)
    return None


def _in_chinese(word: str, countries: CountryWords) -> StateBody | None:
    """The body whose name closes the word, after the country's or ruler's name."""
    for at in range(1, len(word)):
        body = _table().bodies.get(word[at:])
        code = countries.read(word[:at]) or _table().rulers.get(word[:at])
        if body is not None and code is not None:
            return replace(body, country=code)
    return None


def _plainer(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words without those of solemn names: "royal", "republic of"."""
    qualifiers = org_words().qualifiers
    return _trimmed([word for word in words if word not in qualifiers])


def _trimmed(words: list[str]) -> tuple[str, ...]:
    links = org_words().links
    while words and words[0] in links:
        words = words[1:]
    while words and words[-1] in links:
        words = words[:-1]
    return tuple(words)


@lru_cache(maxsize=16384)
def _known(words: tuple[str, ...]) -> StateBody | None:
    if not words:
        return None
    known = _table().bodies.get(key_of(words))
    if known is not None:
        return known
    text = " ".join(words)
    for ending in HEADS:
        text = text.replace(ending, "ministry")
    body = find_body(text)
    if body is None:
        return None
    return StateBody(body.key, body.country, is_open=body.is_open)


def _of_its_kind(body: StateBody) -> StateBody:
    """An army as what it is in its country: all of the forces, or those on land."""
    turn = _table().turns.get(body.key)
    if turn is None:
        return body
    is_there = body.country in turn.countries
    return replace(body, key=turn.there if is_there else turn.elsewhere)


@cache
def _table() -> _Table:
    plain, names = _content("bodies.toml"), _content("body_names.toml")
    bodies: dict[str, StateBody] = {}
    for row in (*plain["body"], *names["body"]):
        _add(bodies, row, StateBody(str(row["key"])))
    for row in plain["named"]:
        _add(bodies, row, StateBody(str(row["body"]), str(row["country"])))
    for row in names["named"]:
        _add(bodies, row, StateBody(str(row["key"]), str(row["country"])))
    (sets,) = names["sets"]
    return _Table(
        bodies=bodies,
        words=frozenset(
            word
            for key, body in bodies.items()
            if body.country is None
            for word in key.split(" ")
        ),
        above=_column(names["body"], "part_of"),
        above_actor=_column(names["body"], "part_of_actor"),
        local=frozenset(sets["local"]),
        rulers={
            name_key(name): str(row["country"])
            for row in names["ruler"]
            for name in row["names"]
        },
        many=frozenset(sets["many"]),
        turns={str(row["key"]): _turn(row) for row in names["turn"]},
    )


def _add(bodies: dict[str, StateBody], row: Row, body: StateBody) -> None:
    for name in row["names"]:
        bodies[name_key(name)] = body


def _turn(row: Row) -> _Turn:
    there, elsewhere = str(row["there"]), str(row["elsewhere"])
    return _Turn(frozenset(row["countries"]), there, elsewhere)


def _column(rows: Sequence[Row], column: str) -> dict[str, str]:
    return {str(row["key"]): str(row[column]) for row in rows if column in row}


@cache
def _content(name: str) -> dict[str, list[Row]]:
    data = resources.files("onrecord") / "data" / name
    content: dict[str, list[Row]] = tomllib.loads(data.read_text("utf-8"))
    return content
