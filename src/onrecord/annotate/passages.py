"""What of an article is parsed: its told zones, cut into paragraphs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.model import TOLD_ZONES, Span, Zone, trimmed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from onrecord.model import Article, Page

# Lines broken at a margin are of much the same length, and no longer than this.
MARGIN = range(40, 110)
SHORTEST = 0.7  # of the longest line; only the last may be shorter


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A run of words that belongs together, and the zone it stands in."""

    span: Span
    zone: Zone


def find_paragraphs(article: Article, page: Page) -> tuple[Paragraph, ...]:
    """The paragraphs that the article tells, in page order; none is empty.

    A paragraph ends where its zone, its block or its line ends. Lines broken at a
    margin are one paragraph. What two zones hold is taken once.
    """
    found: list[Paragraph] = []
    told = sorted((item.span, item.zone) for item in article.zones)
    for span, zone in told:
        if zone not in TOLD_ZONES:
            continue
        for piece in _pieces(span, page):
            if not found or piece.start >= found[-1].span.end:
                found.append(Paragraph(piece, zone))
    return tuple(found)


def _pieces(span: Span, page: Page) -> Iterator[Span]:
    blocks = [block.span for block in page.blocks if block.span.meets(span)]
    for block in blocks or [span]:
        cut = Span(max(block.start, span.start), min(block.end, span.end))
        yield from _trimmed(_lines(cut, page.text), page.text)


def _trimmed(spans: Iterable[Span], text: str) -> Iterator[Span]:
    for span in spans:
        kept = trimmed(span, text)
        if kept is not None:
            yield kept


def _lines(span: Span, text: str) -> list[Span]:
    """The lines of a block; those that a margin broke, up to a blank line, as one."""
    found: list[Span] = []
    run: list[Span] = []
    at = span.start
    for line in [*span.of(text).splitlines(keepends=True), ""]:
        if line.strip():
            run.append(Span(at, at + len(line)))
        elif run:
            found.extend(_joined(run))
            run = []
        at += len(line)
    return found


def _joined(lines: list[Span]) -> list[Span]:
    if not _is_wrapped([line.end - line.start for line in lines]):
        return lines
    return [Span(lines[0].start, lines[-1].end)]


def _is_wrapped(lengths: list[int]) -> bool:
    longest = max(lengths)
    return (
        len(lengths) > 1
        and longest in MARGIN
        and all(length >= SHORTEST * longest for length in lengths[:-1])
    )
