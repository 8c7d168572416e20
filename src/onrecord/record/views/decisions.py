"""The log of what people decided, with what became of each decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from onrecord.model import SIDED, DecisionId, Verb
from onrecord.record.decisions.held import Holding, read_holding
from onrecord.record.rows import rows_among
from onrecord.record.schema import entities, members
from onrecord.record.views.types import DecidedSide, DecisionView, EntityRef, Undone

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from sqlalchemy import Connection

    from onrecord.model import Anchor, Decision
    from onrecord.record.store import Record
    from onrecord.record.views.types import State


WORDS: dict[Verb, tuple[str, str]] = {
    "same": ("joined with", "joined with"),
    "not-same": ("held apart from", "held apart from"),
    "part-of": ("said to be part of", "said to have as a part"),
    "not-part-of": ("said to be no part of", "said not to have as a part"),
    "split": ("parted from", "parted from"),
    "release": ("released", "released"),
}


def decision_words(decision: DecisionView, entity: str) -> str:
    """What a decision did, seen from one of the entities it is about."""
    left, right = decision.left, decision.right
    is_left = left is not None and left.entity == entity
    words = WORDS[decision.verb][0 if is_left else 1]
    other = right if is_left else left
    if other is not None and other.entity == entity:
        return words.removesuffix(" with")
    if other is None:
        return words
    return f"{words} {other.name or 'a private person'}"


def list_decisions(record: Record) -> tuple[DecisionView, ...]:
    """Everything that people decided and undid, the newest first."""
    with record.reading() as connection:
        holding = read_holding(connection)
        return _views(connection, holding, holding.decisions)


def read_decisions_about(
    connection: Connection, names: Collection[str]
) -> tuple[DecisionView, ...]:
    """Those that stand and are about one of these mentions, the newest first."""
    holding = read_holding(connection)
    wanted = [
        item
        for item in holding.decisions
        if item.verb != "undo" and _state(item, holding) == "stands"
        if any(name in names for side in holding.sides[item.id] for name in side)
    ]
    return _views(connection, holding, wanted)


def _state(decision: Decision, holding: Holding) -> State:
    if decision.verb == "undo":
        return "stands"
    if decision.id in holding.undone:
        return "undone"
    left, right = holding.sides[decision.id]
    if not left or (decision.verb in SIDED and not right):
        return "gone"
    if decision.verb in SIDED and decision.id not in holding.links:
        return "overruled"
    return "stands"


def _views(
    connection: Connection, holding: Holding, wanted: Sequence[Decision]
) -> tuple[DecisionView, ...]:
    by_id = {item.id: item for item in holding.decisions}
    ids = {name for item in wanted for side in holding.sides[item.id] for name in side}
    who = _entities_of(connection, ids)
    newest = sorted(wanted, key=lambda item: -item.number)
    return tuple(_view(item, holding, by_id, who) for item in newest)


def _entities_of(connection: Connection, ids: Iterable[str]) -> dict[str, EntityRef]:
    query = (
        select(
            members.c.member,
            entities.c.id,
            entities.c.name,
            entities.c.type,
            entities.c.is_private,
        )
        .join(entities, entities.c.id == members.c.group_id)
        .where(members.c.kind == "mention")
    )
    return {
        row.member: EntityRef(row.id, row.name, row.type, is_private=row.is_private)
        for row in rows_among(connection, query, members.c.member, ids)
    }


def _view(
    decision: Decision,
    holding: Holding,
    by_id: Mapping[DecisionId, Decision],
    who: Mapping[str, EntityRef],
) -> DecisionView:
    about = by_id[decision.undoes] if decision.undoes else decision
    left, right = holding.sides[about.id]
    return DecisionView(
        id=decision.id,
        number=decision.number,
        at=decision.at,
        by=decision.by,
        verb=decision.verb,
        reason=decision.reason,
        left=_side(about.left, left, who),
        right=_side(about.right, right, who),
        state=_state(decision, holding),
        undoes=decision.undoes,
        undone=_undone(holding.undone.get(decision.id)),
    )


def _undone(undo: Decision | None) -> Undone | None:
    return Undone(undo.id, undo.at, undo.by, undo.reason) if undo else None


def _side(
    told: Sequence[Anchor | None], today: Sequence[str], who: Mapping[str, EntityRef]
) -> DecidedSide | None:
    if not told:
        return None
    entity = who.get(today[0]) if today else None
    gone = sum(anchor is None for anchor in told)
    if entity is None:
        return DecidedSide(
            None, None, None, is_private=False, names=len(told), gone=gone
        )
    named = next((anchor.text for anchor in told if anchor is not None), None)
    is_private = entity.is_private
    return DecidedSide(
        entity=entity.id,
        name=None if is_private else entity.name,
        named=None if is_private else named,
        is_private=is_private,
        names=len(told),
        gone=gone,
        members=tuple(today),
    )
