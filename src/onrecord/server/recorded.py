"""A record's file as the archive that the screens read."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from onrecord.errors import InputError
from onrecord.pipeline.revisions import revisions_of
from onrecord.record import open_record
from onrecord.record.views import (
    captures_of,
    find_entities,
    list_claims,
    list_disputes,
    list_incidents,
    list_stories,
    masked,
    read_claim,
    read_claims,
    read_entity,
    read_incident,
    read_incidents,
    read_page,
    read_story,
    search,
    summary,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

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

Found = TypeVar("Found")


class RecordArchive:
    """The views of one open record, which threads may share.

    Private people are without a name in all of them but in exact words of a page.
    """

    def __init__(self, path: Path) -> None:
        """Open the record, which must exist; raises RecordError when it is none."""
        self._record = open_record(path, create=False)
        self.name = path.name

    def close(self) -> None:
        """Let go of the file."""
        self._record.close()

    def summary(self) -> Summary:
        """How much is on record."""
        return summary(self._record)

    def claims(
        self, query: str | None, *, at_least: int, limit: int
    ) -> Sequence[ClaimView]:
        """Claims said at least so often, those said most first."""
        return masked(
            self._record,
            list_claims(self._record, query, at_least=at_least, limit=limit),
        )

    def claim(self, identity: str) -> ClaimView:
        """One claim."""
        return self._shown(_found(read_claim(self._record, identity), identity))

    def claims_among(self, identities: Iterable[str]) -> Sequence[ClaimView]:
        """These claims, by whole ids; unknown ones are left out."""
        return masked(self._record, read_claims(self._record, identities))

    def disputes(self, *, include_possible: bool, limit: int) -> Sequence[DisputeView]:
        """What stands against what, the clearest first."""
        return masked(
            self._record,
            list_disputes(self._record, include_possible=include_possible, limit=limit),
        )

    def incidents(self, *, limit: int) -> Sequence[IncidentView]:
        """Incidents, the newest first."""
        return masked(self._record, list_incidents(self._record, limit=limit))

    def incident(self, identity: str) -> IncidentView:
        """One incident."""
        return self._shown(_found(read_incident(self._record, identity), identity))

    def incidents_among(self, identities: Iterable[str]) -> Sequence[IncidentView]:
        """These incidents, by whole ids; unknown ones are left out."""
        return masked(self._record, read_incidents(self._record, identities))

    def stories(self, *, limit: int) -> Sequence[StoryView]:
        """Stories, the newest first, those of no known day last."""
        return list_stories(self._record, order="newest", limit=limit)

    def story(self, identity: str) -> StoryView:
        """One story."""
        return _found(read_story(self._record, identity), identity)

    def entities(self, name: str) -> Sequence[EntityRef]:
        """Who bears this name, in any spelling; private people are left out."""
        return find_entities(self._record, name)

    def entity(self, identity: str) -> EntityView:
        """One person or body; private people are not found."""
        found = _found(read_entity(self._record, identity), identity)
        if found.is_private:
            raise InputError("no person or body in a public role", where=identity)
        return self._shown(found)

    def page(self, identity: str) -> PageView:
        """One page with everything found in it."""
        return self._shown(read_page(self._record, identity))

    def revisions(self, identity: str) -> Revisions:
        """Every revision of a page's address, and what changed between them."""
        return revisions_of(self._record, identity)

    def captures(self, identity: str) -> Sequence[CaptureRow]:
        """Every capture of a page's address, in the order of capture times."""
        return captures_of(self._record, identity)

    def search(self, query: str, *, limit: int) -> Sequence[Hit]:
        """Places where these words stand, best first."""
        return search(self._record, query, limit=limit)

    def _shown(self, found: Found) -> Found:
        """The view without the names of private people."""
        (shown,) = masked(self._record, [found])
        return shown


def _found(found: Found | None, identity: str) -> Found:
    if found is None:
        raise InputError("nothing on record has this id", where=identity)
    return found
