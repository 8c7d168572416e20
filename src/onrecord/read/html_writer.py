"""Writes the text of a page block by block while its tree is walked."""

from __future__ import annotations

import re
from collections.abc import Mapping

from onrecord.model import Block, Markup, Span
from onrecord.read.containers import Container, label_of
from onrecord.read.limits import MAX_BLOCKS, TooManyBlocks

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
LISTS = frozenset({"ul", "ol", "menu"})
ROWS = frozenset({
    "div", "nav", "aside", "section", "header", "footer", "li", "body", "article",
    "main",
})  # fmt: skip
BOLD = frozenset({"b", "strong"})
Inline = tuple[str, Mapping[str, str]]  # tag, attributes
TOLD_INLINE = 8  # inline elements that are kept apart, nested in each other
UNSEEN = dict.fromkeys(map(ord, "\xad\u200b\u2060\ufeff"))  # no glyph, no width
ANY_UNSEEN = re.compile("[\xad\u200b\u2060\ufeff]")


class BlockWriter:
    """Collects words into blocks, and blocks into the text.

    It knows which elements are open; the walk says when one starts and ends.
    """

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._parts: list[str] = []
        self._position = 0
        self._gap = 0  # line ends wanted before the next block
        self._block = Container(None, "body", {})
        self._inline: list[Inline] = []
        self._inline_unseen = 0  # open ones beyond the depth that is told
        self._links: list[str] = []
        self._bold = 0
        self._lists = 0
        self._bullet = ""
        self._counters: list[int] = []
        self._reset()

    def _reset(self) -> None:
        """Forget the block that was being written."""
        self._words: list[str] = []
        self._space = False
        self._characters = 0
        self._boundary = 0  # 1: an inline element ended, 2: and another one started
        self._link_characters = 0
        self._bold_characters = 0
        self._hrefs: dict[str, None] = {}
        self._cover: list[Inline] = []

    def text(self) -> str:
        """All that was written."""
        return "".join(self._parts)

    def open_block(self, tag: str, attributes: Mapping[str, str]) -> None:
        """A block element starts; the block before it has ended."""
        self._block = Container(self._block, tag, attributes)
        if tag in LISTS:
            self._lists += 1
            self._counters.append(0 if tag == "ol" else -1)
        elif tag == "li":
            self._bullet = self._next_bullet()

    def close_block(self) -> None:
        """The innermost block element ends."""
        if self._block.tag in LISTS and self._lists:
            self._lists -= 1
            self._counters.pop()
        elif self._block.tag == "li":
            self._bullet = ""
        if self._block.parent is not None:
            self._block = self._block.parent

    def _next_bullet(self) -> str:
        """What a browser prints before this item."""
        if self._counters and self._counters[-1] >= 0:
            self._counters[-1] += 1
            return f"{self._counters[-1]}."
        return "•"

    def open_inline(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element within a line starts."""
        if self._boundary:
            self._boundary = 2
            if tag == "a" and self._is_row_of_links():
                self.end_block(1)
        self._bold += tag in BOLD
        if tag == "a":
            self._links.append(attributes.get("href", ""))
        if len(self._inline) < TOLD_INLINE:
            self._inline.append((tag, attributes))
        else:
            self._inline_unseen += 1

    def _is_row_of_links(self) -> bool:
        """Whether the block so far is links alone, outside of running text.

        Pages set such links apart by style: a menu's entries, the titles of a list.
        """
        is_links = 0 < self._characters == self._link_characters
        return is_links and self._block.tag in ROWS

    def close_inline(self, tag: str) -> None:
        """An element within a line ends."""
        self._boundary = self._boundary or 1
        self._bold -= tag in BOLD
        if tag == "a" and self._links:
            self._links.pop()
        if self._inline_unseen:
            self._inline_unseen -= 1
        elif self._inline:
            self._inline.pop()

    def break_line(self) -> None:
        """A forced line end: in a headline a space, elsewhere a block's end."""
        if self._block.tag in HEADINGS:
            self._space = True
        elif self._words:
            self.end_block(1)
        else:
            self._gap = max(self._gap, 2)

    def add_text(self, text: str) -> None:
        """Words of the open block, white space folded."""
        if text.isspace():
            self._space = True
            return
        if not text.isascii() and ANY_UNSEEN.search(text):
            text = text.translate(UNSEEN)
        folded = " ".join(text.split())
        if not folded:
            self._space = self._space or bool(text)
            return
        if self._words and (self._space or text[0].isspace() or self._is_seam(folded)):
            self._words.append(" ")
        self._note(folded)
        self._words.append(folded)
        self._space = text[-1].isspace()
        self._boundary = 0

    def _is_seam(self, folded: str) -> bool:
        """Whether two elements that touch are set apart by style alone.

        "Log in" and "Register" touch in the source and never on the screen.
        """
        last = self._words[-1]
        if self._boundary != 2 or len(last) < 2:  # noqa: PLR2004 - ended and started
            return False
        return last[-1].isalnum() and (folded[0].isupper() or folded[0].isdigit())

    def _note(self, folded: str) -> None:
        """Count links and bold type, and keep which inline elements hold it all."""
        self._characters += len(folded)
        if self._links:
            self._link_characters += len(folded)
            self._hrefs[self._links[-1]] = None
        if self._bold > 0:
            self._bold_characters += len(folded)
        if not self._words:
            self._cover = list(self._inline)
        elif self._cover:
            common = 0
            for mine, open_now in zip(self._cover, self._inline, strict=False):
                if mine is not open_now:
                    break
                common += 1
            del self._cover[common:]

    def end_block(self, gap: int) -> None:
        """Put the words collected so far down as a block, `gap` line ends after it."""
        if self._words:
            self._put_down()
            self._reset()
            self._gap = gap
        else:
            self._space = False
            self._gap = max(self._gap, gap)

    def _put_down(self) -> None:
        """Write the block that is complete."""
        words = "".join(self._words)
        if self._parts:
            gap = "\n" * max(1, self._gap)
            self._parts.append(gap)
            self._position += len(gap)
        self._parts.append(words)
        if len(self.blocks) >= MAX_BLOCKS:
            raise TooManyBlocks
        span = Span(self._position, self._position + len(words))
        self._position = span.end
        self.blocks.append(Block(span, self._markup()))
        self._bullet = ""

    def _markup(self) -> Markup:
        """What the elements around the block tell about it."""
        containers = self._block.labels()
        if self._cover:
            containers = (*containers, *[label_of(*inline) for inline in self._cover])
        return Markup(
            tag=self._block.told_tag(),
            bullet=self._bullet,
            indent=self._lists,
            containers=containers,
            link_characters=self._link_characters,
            bold_characters=self._bold_characters,
            hrefs=tuple(self._hrefs),
        )
