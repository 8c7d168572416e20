"""Offices as roles tell them, and which of them nobody holds at once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from onrecord.gazetteer import fold, gender_of, role_of

if TYPE_CHECKING:
    from collections.abc import Collection

    from onrecord.model import Mention

FORMER = re.compile(
    r"\b(?:ex|former|formerly|late|then|past|one-time|onetime|erstwhile|outgoing"
    r"|retired|ousted|deposed|elect|designate|nominee|candidate|hopeful)\b",
    re.IGNORECASE,
)
SEAT = re.compile(r"\bof (?:the )?(?P<seat>[^,]+)", re.IGNORECASE)
# Nobody holds two of one kind for two countries.
OF_A_STATE = frozenset(
    {"head of state", "head of government", "minister", "spokesperson", "diplomat"}
    | {"lawmaker", "local official", "military", "police", "judiciary"}
)
OF_ANY_CREW = frozenset({"captain", "skipper"})  # of a ship, a team, a company
UNTOLD = "captain"
OF_A_TOWN = frozenset({"local official"})
# Nobody holds two of these at once, in one country or in two.
ALONE = frozenset({"head of state", "head of government", "spokesperson"})
# Offices that many hold at once in one country: with a surname alone they tell little.
OF_MANY = frozenset(
    {"lawmaker", "local official", "official", "military", "police", "judiciary"}
    | {"spokesperson", "diplomat", "rescue", "activist", "expert", "business"}
    | {"medical", "education", "religious", "arts and sport", "media", "leader"}
)
# People go from one of these to another; seldom to a field or a clinic.
PUBLIC_LIFE = OF_A_STATE | {"international official", "official", "leader", "activist"}
NEAR_DAYS = 45  # offices told so near in time are held at once; later is a promotion


@dataclass(frozen=True, slots=True)
class Office:
    """A role as a field: its kind, country and seat ("mayor of SEAT"), and the day.

    `day` is that of the article, None when it bears none. `is_held`: neither former
    nor future.
    """

    kind: str
    country: str | None
    seat: str
    gender: str | None
    is_held: bool
    day: date | None


def office_of(mention: Mention, day: date | None) -> Office | None:
    """The office that the words around a name tell; None when they tell none."""
    if mention.role is None:
        return None
    role = role_of(mention.role)
    role_words = fold(mention.role).split()
    if role is None or not role_words:
        return None
    seat = SEAT.search(mention.role)
    return Office(
        kind=UNTOLD if role_words[-1] in OF_ANY_CREW else role.name,
        country=mention.country,
        seat=fold(seat["seat"]) if seat is not None else "",
        gender=gender_of(mention.role),
        is_held=FORMER.search(mention.role) is None,
        day=day,
    )


def are_apart(one: Office, other: Office) -> bool:
    """Whether one person cannot hold both on days so near; undated ones may be."""
    if not (one.is_held and other.is_held and are_near(one.day, other.day, NEAR_DAYS)):
        return False
    if one.kind != other.kind:
        return {one.kind, other.kind} <= ALONE
    if one.country and other.country and one.country != other.country:
        return one.kind in OF_A_STATE
    is_town = one.kind in OF_A_TOWN and bool(one.seat and other.seat)
    return is_town and one.seat != other.seat


def is_of_state(kinds: Collection[str]) -> bool:
    """Whether one of these offices is of public life, where one leads to another."""
    return not PUBLIC_LIFE.isdisjoint(kinds)


def are_near(one: date | None, other: date | None, days: int) -> bool:
    """Whether both days are known and at most so many days apart."""
    return one is not None and other is not None and abs((one - other).days) <= days
