"""The names in a page, those of one person or body together."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.model import EntityType, Mention

if TYPE_CHECKING:
    from onrecord.record.views import PageView


@dataclass(frozen=True, slots=True)
class NameSeen:
    """One person, body or place in a page: its fullest name, and every mention."""

    name: str
    type: EntityType
    mentions: tuple[Mention, ...]


def names_of(page: PageView) -> list[NameSeen]:
    """Whom the page names, those named most first; private people are left out."""
    groups: dict[str, list[Mention]] = defaultdict(list)
    for mention in page.mentions:
        if not mention.private_reason:
            groups[mention.head].append(mention)
    names = {mention.id: mention for mention in page.mentions}
    seen = []
    for mentions in groups.values():
        first = names.get(mentions[0].head, mentions[0])
        if not first.private_reason:
            seen.append(NameSeen(first.text, first.type, tuple(mentions)))
    return sorted(seen, key=lambda item: (-len(item.mentions), item.name))
