"""What two bodies of states are to each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.gazetteer.relation import (
    APART,
    BY_BODY,
    UNTOLD,
    Relation,
    RelationKind,
)
from onrecord.gazetteer.state_bodies import MINISTRY, part_of_body

if TYPE_CHECKING:
    from onrecord.gazetteer.state_bodies import StateBody


def of_bodies(one: StateBody, two: StateBody) -> Relation | None:
    """What two bodies told by pattern are: never one while a country is not told."""
    both = f"{one.key}, {two.key}"
    if one.country and two.country and one.country != two.country:
        return Relation("different", APART, f"{one.country} and {two.country}")
    is_one_kind = one.key == two.key
    if not one.country or not two.country:
        if is_one_kind and one.place and one.place == two.place:
            return Relation("same", BY_BODY, f"{one.key} of {one.place}")
        score = UNTOLD if is_one_kind else APART
        return Relation(None, score, f"{both}: the country is not told")
    if is_one_kind and one.place == two.place:
        if one.is_office != two.is_office:
            return Relation("part_of", APART, f"the spokesman's office of: {one.key}")
        return Relation("same", BY_BODY, f"{one.key} of {one.country}")
    return _of_two(one, two, both)


def _of_two(one: StateBody, two: StateBody, both: str) -> Relation | None:
    """What two bodies of one country are."""
    if one.place and two.place and one.place != two.place:
        return Relation("different", APART, f"{one.place} and {two.place}")
    kind: RelationKind | None = None if one.is_open or two.is_open else "different"
    if is_body_part(one, two) or is_body_part(two, one):
        kind = "part_of"
    return Relation(kind, APART, f"{both} of {one.country}")


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
