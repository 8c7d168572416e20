"""Why names were joined or kept apart, each reason told once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.record.views import By

if TYPE_CHECKING:
    from onrecord.record.views import EntityView

VERBS = {
    ("same", "yes"): "joined",
    ("same", "no"): "kept apart",
    ("same", "unsure"): "unsure",
    ("part_of", "yes"): "part of",
}


@dataclass(frozen=True, slots=True)
class Join:
    """A reason, how often it was given, and the best score it had."""

    verb: str
    reason: str
    by: By
    score: float
    count: int


def joins_of(entity: EntityView) -> list[Join]:
    """The machine's reasons that stand, joins first, the strongest first."""
    found: dict[tuple[str, str, By], list[float]] = {}
    for view in entity.links:
        link = view.link
        verb = VERBS.get((link.relation, link.judgement))
        if verb and view.revoked_at is None and view.decision is None:
            found.setdefault((verb, link.reason, view.by), []).append(link.score)
    joins = [Join(*key, max(scores), len(scores)) for key, scores in found.items()]
    order = list(VERBS.values())
    return sorted(joins, key=lambda join: (order.index(join.verb), -join.score))
