"""Every error onrecord raises on purpose.

OnRecordError
    InputError      something given cannot be read; `where` says what
    ConfigError     a setting, option or user table is wrong
    MissingExtra    an optional part is not installed
    RecordError     the record is damaged, locked or of another version
"""

from __future__ import annotations


class OnRecordError(Exception):
    """The root: the message says what went wrong and what to do about it."""


class InputError(OnRecordError):
    """Something given cannot be read."""

    def __init__(self, reason: str, *, where: str) -> None:
        """Keep the reason in a clause, and `where`: a path, a URL, `-`."""
        super().__init__(f"{where}: {reason}")
        self.reason = reason
        self.where = where


class ConfigError(OnRecordError):
    """A setting, an option or a user's table is wrong."""


class MissingExtra(OnRecordError):  # noqa: N818 - the name says what is wrong
    """An optional part of onrecord is asked for and not installed."""

    def __init__(self, what: str, *, extra: str) -> None:
        """Say which feature needs which extra."""
        super().__init__(f"{what} needs more: pip install 'onrecord[{extra}]'")
        self.extra = extra


class RecordError(OnRecordError):
    """The record is damaged, locked, or of a version this code cannot read."""
