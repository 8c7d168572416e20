"""Actors of the table by names that other languages and pages give a longer form."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.gazetteer.folding import is_acronym, is_written_as
from onrecord.gazetteer.org_words import (
    forms_of,
    key_of,
    name_key,
    org_words,
    parts_of,
    plain_words,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from onrecord.gazetteer.actors import Actor, ActorTable
    from onrecord.gazetteer.country_words import CountryWords

HOMEBOUND = frozenset({"party", "government", "media", "organisation"})
LONGEST_OWNER = 6  # words of the actor's name with which a branch's name opens


@dataclass(frozen=True, slots=True)
class Known:
    """Actors that a name may mean. `is_sure`: it means one, and nothing else."""

    ids: frozenset[str]
    is_sure: bool

    @property
    def id(self) -> str | None:
        """The one actor; None when there are several."""
        return next(iter(self.ids)) if len(self.ids) == 1 else None


@dataclass(frozen=True, slots=True)
class Branch:
    """A part of an actor that only the name tells of: its owner, and the words left.

    `is_idle`: nothing is left but a word like "branch".
    """

    owner: str
    words: str
    is_idle: bool


class KnownNames:
    """Finds actors of a table by key: in any word form that `org_words` passes over."""

    def __init__(self, actors: ActorTable, countries: CountryWords) -> None:
        """Index every name of every actor, and the places of its branches."""
        self._actors, self._countries = actors, countries
        self._names: defaultdict[str, list[tuple[Actor, str]]] = defaultdict(list)
        self._short: defaultdict[str, list[tuple[Actor, str]]] = defaultdict(list)
        for actor in actors.all():
            for name in actor.names:
                self._names[name_key(name)].append((actor, name))
            for name in actor.context_aliases:
                self._short[name_key(name)].append((actor, name))
        self._branches = self._index_branches()

    def find(self, name: str, country: str | None = None) -> Known | None:
        """The actors that a name may mean; None when the table has none.

        `country` is told beside the name: it picks one of several, and a party or
        state body of another country is not meant.
        """
        for form in forms_of(name):
            for words in self._shapes(form):
                found = self._by_key(words, form, country)
                if found is not None:
                    return found
        return self._of_country(name, country)

    def branch(self, name: str) -> Branch | None:
        """The actor that a name says it is a part of, by its words; else None."""
        words = plain_words(name)
        table = org_words()
        if not words or table.never_branches & set(words):
            return None
        found = self._owner_in(words, name)
        if found is None:
            return None
        owner, rest = found
        sides = name.replace("–", "-").replace("—", "-").split(" - ")
        is_told = bool(table.branches & set(rest)) or (
            len(sides) > 1 and self._single(plain_words(sides[0]), name) == owner
        )
        left = [word for word in rest if word not in table.branches | table.links]
        is_idle = set(rest) <= table.idle | table.links
        return Branch(owner, " ".join(left), is_idle) if is_told else None

    def branch_actor(self, branch: Branch) -> str | None:
        """The actor of the table that this branch is, by owner and place."""
        owner = self._actors.get(branch.owner)
        if branch.is_idle and owner is not None and owner.part_of:
            return owner.id
        ids = self._branches.get((branch.owner, branch.words), frozenset())
        return next(iter(ids)) if len(ids) == 1 else None

    def is_group(self, key: str) -> bool:
        """Whether the key is the name of an actor that may have bodies of its own."""
        return any(
            actor.type in {"armed_group", "government", "party"}
            for actor, _ in self._names.get(key, ())
        )

    def _shapes(self, name: str) -> Iterator[tuple[str, ...]]:
        """The words, then without those that say of what sort the group is."""
        words = plain_words(name)
        if not words:
            return
        yield words
        sorts = org_words().sorts | org_words().links
        bare = tuple(word for word in words if word not in sorts)
        if bare and bare != words:
            yield bare

    def _by_key(
        self, words: tuple[str, ...], name: str, country: str | None
    ) -> Known | None:
        key = key_of(words)
        owners = _fitting(self._names.get(key, ()), name, country)
        short = _fitting(self._short.get(key, ()), name, country)
        near = {actor.id for actor in short if actor.country == country and country}
        if owners and not (near and all(a.country != country for a in owners)):
            ids = frozenset(actor.id for actor in owners)
            return Known(ids, is_sure=len(ids) == 1)
        if near:
            return Known(frozenset(near), is_sure=len(near) == 1)
        if short:
            return Known(frozenset(actor.id for actor in short), is_sure=False)
        return None

    def _of_country(self, name: str, country: str | None) -> Known | None:
        """The actor after its own country: "Vorrin's Harbour Front"."""
        words = plain_words(name)
        hits = self._countries.find(words, name)
        if len(hits) != 1 or hits[0].end - hits[0].start == len(words):
            return None
        hit = hits[0]
        rest = words[: hit.start] + words[hit.end :]
        links = org_words().links
        rest = tuple(word for word in rest if word not in links or len(rest) == 1)
        if not rest:
            return None
        for shape in self._shapes(" ".join(rest)):
            found = self._by_key(shape, name, country or hit.code)
            ids = () if found is None else found.ids
            actors = [self._actors.get(id_) for id_ in ids]
            near = frozenset(a.id for a in actors if a and a.country == hit.code)
            if near:
                return Known(near, is_sure=len(near) == 1)
        return None

    def _owner_in(
        self, words: tuple[str, ...], name: str
    ) -> tuple[str, tuple[str, ...]] | None:
        """The longest name of an actor that opens or closes the words; the others."""
        for size in range(min(LONGEST_OWNER, len(words) - 1), 0, -1):
            for part, rest in (
                (words[:size], words[size:]),
                (words[-size:], words[:-size]),
            ):
                owner = self._single(part, name)
                if owner is not None:
                    return owner, rest
        return None

    def _single(self, words: tuple[str, ...], name: str) -> str | None:
        owners = _fitting(self._names.get(key_of(words), ()), name, None)
        ids = {actor.id for actor in owners}
        return ids.pop() if len(ids) == 1 else None

    def _index_branches(self) -> dict[tuple[str, str], frozenset[str]]:
        """For an actor's id and the words after its name, the branches they mean."""
        index: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
        table = org_words()
        for actor in self._actors.all():
            for owner in actor.part_of:
                for words in self._words_beside(actor, owner):
                    left = [w for w in words if w not in table.branches | table.links]
                    if left:
                        index[owner, " ".join(left)].add(actor.id)
        return {key: frozenset(ids) for key, ids in index.items()}

    def _words_beside(self, actor: Actor, owner: str) -> Iterator[tuple[str, ...]]:
        """The words of the branch's names that are not its owner's name."""
        up = self._actors.get(owner)
        openings = {plain_words(name) for name in up.names} if up else set()
        for name in actor.names:
            words = plain_words(name)
            for opening in openings:
                size = len(opening)
                if not size or len(words) <= size:
                    continue
                if words[:size] == opening:
                    yield words[size:]
                if words[-size:] == opening:
                    yield words[:-size]


def _fitting(
    named: Iterable[tuple[Actor, str]], name: str, country: str | None
) -> list[Actor]:
    """The actors whose capitals the name keeps and whose country is not another."""
    return [
        actor
        for actor, alias in named
        if _keeps_capitals(alias, name)
        and not (
            country
            and actor.country
            and actor.country != country
            and actor.type in HOMEBOUND
        )
    ]


def _keeps_capitals(alias: str, name: str) -> bool:
    """Whether an acronym stands in capitals somewhere in the name."""
    if not is_acronym(alias):
        return True
    key = name_key(alias)
    return is_written_as(alias, name) or any(
        name_key(part) == key and is_written_as(alias, part) for part in parts_of(name)
    )
