"""What two names of organisations are to each other, by the actor table and bodies."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.gazetteer import ActorTable, find_body, fold

if TYPE_CHECKING:
    from bench.name_metric import PairRow

SAME, PART_OF, DIFFERENT = "same", "part_of", "different"


@dataclass(frozen=True, slots=True)
class Answer:
    """A relation, and how sure it is that the two are one."""

    relation: str
    score: float


def relation_between(row: PairRow, actors: ActorTable) -> Answer:
    """By the table where it has both, then by body and country, then by letters."""
    near = [name for name in (row.a, row.b, row.ca, row.cb) if name]
    one, other = (actors.find(name, near=near) for name in (row.a, row.b))
    if one is not None and other is not None:
        if one.id == other.id:
            return Answer(SAME, 1.0)
        kin = one in actors.parents(other.id) or other in actors.parents(one.id)
        return Answer(PART_OF if kin else DIFFERENT, 0.0)
    bodies = [find_body(name) for name in (row.a, row.b)]
    if bodies[0] is not None and bodies[1] is not None:
        is_one = bodies[0].key == bodies[1].key and row.ca == row.cb
        return Answer(SAME, 0.9) if is_one else Answer(DIFFERENT, 0.0)
    is_one = fold(row.a) == fold(row.b)
    return Answer(SAME, 0.8) if is_one else Answer(DIFFERENT, 0.0)
