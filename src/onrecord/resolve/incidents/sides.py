"""Dealings between the same sides: who condemned whom is no other's condemning."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.model import Party, Report

DEALT = frozenset({"Dealing", "Strategic developments"})
NOT_DEALT = frozenset({"Arrests", "Looting/property destruction"})
STEM = 5  # letters: a country and its adjective mostly share so many
_WORD = re.compile(r"\w+")
_STOP = frozenset({"the", "of", "and", "a", "s", "president", "minister", "foreign"})


def may_be_one_dealing(one: Report, other: Report) -> bool:
    """Whether two reports may tell of one dealing; true of all other reports.

    Each side of the one must share a word with a side of the other. A power that is
    called by its country here and by its capital there is kept apart: a person may
    join them, while a wrong join would put words into an actor's mouth.
    """
    if not (_is_dealing(one) and _is_dealing(other)):
        return True
    return _sides_meet(one, other) and _sides_meet(other, one)


def _is_dealing(report: Report) -> bool:
    return (
        report.event_type in DEALT
        and report.sub_event_type not in NOT_DEALT
        and bool(report.actors)
    )


def _sides_meet(one: Report, other: Report) -> bool:
    """Whether both sides of the one are named among the parties of the other."""
    named = _words((*other.actors, *other.recipients))
    sides = [side for side in (one.actors, one.recipients) if side]
    return all(_words(side) & named for side in sides)


def _words(parties: Iterable[Party]) -> set[str]:
    words = (_WORD.findall(party.text.casefold()) for party in parties)
    return {word[:STEM] for some in words for word in some if word not in _STOP}
