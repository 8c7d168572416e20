"""Correction and editor's notes, and which findings they are about."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from onrecord.model import Correction
from onrecord.record.rows import query_of, rows_among, value_of
from onrecord.record.schema import captures, corrections, figures, pages
from onrecord.record.text import fold_name
from onrecord.record.views.articles import (
    load_articles,
    load_texts,
    maybe_words,
    words_at,
)
from onrecord.record.views.cut import NO_CUT, is_visible
from onrecord.record.views.types import CorrectionView

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from sqlalchemy import Column, Connection, Row

    from onrecord.model import Figure
    from onrecord.record.views.types import ArticleRef, Cut, ReportView

QUERY = query_of(Correction, corrections.c.run, corrections.c.by)


def load_corrections(
    connection: Connection, column: Column[str], wanted: Iterable[str]
) -> list[CorrectionView]:
    """The notes whose `column` is among the wanted, in the order of their pages."""
    rows = list(rows_among(connection, QUERY, column, wanted))
    texts = load_texts(connection, (row.page_id for row in rows))
    articles = load_articles(connection, (row.article_id for row in rows))
    views = [_view(row, articles[row.article_id], texts) for row in rows]
    return sorted(views, key=lambda view: (view.words.page_id, view.words.spans))


def corrections_by_target(
    connection: Connection, articles: Iterable[str]
) -> dict[str, tuple[CorrectionView, ...]]:
    """For every finding that a note of these articles is about, the notes."""
    found: dict[str, list[CorrectionView]] = defaultdict(list)
    for view in load_corrections(connection, corrections.c.article_id, articles):
        for target in view.targets:
            found[target].append(view)
    return {target: tuple(views) for target, views in found.items()}


def later_corrections(
    connection: Connection, told: Iterable[Figure]
) -> dict[str, tuple[CorrectionView, ...]]:
    """For figures of earlier captures the notes of later ones that call them wrong.

    Such a note stands at the same address, was captured later, says the figure's
    number where it tells what an earlier version held, and is about a figure of the
    same effect.
    """
    wanted = list(told)
    taken = _taken(connection, {figure.page_id for figure in wanted})
    notes = _noted(connection, {address for address, _ in taken.values()})
    effects = _effects(connection, [note for note, *_ in notes])
    found: dict[str, list[CorrectionView]] = defaultdict(list)
    for figure in wanted:
        address, at = taken[figure.page_id]
        for note, there, later in notes:
            is_later = there == address and at is not None and later > at
            if is_later and figure.effect in effects[note.id] and _says(note, figure):
                found[figure.id].append(note)
    return {figure: tuple(views) for figure, views in found.items()}


def as_seen(report: ReportView, cut: Cut) -> ReportView:
    """The report without notes that the cut hides: nobody had written them by then."""
    if cut == NO_CUT:
        return report
    told = (
        replace(figure, corrections=_seen(figure.corrections, cut))
        for figure in report.figures
    )
    return replace(report, figures=tuple(told))


def _seen(notes: Iterable[CorrectionView], cut: Cut) -> tuple[CorrectionView, ...]:
    return tuple(note for note in notes if is_visible(note.article, cut))


def _taken(
    connection: Connection, wanted: Iterable[str]
) -> dict[str, tuple[str, datetime | None]]:
    """For each of these pages its address and when it was captured."""
    query = select(pages.c.id, captures.c.address, captures.c.captured_at)
    query = query.join_from(pages, captures)
    rows = rows_among(connection, query, pages.c.id, wanted)
    return {row.id: (row.address, row.captured_at) for row in rows}


def _noted(
    connection: Connection, addresses: Iterable[str]
) -> list[tuple[CorrectionView, str, datetime]]:
    """The notes of captures of these addresses, with address and capture time."""
    query = select(corrections.c.page_id).join_from(corrections, pages).join(captures)
    found = rows_among(connection, query, captures.c.address, addresses)
    taken = _taken(connection, {row.page_id for row in found})
    views = load_corrections(connection, corrections.c.page_id, taken)
    return [
        (view, address, at)
        for view in views
        for address, at in [taken[view.words.page_id]]
        if at is not None
    ]


def _effects(
    connection: Connection, notes: Iterable[CorrectionView]
) -> dict[str, frozenset[str]]:
    """For each note the effects of the figures that it is about."""
    known = list(notes)
    targets = {target for note in known for target in note.targets}
    query = select(figures.c.id, figures.c.effect)
    rows = rows_among(connection, query, figures.c.id, targets)
    effect = {row.id: row.effect for row in rows}
    return {
        note.id: frozenset(effect[t] for t in note.targets if t in effect)
        for note in known
    }


def _says(note: CorrectionView, figure: Figure) -> bool:
    """Whether the note says the figure's number of what an earlier version held."""
    said = fold_name(note.said.text).split() if note.said else []
    numbers = {str(value) for value in (figure.low, figure.high) if value is not None}
    return bool(numbers & set(said))


def _view(row: Row[Any], article: ArticleRef, texts: dict[str, str]) -> CorrectionView:
    note = value_of(Correction, row)
    return CorrectionView(
        id=note.id,
        article=article,
        kind=note.kind,
        words=words_at(note.page_id, note.spans, texts),
        said=maybe_words(note.page_id, note.said, texts),
        corrected=maybe_words(note.page_id, note.corrected, texts),
        targets=note.targets,
        at=note.at,
        confidence=note.confidence,
        by=row.by,
        run=row.run,
    )
