"""A first estimate of how often a construction is right.

From the shares measured on two public sets of news attributions, leaning to the one
that names speakers; to be replaced by a fitted model.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.extract.statements.draft import Draft
    from onrecord.extract.statements.speaker import Speaker
    from onrecord.model import Mode

BY_FRAME = MappingProxyType(
    {
        "quotation": 0.9, "clause": 0.78, "infinitive": 0.55, "object": 0.5,
        "phrase": 0.5, "parenthesis": 0.78, "according": 0.8, "noun": 0.45,
        "colon": 0.75, "floating": 0.6, "headline": 0.7,
    }
)  # fmt: skip
UNSOURCED, MIXED, INNER = -0.2, 0.06, -0.2
LEAST, MOST = 0.05, 0.95


def confidence_of(draft: Draft, mode: Mode, speaker: Speaker) -> float:
    """How sure the construction makes us, between 0 and 1."""
    sure = BY_FRAME[draft.frame]
    if draft.source is None:
        sure += UNSOURCED
    if mode == "mixed" and draft.frame != "quotation":
        sure += MIXED
    if draft.cue_class in {"believing", "wanting"}:
        sure += INNER
    return round(min(max(sure * speaker.certainty, LEAST), MOST), 2)
