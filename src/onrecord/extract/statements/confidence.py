"""A first estimate of how often a construction is right."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.extract.statements.draft import Draft
    from onrecord.extract.statements.speaker import Speaker
    from onrecord.model import Mode

BY_FRAME = MappingProxyType(
    {
        "quotation": 0.92, "clause": 0.85, "infinitive": 0.7, "object": 0.5,
        "phrase": 0.55, "parenthesis": 0.85, "according": 0.85, "noun": 0.5,
        "colon": 0.8, "floating": 0.75, "headline": 0.75,
    }
)  # fmt: skip


def confidence_of(draft: Draft, mode: Mode, speaker: Speaker) -> float:
    """How sure the construction makes us, between 0 and 1."""
    sure = BY_FRAME[draft.frame]
    if draft.source is None:
        sure -= 0.2
    if mode == "mixed" and draft.frame != "quotation":
        sure += 0.03
    return round(min(max(sure * speaker.certainty, 0.05), 0.99), 2)
