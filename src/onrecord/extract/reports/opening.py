"""Which words are enough to tell of an event that nobody told before."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from onrecord.extract.reports.telling import LEAD, YEAR

if TYPE_CHECKING:
    from onrecord.extract.figures import Toll
    from onrecord.extract.reports.telling import Told

QUIET = frozenset({"killing", "drowning"})  # of itself a death is no event
VAGUE_RANK = 3  # kinds up to this rank name no certain act: "attack", "strike"
SUMMED_UP = timedelta(days=400)  # more than a year is a time summed up, no event's
ACTS = frozenset({"violence", "abduction"})


def opens(told: Told) -> bool:
    """Whether these words are enough to tell of an event nobody told before.

    An event has people struck, a place, a day or a certain victim; how much of it is
    asked depends on the kind, and on whether the article leads with it.
    """
    if not told.is_real or told.best.strength == "echo" or _sums_up(told):
        return False
    kind, bounds = told.best.kind, _bounds(told)
    struck, leads = bool(_people(told)), in_lead(told)
    if kind.name in QUIET:
        return struck and (leads or bounds > 0) and not _is_statistic(told)
    if kind.family == "arrest":
        is_bound = leads or bounds > 0
        return told.strikes or (struck and is_bound and not _is_statistic(told))
    if leads and (told.best.strength == "strong" or told.how == "foiled"):
        return struck or bounds > 0 or told.how == "foiled" or _is_certain_act(told)
    return _opens_later(told)


def in_lead(told: Told) -> bool:
    """Whether the article leads with it."""
    return told.is_headline or told.sentence < LEAD


def _opens_later(told: Told) -> bool:
    """Whether it opens an event without leading, or by a weak word."""
    bounds, people = _bounds(told), _people(told)
    many = any(toll.low != 1 for toll in people)
    if told.best.kind.family == "unrest" and not _is_dated_violence(told):
        return bounds > 1 or (in_lead(told) and (many or bounds > 0))
    if many or bounds + bool(people) > 1:
        return True
    return _is_dated_violence(told) or _is_certain_act(told)


def _sums_up(told: Told) -> bool:
    """Whether the words sum up years: "in the past nine years"."""
    return told.date is not None and told.date.end - told.date.start > SUMMED_UP


def _is_statistic(told: Told) -> bool:
    """Whether it sums up the deaths of a year or more, of nowhere."""
    if told.date is None or told.place is not None:
        return False
    return (told.date.end - told.date.start).days >= YEAR


def _bounds(told: Told) -> int:
    return (told.place is not None) + (told.date is not None)


def _people(told: Told) -> list[Toll]:
    return [toll for toll in told.tolls if toll.low != 0]


def _is_certain_act(told: Told) -> bool:
    """Whether a certain victim is told of an act: "the murder of a judge"."""
    kind = told.best.kind
    acts = kind.family in ACTS or kind.name == "robbery"  # which takes by force
    is_act = acts and (kind.rank > VAGUE_RANK or in_lead(told))
    return told.strikes and is_act


def _is_dated_violence(told: Told) -> bool:
    """Whether an act of violence is dated to the month: "a massacre in March"."""
    kind = told.best.kind
    sharp = told.date is not None and told.date.precision != "year"
    violent = kind.family == "violence" or kind.name == "riot"
    is_act = violent and kind.rank > VAGUE_RANK
    return sharp and is_act and told.best.strength == "strong"
