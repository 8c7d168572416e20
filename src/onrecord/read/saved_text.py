"""Saved plain text: the page's text is the file, and a block is a line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.model import Block, Markup, Span
from onrecord.read.limits import MAX_BLOCKS, TooManyBlocks

if TYPE_CHECKING:
    from collections.abc import Iterator

LINE_END = re.compile(r"\r\n|\n|\r")
BLANK = " \t\v\f\x1c\x1d\x1e\x1f\x85\xa0\u2007\u202f\u3000\u200b\ufeff"
# A bullet stands before a space; "- " also opens speech in some languages, which
# does no harm: it is told apart from the words, not taken from the page.
BULLET = re.compile(r"(?:[•·▪▸►◦‣●○■*\u2013—-]|\d{1,3}[.)])(?=\s)")
TAB_SPACES = 4


def text_blocks(text: str) -> tuple[Block, ...]:
    r"""The lines of saved text that hold words, as blocks.

    >>> [block.markup.bullet for block in text_blocks("News\n  • World")]
    ['', '•']
    """
    return tuple(_blocks(text))


def _blocks(text: str) -> Iterator[Block]:
    blank = made = 0
    for start, end in _lines(text):
        line = text[start:end]
        if not line.strip(BLANK):
            blank += 1
            continue
        made += 1
        if made > MAX_BLOCKS:
            raise TooManyBlocks
        yield _block(line, start, blank)
        blank = 0


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Where each line starts and ends, its line end left out."""
    start = 0
    for match in LINE_END.finditer(text):
        yield start, match.start()
        start = match.end()
    if start < len(text):
        yield start, len(text)


def _block(line: str, start: int, blank: int) -> Block:
    """One line: indentation and bullet are told by the markup, words by the span."""
    left = len(line) - len(line.lstrip(BLANK))
    indent = left + line.count("\t", 0, left) * (TAB_SPACES - 1)
    bullet = BULLET.match(line, left)
    if bullet and line[bullet.end() :].strip(BLANK):
        left = bullet.end() + len(line[bullet.end() :])
        left -= len(line[bullet.end() :].lstrip(BLANK))
    right = len(line.rstrip(BLANK))
    markup = Markup(
        tag="line",
        bullet=bullet[0] if bullet else "",
        indent=indent,
        blank_before=blank,
    )
    return Block(Span(start + left, start + right), markup)
