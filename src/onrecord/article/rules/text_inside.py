"""Zones of saved text from the first line of the running text to the last."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.article.bylines import is_byline
from onrecord.article.credits import is_captioned, source_credit
from onrecord.article.metadata import folded
from onrecord.article.rules.roles import small_zone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.article.features import Look
    from onrecord.model import Zone

LONG = 12  # words; a line this long that ends as a sentence does is prose
HEADING_WORDS = 14
CRY_WORDS = 5  # headings in capitals are shorter than links to other stories
ALT_WORDS = 25
FEW = 3  # fewer words describe no picture
QUOTE_WORDS = 5  # a pull-quote is at least this long
BOX_WORDS = 20
BUTTON_WORDS = 2
SPEECH = re.compile(r"[\"\u201c\u201d\u2018\u2019]")
DASHES = frozenset("-\u2013—")
PROSE = frozenset({"body", "list"})


def inside_zones(
    lines: Sequence[Look], weights: Sequence[float], start: int, end: int
) -> list[Zone]:
    """A zone for each line from `start` to `end`, the ends of the running text."""
    zones = [_zone(lines, weights, at, end) for at in range(start, end)]
    inside = lines[start:end]
    _settle_repeated(inside, zones)
    _settle_pull_quotes(inside, zones)
    _settle_pictures(inside, zones)
    _settle_boxes(inside, zones)
    return zones


def _zone(lines: Sequence[Look], weights: Sequence[float], at: int, end: int) -> Zone:
    """The zone of one line by itself and the line below it."""
    line = lines[at]
    told = line.label or line.start or line.line
    if (
        told == "author-note"
        and line.start
        and any(w > 0 for w in weights[at + 1 : end])
    ):
        return "body"
    if told is not None and weights[at] <= 0:
        return told
    if is_captioned(line.text) or _is_credited(line):
        return "caption"
    if weights[at] > 0:
        return "list" if is_item(line) else "body"
    return _short(lines, at, end)


def _is_credited(line: Look) -> bool:
    """Whether a lone item amid the text is a picture's caption, credit in brackets."""
    is_lone = bool(line.markup.bullet) and line.markup.blank_before > 0
    return is_lone and line.words >= LONG and line.text.endswith(")")


def _short(lines: Sequence[Look], at: int, end: int) -> Zone:
    """The zone of a short line amid running text."""
    line = lines[at]
    follows = lines[at + 1] if at + 1 < end else None
    if line.markup.bullet or not line.words:
        return small_zone(line)
    if source_credit(line.text) or is_byline(line.text):
        return "byline"
    if is_cry(line):
        return "teaser"
    if _is_told(line, follows):
        return "body"
    is_heading = (
        line.words <= HEADING_WORDS
        and line.markup.blank_before
        and follows is not None
        and follows.words >= LONG
        and not line.text.endswith((",", ";"))
    )
    return "heading" if is_heading else small_zone(line)


def _is_told(line: Look, follows: Look | None) -> bool:
    """Whether a short line belongs to the running text: speech, or it leads in to some.

    ("No," she said.) (The mayor put it so:)
    """
    if not line.markup.blank_before or line.label or line.line:
        return False
    if line.text.endswith(":"):
        return follows is not None and SPEECH.match(follows.text) is not None
    return line.ends and SPEECH.search(line.text) is not None


def is_cry(line: Look) -> bool:
    """Whether a line is a title in capitals: a link to another story."""
    return line.text.isupper() and CRY_WORDS <= line.words <= ALT_WORDS


def is_item(line: Look) -> bool:
    """Whether a line is an item of a list; dashes also open speech."""
    bullet = line.markup.bullet
    return bool(bullet) and (bullet not in DASHES or line.markup.blank_before == 0)


def _settle_repeated(lines: Sequence[Look], zones: list[Zone]) -> None:
    """Keep a sentence in the text that the page repeats elsewhere."""
    for at in range(1, len(lines) - 1):
        line = lines[at]
        is_amid = zones[at - 1] == "body" and zones[at + 1] == "body"
        told = line.label or line.line or line.start or line.markup.bullet
        if zones[at] == "teaser" and is_amid and line.ends and not told:
            zones[at] = "body"


def _settle_pull_quotes(lines: Sequence[Look], zones: list[Zone]) -> None:
    """Mark lines whose words the running text says again, in a longer line or later."""
    told = [folded(line.text) for line in lines]
    for at, line in enumerate(lines):
        if zones[at] not in {"body", "heading"} or line.words < QUOTE_WORDS:
            continue
        if any(
            told[at] in words and (len(words) > len(told[at]) or other > at)
            for other, words in enumerate(told)
            if other != at and zones[other] in PROSE
        ):
            zones[at] = "pull-quote"


def _settle_pictures(lines: Sequence[Look], zones: list[Zone]) -> None:
    """Put the words that stand for a picture to the caption right below them."""
    for at in range(len(lines) - 1):
        is_above = zones[at + 1] == "caption" and not lines[at + 1].markup.blank_before
        is_alt = FEW <= lines[at].words <= ALT_WORDS
        if is_above and is_alt and zones[at] in {"body", "heading", "teaser"}:
            zones[at] = "caption"


def _settle_boxes(lines: Sequence[Look], zones: list[Zone]) -> None:
    """Put the lines of a box that asks for readers to the line that opens it."""
    for at in range(1, len(lines)):
        if zones[at - 1] != "promo" or zones[at] not in {"body", "heading", "teaser"}:
            continue
        is_offer = bool(lines[at - 1].label) and lines[at].words <= BOX_WORDS
        is_told = lines[at].ends or zones[at] == "teaser"
        if (is_offer and is_told) or lines[at].words <= BUTTON_WORDS:
            zones[at] = "promo"
