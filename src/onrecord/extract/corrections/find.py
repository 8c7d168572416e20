"""Every correction and editor's note of an article."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.extract.corrections.notes import find_notes
from onrecord.extract.corrections.targets import find_targets
from onrecord.extract.corrections.telling import read_note
from onrecord.model import Correction, correction_id

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.extract.corrections.notes import Note
    from onrecord.model import Annotated, Figure, Statement

TELLING, SILENT = 0.9, 0.7  # a note that tells what was wrong, one that does not


def find_corrections(
    annotated: Annotated, statements: Sequence[Statement], figures: Sequence[Figure]
) -> list[Correction]:
    """The notes of one article in page order, with what each is about.

    `statements` and `figures` are those of this article.
    """
    text = annotated.page.text
    return [
        _correction(note, annotated, statements, figures)
        for note in find_notes(annotated.article, text)
    ]


def without_notes(annotated: Annotated) -> Annotated:
    """The article without the sentences of its notes: what it tells as true today."""
    told = tuple(item for item in annotated.sentences if item.zone != "correction")
    return replace(annotated, sentences=told)


def _correction(
    note: Note,
    annotated: Annotated,
    statements: Sequence[Statement],
    figures: Sequence[Figure],
) -> Correction:
    page = annotated.page
    told = read_note(note, page.text)
    return Correction(
        id=correction_id(page.id, note.spans[0]),
        article_id=annotated.article.id,
        page_id=page.id,
        kind=note.kind,
        spans=note.spans,
        said=told.said,
        corrected=told.corrected,
        targets=find_targets(note, told, page.text, statements, figures),
        at=note.at,
        confidence=TELLING if told.said or told.corrected else SILENT,
    )
