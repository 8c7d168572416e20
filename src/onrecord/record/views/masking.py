"""Views without the names of private people, before any of them is told.

Whoever shows a view, on a terminal or a screen, shows it `masked`. Who is private is
what the record's identities say: whom somebody released is as others are.

Exact words of what was said, reported and noted stay: they are what the record is for.
What says who somebody is does not: words for a source, names, mentions, parties.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any, TypeVar, cast

from onrecord.model import Capture, Mention, Page, PageId, Party, Span, Struck
from onrecord.record.views.articles import distinct
from onrecord.record.views.private import read_private_names
from onrecord.record.views.types import (
    ArticleRef,
    ClaimView,
    EntityView,
    FactRow,
    FactWords,
    FigureRevision,
    FigureView,
    LedgerLine,
    ReportView,
    RoleSeen,
    Side,
    StatementView,
    UnsureSide,
    Words,
)

if TYPE_CHECKING:
    from onrecord.record.store import Record

View = TypeVar("View")
MASK = "[name withheld]"
LEAVES = (ArticleRef, Capture, Page, Span, Words)  # they hold none of the above
BETWEEN = " ... "  # what joins the spans of words
NAMING = frozenset({"quoted", "named", "called", "like it"})  # not words of a finding


@dataclass(frozen=True, slots=True)
class Names:
    """Where private people are named: by page, all together, and by these ids."""

    by_page: Mapping[PageId, tuple[Mention, ...]]
    every: tuple[Mention, ...]
    ids: frozenset[str]

    def on(self, page: PageId) -> tuple[Mention, ...]:
        """Those on this page, in order."""
        return self.by_page.get(page, ())


def masked(record: Record, found: Sequence[View]) -> tuple[View, ...]:
    """The views with the names of private people replaced, as exports replace them."""
    by_page = read_private_names(record, dict.fromkeys(_pages_of(found)))
    every = tuple(item for named in by_page.values() for item in named)
    names = Names(by_page, every, frozenset(item.id for item in every))
    return tuple(cast("View", _masked(item, names)) for item in found)


def _pages_of(value: object) -> Iterator[PageId]:
    """Every page that something in these views stands in."""
    if isinstance(value, Words | Mention | ArticleRef):
        yield value.page_id
    else:
        for part in _parts(value):
            yield from _pages_of(part)


def _parts(value: object) -> Iterator[object]:
    if isinstance(value, tuple | list):
        yield from value
    elif is_dataclass(value) and not isinstance(value, LEAVES):
        for field in fields(value):
            yield getattr(value, field.name)


def _masked(value: object, names: Names) -> object:
    """The value, and all that it holds, without private names."""
    if isinstance(value, tuple):
        return tuple(_masked(part, names) for part in value)
    if not is_dataclass(value) or isinstance(value, (*LEAVES, type)):
        return value
    parts = {field.name: getattr(value, field.name) for field in fields(value)}
    others = {name: _masked(part, names) for name, part in parts.items()}
    changed = {name: part for name, part in others.items() if part is not parts[name]}
    return _without_names(replace(value, **changed) if changed else value, names)


def _without_names(value: object, names: Names) -> object:
    """The value without private names of its own."""
    for kinds, mended in _MENDED:
        if isinstance(value, kinds):
            return mended(value, names)
    return _told_of(value, names)


def _figure(value: FigureView | LedgerLine | FigureRevision, names: Names) -> object:
    page = value.words.page_id if isinstance(value, FigureView) else value.page_id
    return replace(value, attributed_to=_told(value.attributed_to, names.on(page)))


def _statement(value: StatementView, names: Names) -> StatementView:
    here = names.on(value.content.page_id)
    if value.speaker is None and value.speaker_name in {item.text for item in here}:
        value = replace(value, speaker_name=None, spoken_as=None)
    return replace(
        value,
        source=value.source and _words(value.source, here),
        role=_told(value.role, here),
        institution=_told(value.institution, here),
    )


def _mention(value: Mention, names: Names) -> Mention:
    here = names.on(value.page_id)
    if value.id in names.ids:
        value = replace(value, text=MASK, head=value.id)
    role, institution = _told(value.role, here), _told(value.institution, here)
    return replace(value, role=role, institution=institution)


def _told_of(value: object, names: Names) -> object:
    """A party, the speakers of a claim; a role may say whose it is: "mother of"."""
    if isinstance(value, Party) and value.mention in names.ids:
        return replace(value, text=MASK)
    if isinstance(value, ClaimView):
        told_by = distinct(item.speaker_name for item in value.statements)
        return replace(value, speakers=told_by)
    if isinstance(value, UnsureSide):
        return replace(value, role=_told(value.role, names.on(value.article.page_id)))
    if isinstance(value, RoleSeen):
        return replace(value, role=_told(value.role, names.every) or "")
    if isinstance(value, EntityView):
        return replace(value, public_reason=_told(value.public_reason, names.every))
    return value


def _report(value: ReportView, names: Names) -> ReportView:
    here = names.on(value.words.page_id)
    targets = tuple(_struck(item, here) for item in value.targets)
    victims = tuple(_struck(item, here) for item in value.victims)
    return replace(value, targets=targets, victims=victims)


def _struck(value: Struck, names: Sequence[Mention]) -> Struck:
    return replace(value, text=_told(value.text, names) or MASK)


def _fact(value: FactRow | FactWords, names: Names) -> FactRow | FactWords:
    """A row of texts side by side, or an outlet's words in it."""
    if isinstance(value, FactRow):
        return replace(value, about=_told(value.about, names.every) or "")
    here = names.on(value.words.page_id)
    words = _words(value.words, here) if value.manner in NAMING else value.words
    return replace(value, by=_told(value.by, here), words=words)


def _side(value: Side, names: Names) -> Side:
    """A figure's side has for its speaker whom its article has it from."""
    here = names.on(value.article.page_id)
    if value.speaker or _told(value.speaker_name, here) == value.speaker_name:
        return value
    return replace(value, speaker_name=None, is_speaker_private=True)


def _words(words: Words, names: Sequence[Mention]) -> Words:
    """The words with private names in them replaced; their spans stay."""
    pieces, at = [], 0
    for span in words.spans:
        pieces.append(_piece(words.text[at : at + len(span)], span, names))
        at += len(span) + len(BETWEEN)
    return replace(words, text=BETWEEN.join(pieces))


def _piece(text: str, span: Span, names: Sequence[Mention]) -> str:
    pieces, at = [], span.start
    for name in (item.span for item in names):
        if name.start < span.end and name.end > at:
            pieces += [text[at - span.start : max(name.start - span.start, 0)], MASK]
            at = name.end
    return "".join(pieces) + text[max(at - span.start, 0) :]


def _told(told: str | None, names: Sequence[Mention]) -> str | None:
    """A value without spans of its own, private names in it replaced."""
    for name in sorted({item.text for item in names}, key=len, reverse=True):
        told = told and re.sub(rf"\b{re.escape(name)}\b", MASK, told)
    return told


_MENDED: tuple[tuple[tuple[type, ...], Callable[[Any, Names], object]], ...] = (
    ((StatementView,), _statement),
    ((Side,), _side),
    ((FigureView, LedgerLine, FigureRevision), _figure),
    ((Mention,), _mention),
    ((ReportView,), _report),
    ((FactRow, FactWords), _fact),
)
