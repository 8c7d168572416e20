"""What two names are to each other, with the reason."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

RelationKind = Literal["same", "part_of", "different"]
Side = Literal["first", "second"]
# How sure each way of knowing is; to be weighed anew by whoever has pairs to fit on.
BY_TABLE, BY_BODY, BY_NAME, BY_CONTEXT, BY_INITIALS = 0.98, 0.96, 0.9, 0.85, 0.85
UNTOLD = 0.5  # one kind of body, of countries that nobody tells
APART = 0.0


@dataclass(frozen=True, slots=True)
class Relation:
    """What two names are: None where the tables do not know. `score` is for "same".

    `part` says which of the two belongs to the other; None where that is not known.
    """

    kind: RelationKind | None
    score: float
    reason: str
    part: Side | None = None

    def turned(self) -> Relation:
        """The same, of the two names in the other order."""
        if self.part is None:
            return self
        return replace(self, part="second" if self.part == "first" else "first")


def part_of(part: Side, reason: str) -> Relation:
    """One belongs to the other: the first name or the second."""
    return Relation("part_of", APART, reason, part)
