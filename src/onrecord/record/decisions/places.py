"""Places, people and bodies are decided about alike, and never mixed up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from onrecord.errors import InputError
from onrecord.record.schema import entities

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from onrecord.record.decisions.sides import Side

PLACES = frozenset({"place", "country"})  # a country is both: somewhere, and an actor


def refuse_mixed(connection: Connection, left: Side, right: Side) -> None:
    """Raise InputError when one is a place and the other is a person or a body.

    Nor is a person a country: it acts as a body does.
    """
    kinds = _kind(connection, left), _kind(connection, right)
    is_mixed = "place" in kinds and not PLACES.issuperset(kinds)
    if is_mixed or set(kinds) == {"country", "person"}:
        one, other = (kind.replace("_", " ") for kind in kinds)
        reason = f"is no match for {left.told}: one is a {one}, the other a {other}"
        raise InputError(reason, where=right.told)


def _kind(connection: Connection, side: Side) -> str:
    query = select(entities.c.type).where(entities.c.id == side.group)
    return str(connection.execute(query).scalar_one())
