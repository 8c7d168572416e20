"""What two bodies of states are to each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.gazetteer.relation import (
    APART,
    BY_BODY,
    UNTOLD,
    Relation,
    part_of,
)
from onrecord.gazetteer.state_bodies import MINISTRY, is_one_of_many, part_of_body

if TYPE_CHECKING:
    from onrecord.gazetteer.relation import Side
    from onrecord.gazetteer.state_bodies import StateBody


def of_bodies(one: StateBody, two: StateBody) -> Relation | None:
    """What two bodies told by pattern are: never one while a country is not told."""
    both = f"{one.key}, {two.key}"
    if one.country and two.country and one.country != two.country:
        return Relation("different", APART, f"{one.country} and {two.country}")
    is_one_kind = one.key == two.key
    if is_one_kind and one.place == two.place and one.is_office == two.is_office:
        return _of_one_kind(one, two)
    if not one.country or not two.country:
        score = UNTOLD if is_one_kind else APART
        return Relation(None, score, f"{both}: the country is not told")
    return _of_two(one, two, both)


def _of_one_kind(one: StateBody, two: StateBody) -> Relation:
    """What two bodies of one kind and place are, whose countries agree."""
    if is_one_of_many(one):
        return Relation(None, UNTOLD, f"a country has several: {one.key}")
    if one.place or (one.country and two.country):
        return Relation("same", BY_BODY, f"{one.key} of {one.place or one.country}")
    return Relation(None, UNTOLD, f"{one.key}: the country is not told")


def _of_two(one: StateBody, two: StateBody, both: str) -> Relation:
    """What two bodies of one country are."""
    if one.key == two.key and one.place == two.place:
        side: Side = "first" if one.is_office else "second"
        return part_of(side, f"the spokesman's office of: {one.key}")
    if one.place and two.place and one.place != two.place:
        return Relation("different", APART, f"{one.place} and {two.place}")
    reason = f"{both} of {one.country}"
    if is_body_part(one, two):
        return part_of("first", reason)
    if is_body_part(two, one):
        return part_of("second", reason)
    is_open = one.is_open or two.is_open
    return Relation(None if is_open else "different", APART, reason)


def is_body_part(part: StateBody, whole: StateBody) -> bool:
    """Whether one body belongs to the other; both must be of one country.

    A region's own ministry is no part of the nation's.
    """
    if not part.country or part.country != whole.country:
        return False
    if part.place != whole.place and part.key.startswith(MINISTRY):
        return False
    if whole.place:
        return part.place == whole.place and part_of_body(part, whole)
    is_local = bool(part.place) and part.key == whole.key
    return is_local or part_of_body(part, whole)
