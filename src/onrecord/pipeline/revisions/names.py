"""Which names came into an article, left it, or are spelled otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from onrecord.pipeline.revisions.changes import Change
from onrecord.pipeline.revisions.pairing import pair
from onrecord.pipeline.revisions.wording import (
    alone,
    folded,
    holds,
    is_same,
    side_by_side,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.record.views import CorrectionView
    from onrecord.record.views.revisions import NameTold, Version

SPELLED_ALIKE = 80  # of 100


def name_changes(before: Version, after: Version) -> Iterator[Change]:
    """The changes in whom the article names, in no promised order.

    A name that the other capture's text holds is neither gone nor new there, however
    much of it was recognised.
    """
    gone = [item for item in before.names if not _is_named(item, after)]
    came = [item for item in after.names if not _is_named(item, before)]
    pairs = pair(gone, came, _spelled, SPELLED_ALIKE)
    for one, other in pairs.items():
        old, new = gone[one], came[other]
        sides = side_by_side((old.name, old.words), (new.name, new.words))
        yield Change("name", "changed", *sides, new.type, _notes(new, after))
    for n, item in enumerate(gone):
        if n not in pairs:
            yield Change("name", "gone", alone(item.name, item.words), None, item.type)
    for n, item in enumerate(came):
        if n not in pairs.values():
            new_name = alone(item.name, item.words)
            yield Change(
                "name", "added", None, new_name, item.type, _notes(item, after)
            )


def _is_named(item: NameTold, version: Version) -> bool:
    known = any(is_same(item.name, other.name) for other in version.names)
    return known or not folded(item.name) or holds(version.told, item.name)


def _spelled(one: NameTold, other: NameTold) -> float:
    """How alike two names are as spelled; the same number of words must be."""
    if len(folded(one.name)) != len(folded(other.name)):
        return 0.0
    return float(fuzz.ratio(one.name.casefold(), other.name.casefold()))


def _notes(item: NameTold, version: Version) -> tuple[CorrectionView, ...]:
    """The notes that say this name in what holds now."""
    return tuple(
        note
        for note in version.notes
        if note.corrected is not None and holds(note.corrected.text, item.name)
    )
