"""What of an article an assistant is shown: its told zones, some paragraphs at once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.model import TOLD_ZONES, Span, Zoned, trimmed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.model import Article

# In characters. Small models read some 4,000 tokens with care, and answer in as many;
# a chunk takes 1,500 of them.
CHUNK = 6000
SHOWN = TOLD_ZONES - {"correction"}  # a note is the outlet on its own words
BLANK = re.compile(r"\s(?=\S*$)")


@dataclass(frozen=True, slots=True)
class Chunk:
    """Paragraphs in a row, in page order."""

    zones: tuple[Zoned, ...]

    def words(self, text: str) -> str:
        """What the assistant reads: the paragraphs as they stand in the page."""
        return "\n\n".join(item.span.of(text) for item in self.zones)


def chunks_of(article: Article, text: str) -> Iterator[Chunk]:
    """All that the article tells, in order; what two zones hold is shown once."""
    held: list[Zoned] = []
    for item in _shown(article, text):
        if held and sum(len(one.span) for one in (*held, item)) > CHUNK:
            yield Chunk(tuple(held))
            held = []
        held.append(item)
    if held:
        yield Chunk(tuple(held))


def _shown(article: Article, text: str) -> Iterator[Zoned]:
    end = 0
    told = [item for item in article.zones if item.zone in SHOWN]
    for item in sorted(told, key=lambda item: item.span):
        if item.span.end <= end:
            continue
        span = trimmed(Span(max(item.span.start, end), item.span.end), text)
        end = item.span.end
        for piece in _cut(span, text) if span is not None else ():
            yield Zoned(piece, item.zone)


def _cut(span: Span, text: str) -> Iterator[Span]:
    """The span in pieces that a chunk can hold, cut at a line's end or at a blank."""
    start = span.start
    while span.end - start > CHUNK:
        words = text[start : start + CHUNK]
        line, blank = words.rfind("\n"), BLANK.search(words)
        at = line if line > 0 else blank.start() if blank else len(words)
        yield Span(start, start + max(at, 1))
        start += max(at, 1)
    yield Span(start, span.end)
