"""What people decide: an append-only log, and the judgements that rest on it."""

from onrecord.record.decisions.check import check_decisions
from onrecord.record.decisions.deciding import Asked, Decided, decide, undo
from onrecord.record.decisions.held import (
    Holding,
    read_decided,
    read_ever_released,
    read_holding,
    read_released,
    save_decided,
)
from onrecord.record.decisions.log import read_decisions, remove_anchors

__all__ = [
    "Asked",
    "Decided",
    "Holding",
    "check_decisions",
    "decide",
    "read_decided",
    "read_decisions",
    "read_ever_released",
    "read_holding",
    "read_released",
    "remove_anchors",
    "save_decided",
    "undo",
]
