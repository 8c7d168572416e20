"""Exit statuses, the same for every command."""

from __future__ import annotations

from onrecord.errors import MissingExtra, OnRecordError, RecordError

DONE = 0
SKIPPED = 1  # something given was not added
WRONG_USE = 2
RECORD_DAMAGED = 3  # or locked, or of another version
EXTRA_MISSING = 4


def exit_code_of(error: OnRecordError) -> int:
    """The exit status that tells a script what kind of error this is."""
    if isinstance(error, RecordError):
        return RECORD_DAMAGED
    if isinstance(error, MissingExtra):
        return EXTRA_MISSING
    return WRONG_USE
