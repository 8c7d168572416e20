"""Branches: part of a whole and never the same, by table, by name, by a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.gazetteer import fold
from onrecord.model import make_link

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.gazetteer import ActorTable
    from onrecord.model import Link
    from onrecord.resolve.entities.bodies import Keyed
    from onrecord.resolve.entities.decided import Decisions
    from onrecord.resolve.entities.keys import Key
    from onrecord.resolve.entities.profile import Profile

BRANCHING = frozenset({"armed_group", "international"})
LONGEST_PARENT = 4  # words of the name with which a branch's name opens
BY_TABLE, BY_NAME = 0.99, 0.8


def link_branches(
    keyed: Keyed, actors: ActorTable, decisions: Decisions
) -> Iterator[Link]:
    """Links "part_of" from each branch to the nearest of its parents on record.

    Branch and parent are barred from each other, unless a person made them one. What
    a person said about the two is not said again.
    """
    for key, (branch, *_) in keyed.items():
        if key[0] == "actor":
            above: list[Key] = [("actor", p.id) for p in actors.parents(key[1])]
            score, why = BY_TABLE, "part of it, by the table"
        else:
            above, score, why = _parents_by_name(branch, actors), BY_NAME, "by its name"
        found = next((keyed[parent] for parent in above if parent in keyed), None)
        if found is None or not decisions.groups.bar(branch.id, found[0].id):
            continue
        left, right = branch.id, found[0].id
        if not (decisions.forbid_part(left, right) or decisions.have_part(left, right)):
            yield make_link("mention", left, right, "part_of", "yes", score, why)
        reason = "a branch is never its parent"
        yield make_link("mention", left, right, "same", "no", score, reason)


def _parents_by_name(profile: Profile, actors: ActorTable) -> list[Key]:
    """The actor whose name opens this longer name: "X-North Province" is of X."""
    if profile.type not in BRANCHING:
        return []
    words = fold(profile.text).split()
    for size in range(min(LONGEST_PARENT, len(words) - 1), 0, -1):
        opening = " ".join(words[:size])
        actor = actors.find(opening) or actors.find(opening.upper())
        if actor is not None:
            return [("actor", actor.id)]
    return []


def keep_apart(
    keyed: Keyed, actors: ActorTable, decisions: Decisions
) -> Iterator[Link]:
    """Links "no" between actors that the table says are mixed up, and are two."""
    for key, (first, *_) in keyed.items():
        actor = actors.get(key[1]) if key[0] == "actor" else None
        for other in () if actor is None else actor.not_same_as:
            others = keyed.get(("actor", other))
            if others and decisions.groups.bar(first.id, others[0].id):
                reason = "two actors, by the table"
                yield make_link(
                    "mention", first.id, others[0].id, "same", "no", BY_TABLE, reason
                )
