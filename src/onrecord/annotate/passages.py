"""What of an article is parsed: its told zones, cut into paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from onrecord.model import TOLD_ZONES, Span, Zone, trimmed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from onrecord.model import Article, Page

# Lines broken at a margin are of much the same length, and no longer than this.
MARGIN = range(40, 110)
SHORTEST = 0.7  # of the longest line; only the last may be shorter
MOST = 0.7  # of the lines that another follows are full where a margin broke them
SLACK = 3  # letters that lines of one margin may differ by
SENTENCE_END = re.compile("[.!?:][\"'\u201d\u2019)]*$")
BREAK = re.compile(r"[ \t]*(?:\r\n|\n|\r)")  # one line end; an indent opens anew


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A run of words that belongs together, and the zone it stands in."""

    span: Span
    zone: Zone


def find_paragraphs(article: Article, page: Page) -> tuple[Paragraph, ...]:
    """The paragraphs that the article tells, in page order; none is empty.

    A paragraph ends where its zone, its block or its line ends. Lines broken at a
    margin are one paragraph, in one block or one block each. What two zones hold is
    taken once.
    """
    found: list[Paragraph] = []
    told = sorted((item.span, item.zone) for item in article.zones)
    for span, zone in told:
        if zone not in TOLD_ZONES:
            continue
        for piece in _pieces(span, page):
            if not found or piece.start >= found[-1].span.end:
                found.append(Paragraph(piece, zone))
    return tuple(_unwrapped(found, page.text))


def _unwrapped(lines: Sequence[Paragraph], text: str) -> Iterator[Paragraph]:
    """Paragraphs of a file whose lines are broken at a margin; others as they are."""
    margin = max((len(line.span) for line in lines), default=0)
    full = [_is_full(*pair, text, margin) for pair in pairwise(lines)]
    if margin not in MARGIN or not _is_broken(lines, full, text):
        yield from lines
        return
    run: list[Paragraph] = []
    for line, goes_on in zip(lines, [*full, False], strict=True):
        run.append(line)
        if not goes_on:
            yield Paragraph(Span(run[0].span.start, line.span.end), line.zone)
            run = []


def _is_broken(lines: Sequence[Paragraph], full: Sequence[bool], text: str) -> bool:
    """Whether lines end at a margin: most are full, and sentences run over the end."""
    inside = [line for line, goes_on in zip(lines, full, strict=False) if goes_on]
    ended = sum(bool(SENTENCE_END.search(line.span.of(text))) for line in inside)
    breaks = sum(_is_break(*pair, text) for pair in pairwise(lines))
    return len(inside) > MOST * breaks and ended <= len(inside) / 2


def _is_full(line: Paragraph, after: Paragraph, text: str, margin: int) -> bool:
    """Whether the next line's first word had no room before the margin."""
    word = after.span.of(text).split(None, 1)[0]
    has_no_room = len(line.span) + 1 + len(word) + SLACK > margin
    return _is_break(line, after, text) and has_no_room


def _is_break(line: Paragraph, after: Paragraph, text: str) -> bool:
    """Whether the second line follows the first in one zone, without a blank line."""
    between = text[line.span.end : after.span.start]
    return line.zone == after.zone and BREAK.fullmatch(between) is not None


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
    """The lines of a block, or the block itself when a margin broke them."""
    lines: list[Span] = []
    at = span.start
    for line in span.of(text).splitlines(keepends=True):
        lines.append(Span(at, at + len(line)))
        at += len(line)
    return [span] if _is_wrapped([len(line) for line in lines]) else lines


def _is_wrapped(lengths: list[int]) -> bool:
    longest = max(lengths)
    return (
        len(lengths) > 1
        and longest in MARGIN
        and all(length >= SHORTEST * longest for length in lengths[:-1])
    )
