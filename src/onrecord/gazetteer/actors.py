"""Well-known actors, found by any of their names."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.errors import ConfigError
from onrecord.gazetteer.folding import fold, is_written_as, reach_of
from onrecord.gazetteer.joining import joined_ids, merge_joined
from onrecord.model import EntityType, Sector

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence


Years = tuple[int, int | None]  # both in; None while it goes on


@dataclass(frozen=True, slots=True)
class Actor:
    """One actor of a table.

    `aliases` name it wherever they stand. `context_aliases` also mean others: they
    count only near the actor's country or another of its names. `same_as` are ids of
    entries that tell of this very actor. `country` is an ISO code; `demonyms`,
    `capital`, `lat` and `lon` belong to actors of type country.
    """

    id: str
    name: str
    type: EntityType
    aliases: tuple[str, ...] = ()
    context_aliases: tuple[str, ...] = ()
    part_of: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    not_same_as: tuple[str, ...] = ()
    country: str | None = None
    sector: Sector | None = None
    years: Years | None = None
    wikidata: str | None = None
    demonyms: tuple[str, ...] = ()
    capital: str | None = None
    lat: float | None = None
    lon: float | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The name and all that name the actor without help."""
        return (self.name, *self.aliases)

    def is_of(self, year: int) -> bool:
        """Whether it is there in this year; one without years always is."""
        if self.years is None:
            return True
        start, end = self.years
        return start <= year and (end is None or year <= end)


class ActorTable:
    """Actors by id and by name; refuses a table that contradicts itself."""

    def __init__(
        self,
        actors: Iterable[Actor],
        *,
        where: str = "actor table",
        origins: Mapping[str, str] | None = None,
    ) -> None:
        """Index the actors; those that `same_as` joins are one, with the first's id.

        `where` is named in errors, or the origin that is known for the actor's id.

        Raises:
            ConfigError: two actors with one id, or with one name in the same years;
                an id that no actor has; actors that are part of themselves, or that
                are said to be one and to be two.
        """
        entries: dict[str, Actor] = {}
        self._where, self._origins = where, origins or {}
        for actor in actors:
            if actor.id in entries:
                raise self._error(actor.id, f"two actors have the id {actor.id!r}")
            entries[actor.id] = actor
        self._check_ids(entries)
        self._first = joined_ids(entries.values())
        self._check_apart(entries)
        self._by_id = merge_joined(entries, self._first)
        self._parents = {id_: self._chain(id_) for id_ in self._by_id}
        self._by_name = self._index_names()
        self._by_context = self._index_context()
        self._reach = reach_of((*self._by_name, *self._by_context))

    def __contains__(self, actor_id: object) -> bool:
        """Whether an actor has this id."""
        return actor_id in self._first

    def all(self) -> tuple[Actor, ...]:
        """Every actor, in the order of its id; joined entries are one."""
        return tuple(self._by_id[id_] for id_ in sorted(self._by_id))

    def get(self, actor_id: str) -> Actor | None:
        """The actor with this id, or the one that the entry with this id joins."""
        first = self._first.get(actor_id)
        return None if first is None else self._by_id[first]

    def find(
        self, name: str, *, near: Collection[str] = (), year: int | None = None
    ) -> Actor | None:
        """The actor that goes by this name; case, accents and hyphens do not count.

        An acronym needs its capitals ("IS" is not "is"). `near` holds codes of
        countries and ids of actors named around it: they let an alias with several
        owners speak for the one that is near. Of several that bore the name one after
        the other, the one of the `year`; without it the one that still goes on.
        """
        folded = fold(name)
        found = [
            self._by_id[owner]
            for owner, alias in self._by_name.get(folded, ())
            if is_written_as(alias, name)
        ]
        if found:
            return _of_year(found, year)
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
        ids = self._parents.get(self._first.get(actor_id, actor_id), ())
        return tuple(self._by_id[id_] for id_ in ids)

    def are_apart(self, first: str, second: str) -> bool:
        """Whether the table says that the two are never one: branch, or not the same.

        Any two ids of a table are two actors; this says that somebody might mix them.
        """
        one, two = self._first[first], self._first[second]
        left, right = self._by_id[one], self._by_id[two]
        return (
            two in left.not_same_as
            or one in right.not_same_as
            or two in self._parents[one]
            or one in self._parents[two]
        )

    def _is_near(self, actor_id: str, near: Collection[str]) -> bool:
        actor = self._by_id[actor_id]
        return (
            actor_id in near
            or actor.country in near
            or any(parent in near for parent in actor.part_of)
        )

    def _error(self, actor_id: str, problem: str) -> ConfigError:
        return ConfigError(f"{self._origins.get(actor_id, self._where)}: {problem}")

    def _check_ids(self, entries: Mapping[str, Actor]) -> None:
        for actor in entries.values():
            for field, ids in (
                ("part_of", actor.part_of),
                ("same_as", actor.same_as),
                ("not_same_as", actor.not_same_as),
            ):
                for other in ids:
                    if other not in entries:
                        problem = f"{field} names {other!r}, which no actor has as id"
                        raise self._error(actor.id, f"{actor.id!r}: {problem}")

    def _check_apart(self, entries: Mapping[str, Actor]) -> None:
        for actor in entries.values():
            for other in actor.not_same_as:
                if self._first[other] == self._first[actor.id]:
                    problem = f"{actor.id!r} and {other!r} are same_as and not_same_as"
                    raise self._error(actor.id, problem)

    def _chain(self, actor_id: str) -> tuple[str, ...]:
        """Ids above the actor, nearest first; a way back to it is an error."""
        above: dict[str, None] = {}
        level = self._by_id[actor_id].part_of
        while level:
            if actor_id in level:
                raise self._error(actor_id, f"{actor_id!r} is part_of itself (a cycle)")
            new = [id_ for id_ in level if id_ not in above]
            above.update(dict.fromkeys(new))
            level = tuple(up for id_ in new for up in self._by_id[id_].part_of)
        return tuple(above)

    def _index_names(self) -> Mapping[str, list[tuple[str, str]]]:
        index: defaultdict[str, list[tuple[str, str]]] = defaultdict(list)
        for actor, alias in self._names():
            folded = fold(alias)
            if not folded:
                raise self._error(actor.id, f"{actor.id!r} has an empty name")
            owners = index[folded]
            for owner, _ in owners:
                if owner != actor.id and _overlap(self._by_id[owner], actor):
                    both = f"{owner!r} and {actor.id!r} both go by {alias!r}"
                    raise self._error(actor.id, both + _in_years(actor))
            if actor.id not in (owner for owner, _ in owners):
                owners.append((actor.id, alias))
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


def _of_year(actors: Sequence[Actor], year: int | None) -> Actor | None:
    """The one of the year, or of today; None when several fit."""
    if len(actors) == 1:
        return actors[0]
    fitting = [
        actor
        for actor in actors
        if (actor.is_of(year) if year else actor.years is None or not actor.years[1])
    ]
    return fitting[0] if len(fitting) == 1 else None


def _overlap(first: Actor, second: Actor) -> bool:
    """Whether both are there in one year; one may end in the year the other opens."""
    if first.years is None or second.years is None:
        return True
    (start, end), (other_start, other_end) = first.years, second.years
    return (other_end is None or start < other_end) and (
        end is None or other_start < end
    )


def _in_years(actor: Actor) -> str:
    return " in the same years" if actor.years else ""
