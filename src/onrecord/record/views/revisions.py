"""What one capture of an article tells, in the form in which captures are compared."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.errors import InputError
from onrecord.model import TOLD_ZONES, EntityType, Mention, MentionId, PageId, Span
from onrecord.record.views.masking import masked
from onrecord.record.views.pages import read_page
from onrecord.record.views.types import (
    ArticleRef,
    CorrectionView,
    FigureView,
    StatementView,
    Words,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.model import ArticleId
    from onrecord.record.store import Record
    from onrecord.record.views.types import PageView


@dataclass(frozen=True, slots=True)
class NameTold:
    """A public person, body or place that an article names.

    `name` is its fullest wording in the article, `words` where that stands.
    """

    name: str
    type: EntityType
    words: Words


@dataclass(frozen=True, slots=True)
class Version:
    """A page's own article as one capture has it, notes and furniture apart.

    `told` are its words without those of its notes: what is said there is no longer
    told. Everything is in page order; private people are not among the `names`.
    """

    page_id: PageId
    article: ArticleRef
    headline: Words | None
    told: str
    statements: tuple[StatementView, ...]
    figures: tuple[FigureView, ...]
    names: tuple[NameTold, ...]
    notes: tuple[CorrectionView, ...]


def read_version(record: Record, page: PageId, article: ArticleId) -> Version:
    """The article as this page has it; raises InputError when there is none such."""
    (view,) = masked(record, [read_page(record, page)])
    own = next((item for item in view.articles if item.id == article), None)
    if own is None:
        raise InputError("no article of this page has this id", where=article)
    text = view.page.text
    zones = [item for item in view.zones if item.zone in TOLD_ZONES]
    notes = [item.span for item in zones if item.zone == "correction"]
    told = [item for item in zones if item.zone != "correction"]
    heads = tuple(item.span for item in told if item.zone == "headline")[:1]
    mentions = [
        item
        for item in view.mentions
        if item.article_id == article and not any(n.meets(item.span) for n in notes)
    ]
    return Version(
        page_id=page,
        article=own,
        headline=Words(page, heads, heads[0].of(text)) if heads else None,
        told="\n".join([own.title or "", *(item.span.of(text) for item in told)]),
        statements=tuple(s for s in view.statements if s.article.id == article),
        figures=_figures(view, article),
        names=_names(mentions, text),
        notes=tuple(note for note in view.corrections if note.article.id == article),
    )


def _figures(view: PageView, article: str) -> tuple[FigureView, ...]:
    """The figures that hold by the article: none that it calls an earlier one."""
    kept = [f for f in view.figures if f.article.id == article and not f.is_superseded]
    return tuple(sorted(kept, key=lambda figure: figure.words.spans))


def _names(mentions: Sequence[Mention], text: str) -> tuple[NameTold, ...]:
    """Whom the mentions name, by their first places; private people are left out."""
    places: dict[MentionId, list[Mention]] = defaultdict(list)
    for mention in mentions:
        places[mention.head].append(mention)
    heads = {mention.id: mention for mention in mentions}
    found = [
        _name(heads.get(head, named[0]), text)
        for head, named in places.items()
        if not any(m.private_reason for m in named)
    ]
    return tuple(sorted(found, key=lambda item: item.words.spans))


def _name(mention: Mention, text: str) -> NameTold:
    span: Span = mention.span
    return NameTold(
        mention.text, mention.type, Words(mention.page_id, (span,), span.of(text))
    )
