"""What export rows need beyond the finding itself, and how they hide private people."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from onrecord.model import Span
from onrecord.record.views import MASK, Entity, LinkView

if TYPE_CHECKING:
    from collections.abc import Iterable

PLACES = frozenset({"place", "country"})  # types of names that a map can show
QUOTED = 600  # characters of a statement that an export carries: a short quotation


@dataclass(frozen=True, slots=True)
class Known:
    """What rows need beyond the finding itself.

    `entity_of`, `claims`, `incidents` and `stories` give each member's group;
    `private` is where private people are named, by page; `places` gives each report's
    place by its identity, where a name tells it; `links` is the whole history;
    `hashes` the SHA-256 of each page's bytes.
    """

    texts: Mapping[str, str]
    entity_of: Mapping[str, str]
    entities: Mapping[str, Entity]
    private: Mapping[str, tuple[Span, ...]]
    claims: Mapping[str, str]
    incidents: Mapping[str, str]
    stories: Mapping[str, str]
    places: Mapping[str, str]
    links: tuple[LinkView, ...]
    hashes: Mapping[str, str] = field(default_factory=dict)

    def entity(self, mention: str) -> Entity | None:
        """The identity that a mention names; None when names were not resolved."""
        return self.entities.get(self.entity_of.get(mention, mention))

    def words(self, page: str, spans: Iterable[Span]) -> str:
        """The words of these spans, private people's names masked, cut if long."""
        text = self.texts[page]
        pieces = [self._masked(page, span, text) for span in spans]
        shown = " ... ".join(pieces)
        return shown if len(shown) <= QUOTED else shown[: QUOTED - 1] + "…"

    def masked(self, page: str, told: str | None) -> str | None:
        """A value told of a page, with the names of its private people replaced."""
        text = self.texts[page]
        names = {span.of(text) for span in self.private.get(page, ())}
        for name in sorted(names, key=len, reverse=True):
            told = told and re.sub(rf"\b{re.escape(name)}\b", MASK, told)
        return told

    def _masked(self, page: str, span: Span, text: str) -> str:
        """The words of one span with the private names in it replaced."""
        pieces: list[str] = []
        at = span.start
        for name in self.private.get(page, ()):
            if span.holds(name) and name.start >= at:
                pieces += [text[at : name.start], MASK]
                at = name.end
        return "".join(pieces) + text[at : span.end]
