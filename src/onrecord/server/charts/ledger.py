"""An incident's figures over the time of publication, a mark for each outlet."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from onrecord.server.charts.broken import BrokenScale, broken_scale
from onrecord.server.charts.labels import Box, place_label
from onrecord.server.charts.scale import Tick, count_ticks
from onrecord.server.times import days_of, likely_time, moment_text, position_of
from onrecord.server.wording import (
    by_outlets,
    effects_of,
    interval,
    origin,
    short_interval,
    whole_figures,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.record.views import FigureView, IncidentView, Toll

GRAVEST = frozenset({"killed", "injured"})
SHAPES = ("circle", "square", "triangle", "diamond", "cross", "star")
NUMBERS_WIDTH = 40  # the numbers of the upright axis
UNDATED_WIDTH = 84
PAD = 12
TITLE = 26
PLOT = 132
AXIS = 30
NARROW = 480
TOUCH = 15  # marks of the same figure at the same time stand this far apart


@dataclass(frozen=True, slots=True)
class Dot:
    """One figure of one outlet.

    `bar_from` to `bar_to` is what the figure allows, None when it is one number; an
    end without a bound runs to the border and `is_open_up` or `is_open_down` says so.
    """

    x: float
    y: float
    shape: str
    href: str
    text: str
    text_x: float
    text_y: float
    label: str
    bar_from: float | None
    bar_to: float | None
    is_open_up: bool
    is_open_down: bool
    is_superseded: bool


@dataclass(frozen=True, slots=True)
class Panel:
    """One effect: its axis of numbers, the range on record, the figures.

    `steps` are the corners of the lines that join an outlet's own figures.
    """

    effect: str
    title_y: float
    top: float
    bottom: float
    ticks: tuple[Tick, ...]
    dots: tuple[Dot, ...]
    steps: tuple[str, ...]
    band_top: float | None
    band_bottom: float | None


@dataclass(frozen=True, slots=True)
class Key:
    """What shape an outlet's figures have."""

    shape: str
    outlet: str


@dataclass(frozen=True, slots=True)
class Ledger:
    """A drawing of `width` by `height`: panels below each other, one axis of days."""

    width: int
    height: float
    panels: tuple[Panel, ...]
    days: tuple[Tick, ...]
    left: float
    right: float
    undated_x: float | None
    breaks: tuple[float, ...]
    keys: tuple[Key, ...]


@dataclass(frozen=True, slots=True)
class _Frame:
    scale: BrokenScale | None
    left: float
    right: float
    width: int
    shapes: Mapping[str, str]


def lay_ledger(incident: IncidentView, width: int) -> Ledger | None:
    """Lay out the figures of an incident in a drawing so wide; None without figures.

    Killed and injured are drawn, other effects only where those are not told. Figures
    that are part of another, and those in teasers, are left to the table.
    """
    told = [effect for effect in effects_of(incident) if _figures(incident, effect)]
    effects = [effect for effect in told if effect in GRAVEST] or told
    if not effects:
        return None
    figures = [figure for effect in effects for figure in _figures(incident, effect)]
    outlets = list(dict.fromkeys(origin(figure.article) for figure in figures))
    shapes = {name: SHAPES[at % len(SHAPES)] for at, name in enumerate(outlets)}
    has_undated = any(likely_time(figure.article) is None for figure in figures)
    right = width - (UNDATED_WIDTH if has_undated else PAD)
    frame = _Frame(_scale(figures, right), NUMBERS_WIDTH, right, width, shapes)
    panels = tuple(
        _panel(incident, effect, (TITLE + PLOT + PAD) * at, frame)
        for at, effect in enumerate(effects)
    )
    days = frame.scale.ticks(3 if width < NARROW else 8) if frame.scale else ()
    keys = tuple(Key(shape, outlet) for outlet, shape in shapes.items())
    height = panels[-1].bottom + AXIS
    return Ledger(
        width,
        height,
        panels,
        days,
        frame.left,
        right,
        undated_x=float(right) if has_undated else None,
        breaks=frame.scale.breaks if frame.scale else (),
        keys=keys,
    )


def _figures(incident: IncidentView, effect: str) -> list[FigureView]:
    """The whole figures of an effect; a doubtful number is never on an axis."""
    found = [item for r in by_outlets(incident) for item in whole_figures(r, effect)]
    return sorted((item for item in found if not item.is_doubtful), key=_in_time)


def _in_time(figure: FigureView) -> tuple[bool, float, str]:
    published = likely_time(figure.article)
    return published is None, position_of(published) if published else 0.0, figure.id


def _scale(figures: Iterable[FigureView], right: float) -> BrokenScale | None:
    days = [
        day.toordinal()
        for figure in figures
        for published in [likely_time(figure.article)]
        if published
        for day in days_of(published)
    ]
    return broken_scale(days, NUMBERS_WIDTH, right) if days else None


def _panel(incident: IncidentView, effect: str, offset: float, frame: _Frame) -> Panel:
    figures = _figures(incident, effect)
    bounds = [
        n for figure in figures for n in (figure.low, figure.high) if n is not None
    ]
    numbers = count_ticks(round(max(bounds, default=1) * 1.1))
    top, bottom = offset + TITLE, offset + TITLE + PLOT
    plot = _Plot(top, bottom, numbers[-1])
    dots = _dots(figures, plot, frame)
    toll = {"killed": incident.killed, "injured": incident.injured}.get(effect)
    band = _band(toll, plot)
    return Panel(
        effect=effect,
        title_y=offset + 14,
        top=top,
        bottom=bottom,
        ticks=tuple(Tick(plot.y(number), f"{number:,}") for number in numbers),
        dots=dots,
        steps=_steps(figures, dots),
        band_top=band[0] if band else None,
        band_bottom=band[1] if band else None,
    )


@dataclass(frozen=True, slots=True)
class _Plot:
    top: float
    bottom: float
    highest: int

    def y(self, number: int) -> float:
        """Where a number lies, 0 at the bottom."""
        share = number / self.highest
        return round(self.bottom - share * (self.bottom - self.top), 1)


def _band(toll: Toll | None, plot: _Plot) -> tuple[float, float] | None:
    """The derived range; None where there is none or it is one number."""
    if toll is None or (toll.low == toll.high and toll.low is not None):
        return None
    high = plot.top if toll.high is None else plot.y(toll.high)
    return high, plot.y(toll.low or 0)


def _dots(figures: Sequence[FigureView], plot: _Plot, frame: _Frame) -> tuple[Dot, ...]:
    taken: list[Box] = []
    places: list[tuple[float, float]] = []
    undated = 0
    for figure in figures:
        published = likely_time(figure.article)
        if published and frame.scale:
            x = frame.scale.x(position_of(published))
        else:
            undated += 1
            x = frame.right + TOUCH * undated
        y = plot.y(_mark_of(figure))
        while any(abs(x - a) < TOUCH and abs(y - b) < TOUCH for a, b in places):
            x += TOUCH
        places.append((x, y))
        taken.append(Box.around(x, y, 14, 14))
    return tuple(
        _dot(figure, place, plot, frame, taken)
        for figure, place in zip(figures, places, strict=True)
    )


def _mark_of(figure: FigureView) -> int:
    """The number where the mark stands: the known end, the lower one of two."""
    return figure.low if figure.low is not None else figure.high or 0


def _dot(
    figure: FigureView,
    place: tuple[float, float],
    plot: _Plot,
    frame: _Frame,
    taken: list[Box],
) -> Dot:
    text = short_interval(figure)
    box = place_label(
        place, text, taken, Box(frame.left, plot.top, frame.width, plot.bottom)
    )
    taken.append(box)
    is_range = figure.low != figure.high
    outlet = origin(figure.article)
    when = figure.article.published
    told = moment_text(when) if when else "no date"
    number = interval(figure.low, figure.high)
    return Dot(
        x=place[0],
        y=place[1],
        shape=frame.shapes[outlet],
        href=f"#f-{figure.id}",
        text=text,
        text_x=box.left,
        text_y=box.bottom - 4,
        label=f"{outlet}, {told}: {number} {figure.effect}",
        bar_from=plot.y(figure.low or 0) if is_range else None,
        bar_to=_upper(figure, plot) if is_range else None,
        is_open_up=figure.high is None,
        is_open_down=figure.low is None,
        is_superseded=figure.is_superseded,
    )


def _upper(figure: FigureView, plot: _Plot) -> float:
    return plot.top if figure.high is None else plot.y(figure.high)


def _steps(figures: Sequence[FigureView], dots: Sequence[Dot]) -> tuple[str, ...]:
    """For each outlet the corners of the steps from article to article.

    An article that gives two figures says no one number, so no step leads to it.
    """
    given = Counter(figure.article.id for figure in figures)
    own: dict[str, list[Dot]] = defaultdict(list)
    for figure, dot in zip(figures, dots, strict=True):
        if likely_time(figure.article) and given[figure.article.id] == 1:
            own[origin(figure.article)].append(dot)
    return tuple(_corners(group) for group in own.values() if len(group) > 1)


def _corners(dots: Sequence[Dot]) -> str:
    points = [f"{dots[0].x},{dots[0].y}"]
    for before, dot in pairwise(dots):
        points += [f"{dot.x},{before.y}", f"{dot.x},{dot.y}"]
    return " ".join(points)
