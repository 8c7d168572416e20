"""Figures over the time of their publication, drawn with characters.

Nothing doubtful is on an axis, and neither is what has no time: the table has both.
"""

from __future__ import annotations

from dataclasses import dataclass
from string import ascii_letters
from typing import TYPE_CHECKING

from rich.text import Text

from onrecord.cli.console import ACCENT, QUIET, plain
from onrecord.cli.render import outlet_name
from onrecord.cli.step_axis import Axis, axis_of
from onrecord.model import bounds_of
from onrecord.record.ledger import toll_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import datetime

    from onrecord.model import Effect, RuleName
    from onrecord.record.views import IncidentView, LedgerLine

ROWS = 10
EVERY = 2  # rows: numbers at the left
FEWEST = 2  # figures: one alone makes no chart
NARROWEST = 20  # columns for the days
APART = 4  # columns between the arrows of an open end
BREAKING = "//"  # where a silence is left out
LABEL = 9  # columns of the numbers at the left: ten million is the most that is drawn
UPPER, LOWER, RANGE, OPEN = "▀", "▄", "░", "↑"
DRAWN: tuple[Effect, ...] = ("killed", "injured")
MARKS = ascii_letters[26:] + ascii_letters[:26]
SHARED = "*"  # of outlets beyond those that have a letter


@dataclass(frozen=True, slots=True)
class Level:
    """What the rule makes of all that was published by then."""

    low: int
    top: int
    is_open: bool


def marks_of(incident: IncidentView) -> dict[str, str]:
    """A letter for each outlet with a figure that is drawn, in order of the ledger."""
    drawn = [line for effect in DRAWN for line in drawn_lines(incident, effect)]
    outlets = dict.fromkeys(outlet_of(line) for line in drawn)
    return {
        outlet: MARKS[at] if at < len(MARKS) else SHARED
        for at, outlet in enumerate(outlets)
    }


def outlet_of(line: LedgerLine) -> str:
    """Who printed it: the outlet, else the site or file of the page."""
    return outlet_name(line.outlet, line.where)


def drawn_lines(incident: IncidentView, effect: str) -> list[LedgerLine]:
    """The whole figures of this effect that have a time; no teaser beside articles."""
    found = [
        line
        for line in incident.ledger
        if line.effect == effect
        and line.stands == "whole"
        and bounds_of(line.published, line.captured_at) is not None
    ]
    return [line for line in found if line.article_type == "article"] or found


def step_charts(incident: IncidentView, rule: RuleName, width: int) -> Iterator[Text]:
    """The lines of a chart for killed and one for injured, and what the marks mean."""
    marks = marks_of(incident)
    found = {effect: drawn_lines(incident, effect) for effect in DRAWN}
    drawn = {effect: lines for effect, lines in found.items() if len(lines) >= FEWEST}
    times = [time_of(line) for lines in drawn.values() for line in lines]
    if not times:
        return
    axis = axis_of(times, max(width - LABEL - 2, NARROWEST))
    for effect, lines in drawn.items():
        yield from _chart(incident, effect, lines, (axis, marks, rule))
        yield Text()
    yield from _legend(marks, rule, width)


def time_of(line: LedgerLine) -> datetime:
    """From when on it can have been published."""
    bounds = bounds_of(line.published, line.captured_at)
    if bounds is None:
        raise ValueError(line.figure)
    return bounds[0]


def _chart(
    incident: IncidentView,
    effect: Effect,
    lines: Sequence[LedgerLine],
    frame: tuple[Axis, Mapping[str, str], RuleName],
) -> Iterator[Text]:
    axis, marks, rule = frame
    levels = _levels(incident, effect, rule, axis)
    numbers = [end for line in lines for end in (line.low, line.high) if end]
    most = max(numbers, default=1)
    is_open = any(level is not None and level.is_open for level in levels)
    # An open end has its arrows above the highest number.
    highest = _round_up(most + most // ROWS + 1 if is_open else most)
    letters = _letters(lines, axis, marks, highest)
    year = f", {axis.year}" if axis.year else ""
    yield plain(f"{effect}, by the time of publication{year}", "bold")
    for row in reversed(range(ROWS)):
        number = highest * (row + 1) // ROWS
        label = f"{number:,}" if (ROWS - 1 - row) % EVERY == 0 else ""
        told = Text(f"{label:>{LABEL}} │", QUIET)
        for column, level in enumerate(levels):
            mark = letters.get((row, column))
            cell = _cell(level, (row, column), highest)
            told += Text(mark, "bold") if mark else Text(cell, ACCENT)
        told.rstrip()
        yield told
    yield from _foot(axis)


def _foot(axis: Axis) -> Iterator[Text]:
    line = ["─"] * axis.width
    for at in axis.breaks:
        line[at - 1 : at + 1] = BREAKING
    yield Text(f"{'0':>{LABEL}} └{''.join(line)}", QUIET)
    yield Text(f"{'':>{LABEL}}  {axis.labels()}", QUIET)


def _levels(
    incident: IncidentView, effect: Effect, rule: RuleName, axis: Axis
) -> list[Level | None]:
    """For each column what the rule makes of the articles published by then."""
    told: list[Level | None] = [None] * axis.width
    for time, column in axis.columns.items():
        known = [
            report
            for report in incident.reports
            for bounds in [
                bounds_of(report.article.published, report.article.captured_at)
            ]
            if bounds is not None and bounds[0] <= time
        ]
        toll = toll_of(known, effect, rule)
        if toll is not None:
            low = toll.low if toll.low is not None else 0
            top = toll.high if toll.high is not None else toll.most or low
            level = Level(low, top, toll.high is None)
            told[column:] = [level] * (axis.width - column)
    return told


def _letters(
    lines: Iterable[LedgerLine], axis: Axis, marks: Mapping[str, str], highest: int
) -> dict[tuple[int, int], str]:
    """Where each outlet's mark stands; one beside another where both would stand."""
    placed: dict[tuple[int, int], str] = {}
    for line in lines:
        number = line.low if line.low is not None else line.high or 0
        row = _row(number, highest)
        column, mark = axis.columns[time_of(line)], marks[outlet_of(line)]
        while (row, column) in placed and placed[row, column] != mark:
            column += 1
        if column < axis.width:
            placed[row, column] = mark
    return placed


def _row(number: int, highest: int) -> int:
    return max(min(-(-number * ROWS // highest) - 1, ROWS - 1), 0)


def _cell(level: Level | None, at: tuple[int, int], highest: int) -> str:
    """The low end as a line, the range above it shaded, arrows where it is open."""
    row, column = at
    if level is None:
        return " "
    low, top = _row(level.low, highest), _row(level.top, highest)
    if row == low:
        is_upper = level.low * ROWS / highest - row > 1 / 2
        return UPPER if is_upper else LOWER
    if low < row <= top:
        return RANGE
    return OPEN if level.is_open and row == top + 1 and column % APART == 0 else " "


def _legend(marks: Mapping[str, str], rule: RuleName, width: int) -> Iterator[Text]:
    line = ""
    for outlet, mark in marks.items():
        item = f"{mark} {outlet}"
        if line and len(line) + len(item) + 3 > width:
            yield plain(line)
            line = ""
        line = f"{line}   {item}" if line else item
    yield plain(line)
    meant = f"{UPPER}{LOWER} low   {RANGE} up to high   {OPEN} open above"
    yield plain(f"{meant}   by the rule {rule}", QUIET)


def _round_up(number: int) -> int:
    """The next number that rows can share evenly.

    >>> _round_up(3), _round_up(19), _round_up(53), _round_up(1200)
    (10, 20, 55, 1500)
    """
    size = max(int(f"1{'0' * (len(str(number)) - 1)}"), 10)
    steps = (size * halves // 2 for halves in range(2, 21))
    return next(step for step in steps if step >= number and step % (ROWS // 2) == 0)
