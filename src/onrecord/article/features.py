"""What a block looks like: the numbers and cues that zones are decided from."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from onrecord.article.cues import held_zone, label_zone, line_zone, start_zone

if TYPE_CHECKING:
    from onrecord.model import Block, Markup, Page, Zone

SENTENCE_END = re.compile(r"[.!?…。\uff01\uff1f।؟\u06d4][\"'”\u2019»)\]\u203a“]*$")
WORD = re.compile(r"[^\W_]+(?:['\u2019.-][^\W_]+)*")
# Scripts without spaces: two characters tell about as much as a word.
DENSE = re.compile("[぀-ヿ㐀-鿿가-힯฀-๿]")
DENSE_PER_WORD = 2
LONG_WORD = 4  # letters; shorter words say nothing about what a text is about
SHOWN = 240  # characters looked at for cues


class Look(NamedTuple):
    """One block as the rules see it."""

    text: str  # its words, white space folded
    link_share: float  # of its characters, inside links
    markup: Markup
    words: int
    ends: bool  # it ends as a sentence does
    label: Zone | None  # what a short line announces
    line: Zone | None  # what a short line is by itself
    start: Zone | None  # what its first words give away
    long_words: tuple[str, ...]  # by which texts on one thing are known, case folded


def looks(page: Page) -> tuple[Look, ...]:
    """How every block of the page looks, in reading order."""
    return tuple(_look(block, page.text) for block in page.blocks)


def _look(block: Block, text: str) -> Look:
    words = " ".join(block.span.of(text).split())
    markup = block.markup
    links = markup.link_characters
    share = min(1.0, links / max(1, len(words))) if links else 0.0
    seen = _seen(words)
    return Look(words, share, markup, *seen)


@lru_cache(maxsize=4096)
def _seen(
    words: str,
) -> tuple[int, bool, Zone | None, Zone | None, Zone | None, tuple[str, ...]]:
    """What the words alone tell; many lines stand on a page more than once."""
    found = WORD.findall(words)
    return (
        len(found) if words.isascii() else count_words(words),
        SENTENCE_END.search(words[-12:]) is not None,
        label_zone(words),
        line_zone(words),
        start_zone(words[:SHOWN]) or held_zone(words),
        tuple([word for word in map(str.casefold, found) if len(word) >= LONG_WORD]),
    )


def count_words(text: str) -> int:
    """Words of the text, whatever its script.

    >>> count_words("Rain fell on Vorrin's harbour.")
    5
    """
    dense = 0 if text.isascii() else len(DENSE.findall(text))
    if dense:
        text = DENSE.sub(" ", text)
    return len(WORD.findall(text)) + dense // DENSE_PER_WORD
