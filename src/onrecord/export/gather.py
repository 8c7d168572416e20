"""What export rows need beyond the finding itself, read once from the record."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from onrecord.export.known import PLACES, Known
from onrecord.record.views import read_entities

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from onrecord.model import Mention, Span
    from onrecord.record import Record


def gather(record: Record) -> Known:
    """Groups, names, texts and private people of the whole record."""
    groups = record.groups("mention")
    entities = {item.id: item for item in read_entities(record)}
    private = frozenset(item.id for item in entities.values() if item.is_private)
    taken = {capture.id: capture.sha256 for capture in record.captures()}
    pages = [(page.id, page.text, taken[page.capture_id]) for page in record.pages()]
    return Known(
        texts={name: text for name, text, _ in pages},
        entity_of=groups,
        entities=entities,
        private=_places_of(private, groups, record.mentions()),
        claims=record.groups("statement"),
        incidents=record.groups("report"),
        stories=record.groups("article"),
        places=_places_told(record, groups),
        links=tuple(record.links()),
        hashes={name: digest for name, _, digest in pages},
    )


def _places_told(record: Record, groups: Mapping[str, str]) -> dict[str, str]:
    """For each report the identity of the name that its place is worded by."""
    named: dict[str, list[Mention]] = defaultdict(list)
    for mention in record.mentions():
        if mention.type in PLACES:
            named[mention.article_id].append(mention)
    found: dict[str, str] = {}
    for report in record.reports():
        if report.place is None:
            continue
        span = report.place.spans[0]
        met = [item for item in named[report.article_id] if item.span.meets(span)]
        if met:
            own = min(met, key=lambda item: (item.span != span, item.span))
            found[report.id] = groups.get(own.id, own.id)
    return found


def _places_of(
    private: frozenset[str], groups: Mapping[str, str], mentions: Iterable[Mention]
) -> dict[str, tuple[Span, ...]]:
    """For each page the places where private people are named, in order."""
    found: dict[str, list[Span]] = defaultdict(list)
    for mention in mentions:
        if groups.get(mention.id, mention.id) in private:
            found[mention.page_id].append(mention.span)
    return {page: tuple(sorted(spans)) for page, spans in found.items()}
