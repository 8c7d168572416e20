"""Entries of an actor table that tell of one actor, joined into one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from onrecord.gazetteer.actors import Actor


def joined_ids(actors: Iterable[Actor]) -> dict[str, str]:
    """For every id the id of the first entry that `same_as` joins it with."""
    first: dict[str, str] = {}
    links: list[tuple[str, str]] = []
    for actor in actors:
        first[actor.id] = actor.id
        links += [(actor.id, other) for other in actor.same_as]
    order = {id_: number for number, id_ in enumerate(first)}
    for left, right in links:
        keep, drop = sorted((first[left], first[right]), key=order.__getitem__)
        for id_, head in first.items():
            if head == drop:
                first[id_] = keep
    return first


def merge_joined(
    entries: Mapping[str, Actor], first: Mapping[str, str]
) -> dict[str, Actor]:
    """One actor for every first id, with the names and relations of all that join it.

    What only one can hold (country, years) is the first entry's, where it has it.
    """
    merged: dict[str, Actor] = {}
    for id_, actor in entries.items():
        head = first[id_]
        known = merged.get(head)
        merged[head] = actor if known is None else _both(known, actor)
    return {id_: _relinked(actor, first) for id_, actor in merged.items()}


def _both(known: Actor, other: Actor) -> Actor:
    return replace(
        known,
        aliases=_all(known.aliases, other.names),
        context_aliases=_all(known.context_aliases, other.context_aliases),
        part_of=_all(known.part_of, other.part_of),
        same_as=_all(known.same_as, other.same_as),
        not_same_as=_all(known.not_same_as, other.not_same_as),
        demonyms=_all(known.demonyms, other.demonyms),
        country=known.country or other.country,
        sector=known.sector or other.sector,
        years=known.years or other.years,
        wikidata=known.wikidata or other.wikidata,
    )


def _all(known: tuple[str, ...], more: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*known, *more)))


def _relinked(actor: Actor, first: Mapping[str, str]) -> Actor:
    """The actor with ids of first entries only in its relations."""
    return replace(
        actor,
        part_of=tuple(dict.fromkeys(first[id_] for id_ in actor.part_of)),
        not_same_as=tuple(dict.fromkeys(first[id_] for id_ in actor.not_same_as)),
    )
