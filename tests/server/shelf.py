"""An archive in memory, for tests of the screens."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from onrecord.errors import InputError
from onrecord.model import Span
from onrecord.pipeline.revisions import Revisions
from onrecord.record.views import (
    CaptureRow,
    ClaimView,
    DisputeView,
    EntityRef,
    EntityView,
    Hit,
    IncidentView,
    PageView,
    StoryView,
    Summary,
    Words,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


Known = TypeVar("Known", ClaimView, IncidentView, StoryView, EntityView)


@dataclass
class Shelf:
    """An archive in memory; it satisfies `Archive`."""

    name: str = "shelf.db"
    claims_: list[ClaimView] = field(default_factory=list)
    disputes_: list[DisputeView] = field(default_factory=list)
    incidents_: list[IncidentView] = field(default_factory=list)
    stories_: list[StoryView] = field(default_factory=list)
    entities_: list[EntityView] = field(default_factory=list)
    pages_: list[PageView] = field(default_factory=list)
    captures_: list[CaptureRow] = field(default_factory=list)
    revisions_: list[Revisions] = field(default_factory=list)
    former: dict[str, str] = field(default_factory=dict)

    def close(self) -> None:
        """Nothing is open."""

    def summary(self) -> Summary:
        """The lengths of the lists."""
        outlets = {item.outlet for view in self.pages_ for item in view.articles}
        return Summary(
            captures=len(self.pages_),
            pages=len(self.pages_),
            articles=len(self.pages_),
            teasers=0,
            outlets=len(outlets - {None}),
            statements=sum(len(view.statements) for view in self.pages_),
            claims=len(self.claims_),
            disputes=len(self.disputes_),
            incidents=len(self.incidents_),
            stories=len(self.stories_),
            entities=len(self.entities_),
            pages_in_unsupported_languages=sum(
                not view.is_language_supported for view in self.pages_
            ),
            pages_left_out=0,
        )

    def claims(
        self, query: str | None, *, at_least: int, limit: int
    ) -> Sequence[ClaimView]:
        """Those with the query in their wording."""
        return [
            claim
            for claim in self.claims_
            if len(claim.statements) >= at_least
            and (query or "") in claim.wording.content.text
        ][:limit]

    def claim(self, identity: str) -> ClaimView:
        """The one that begins so."""
        return self._one(self.claims_, identity)

    def claims_among(self, identities: Iterable[str]) -> Sequence[ClaimView]:
        """These."""
        return [self.claim(name) for name in identities]

    def disputes(self, *, include_possible: bool, limit: int) -> Sequence[DisputeView]:
        """All, or those that are sure."""
        return [
            item for item in self.disputes_ if include_possible or item.shown == "yes"
        ][:limit]

    def incidents(self, *, limit: int) -> Sequence[IncidentView]:
        """All."""
        return self.incidents_[:limit]

    def incident(self, identity: str) -> IncidentView:
        """The one that begins so."""
        return self._one(self.incidents_, identity)

    def incidents_among(self, identities: Iterable[str]) -> Sequence[IncidentView]:
        """These."""
        return [self.incident(name) for name in identities]

    def stories(self, *, limit: int) -> Sequence[StoryView]:
        """All."""
        return self.stories_[:limit]

    def story(self, identity: str) -> StoryView:
        """The one that begins so."""
        return self._one(self.stories_, identity)

    def entities(self, name: str) -> Sequence[EntityRef]:
        """Those with these letters in their name."""
        return [
            EntityRef(item.id, item.name, item.type)
            for item in self.entities_
            if name.lower() in item.name.lower()
        ]

    def entity(self, identity: str) -> EntityView:
        """The one that begins so, unless private."""
        found = self._one(self.entities_, identity)
        if found.is_private:
            raise InputError("no person or body in a public role", where=identity)
        return found

    def page(self, identity: str) -> PageView:
        """The one that begins so."""
        for view in self.pages_:
            if view.page.id.startswith(identity):
                return view
        raise InputError("no page on record has an id that begins so", where=identity)

    def captures(self, identity: str) -> Sequence[CaptureRow]:
        """Those of the page's address."""
        wanted = self.page(identity)
        return [row for row in self.captures_ if row.where == wanted.capture.where]

    def revisions(self, identity: str) -> Revisions:
        """Those made for the page's address; none of any other."""
        where = self.page(identity).capture.where
        known = (item for item in self.revisions_ if item.where == where)
        return next(known, Revisions(where, (), ()))

    def search(self, query: str, *, limit: int) -> Sequence[Hit]:
        """Pages that hold the query."""
        return [
            Hit(
                kind="article",
                id=view.articles[0].id,
                words=Words(view.page.id, (Span(at, at + len(query)),), query),
                snippet=view.page.text[max(0, at - 30) : at + 60],
                article=view.articles[0],
                score=1.0,
            )
            for view in self.pages_
            if view.articles and (at := view.page.text.find(query)) >= 0
        ][:limit]

    def _one(self, known: Sequence[Known], identity: str) -> Known:
        wanted = self.former.get(identity, identity)
        for item in known:
            if item.id.startswith(wanted):
                return item
        raise InputError("nothing on record has an id that begins so", where=identity)
