"""Rows: each fact with a cell for each column, those told by several texts first."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from onrecord.record.text import fold_name
from onrecord.record.views.comparing.stems import label_of
from onrecord.record.views.types import FactCell, FactRow

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from onrecord.model import ArticleId
    from onrecord.record.views.comparing.columns import Column
    from onrecord.record.views.comparing.drafts import Bounds, Draft
    from onrecord.record.views.comparing.nearest import Near
    from onrecord.record.views.types import FactWords, Standing

ORDER = ("figure", "dispute", "claim", "speaker", "word for", "place")
TOGETHER = 2  # texts that make a row one of those told together


def rows_of(
    drafts: Iterable[Draft], columns: Sequence[Column], near: Near
) -> tuple[FactRow, ...]:
    """The rows in order: told by several texts, then by one; each kind together."""
    rows = [row for draft in drafts for row in _row(draft, columns, near)]
    place = {column.article.id: number for number, column in enumerate(columns)}
    return tuple(sorted(rows, key=lambda row: _key(row, place)))


def _key(row: FactRow, place: Mapping[ArticleId, int]) -> tuple[object, ...]:
    """By how many tell it, its kind, whether it is sure, and where it stands first."""
    first = next(cell for cell in row.cells if cell.stands == "in this text")
    return (
        row.told_by < TOGETHER,
        ORDER.index(row.kind),
        row.shown != "yes",
        -row.told_by,
        place[first.text],
        first.held[0].words.spans,
        row.of,
        row.about,
    )


def _row(draft: Draft, columns: Sequence[Column], near: Near) -> Iterator[FactRow]:
    """The row; none where no text holds it, or a name stands in one text alone."""
    told_by = sum(any(draft.words.get(n) for n in column.ids) for column in columns)
    if told_by < (TOGETHER if draft.kind == "word for" else 1):
        return
    nearest = {**near.nearest(draft), **draft.near}
    cells = tuple(_cell(draft, column, nearest) for column in columns)
    differs = False
    if draft.kind == "figure":
        differs = _figures_differ(draft, columns)
    elif draft.kind == "word for":
        told = [cell.held for cell in cells if cell.stands == "in this text"]
        differs = _labels_differ(told)
    yield FactRow(
        draft.kind, draft.about, draft.of, cells, told_by, differs, draft.shown
    )


def _cell(
    draft: Draft, column: Column, nearest: Mapping[ArticleId, FactWords]
) -> FactCell:
    held: tuple[tuple[Mapping[ArticleId, Sequence[FactWords]], Standing], ...] = (
        (draft.words, "in this text"),
        (draft.named, "named, not quoted"),
    )
    for found, stands in held:
        words = _once(found, column)
        if words:
            lacking = tuple(name for name in column.ids if not found.get(name))
            return FactCell(column.article.id, stands, words, lacking)
    like = tuple(nearest[name] for name in column.ids if name in nearest)[:1]
    if like:
        return FactCell(column.article.id, "possibly in this text", like)
    return FactCell(column.article.id, "not in this text", ())


def _once(
    found: Mapping[ArticleId, Sequence[FactWords]], column: Column
) -> tuple[FactWords, ...]:
    """The words in a column's articles; what a copy repeats stands there once."""
    seen: set[tuple[str, str]] = set()
    kept = []
    for article in column.ids:
        own = sorted(found.get(article, ()), key=lambda item: item.words.spans)
        new = [w for w in own if (fold_name(w.words.text), w.manner) not in seen]
        kept += own if article == column.article.id else new
        seen |= {(fold_name(item.words.text), item.manner) for item in own}
    return tuple(kept)


def _figures_differ(draft: Draft, columns: Sequence[Column]) -> bool:
    """Whether no number fits the whole figures of two texts."""
    given = [
        [bound for name in column.ids for bound in draft.bounds.get(name, ())]
        for column in columns
    ]
    told = [bounds for bounds in given if bounds]
    return any(
        not any(_fit(a, b) for a in one for b in other)
        for one, other in combinations(told, 2)
    )


def _fit(one: Bounds, other: Bounds) -> bool:
    """Whether some number lies within both; None is an open end."""
    lows = [low for low, _ in (one, other) if low is not None]
    highs = [high for _, high in (one, other) if high is not None]
    return not lows or not highs or max(lows) <= min(highs)


def _labels_differ(told: Sequence[Sequence[FactWords]]) -> bool:
    """Whether a text's fullest wording has nothing of how another text puts it."""
    labels = [{label_of(w.words.text) for w in texts} for texts in told]
    return any(
        not _is_among(one, other) or not _is_among(other, one)
        for one, other in combinations(labels, 2)
    )


def _is_among(one: set[frozenset[str]], other: set[frozenset[str]]) -> bool:
    """Whether one's fullest wording is, or lies within, or holds one of the other's."""
    fullest = max(one, key=lambda words: (len(words), sorted(words)))
    return any(fullest <= label or label <= fullest for label in other)
