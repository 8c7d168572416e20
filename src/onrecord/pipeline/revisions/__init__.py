"""What changed between the captures of one address: statements, figures, names."""

from onrecord.pipeline.revisions.changes import (
    Change,
    Comparison,
    Piece,
    Revision,
    Revisions,
    Wording,
)
from onrecord.pipeline.revisions.find import revisions_of

__all__ = [
    "Change",
    "Comparison",
    "Piece",
    "Revision",
    "Revisions",
    "Wording",
    "revisions_of",
]
