"""Well-known actors, found by any of their names."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.errors import ConfigError
from onrecord.gazetteer.folding import fold, is_written_as, reach_of
from onrecord.model import EntityType, Sector

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping


@dataclass(frozen=True, slots=True)
class Actor:
    """One actor of a table.

    `aliases` name it wherever they stand. `context_aliases` also mean others: they
    count only near the actor's country or another of its names. `country` is an ISO
    code; `demonyms`, `capital`, `lat` and `lon` belong to actors of type country.
    """

    id: str
    name: str
    type: EntityType
    aliases: tuple[str, ...] = ()
    context_aliases: tuple[str, ...] = ()
    part_of: tuple[str, ...] = ()
    not_same_as: tuple[str, ...] = ()
    country: str | None = None
    sector: Sector | None = None
    demonyms: tuple[str, ...] = ()
    capital: str | None = None
    lat: float | None = None
    lon: float | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The name and all that name the actor without help."""
        return (self.name, *self.aliases)


class ActorTable:
    """Actors by id and by name; refuses a table that contradicts itself."""

    def __init__(self, actors: Iterable[Actor], *, where: str = "actor table") -> None:
        """Index the actors. `where` is named in errors.

        Raises:
            ConfigError: two actors with one id or one name, an id that no actor has,
                or actors that are part of themselves.
        """
        self._by_id: dict[str, Actor] = {}
        for actor in actors:
            if actor.id in self._by_id:
                raise ConfigError(f"{where}: two actors have the id {actor.id!r}")
            self._by_id[actor.id] = actor
        self._check_ids(where)
        self._parents = {id_: self._chain(id_, where) for id_ in self._by_id}
        self._by_name = self._index_names(where)
        self._by_context = self._index_context()
        self._reach = reach_of((*self._by_name, *self._by_context))

    def __contains__(self, actor_id: object) -> bool:
        """Whether an actor has this id."""
        return actor_id in self._by_id

    def all(self) -> tuple[Actor, ...]:
        """Every actor, in the order of its id."""
        return tuple(self._by_id[id_] for id_ in sorted(self._by_id))

    def get(self, actor_id: str) -> Actor | None:
        """The actor with this id."""
        return self._by_id.get(actor_id)

    def find(self, name: str, *, near: Collection[str] = ()) -> Actor | None:
        """The actor that goes by this name; case, accents and hyphens do not count.

        An acronym needs its capitals ("IS" is not "is"). `near` holds codes of
        countries and ids of actors named around it: they let an alias with several
        owners speak for the one that is near.
        """
        folded = fold(name)
        found = self._by_name.get(folded)
        if found is not None and is_written_as(found[1], name):
            return self._by_id[found[0]]
        owners = {
            owner
            for owner, alias in self._by_context.get(folded, ())
            if is_written_as(alias, name) and self._is_near(owner, near)
        }
        return self._by_id[owners.pop()] if len(owners) == 1 else None

    def reach(self, word: str) -> int:
        """How many words the longest name has that opens with this folded word."""
        return self._reach.get(word, 0)

    def parents(self, actor_id: str) -> tuple[Actor, ...]:
        """All that the actor is part of, the nearest first."""
        return tuple(self._by_id[id_] for id_ in self._parents.get(actor_id, ()))

    def are_apart(self, first: str, second: str) -> bool:
        """Whether the table says that the two are never one: branch, or not the same.

        Any two ids of a table are two actors; this says that somebody might mix them.
        """
        left, right = self._by_id[first], self._by_id[second]
        return (
            second in left.not_same_as
            or first in right.not_same_as
            or second in self._parents[first]
            or first in self._parents[second]
        )

    def _is_near(self, actor_id: str, near: Collection[str]) -> bool:
        actor = self._by_id[actor_id]
        return (
            actor_id in near
            or actor.country in near
            or any(parent in near for parent in actor.part_of)
        )

    def _check_ids(self, where: str) -> None:
        for actor in self._by_id.values():
            for field, ids in (
                ("part_of", actor.part_of),
                ("not_same_as", actor.not_same_as),
            ):
                for other in ids:
                    if other not in self._by_id:
                        problem = f"{field} names {other!r}, which no actor has as id"
                        raise ConfigError(f"{where}: {actor.id!r}: {problem}")

    def _chain(self, actor_id: str, where: str) -> tuple[str, ...]:
        """Ids above the actor, nearest first; a way back to it is an error."""
        above: dict[str, None] = {}
        level = self._by_id[actor_id].part_of
        while level:
            if actor_id in level:
                raise ConfigError(f"{where}: {actor_id!r} is part_of itself (a cycle)")
            new = [id_ for id_ in level if id_ not in above]
            above.update(dict.fromkeys(new))
            level = tuple(up for id_ in new for up in self._by_id[id_].part_of)
        return tuple(above)

    def _index_names(self, where: str) -> Mapping[str, tuple[str, str]]:
        index: dict[str, tuple[str, str]] = {}
        for actor, alias in self._names():
            folded = fold(alias)
            if not folded:
                raise ConfigError(f"{where}: {actor.id!r} has an empty name")
            owner, _ = index.setdefault(folded, (actor.id, alias))
            if owner != actor.id:
                both = f"{owner!r} and {actor.id!r} both go by {alias!r}"
                raise ConfigError(f"{where}: {both}")
        return index

    def _names(self) -> Iterator[tuple[Actor, str]]:
        for actor in self._by_id.values():
            for alias in actor.names:
                yield actor, alias

    def _index_context(self) -> Mapping[str, list[tuple[str, str]]]:
        index: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        for actor in self._by_id.values():
            for alias in actor.context_aliases:
                index[fold(alias)].append((actor.id, alias))
        return index
