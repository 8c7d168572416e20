"""Which place a name stands for when findings are compared, surely or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from onrecord.model import Mention


def senses_of(
    mentions: Iterable[Mention], groups: Mapping[str, str], decided: Collection[str]
) -> dict[str, str]:
    """For every mention of a place the identity by which findings are compared.

    Two that the gazetteer most likely means as one place are one here, though no link
    joins them: a doubt must not make two claims of one. What people `decided` about
    (ids of mentions) keeps to its group.
    """
    held = {groups[id_] for id_ in decided if id_ in groups}
    placed = {m.id: m for m in mentions if m.type == "place"}
    senses: dict[str, str] = {}
    for id_, mention in placed.items():
        place = (placed.get(mention.head) or mention).place or mention.place
        is_free = place is not None and groups[id_] not in held
        senses[id_] = f"place {place.id}" if place and is_free else groups[id_]
    return senses
