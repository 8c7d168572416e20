"""What the screens read: the views of a record, as one Protocol."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

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
    )


class Archive(Protocol):
    """A record to look at.

    Readers of one thing take its id, a prefix of it, or a former id, and raise
    InputError when there is none; `limit` is how many a list holds at most.
    """

    name: str  # what the record is called on the screens

    def summary(self) -> Summary:
        """How much is on record."""
        ...

    def claims(
        self, query: str | None, *, at_least: int, limit: int
    ) -> Sequence[ClaimView]:
        """Claims said at least so often, those said most first."""
        ...

    def claim(self, identity: str) -> ClaimView:
        """One claim."""
        ...

    def claims_among(self, identities: Iterable[str]) -> Sequence[ClaimView]:
        """These claims, by whole ids; unknown ones are left out."""
        ...

    def disputes(self, *, include_possible: bool, limit: int) -> Sequence[DisputeView]:
        """What stands against what, the clearest first."""
        ...

    def incidents(self, *, limit: int) -> Sequence[IncidentView]:
        """Incidents, the newest first."""
        ...

    def incident(self, identity: str) -> IncidentView:
        """One incident."""
        ...

    def incidents_among(self, identities: Iterable[str]) -> Sequence[IncidentView]:
        """These incidents, by whole ids; unknown ones are left out."""
        ...

    def stories(self, *, limit: int) -> Sequence[StoryView]:
        """Stories, newest first."""
        ...

    def story(self, identity: str) -> StoryView:
        """One story."""
        ...

    def entities(self, name: str) -> Sequence[EntityRef]:
        """Who bears this name, in any spelling; private people are left out."""
        ...

    def entity(self, identity: str) -> EntityView:
        """One person or body; private people are not found."""
        ...

    def page(self, identity: str) -> PageView:
        """One page with everything found in it."""
        ...

    def revisions(self, identity: str) -> Revisions:
        """Every revision of a page's address, and what changed between them."""
        ...

    def captures(self, identity: str) -> Sequence[CaptureRow]:
        """Every capture of a page's address, in the order of capture times."""
        ...

    def search(self, query: str, *, limit: int) -> Sequence[Hit]:
        """Places where these words stand, best first."""
        ...

    def close(self) -> None:
        """Let go of what is open."""
        ...
