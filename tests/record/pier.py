"""Texts on a fallen pier, to be set side by side."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from onrecord.model import LinkKind, Moment, Relation, make_link
from onrecord.record.views import (
    compare_articles,
    list_stories,
    read_comparison,
)
from tests.record.made import NOW, RUN, News, Said, Told, findings_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.model import Findings
    from onrecord.record import Record
    from onrecord.record.views import ComparisonView, FactCell, FactRow

DAY = datetime(2031, 3, 2, tzinfo=UTC)
MAIL = News(
    where="mail/pier",
    outlet="Anselm Mail",
    title="Pier falls",
    published=Moment("2031-03-02", "day"),
    captured_at=DAY,
    body=(
        Said("Oren Tull", "the old pier was sound"),
        Said("Ida Brask", "nobody had looked at the pier for years"),
        Told("Port Anselm", 31),
        "The mayor was away.",
    ),
)
COURIER = News(
    where="courier/pier",
    outlet="Coast Courier",
    title="Pier of Port Anselm collapses",
    published=Moment("2031-03-03", "day"),
    captured_at=DAY.replace(day=3),
    body=(
        Said("Oren Tull", "the pier was quite sound"),
        Told("Port Anselm", 36, source="the harbour office"),
        "Ida Brask came to the harbour.",
    ),
)
KINDS: tuple[LinkKind, ...] = ("mention", "statement", "report", "article")
Pair = tuple[LinkKind, str, str, Relation]


def joined(
    record: Record, pages: Sequence[Findings], more: Iterable[Pair] = ()
) -> None:
    """Put the pages on record, the first finding of each kind joined."""
    for page in pages:
        record.add(page, RUN, added_at=NOW)
    pairs: list[Pair] = [*more]
    for kind in KINDS:
        named = sorted(ids[0] for page in pages if (ids := ids_of(page, kind)))
        pairs += [(kind, named[0], other, "same") for other in named[1:]]
    links = [
        make_link(kind, left, right, relation, "yes", 0.9, "alike")
        for kind, left, right, relation in pairs
    ]
    record.save_resolution(links, [], RUN, NOW, seen=record.head())


def ids_of(page: Findings, kind: LinkKind) -> list[str]:
    """The ids of a page's findings of one kind."""
    return [item.id for item in getattr(page, f"{kind}s")]


def found_in(record: Record, *, is_folded: bool = True) -> ComparisonView:
    """The one story of a record, side by side."""
    story = findings_of(MAIL).articles[0].id
    found = read_comparison(record, story, is_folded=is_folded)
    assert found is not None
    return found


def row_of(found: ComparisonView, kind: str, words: str) -> FactRow:
    """The one row of a kind whose subject holds these words."""
    (row,) = (r for r in found.rows if r.kind == kind and words in r.about)
    return row


def told(cell: FactCell) -> list[str]:
    """The words of a cell."""
    return [item.words.text for item in cell.held]


def compare_all(record: Record) -> ComparisonView:
    """Every article of the record side by side."""
    ids = [article.id for story in list_stories(record) for article in story.articles]
    return compare_articles(record, ids)
