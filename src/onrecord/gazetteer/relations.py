"""What two names of organisations are to each other, by tables and by pattern.

Likeness of spelling says nothing about groups: it is not asked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.gazetteer.body_relations import is_body_part, of_bodies
from onrecord.gazetteer.initials import is_short_for
from onrecord.gazetteer.org_words import name_key
from onrecord.gazetteer.readings import reader_of
from onrecord.gazetteer.relation import (
    APART,
    BY_CONTEXT,
    BY_INITIALS,
    BY_NAME,
    BY_TABLE,
    UNTOLD,
    Relation,
    part_of,
)
from onrecord.gazetteer.state_bodies import (
    GOVERNMENT,
    StateBody,
    actor_above,
    part_of_body,
)

if TYPE_CHECKING:
    from onrecord.gazetteer.actors import Actor, ActorTable
    from onrecord.gazetteer.known_names import Branch
    from onrecord.gazetteer.readings import Reader, Reading


def relation_of(
    a: str,
    b: str,
    actors: ActorTable,
    *,
    country_a: str | None = None,
    country_b: str | None = None,
) -> Relation:
    """What two names of organisations, groups or state bodies are to each other.

    "part_of" says that one belongs to the other, in either order; it is never "same".
    A country is an ISO code told beside the name. None where nothing is known: two
    names that only look alike are never joined.
    """
    reader = reader_of(actors)
    left = reader.read(a, country_a and country_a.upper())
    right = reader.read(b, country_b and country_b.upper())
    for rule in (
        _one_name,
        _by_actors,
        _by_bodies,
        _by_both,
        _by_nations,
        _by_branches,
    ):
        found = rule(left, right, reader)
        if found is not None:
            return found
        found = rule(right, left, reader)
        if found is not None:
            return found.turned()
    return _by_initials(left, right)


def _one_name(left: Reading, right: Reading, _: Reader) -> Relation | None:
    if left.key != right.key or not left.key:
        return None
    if left.country and right.country and left.country != right.country:
        return Relation("different", APART, "one name in two countries")
    if left.body is not None and left.country != right.country:
        return None
    if left.known != right.known:
        return None  # capitals that make an acronym stand in one of them alone
    return Relation("same", BY_NAME, f"one name: {left.key}")


def _by_actors(left: Reading, right: Reading, reader: Reader) -> Relation | None:
    if left.known is None or right.known is None:
        return None
    common = left.known.ids & right.known.ids
    if left.known.is_sure and right.known.is_sure:
        return _of_actors(min(left.known.ids), min(right.known.ids), reader)
    if len(common) == 1:
        return _in_context(left, right, common, reader)
    if common:
        return Relation(None, UNTOLD, "a short form that several actors bear")
    ids = left.known.ids | right.known.ids
    if any(_is_part(one, two, reader) for one in ids for two in ids):
        return Relation("part_of", APART, "a short form beside an actor's branch")
    return Relation(None, APART, f"short forms of several: {', '.join(sorted(ids))}")


def _of_actors(first: str, second: str, reader: Reader) -> Relation:
    if first == second:
        return Relation("same", BY_TABLE, f"one actor of the table: {first}")
    if _is_part(first, second, reader):
        return part_of("first", f"by the table: {first}, {second}")
    if _is_part(second, first, reader):
        return part_of("second", f"by the table: {first}, {second}")
    one, two = reader.actors.get(first), reader.actors.get(second)
    body = reader.body_of(one) if one else None
    other = reader.body_of(two) if two else None
    if body and other:
        if is_body_part(body, other):
            return part_of("first", f"{body.key}, {other.key}")
        if is_body_part(other, body):
            return part_of("second", f"{body.key}, {other.key}")
    return Relation("different", APART, f"two actors of the table: {first}, {second}")


def _in_context(
    left: Reading, right: Reading, common: frozenset[str], reader: Reader
) -> Relation | None:
    """A short form of several actors beside the name of one of them."""
    actor = reader.actors.get(next(iter(common)))
    told = {left.country, right.country} - {None}
    if actor is None or (actor.country and told - {actor.country}):
        return Relation(None, UNTOLD, "a short form that several actors bear")
    return Relation("same", BY_CONTEXT, f"short for an actor of the table: {actor.id}")


def _is_part(part: str, whole: str, reader: Reader) -> bool:
    return any(up.id == whole for up in reader.actors.parents(part))


def _by_bodies(left: Reading, right: Reading, _: Reader) -> Relation | None:
    if left.body is None or right.body is None:
        return None
    return of_bodies(left.body, right.body)


def _by_both(left: Reading, right: Reading, reader: Reader) -> Relation | None:
    """An actor of the table beside a state body that is told by pattern."""
    id_ = left.known.id if left.known else None
    actor = reader.actors.get(id_) if id_ else None
    body = right.body
    if actor is None or body is None or left.known is None:
        return None
    above = actor_above(body)
    if above is not None and (actor.id == above or _is_part(above, actor.id, reader)):
        return part_of("second", f"a {body.key} is part of {actor.id}")
    if any(f" {name_key(name)} " in f" {right.key} " for name in actor.names):
        return part_of("second", f"a {body.key} of {actor.id}, by its name")
    own = reader.body_of(actor)
    found = None if own is None else of_bodies(own, body)
    return found or _of_state(actor, body)


def _of_state(actor: Actor, body: StateBody) -> Relation | None:
    if actor.type == "international":
        return Relation("different", APART, f"{actor.id} is no body of a state")
    if not actor.country or not body.country:
        return None
    if actor.country != body.country:
        return Relation("different", APART, f"{actor.country} and {body.country}")
    if actor.type != "government":
        return Relation("different", APART, f"{actor.id} is no body of the state")
    is_whole = any(
        name_key(name).split()[-1:] == [GOVERNMENT]
        or name_key(name).startswith(f"{GOVERNMENT} ")
        for name in actor.names
    )
    if body.key == GOVERNMENT:
        # Whose government of a country it is, only the years could tell.
        return None if is_whole else part_of("first", "of the government")
    is_part = is_whole and part_of_body(body, StateBody(GOVERNMENT, body.country))
    return part_of("second", f"of {actor.id}") if is_part else None


def _by_nations(left: Reading, right: Reading, reader: Reader) -> Relation | None:
    if left.nation is None:
        return None
    if right.nation is not None:
        if left.nation == right.nation:
            return Relation("same", BY_TABLE, f"one country: {left.nation}")
        return Relation("different", APART, "two countries")
    if right.body is not None and right.country:
        is_own = right.country == left.nation
        return _of_nation(f"{right.body.key} of {right.country}", is_own=is_own)
    actor = reader.actors.get(right.known.id or "") if right.known else None
    if actor is None:
        return None
    is_own = actor.type == GOVERNMENT and actor.country == left.nation
    return _of_nation(f"not a country: {actor.id}", is_own=is_own)


def _of_nation(reason: str, *, is_own: bool) -> Relation:
    """What a body, told second, is to a country."""
    return part_of("second", reason) if is_own else Relation("different", APART, reason)


def _by_branches(left: Reading, right: Reading, reader: Reader) -> Relation | None:
    """A branch that its name tells of, beside its owner or what is above it."""
    branch = left.branch
    if branch is None:
        return None
    if right.branch is not None:
        return _of_branches(branch, right.branch)
    other = right.known.id if right.known and right.known.is_sure else None
    if other is None:
        return None
    if other == branch.owner or _is_part(branch.owner, other, reader):
        return part_of("first", f"a branch of {other}, by its name")
    if _is_part(other, branch.owner, reader):
        return Relation(None, APART, f"two branches of {branch.owner}, or one")
    return Relation("different", APART, f"a branch of {branch.owner}, by its name")


def _of_branches(one: Branch, two: Branch) -> Relation | None:
    if one.owner != two.owner:
        return Relation("different", APART, f"branches of {one.owner}, {two.owner}")
    if one.words == two.words and one.words:
        return Relation("same", BY_NAME, f"one branch of {one.owner}: {one.words}")
    return None


def _by_initials(left: Reading, right: Reading) -> Relation:
    if left.known or right.known or left.body or right.body:
        return Relation(None, APART, "one of the two is not in the tables")
    if left.country and right.country and left.country != right.country:
        return Relation(None, APART, "names of two countries")
    if is_short_for(left.name, right.name) or is_short_for(right.name, left.name):
        return Relation("same", BY_INITIALS, "the initials of the long form")
    return Relation(None, APART, "not in the tables")
