"""What a name of an organisation may mean, by one actor table and by pattern."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from onrecord.gazetteer.country_words import CountryWords
from onrecord.gazetteer.known_names import Branch, Known, KnownNames
from onrecord.gazetteer.org_words import name_key
from onrecord.gazetteer.state_bodies import (
    GOVERNMENT,
    StateBody,
    actor_above,
    kinds_above,
    read_state_body,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.gazetteer.actors import Actor, ActorTable


# What may be a body of a state or nation; a group with a name like one is not.
STATE_TYPES = frozenset({"government", "organisation"})


@dataclass(frozen=True, slots=True)
class Reading:
    """What one name may mean."""

    name: str
    key: str
    country: str | None
    nation: str | None
    known: Known | None
    body: StateBody | None
    branch: Branch | None


class Reader:
    """Reads names by one table; kept, for indexing it costs time."""

    def __init__(self, actors: ActorTable) -> None:
        self.actors = actors
        self.countries = CountryWords(actors)
        self.names = KnownNames(actors, self.countries)
        self.read = lru_cache(maxsize=65536)(self._read)

    def _read(self, name: str, country: str | None) -> Reading:
        """What the name may mean; the actor table is asked before the patterns."""
        known = self.names.find(name, country)
        nation = self.countries.read(name)
        body = branch = None
        if nation is None and not (known and known.is_sure):
            body = self.body(name, country)
            known = None if body and body.country else known
        if not (known or body or nation):
            branch = self.names.branch(name)
            by_place = self.names.branch_actor(branch) if branch else None
            if by_place is not None:
                known, branch = Known(frozenset({by_place}), is_sure=True), None
        told = country or nation or (body.country if body else None)
        return Reading(name, name_key(name), told, nation, known, body, branch)

    def body(self, name: str, country: str | None) -> StateBody | None:
        """The state body that a name means."""
        return read_state_body(name, self.countries, country, self.names.is_group)

    def body_of(self, actor: Actor) -> StateBody | None:
        """The state body that an actor is, by its own name or else all that tell one.

        Never a government: whose it is, only the years could tell.
        """
        if actor.type not in STATE_TYPES:
            return None
        own = self.body(actor.name, actor.country)
        if own is None:
            told = {self.body(name, actor.country) for name in actor.aliases} - {None}
            own = told.pop() if len(told) == 1 else None
            if own is None or own.place or own.country != actor.country:
                return None
        return None if own.key == GOVERNMENT or own.is_open else own


@lru_cache(maxsize=4)
def reader_of(actors: ActorTable) -> Reader:
    """The reader of this table."""
    return Reader(actors)


@dataclass(frozen=True, slots=True)
class NameKeys:
    """Keys under which a name meets those that `relation_of` may know it by.

    Two that have one of their `own` in common may be one; `above` are those of what it
    may be a part of, the nearest first.
    """

    own: tuple[str, ...]
    above: tuple[str, ...]


def name_keys(name: str, actors: ActorTable, country: str | None = None) -> NameKeys:
    """The keys of a name of an organisation, group or state body.

    >>> from onrecord.gazetteer import load_actors
    >>> name_keys("Kenya's Interior Ministry", load_actors()).own
    ('name kenya interior ministry', 'body ministry of interior KE')
    """
    reader = reader_of(actors)
    reading = reader.read(name, country and country.upper())
    actor = None
    if reading.known is not None and reading.known.is_sure:
        actor = reader.actors.get(reading.known.id or "")
    body = reading.body or (reader.body_of(actor) if actor else None)
    own, above = [f"name {reading.key}"], []
    if actor is not None:
        own.append(f"actor {actor.id}")
        above += [f"actor {up.id}" for up in reader.actors.parents(actor.id)]
    if body is not None and body.country:
        own.append(_body_key(body))
        above += _keys_above(body)
    if reading.branch is not None:
        own.append(f"branch {reading.branch.owner} {reading.branch.words}")
        above.append(f"actor {reading.branch.owner}")
    return NameKeys(tuple(own), tuple(above))


def _keys_above(body: StateBody) -> Iterator[str]:
    """Of the body that it is an office of, the nation's, and all kinds above it."""
    if body.is_office:
        yield _body_key(replace(body, is_office=False))
    if body.place:
        yield _body_key(replace(body, is_office=False, place=""))
    above = actor_above(body)
    if above is not None:
        yield f"actor {above}"
    for kind in kinds_above(body.key):
        yield _body_key(StateBody(kind, body.country, body.place))
        if body.place:
            yield _body_key(StateBody(kind, body.country))


def _body_key(body: StateBody) -> str:
    parts = "body", body.key, body.country, body.place, body.is_office and "office"
    return " ".join(part for part in parts if part)
