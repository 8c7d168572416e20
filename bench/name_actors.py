"""What two names of organisations are to each other, by the tables that ship."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.gazetteer import ActorTable, relation_of

if TYPE_CHECKING:
    from bench.name_metric import PairRow

DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Answer:
    """A relation, and how sure it is that the two are one."""

    relation: str
    score: float


def relation_between(row: PairRow, actors: ActorTable) -> Answer:
    """What the tables say; what they do not know is told apart."""
    found = relation_of(row.a, row.b, actors, country_a=row.ca, country_b=row.cb)
    return Answer(found.kind or DIFFERENT, found.score)
