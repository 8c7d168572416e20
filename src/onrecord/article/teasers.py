"""Teasers: news items of other stories that a page shows."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from onrecord.article.credits import is_captioned
from onrecord.article.cues import lead_in
from onrecord.article.metadata import folded
from onrecord.article.moments import read_moment
from onrecord.article.titles import can_be_title, undoubled
from onrecord.model import Span, Zoned, trimmed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from onrecord.article.features import Look
    from onrecord.model import Page, Zone

ITEM_ZONES = frozenset({"teaser", "most-read"})
MAX_RANK = 30
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
    has_label: bool = False  # a word or two right below the title: a section's name

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
    found = _without_captions(_without_captions(found, _undated), _alternate)
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
            rank = sum(item.section == section for item in found[-MAX_RANK:]) + 1
            current = _started(page.text, block.span, section, rank)
            if caption is not None:
                current.zones.append(Zoned(caption, "caption"))
            caption = None
            found.append(current)
            if lead_in(look.text):
                current = None
        elif current is not None:
            current.has_label |= part == "small" and not look.markup.blank_before
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
    return "border" if look.label is not None else _item_part(look, current)


def _item_part(look: Look, current: Teaser | None) -> Part:
    """What a block is within an item."""
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
    if not can_be_title(look.text, look.words):
        return False
    if look.markup.tag == "line":
        return not look.text.endswith(".")
    return look.link_share >= LINKED or look.markup.tag in HEADINGS


def _started(text: str, span: Span, section: int, rank: int) -> Teaser:
    """An item that starts with this title; what leads in to it is left out."""
    words = span.of(text)
    skip = lead_in(words)
    if words.startswith(f"{rank} ") and not words[len(f"{rank} ") :][:1].islower():
        skip = len(f"{rank} ")  # the item's place in a list, printed before it
    title = trimmed(Span(span.start + skip, span.end), text) or span
    title = Span(title.start, title.start + undoubled(title.of(text)))
    folded_title = " ".join(title.of(text).split())
    return Teaser(folded_title, section, [title], [Zoned(title, "headline")])


def _add(teaser: Teaser, part: Part, span: Span, words: str) -> None:
    """Put a summary or a date to its item."""
    if part == "summary":
        teaser.zones.append(Zoned(span, "body"))
    elif part == "date":
        teaser.zones.append(Zoned(span, "dateline"))
        teaser.dates.append(words)


def _without_captions(
    found: Sequence[Teaser], captions_in: Callable[[Sequence[Teaser]], set[int]]
) -> list[Teaser]:
    """Items without those that are the caption of the item below them.

    `captions_in` tells which items of a section are captions; never the last one.
    """
    kept: list[Teaser] = []
    for section in _sections(found):
        captions = captions_in(section)
        for at, teaser in enumerate(section):
            if at in captions:
                zones = [Zoned(span, "caption") for span in teaser.titles]
                section[at + 1].zones[:0] = zones
            else:
                kept.append(teaser)
    return kept


def _sections(found: Sequence[Teaser]) -> list[list[Teaser]]:
    """The items of each section of the page."""
    sections: dict[int, list[Teaser]] = {}
    for teaser in found:
        sections.setdefault(teaser.section, []).append(teaser)
    return list(sections.values())


def _is_bare(teaser: Teaser) -> bool:
    """Whether nothing but a title was found: no date, no summary."""
    return not teaser.dates and not teaser.has("body")


def _undated(section: Sequence[Teaser]) -> set[int]:
    """Words without a date before an item that has one, where items are dated."""
    if sum(bool(item.dates) for item in section) <= 1:
        return set()
    return {
        at
        for at, (item, below) in enumerate(pairwise(section))
        if _is_bare(item) and below.dates
    }


def _alternate(section: Sequence[Teaser]) -> set[int]:
    """The pictures in: picture, name of a section, title; picture, ...

    Words with a section's name right below describe a picture when every item
    without such a name has such words, or a known caption, before it.
    """
    labels = [item.has_label for item in section]
    if labels[-1] or any(one and two for one, two in pairwise(labels)):
        return set()
    is_regular = all(
        (at > 0 and labels[at - 1]) or item.has("caption")
        for at, item in enumerate(section)
        if not labels[at]
    )
    pictures = {at for at, has_label in enumerate(labels) if has_label}
    return {at for at in pictures if _is_bare(section[at])} if is_regular else set()


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
