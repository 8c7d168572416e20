"""The life of a claim: who said it when, in which words, and who stood against it."""

from __future__ import annotations

from dataclasses import dataclass

from onrecord.model import DisputeId, StatementId


@dataclass(frozen=True, slots=True)
class RoleTold:
    """A role as worded, and how often the speaker was called so."""

    role: str
    times: int


@dataclass(frozen=True, slots=True)
class Voice:
    """Everything that one speaker said of a claim.

    `speaker` is an entity, None for one that nobody names; `name` is then the words for
    the source, None when there are none. `first` and `last` are times as the pages give
    them, None when no page does. `said` is in order of time.
    """

    speaker: str | None
    name: str | None
    is_private: bool
    roles: tuple[RoleTold, ...]
    first: str | None
    last: str | None
    said: tuple[StatementId, ...]


@dataclass(frozen=True, slots=True)
class WordSeen:
    """A word of a claim and the utterances that used it first and last.

    `first` and `last` are their times as given, None when no page gives one.
    """

    word: str
    times: int
    first_said: StatementId
    last_said: StatementId
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Month:
    """What happened to a claim in a month; `month` is None for what has no time."""

    month: str | None
    said: int
    disputed: int


@dataclass(frozen=True, slots=True)
class ClaimLife:
    """A claim over time. All of it is derived from the utterances and disputes shown.

    `first` and `last` are times as pages give them, among the utterances with a time.
    `repeats` are utterances whose named speaker had said it before. `lasting` are words
    of half the utterances or more; `came` those that the first one did not have and the
    later half does, `went` those of the earlier half that the later half does not have.
    Words that stand in any text are left out. `disputes` are in order of time.
    """

    first: str | None
    last: str | None
    voices: tuple[Voice, ...]
    repeats: tuple[StatementId, ...]
    lasting: tuple[str, ...]
    came: tuple[WordSeen, ...]
    went: tuple[WordSeen, ...]
    months: tuple[Month, ...]
    disputes: tuple[DisputeId, ...]
