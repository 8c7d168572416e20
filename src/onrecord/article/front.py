"""The blocks around the headline, where a page says who wrote it and when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice, takewhile
from typing import TYPE_CHECKING

from onrecord.article.features import Look
from onrecord.article.metadata import Told
from onrecord.model import Capture, Page, Span, Zone

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.model import Block

ABOVE = 6  # blocks above the headline
OPENING = 3  # blocks that open the running text
INSIDE = 3  # blocks of the running text, whose first may be a byline
REACH = 40  # blocks below the headline, when the running text starts late
MAX_HEADS = 40  # blocks anywhere that look like a byline or date
SMALL_PRINT = 25  # words; bylines and datelines are shorter
AFTER = 60  # blocks after the text
AFTER_WORDS = 12
BELOW_TEXT = 2  # blocks right below the text that are no list of stories yet
LISTED = frozenset({"teaser", "most-read", "comment"})
OPENERS = frozenset({"body", "byline", "heading"})
HEAD = frozenset({"byline", "dateline"})


@dataclass(frozen=True, slots=True)
class Dateline:
    """The dateline cut from the first paragraph, and the agency in it."""

    span: Span
    agency: str | None


@dataclass(frozen=True, slots=True)
class Front:
    """A page with all that its article's metadata are read from."""

    page: Page
    capture: Capture
    looks: Sequence[Look]
    zones: Sequence[Zone]
    told: Told
    headline: int | None  # the block
    opening: tuple[int, ...]  # the blocks that open the running text
    dateline: Dateline | None

    def near(self) -> Iterator[int]:
        """Yield the short blocks below the headline, above it, and of its zones.

        From the headline down to the first lines of the running text; then up.
        """
        yield from (at for at in self._order() if self._is_small(at))

    def _order(self) -> list[int]:
        """Where names and dates may stand, the likeliest place first."""
        heads = [at for at, zone in enumerate(self.zones) if zone in HEAD]
        if self.headline is None:
            return heads[:MAX_HEADS]
        below = range(self.headline + 1, self._end(self.headline))
        above = range(self.headline - 1, max(-1, self.headline - 1 - ABOVE), -1)
        return list(dict.fromkeys((*below, *above, *heads[:MAX_HEADS])))

    def _end(self, headline: int) -> int:
        """Where the running text below the headline is under way."""
        stop = min(len(self.zones), headline + 1 + REACH)
        bodies = [at for at in range(headline + 1, stop) if self.zones[at] == "body"]
        return min(stop, bodies[INSIDE - 1] + 1) if len(bodies) >= INSIDE else stop

    def _is_small(self, at: int) -> bool:
        return self.looks[at].words <= SMALL_PRINT

    def is_below_headline(self, at: int) -> bool:
        """Whether a block is one of the two right below the headline."""
        return self.headline is not None and 0 < at - self.headline <= 2  # noqa: PLR2004 - the two

    def is_line(self, at: int, zone: Zone) -> bool:
        """Whether a block is a line of saved text in this zone."""
        return self.zones[at] == zone and self.looks[at].markup.tag == "line"

    def is_twice(self, at: int) -> bool:
        """Whether the line below or above says the same, for a picture."""
        beside = self.looks[max(0, at - 1) : at + 2]
        is_said = sum(look.text == self.looks[at].text for look in beside) > 1
        return is_said and self.looks[at].markup.tag == "line"

    def is_entry(self, words: str) -> bool:
        """Whether words stand in a menu, or are a section or tag of the page."""
        told = (*self.told.all("section"), *self.told.all("tag"))
        return words in told or any(look.text == words for look in self.looks)

    def tells_of(self, name: str) -> bool:
        """Whether the headline holds the last part of a name."""
        last = name.rsplit(maxsplit=1)[-1]
        return self.headline is not None and last in self.looks[self.headline].text

    def after(self) -> Iterator[int]:
        """Yield short blocks from the end of the text on, lists of stories left out."""
        bodies = [at for at, zone in enumerate(self.zones) if zone == "body"]
        last = bodies[-1] if bodies else len(self.zones)
        for at in range(last, min(len(self.zones), last + AFTER)):
            is_listed = self.zones[at] in LISTED and at > last + BELOW_TEXT
            if self.looks[at].words <= AFTER_WORDS and not is_listed:
                yield at

    def block(self, at: int) -> Block:
        """The block at this place."""
        return self.page.blocks[at]

    def span(self, at: int) -> Span:
        """Where the block at this place stands."""
        return self.page.blocks[at].span


def front_of(
    page: Page,
    capture: Capture,
    looks: Sequence[Look],
    zones: Sequence[Zone],
    dateline: Dateline | None,
) -> Front:
    """The page, with its headline and what the markup tells."""
    headline = next((at for at, zone in enumerate(zones) if zone == "headline"), None)
    told = Told(page.metadata)
    opening = _opening(page, zones, headline or 0)
    return Front(page, capture, looks, zones, told, headline, opening, dateline)


def _opening(page: Page, zones: Sequence[Zone], headline: int) -> tuple[int, ...]:
    """The first blocks of the running text, with bylines above it in its element."""
    texts = (at for at in range(headline, len(zones)) if zones[at] == "body")
    bodies = [*islice(texts, OPENING)]
    if not bodies:
        return ()
    around = page.blocks[bodies[0]].markup.containers
    home = tuple(takewhile(lambda label: label.partition(".")[0] != "p", around))
    start = max(headline + 1, bodies[0] - OPENING)
    return tuple(
        at
        for at in range(start, bodies[-1] + 1)
        if zones[at] in OPENERS
        and page.blocks[at].markup.containers[: len(home)] == home
    )
