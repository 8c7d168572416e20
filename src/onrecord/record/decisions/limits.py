"""What cannot be decided, each with the one line that says why."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import select

from onrecord.errors import InputError
from onrecord.record.rows import rows_among
from onrecord.record.schema import entities, members

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from onrecord.model import Decision, Verb
    from onrecord.record.decisions.held import Holding
    from onrecord.record.decisions.log import Draft
    from onrecord.record.decisions.sides import Side

EITHER_WAY = frozenset({"same", "not-same"})


def check_private(connection: Connection, side: Side) -> None:
    """Raise InputError unless this is a private person, who can be released."""
    if not _private(connection, side):
        raise InputError("is not private: there is nothing to release", where=side.told)


def refuse_unfit(
    connection: Connection, holding: Holding, verb: Verb, sides: tuple[Side, Side]
) -> None:
    """Raise InputError when these two cannot be one, or the first part of the second.

    Nobody private is followed across stories, and nothing is part of its own part.
    """
    if verb in {"same", "part-of"}:
        _refuse_private(connection, *sides)
    if verb == "part-of":
        _refuse_circle(connection, holding, *sides)
    if verb == "not-part-of":
        _refuse_one(*sides)


def _refuse_private(connection: Connection, *sides: Side) -> None:
    for side in sides:
        why = _private(connection, side)
        if why:
            reason = f"is a private person ({why}): decide release first"
            raise InputError(reason, where=side.told)


def _private(connection: Connection, side: Side) -> str | None:
    query = select(entities.c.is_private, entities.c.private_reason)
    row = connection.execute(query.where(entities.c.id == side.group)).first()
    return (row.private_reason or "no public role") if row and row.is_private else None


def _refuse_one(part: Side, whole: Side) -> None:
    """What is one with another is no part of it anyway."""
    if part.group == whole.group:
        reason = f"is one with {part.told}: decide not-same or split first"
        raise InputError(reason, where=whole.told)


def _refuse_circle(
    connection: Connection, holding: Holding, part: Side, whole: Side
) -> None:
    _refuse_one(part, whole)
    wholes = _wholes(connection, holding)
    seen, left = set[str](), [whole.group]
    while left:
        for above, decision in wholes[left.pop()].items():
            if above == part.group:
                reason = (
                    f"is part of {part.told} itself, by decision {decision.id}"
                    f" of {decision.by}: undo that first"
                )
                raise InputError(reason, where=whole.told)
            if above not in seen:
                seen.add(above)
                left.append(above)


def _wholes(
    connection: Connection, holding: Holding
) -> defaultdict[str, dict[str, Decision]]:
    """For each entity what it is part of, and the decision that says so."""
    told = [
        (link, item)
        for item in holding.decisions
        for link in holding.links.get(item.id, ())
        if link.relation == "part_of" and link.judgement == "yes"
    ]
    ids = {side for link, _ in told for side in (link.left, link.right)}
    query = select(members.c.member, members.c.group_id)
    query = query.where(members.c.kind == "mention")
    rows = rows_among(connection, query, members.c.member, ids)
    group = {row.member: row.group_id for row in rows}
    found: defaultdict[str, dict[str, Decision]] = defaultdict(dict)
    for link, item in told:
        found[group[link.left]][group[link.right]] = item
    return found


def refuse_repeated(holding: Holding, draft: Draft) -> None:
    """Raise InputError when a decision that stands says the very same."""
    asked = _key(draft)
    for item in holding.decisions:
        if item.id in holding.links and _key(item) == asked:
            told = f"is decided so already, {item.at:%Y-%m-%d} by {item.by}: {item.id}"
            raise InputError(told, where=draft.verb)


def _key(told: Draft | Decision) -> tuple[object, ...]:
    sides = [[item.member for item in side if item] for side in (told.left, told.right)]
    return (told.verb, *(sorted(sides) if told.verb in EITHER_WAY else sides))


def refuse_rested_on(holding: Holding, release: Decision) -> None:
    """Raise InputError when a later decision follows a person this one released."""
    released = set(holding.sides[release.id][0])
    if release.verb != "release":
        return
    for item in holding.decisions:
        if item.number < release.number or item.id not in holding.links:
            continue
        about = {name for side in holding.sides[item.id] for name in side}
        if item.verb in {"same", "part-of"} and about & released:
            reason = f"decision {item.id} ({item.verb}) rests on it: undo that first"
            raise InputError(reason, where=release.id)
