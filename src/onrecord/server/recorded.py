"""A record's file as the archive that the screens read."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, TypeVar

from onrecord.errors import InputError
from onrecord.record import (
    find_entities,
    list_claims,
    list_disputes,
    list_incidents,
    list_stories,
    open_record,
    read_claim,
    read_entity,
    read_incident,
    read_page,
    read_story,
    search,
    summary,
)

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from onrecord.model import PageId, Zoned
    from onrecord.record.views.types import (
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

EVERY = 1_000_000


class RecordArchive:
    """The views of one open record, which threads may share."""

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
        return list_claims(self._record, query, at_least=at_least, limit=limit)

    def claim(self, identity: str) -> ClaimView:
        """One claim."""
        return _found(read_claim(self._record, identity), identity)

    def disputes(self, *, include_possible: bool, limit: int) -> Sequence[DisputeView]:
        """What stands against what, the clearest first."""
        return list_disputes(
            self._record, include_possible=include_possible, limit=limit
        )

    def incidents(self, *, limit: int) -> Sequence[IncidentView]:
        """Incidents, the newest first."""
        return list_incidents(self._record, limit=limit)

    def incident(self, identity: str) -> IncidentView:
        """One incident."""
        return _found(read_incident(self._record, identity), identity)

    def stories(self, *, limit: int) -> Sequence[StoryView]:
        """Stories, the newest first, those of no known day last."""
        every = list_stories(self._record, limit=EVERY)
        return sorted(every, key=_newest_first)[:limit]

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
        return found

    def page(self, identity: str) -> PageView:
        """One page with everything found in it."""
        return read_page(self._record, identity)

    def zones(self, page: PageId) -> Sequence[Zoned]:
        """The zones of a page: its own article's, else those of its teasers."""
        here = [item for item in self._record.articles() if item.page_id == page]
        own = [item for item in here if item.type == "article"]
        return sorted(
            (zoned for item in own or here for zoned in item.zones),
            key=lambda zoned: zoned.span,
        )

    def search(self, query: str, *, limit: int) -> Sequence[Hit]:
        """Places where these words stand, best first."""
        return search(self._record, query, limit=limit)


def _found(found: Found | None, identity: str) -> Found:
    if found is None:
        raise InputError("nothing on record has this id", where=identity)
    return found


def _newest_first(story: StoryView) -> tuple[bool, int, str]:
    day = story.last or date.min
    return story.last is None, -day.toordinal(), story.id
