"""One article in two captures: everything that changed, in reading order."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from onrecord.pipeline.revisions.changes import Change
from onrecord.pipeline.revisions.figures import figure_changes
from onrecord.pipeline.revisions.names import name_changes
from onrecord.pipeline.revisions.pairing import pair
from onrecord.pipeline.revisions.statements import statement_changes
from onrecord.pipeline.revisions.wording import (
    alone,
    folded,
    is_same,
    likeness,
    side_by_side,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from onrecord.model import PageId
    from onrecord.record.views import CorrectionView
    from onrecord.record.views.revisions import Version

SAME_NOTE = 0.5
KINDS = ("headline", "byline", "note", "figure", "statement", "attribution", "name")


def compare(before: Version, after: Version) -> tuple[Change, ...]:
    """What changed from one version of an article to another.

    Headline and byline first, the rest in the order of the text; what is gone stands
    where it stood. Furniture is never looked at, so a change in it is none here.
    """
    changes = [
        *_headline(before, after),
        *_byline(before, after),
        *figure_changes(before, after),
        *statement_changes(before, after),
        *name_changes(before, after),
        *_notes(before, after),
    ]
    begins = {version.page_id: _begin(version) for version in (before, after)}
    return tuple(sorted(changes, key=partial(_place, begins=begins)))


def _begin(version: Version) -> int:
    """Where the article begins in its page: the frame above it may change."""
    told = [item.content for item in version.statements]
    told += [item.words for item in version.names]
    told += [item.words for item in version.figures]
    told += [version.headline] if version.headline else []
    return min((words.spans[0].start for words in told), default=0)


def _place(change: Change, begins: Mapping[PageId, int]) -> tuple[bool, int, int, str]:
    is_text = change.kind not in {"headline", "byline"}
    told = change.after or change.before
    words = told.words if told and is_text else None
    at = words.spans[0].start - begins[words.page_id] if words else 0
    return is_text, at, KINDS.index(change.kind), told.text if told else ""


def _headline(before: Version, after: Version) -> Iterator[Change]:
    one, other = before.article.title or "", after.article.title or ""
    if folded(one) != folded(other) and one and other:
        sides = side_by_side((one, before.headline), (other, after.headline))
        yield Change("headline", "changed", *sides)


def _byline(before: Version, after: Version) -> Iterator[Change]:
    one, other = before.article.byline, after.article.byline
    if {folded(name) for name in one} == {folded(name) for name in other}:
        return
    told, tells = ", ".join(one), ", ".join(other)
    if told and tells:
        sides = side_by_side((told, None), (tells, None))
        yield Change("byline", "changed", *sides)
    elif told:
        yield Change("byline", "gone", alone(told), None)
    else:
        yield Change("byline", "added", None, alone(tells))


def _notes(before: Version, after: Version) -> Iterator[Change]:
    pairs = pair(before.notes, after.notes, _note_likeness, SAME_NOTE)
    for n, note in enumerate(before.notes):
        if n not in pairs:
            yield Change(
                "note", "gone", alone(note.words.text, note.words), None, note.kind
            )
    for n, note in enumerate(after.notes):
        if n not in pairs.values():
            yield Change(
                "note", "added", None, alone(note.words.text, note.words), note.kind
            )
    for one, other in pairs.items():
        old, new = before.notes[one], after.notes[other]
        if not is_same(old.words.text, new.words.text):
            sides = side_by_side(
                (old.words.text, old.words), (new.words.text, new.words)
            )
            yield Change("note", "changed", *sides, new.kind)


def _note_likeness(one: CorrectionView, other: CorrectionView) -> float:
    return likeness(one.words.text, other.words.text)
