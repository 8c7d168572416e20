"""Bodies that tables and patterns know by several names, or as part of one another.

Only those that meet under a key of `name_keys` are asked about; likeness is never.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from onrecord.gazetteer import name_keys, relation_of
from onrecord.model import make_link
from onrecord.resolve.entities.keys import is_wide

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from onrecord.gazetteer import ActorTable, NameKeys, Relation
    from onrecord.model import Judgement, Link
    from onrecord.resolve.entities.bodies import Keyed
    from onrecord.resolve.entities.decided import Decisions
    from onrecord.resolve.entities.groups import Groups
    from onrecord.resolve.entities.profile import Profile

# Names of common words, lone acronyms and bodies of no country mean many bodies.
ASKED = frozenset({"actor", "body", "name"})
LARGEST_BLOCK = 20  # bodies; so many of one name tell nothing
SURE = 0.9  # of "no" and "part_of", for which a relation has no score


class Body(NamedTuple):
    """One identity by its key: a mention of it, the name it is asked by, its keys."""

    profile: Profile
    name: str
    country: str | None
    keys: NameKeys

    @property
    def is_actor(self) -> bool:
        """Whether the actor table has it."""
        return self.profile.key[0] == "actor"


class Met(NamedTuple):
    """Two that share a key, and what they are to each other."""

    one: Body
    other: Body
    relation: Relation

    @property
    def ids(self) -> tuple[str, str]:
        """The mentions of both."""
        return self.one.profile.id, self.other.profile.id


def link_related(
    keyed: Keyed, actors: ActorTable, decisions: Decisions, placed: Collection[str]
) -> Iterator[Link]:
    """Links between bodies that `relation_of` knows to be one, part, or two.

    `placed` are mentions whose whole is known; two actors are what their table says.
    What belongs to another is barred from it before any are joined, so that no branch
    becomes its parent over a third; what a person said is not said again.
    """
    bodies = list(_bodies(keyed, actors))
    blocks: defaultdict[str, list[Body]] = defaultdict(list)
    for body in bodies:
        for key in body.keys.own:
            blocks[key].append(body)
    parts = [
        met
        for body in bodies
        if body.profile.id not in placed
        for met in _whole_of(body, blocks, actors)
    ]
    parts = [met for met in parts if decisions.groups.bar(*met.ids)]
    for met in sorted(
        _met(blocks, actors), key=lambda met: met.relation.kind == "same"
    ):
        yield from _judged(met, decisions.groups)
    yield from _parts(parts, decisions)


def _bodies(keyed: Keyed, actors: ActorTable) -> Iterator[Body]:
    for key, (profile, *_) in keyed.items():
        if key[0] not in ASKED or not is_wide(key):
            continue
        actor = actors.get(key[1]) if key[0] == "actor" else None
        name = profile.text if actor is None else actor.name
        country = actor.country if actor else key[2] or None
        yield Body(profile, name, country, name_keys(name, actors, country))


def _whole_of(
    body: Body, blocks: Mapping[str, Sequence[Body]], actors: ActorTable
) -> Iterator[Met]:
    """The body and what it belongs to: the nearest on record."""
    for key in body.keys.above:
        for whole in blocks.get(key, ())[:1]:
            relation = _relation(body, whole, actors)
            if relation.part == "first":
                yield Met(body, whole, relation)
                return


def _met(blocks: Mapping[str, Sequence[Body]], actors: ActorTable) -> list[Met]:
    """Those that share a key, and what they are."""
    found: dict[tuple[str, str], Met] = {}
    for key, bodies in blocks.items():
        is_shared = key.startswith("name ") and _are_of_countries(bodies)
        for one, other in combinations(bodies[:LARGEST_BLOCK], 2):
            if one.is_actor and other.is_actor:
                continue
            if is_shared and (one.country is None) != (other.country is None):
                continue  # whose of them it is, the name alone cannot say
            met = Met(one, other, _relation(one, other, actors))
            found.setdefault(met.ids, met)
    return list(found.values())


def _are_of_countries(bodies: Iterable[Body]) -> bool:
    return len({body.country for body in bodies if body.country is not None}) > 1


def _relation(one: Body, other: Body, actors: ActorTable) -> Relation:
    return relation_of(
        one.name,
        other.name,
        actors,
        country_a=one.country,
        country_b=other.country,
    )


def _judged(met: Met, groups: Groups) -> Iterator[Link]:
    """The link "same" that the relation is: joined, kept apart, or to be looked at."""
    relation, (left, right) = met.relation, met.ids
    judgement: Judgement
    if relation.kind == "same":
        judgement, may_be = "yes", groups.join(left, right)
    elif relation.kind is None:
        judgement = "unsure"
        may_be = relation.score > 0 and groups.may_join(left, right)
    else:
        judgement, may_be = "no", groups.bar(left, right)
    if may_be:
        score = SURE if judgement == "no" else relation.score
        yield make_link(
            "mention", left, right, "same", judgement, score, relation.reason
        )


def _parts(parts: Iterable[Met], decisions: Decisions) -> Iterator[Link]:
    """One link "part_of", and one that says they are two, for each two identities."""
    told: set[tuple[str, str]] = set()
    for part, whole, relation in parts:
        left, right = part.profile.id, whole.profile.id
        groups = decisions.groups.of(left), decisions.groups.of(right)
        if groups in told:
            continue
        told.add(groups)
        reason = relation.reason
        yield make_link("mention", left, right, "same", "no", SURE, reason)
        if not (decisions.forbid_part(left, right) or decisions.have_part(left, right)):
            yield make_link("mention", left, right, "part_of", "yes", SURE, reason)
