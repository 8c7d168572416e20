"""Who a source is: the name in the article, or nobody named."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model import Mention, Sector


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks. `mention` names them most fully, None when nobody is named."""

    mention: Mention | None = None
    role: str | None = None
    institution: str | None = None
    sector: Sector | None = None
    certainty: float = 1.0
