"""Reading a story side by side: columns, what stands in them, and rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.record.views.articles import load_articles, load_texts
from onrecord.record.views.comparing.columns import (
    MOST_TEXTS,
    columns_of,
    compared_texts,
)
from onrecord.record.views.comparing.facts import (
    claim_drafts,
    dispute_drafts,
    speaker_drafts,
)
from onrecord.record.views.comparing.figures import figure_drafts
from onrecord.record.views.comparing.labels import (
    event_drafts,
    name_drafts,
    place_drafts,
)
from onrecord.record.views.comparing.material import load_material
from onrecord.record.views.comparing.nearest import Near
from onrecord.record.views.comparing.rows import rows_of
from onrecord.record.views.cut import NO_CUT, is_visible, looking
from onrecord.record.views.folding import shown
from onrecord.record.views.lookup import find_group
from onrecord.record.views.order import article_key
from onrecord.record.views.stories import load_stories
from onrecord.record.views.types import ComparisonView, Cut

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sqlalchemy import Connection

    from onrecord.record.store import Record
    from onrecord.record.views.comparing.drafts import Draft
    from onrecord.record.views.comparing.material import Material
    from onrecord.record.views.folding import Shown
    from onrecord.record.views.types import ArticleRef

NOTE = (
    "“not in this text” is an observation about the text of this capture: the fact was "
    "not found in its words, which says nothing about why"
)


def read_comparison(
    record: Record, story: str, *, cut: Cut = NO_CUT, is_folded: bool = True
) -> ComparisonView | None:
    """The texts of the story whose id begins so, side by side; None: the cut hides it.

    `is_folded`: copies of a text share a column. Raises InputError when no story, or
    more than one, begins so.
    """
    with looking(record, cut) as connection:
        name = find_group(connection, "article", story)
        seen = shown(connection, cut)
        found = next(iter(load_stories(connection, [name], seen)), None)
        if found is None:
            return None
        titled = name, found.title
        return _compared(connection, titled, found.articles, seen, is_folded=is_folded)


def compare_articles(
    record: Record,
    articles: Iterable[str],
    *,
    cut: Cut = NO_CUT,
    is_folded: bool = True,
) -> ComparisonView:
    """These articles side by side, by whole ids, whether or not they are one story."""
    with looking(record, cut) as connection:
        known = load_articles(connection, articles).values()
        told = sorted((a for a in known if is_visible(a, cut)), key=article_key)
        seen = shown(connection, cut)
        return _compared(connection, ("", None), told, seen, is_folded=is_folded)


def _compared(
    connection: Connection,
    titled: tuple[str, str | None],
    told: Sequence[ArticleRef],
    seen: Shown,
    *,
    is_folded: bool,
) -> ComparisonView:
    whole = [article for article in told if article.type == "article"]
    columns = columns_of(connection, whole, is_folded=is_folded)[:MOST_TEXTS]
    kept = {article.id for column in columns for article in column.every}
    material = load_material(connection, sorted(kept), seen)
    texts = load_texts(
        connection, (item.page_id for column in columns for item in column.every)
    )
    drafts = _drafts(material, texts)
    return ComparisonView(
        story=titled[0],
        title=titled[1],
        note=NOTE,
        texts=compared_texts(connection, columns, material.statements),
        rows=rows_of(drafts, columns, Near(material)),
        left_out=tuple(article for article in told if article.id not in kept),
    )


def _drafts(material: Material, texts: Mapping[str, str]) -> Iterator[Draft]:
    yield from figure_drafts(material)
    yield from dispute_drafts(material)
    yield from claim_drafts(material)
    yield from speaker_drafts(material)
    yield from name_drafts(material)
    yield from event_drafts(material, texts)
    yield from place_drafts(material)
