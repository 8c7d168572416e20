"""Deciding and undoing: what is asked is checked and logged, or refused."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from onrecord.errors import InputError
from onrecord.model import SIDED, Decision, DecisionId, Verb
from onrecord.record.decisions.held import Holding, read_holding
from onrecord.record.decisions.limits import (
    check_private,
    refuse_repeated,
    refuse_rested_on,
    refuse_unfit,
)
from onrecord.record.decisions.log import Draft, append
from onrecord.record.decisions.places import refuse_mixed
from onrecord.record.decisions.sides import (
    OF_NAMES,
    Side,
    all_of,
    anchors_of,
    find_side,
    firsts_of,
    part_leaving,
)
from onrecord.record.decisions.within import sides_within

if TYPE_CHECKING:
    from sqlalchemy import Connection

Names = list[str]


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person asks for, in the person's words: ids, beginnings of ids, names."""

    verb: Verb
    left: str
    right: str | None
    by: str
    reason: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Decided:
    """A decision that was logged, and what it changed of earlier ones.

    `overruled` contradict it and no longer stand; `revived` stand again.
    """

    decision: Decision
    overruled: tuple[Decision, ...]
    revived: tuple[Decision, ...]


def decide(connection: Connection, asked: Asked) -> Decided:
    """Log a decision; the caller holds the writer's lock, and applies it.

    Raises InputError, and logs nothing, when it is not clear what is meant or when it
    cannot be.
    """
    by, reason = _told(asked)
    before = read_holding(connection)
    left, right = _sides(connection, asked, before)
    draft = Draft(
        asked.at,
        by,
        asked.verb,
        OF_NAMES,
        reason,
        tuple(anchors_of(connection, left)),
        tuple(anchors_of(connection, right)),
    )
    refuse_repeated(before, draft)
    return _logged(connection, before, draft)


def undo(connection: Connection, asked: Asked) -> Decided:
    """Log that the decision whose id begins so is taken back; nothing is deleted.

    Raises InputError, and logs nothing, when there is no such decision, when it was
    undone before, and when another rests on it.
    """
    by, reason = _told(asked)
    before = read_holding(connection)
    found = _find(before, asked.left)
    refuse_rested_on(before, found)
    draft = Draft(asked.at, by, "undo", found.kind, reason, (), undoes=found.id)
    return _logged(connection, before, draft)


def _told(asked: Asked) -> tuple[str, str]:
    by, reason = asked.by.strip(), asked.reason.strip()
    if not by or not reason:
        raise InputError("every decision says who and why", where=asked.verb)
    return by, reason


def _logged(connection: Connection, before: Holding, draft: Draft) -> Decided:
    decision = append(connection, draft)
    after = read_holding(connection)
    undone = {decision.undoes}
    stood, stand = before.links.keys(), after.links.keys()
    return Decided(
        decision,
        tuple(_only(before, stood - stand - undone)),
        tuple(_only(before, stand - stood)),
    )


def _only(holding: Holding, wanted: set[DecisionId]) -> list[Decision]:
    return [item for item in holding.decisions if item.id in wanted]


def _sides(
    connection: Connection, asked: Asked, before: Holding
) -> tuple[Names, Names]:
    """The mentions on both sides, the best first."""
    is_alone = asked.verb not in SIDED
    left = find_side(connection, asked.left, private=is_alone)
    if is_alone:
        check_private(connection, left)
        return [row.id for row in all_of(connection, left.group)], []
    if asked.right is None:
        raise InputError("takes two, and one was given", where=asked.verb)
    if asked.verb == "split":
        return part_leaving(connection, left.group, asked.right)
    right = find_side(connection, asked.right)
    if left.member == right.member:
        raise InputError(f"is the same one as {left.told}", where=right.told)
    refuse_unfit(connection, before, asked.verb, (left, right))
    if asked.verb in {"same", "part-of"}:
        refuse_mixed(connection, left, right)
    if left.group == right.group:
        return sides_within(connection, before, left, right)
    return _all_firsts(connection, left), _all_firsts(connection, right)


def _all_firsts(connection: Connection, side: Side) -> Names:
    """One mention for each article, led by the one whose very id was given.

    When what holds the others together is undone, the decision stays with that one.
    """
    rows = all_of(connection, side.group)
    names = firsts_of(rows)
    if side.member == side.group:  # all of it was meant
        return names
    heads = {row.id: row.head for row in rows}
    led = heads.get(side.member, side.member)
    lead = [name for name in (led, side.member) if name in names][:1]
    return list(dict.fromkeys([*lead, *names]))


def _find(holding: Holding, told: str) -> Decision:
    """The decision that can be undone whose id begins so."""
    begun = told.strip().lower()
    found = [item for item in holding.decisions if begun and item.id.startswith(begun)]
    if not found:
        raise InputError("no decision on record has an id that begins so", where=told)
    if len(found) > 1:
        ids = ", ".join(item.id for item in found[:4])
        raise InputError(f"more than one decision begins so: {ids}", where=told)
    (decision,) = found
    if decision.verb == "undo":
        raise InputError("is an undo; decide again instead", where=told)
    gone = holding.undone.get(decision.id)
    if gone is not None:
        told_of = f"was undone on {gone.at:%Y-%m-%d} by {gone.by}: {gone.reason}"
        raise InputError(told_of, where=told)
    return decision
