"""What two names are to each other, with the reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

RelationKind = Literal["same", "part_of", "different"]
# How sure each way of knowing is; to be weighed anew by whoever has pairs to fit on.
BY_TABLE, BY_BODY, BY_NAME, BY_CONTEXT, BY_INITIALS = 0.98, 0.96, 0.9, 0.85, 0.85
UNTOLD = 0.5  # one kind of body, of countries that nobody tells
APART = 0.0


@dataclass(frozen=True, slots=True)
class Relation:
    """What two names are: None where the tables do not know. `score` is for "same"."""

    kind: RelationKind | None
    score: float
    reason: str
