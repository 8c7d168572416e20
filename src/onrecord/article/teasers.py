"""Teasers: news items of other stories that a page shows."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from onrecord.article.credits import is_captioned
from onrecord.article.cues import lead_in
from onrecord.article.metadata import folded
from onrecord.article.moments import read_moment
from onrecord.model import Span, Zoned, trimmed

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.article.features import Look
    from onrecord.model import Page, Zone

ITEM_ZONES = frozenset({"teaser", "most-read"})
MIN_TITLE_WORDS, MAX_TITLE_WORDS = 4, 30
SMALL_WORDS = 3  # a category, a number
MIN_SUMMARY_WORDS = 5
MAX_DATE_WORDS = 10
LINKED = 0.5
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
Part = Literal["title", "summary", "date", "caption", "small", "border"]


@dataclass(slots=True)
class Teaser:
    """One item: its title, where that stands, and what is printed with it."""

    title: str
    section: int
    titles: list[Span] = field(default_factory=list)
    zones: list[Zoned] = field(default_factory=list)
    dates: list[str] = field(default_factory=list)

    def has(self, zone: Zone) -> bool:
        """Whether it has a part of this zone."""
        return any(zoned.zone == zone for zoned in self.zones)


def find_teasers(
    page: Page, looks: Sequence[Look], zones: Sequence[Zone], own_title: str | None
) -> list[Teaser]:
    """Every item once, in the order of their first titles.

    Titles that are equal but for case and marks are one item. The page's own title
    among the furniture makes no item.
    """
    found = _collect(page, looks, zones)
    found = _captions_apart(found)
    return _merged(found, folded(own_title or ""))


def _collect(page: Page, looks: Sequence[Look], zones: Sequence[Zone]) -> list[Teaser]:
    """Items as they stand, from top to bottom."""
    found: list[Teaser] = []
    current: Teaser | None = None
    caption: Span | None = None
    section = 0
    for block, look, zone in zip(page.blocks, looks, zones, strict=True):
        part = _part(look, zone, current)
        if part == "border":
            section, current, caption = section + 1, None, None
        elif part == "caption":
            caption = block.span
        elif part == "title":
            current = _started(page.text, block.span, section)
            if caption is not None:
                current.zones.append(Zoned(caption, "caption"))
            caption = None
            found.append(current)
            if lead_in(look.text):
                current = None
        elif current is not None:
            _add(current, part, block.span, look.text)
    return found


def _part(look: Look, zone: Zone, current: Teaser | None) -> Part:
    """What a block is to the items around it."""
    if look.words <= MAX_DATE_WORDS and read_moment(look.text):
        return "date"
    if zone not in ITEM_ZONES:
        return "small" if zone == "menu" and not look.label else "border"
    if look.start is not None:
        is_item = lead_in(look.text) or (look.start == "teaser" and _is_title(look))
        return "title" if is_item else "border"
    if look.label is not None:
        return "border"
    if look.markup.tag == "figcaption" or is_captioned(look.text):
        return "caption"
    if look.words <= SMALL_WORDS:
        return "small"
    if current is not None and not current.has("body") and _is_summary(look):
        return "summary"
    return "title" if _is_title(look) else "caption"


def _is_summary(look: Look) -> bool:
    """Whether a block under a title tells more of it."""
    if look.markup.tag in HEADINGS or look.words < MIN_SUMMARY_WORDS:
        return False
    is_told = look.markup.tag != "line" and look.link_share < LINKED
    return is_told or (look.ends and not look.text.endswith("?"))


def _is_title(look: Look) -> bool:
    """Whether a block can be the title of an item."""
    if not MIN_TITLE_WORDS <= look.words <= MAX_TITLE_WORDS:
        return False
    if look.markup.tag == "line":
        return not look.text.endswith(".")
    return look.link_share >= LINKED or look.markup.tag in HEADINGS


def _started(text: str, span: Span, section: int) -> Teaser:
    """An item that starts with this title; what leads in to it is left out."""
    skip = lead_in(span.of(text))
    title = trimmed(Span(span.start + skip, span.end), text) or span
    words = " ".join(title.of(text).split())
    return Teaser(words, section, [title], [Zoned(title, "headline")])


def _add(teaser: Teaser, part: Part, span: Span, words: str) -> None:
    """Put a summary or a date to its item."""
    if part == "summary":
        teaser.zones.append(Zoned(span, "body"))
    elif part == "date":
        teaser.zones.append(Zoned(span, "dateline"))
        teaser.dates.append(words)


def _captions_apart(found: Sequence[Teaser]) -> list[Teaser]:
    """Items without those that are the caption of the item below.

    In a section whose items are dated, words without a date right before an item
    that has one describe its picture.
    """
    dated: dict[int, int] = {}
    for teaser in found:
        dated[teaser.section] = dated.get(teaser.section, 0) + bool(teaser.dates)
    kept: list[Teaser] = []
    for teaser in found:
        before = kept[-1] if kept else None
        is_caption = (
            before is not None
            and before.section == teaser.section
            and dated[teaser.section] > 1
            and bool(teaser.dates)
            and not before.dates
            and not before.has("body")
        )
        if is_caption and before is not None:
            kept.pop()
            teaser.zones[:0] = [Zoned(span, "caption") for span in before.titles]
        kept.append(teaser)
    return kept


def _merged(found: Iterable[Teaser], own: str) -> list[Teaser]:
    """One item for each title."""
    items: dict[str, Teaser] = {}
    for teaser in found:
        key = folded(teaser.title)
        if not key or key == own:
            continue
        known = items.setdefault(key, teaser)
        if known is not teaser:
            known.titles.extend(teaser.titles)
            known.zones.extend(teaser.zones)
            known.dates.extend(teaser.dates)
    return list(items.values())
