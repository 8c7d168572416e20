"""Zones of saved text: decided from the shape of its lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.article.credits import is_captioned, source_credit
from onrecord.article.rules.roles import small_zone
from onrecord.article.rules.text_inside import inside_zones, is_cry, is_item

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.article.features import Look
    from onrecord.model import Zone

LONG = 12  # words; a line this long that ends as a sentence does is prose
FULL = 40  # words; a longer line weighs no more
TAG_WORDS = 4
TAG_LINE_WORDS = 5  # under a label
# A label of these zones holds for all that follows it, up to the next label.
HOLDING = frozenset({"ticker", "comment", "legal", "author-note", "promo"})
BOX_LINES = 8  # a box that asks for readers is no longer
MAX_GAP = 2.5
BOX_GAP = 1.8  # where the gap is a box that asks for readers, or an advertisement
ENOUGH_PROSE = 3  # paragraphs before comments and boxes begin
BARRIER = -1e6  # no run of text crosses it
COMMENT_SHARE = 0.1
LISTING = frozenset({"teaser", "most-read"})
AMID = frozenset({"ad", "promo", "share"})  # boxes that stand amid running text
STOPPERS = frozenset({"comment", "most-read", "legal", "cookie"})


def text_zones(lines: Sequence[Look]) -> list[Zone]:
    """A zone for each line of saved text."""
    weights = line_weights(lines)
    start, end = densest(weights)
    zones = _around(lines[:start])
    _settle_lone(lines[:start], zones)
    zones.extend(inside_zones(lines, weights, start, end))
    zones.extend(_after(lines[end:]))
    return zones


def _around(lines: Sequence[Look]) -> list[Zone]:
    """Zones of lines outside the running text, by the sections they stand in."""
    zones: list[Zone] = []
    section: Zone | None = None
    held = 0
    for line in lines:
        held += 1
        if line.label is not None:
            section, held = line.label, 0
        elif section == "ticker" and line.markup.blank_before:
            section = None
        told = line.label or line.start or line.line
        is_held = section != "promo" or held <= BOX_LINES
        if told is None and section in HOLDING and is_held:
            told = section
        zones.append(told or small_zone(line))
    return zones


def _settle_lone(lines: Sequence[Look], zones: list[Zone]) -> None:
    """Call single lines above the text no teasers: a slogan, a place, a kicker."""
    for at, line in enumerate(lines):
        above = zones[at - 1] if at else None
        below = zones[at + 1] if at + 1 < len(zones) else None
        if zones[at] == "teaser" and not line.label and "teaser" not in {above, below}:
            zones[at] = "menu"


def _after(lines: Sequence[Look]) -> list[Zone]:
    """Zones of the lines below the running text; its tags come first."""
    zones = _around(lines)
    for at, line in enumerate(lines):
        is_tag = line.markup.bullet and line.words <= TAG_WORDS and line.line is None
        if is_tag and zones[at] in {"menu", "teaser"}:
            zones[at] = "tags"
        elif not (line.start or source_credit(line.text) or is_captioned(line.text)):
            break
    _settle_tags(lines, zones)
    return zones


def _settle_tags(lines: Sequence[Look], zones: list[Zone]) -> None:
    """Put the short lines under a label such as "Tags" to it, as long as they go on.

    Marks that part them belong to them; another kind of bullet ends the list.
    """
    first: Look | None = None
    is_under = False
    for at, line in enumerate(lines):
        if line.label is not None:
            is_under, first = line.label == "tags", None
            continue
        told = line.start or (line.line if line.words else None)
        first = first or line
        is_like = bool(line.markup.bullet) == bool(first.markup.bullet)
        is_under = is_under and is_like and not told and line.words <= TAG_LINE_WORDS
        if is_under:
            zones[at] = "tags" if line.words else "menu"


def line_weights(lines: Sequence[Look]) -> list[float]:
    """How much each line speaks for the body (above 0) or against it."""
    repeated = _repeated(lines)
    weights = [-1.5 if line.text in repeated else _weight(line) for line in lines]
    _weaken_comments(lines, weights)
    _weaken_summaries(lines, weights)
    _bound_gaps(lines, weights)
    return weights


def _weaken_comments(lines: Sequence[Look], weights: list[float]) -> None:
    """Make prose below the label of a comment section weigh little."""
    prose = 0
    is_comment = False
    for at, line in enumerate(lines):
        prose += weights[at] > 0
        if line.label == "comment" and prose >= ENOUGH_PROSE:
            is_comment = True
            weights[at] = BARRIER
        elif is_comment and weights[at] > 0:
            weights[at] *= COMMENT_SHARE


def _weaken_summaries(lines: Sequence[Look], weights: list[float]) -> None:
    """Turn single paragraphs under titles against the body, in a list of stories.

    Under a label such as "More in Security" a title with one paragraph below it is
    a teaser; two paragraphs in a row are running text again.
    """
    is_teasing = False
    held = 0.0  # the weight of the paragraph before, taken from it here
    for at, line in enumerate(lines):
        if line.label in LISTING:
            is_teasing = True
        if not is_teasing:
            continue
        if weights[at] <= 0:
            held = 0.0
        elif held:
            weights[at - 1], is_teasing, held = held, False, 0.0
        else:
            held, weights[at] = weights[at], -0.2


def _bound_gaps(lines: Sequence[Look], weights: list[float]) -> None:
    """Let a list, table or box amid the text speak against it no more than so much."""
    gap, most, prose = 0.0, MAX_GAP, 0
    for at, line in enumerate(lines):
        prose += weights[at] > 0
        is_amid = line.label is None or line.label in AMID
        if is_amid and -MAX_GAP < weights[at] <= 0:
            if prose >= ENOUGH_PROSE and (line.label or line.line) in AMID:
                most = BOX_GAP
            weights[at] = -max(0.0, min(-weights[at], most - gap))
            gap -= weights[at]
        else:
            gap, most = 0.0, MAX_GAP


def _repeated(lines: Sequence[Look]) -> set[str]:
    """Lines that stand on the page more than once: furniture, or its titles."""
    seen: set[str] = set()
    again: set[str] = set()
    for line in lines:
        (again if line.text in seen else seen).add(line.text)
    return again


def _weight(line: Look) -> float:
    """How much a line speaks for the body (above 0) or against it."""
    if line.label in STOPPERS:
        return -8.0
    if line.label is not None:
        return -1.0 if line.label in AMID else -2.5
    if line.line is not None:
        return -1.0
    if line.start is not None and line.start != "correction":
        return -1.5
    return _prose_weight(line)


def _prose_weight(line: Look) -> float:
    """The weight of a line by its shape alone."""
    if is_cry(line):
        return -0.7
    factor = 0.4 if is_item(line) else 1.0
    if line.ends and line.words >= LONG:
        return factor * (0.5 + min(line.words, FULL) / FULL * 2.5)
    if line.words >= 2 * LONG:
        return factor * 1.0
    if line.ends and line.words >= LONG / 2:
        return factor * 0.6
    return -1.0 if is_item(line) else -0.7


def densest(weights: Sequence[float]) -> tuple[int, int]:
    """The run with the largest sum, as start and end; (0, 0) when none is above 0.

    >>> densest([-1, 2, -1, 3, -5, 1])
    (1, 4)
    """
    best, best_run = 0.0, (0, 0)
    total, start = 0.0, 0
    for at, weight in enumerate(weights):
        if total <= 0:
            total, start = 0.0, at
        total += weight
        if total > best:
            best, best_run = total, (start, at + 1)
    return best_run
