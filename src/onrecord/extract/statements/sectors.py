"""Which part of society a speaker speaks for."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, get_args

from onrecord.extract.statements.roles import load_nouns
from onrecord.gazetteer import fold
from onrecord.model import Sector

if TYPE_CHECKING:
    from collections.abc import Mapping

    from onrecord.gazetteer import ActorTable
    from onrecord.model import EntityType, Mention

BY_TYPE: Mapping[EntityType, Sector] = MappingProxyType(
    {
        "armed_group": "armed group", "government": "government",
        "international": "international body", "media": "media", "party": "party",
        "country": "government",
    }
)  # fmt: skip


def sector_of(
    mention: Mention | None, words: str | None, actors: ActorTable
) -> Sector | None:
    """The sector that the actor tables, the role or the noun tell; None when none.

    `words`: the role or the institution as worded, the most telling word last.
    """
    actor = actors.get(mention.actor) if mention is not None and mention.actor else None
    if actor is not None and actor.sector is not None:
        return actor.sector
    told = _told(words) if words else None
    if told is not None:
        return told
    if mention is None:
        return None
    return _told(mention.text) or BY_TYPE.get(mention.type)


def _told(words: str) -> Sector | None:
    """By the last noun of the words that the table knows a sector for."""
    nouns = load_nouns()
    office = fold(words).split(" of ", 1)[0].split()
    for word in (*reversed(office), *fold(words).split()):
        noun = nouns.get(word)
        if noun is not None and noun.sector is not None:
            return next((s for s in get_args(Sector) if s == noun.sector), None)
    return None
