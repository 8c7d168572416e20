"""What a careful reader finds on pages, against what a record holds of them."""

from bench.reading.compare import compare_reading
from bench.reading.gold import (
    Gold,
    GoldArticle,
    GoldClaim,
    GoldDispute,
    GoldEvent,
    GoldFigure,
    GoldGroups,
    GoldIncident,
    GoldNames,
    GoldReport,
    GoldStatement,
    Piece,
    Teaser,
    Worded,
)
from bench.reading.located import Reading

__all__ = [
    "Gold",
    "GoldArticle",
    "GoldClaim",
    "GoldDispute",
    "GoldEvent",
    "GoldFigure",
    "GoldGroups",
    "GoldIncident",
    "GoldNames",
    "GoldReport",
    "GoldStatement",
    "Piece",
    "Reading",
    "Teaser",
    "Worded",
    "compare_reading",
]
