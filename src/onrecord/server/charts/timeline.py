"""A claim's life: every utterance and every dispute on a line of time, by outlet."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from onrecord.model import Moment
from onrecord.server.charts.scale import Tick, TimeScale, time_scale
from onrecord.server.times import days_of, moment_text, position_of
from onrecord.server.wording import EVIDENCE, MODES, origin, speaker_of, speaker_of_side

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.record.views import ArticleRef, ClaimView

MarkShape = Literal["direct", "indirect", "mixed", "dispute"]

NARROW = 480  # below this width the names of lanes stand above them
NAME_WIDTH = 150
UNDATED_WIDTH = 84
UNDATED_IN_ROW = 5
ROW = 15  # marks that would touch are put below each other, this far apart
TOUCH = 14
PAD = 10
AXIS = 30
DISPUTED = "Disputed"
TEASERS = "In teasers"
SHARP = frozenset({"day", "minute", "second"})
LONG_NAME = 20  # letters that fit beside a lane


@dataclass(frozen=True, slots=True)
class Spot:
    """One mark: an utterance or a dispute.

    `from_x` to `to_x` is what its date allows, where that is more than a day.
    """

    x: float
    y: float
    shape: MarkShape
    href: str
    label: str
    from_x: float | None = None
    to_x: float | None = None


@dataclass(frozen=True, slots=True)
class Lane:
    """One outlet or speaker: its name, where it lies, its marks in order of time."""

    name: str
    full_name: str
    name_y: float
    line_y: float
    spots: tuple[Spot, ...]
    is_dispute: bool


@dataclass(frozen=True, slots=True)
class Timeline:
    """A drawing of `width` by `height`; `undated_x` parts what has no date."""

    width: int
    height: float
    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    axis_left: float
    axis_right: float
    axis_y: float
    undated_x: float | None
    by: Literal["outlet", "speaker"]


@dataclass(frozen=True, slots=True)
class _Event:
    lane: str
    moment: Moment | None
    shape: MarkShape
    href: str
    label: str


def lay_timeline(claim: ClaimView, width: int) -> Timeline:
    """Lay out a claim's life in a drawing so wide.

    Lanes are outlets, or speakers where one outlet carries all; those heard first
    come first, disputes last. Marks without a date stand at the right.
    """
    by: Literal["outlet", "speaker"] = "outlet" if len(claim.outlets) > 1 else "speaker"
    lanes = _by_lane([*_utterances(claim, by), *_disputes(claim)])
    events = [event for group in lanes.values() for event in group]
    is_narrow = width < NARROW
    left = PAD if is_narrow else NAME_WIDTH
    has_undated = any(event.moment is None for event in events)
    right = width - (UNDATED_WIDTH if has_undated else PAD)
    scale = _scale(events, left, right)
    drawn: list[Lane] = []
    y = 0.0 if scale is None else 4.0
    for name, group in lanes.items():
        lane, y = _lane(name, group, scale, _Frame(y, right, is_narrow=is_narrow))
        drawn.append(lane)
    ticks = scale.ticks(4 if is_narrow else 9) if scale else ()
    undated_x = float(right) if has_undated else None
    return Timeline(
        width, y + AXIS, tuple(drawn), ticks, left, right, y + 6, undated_x, by
    )


@dataclass(frozen=True, slots=True)
class _Frame:
    top: float
    right: float
    is_narrow: bool


def _utterances(claim: ClaimView, by: str) -> Iterator[_Event]:
    for item in claim.statements:
        speaker = speaker_of(item) or "nobody named"
        outlet = origin(item.article)
        label = f"{_when(item.article)}: {speaker}, {MODES[item.mode]}, in {outlet}"
        printed = TEASERS if item.article.type == "teaser" else outlet
        lane = printed if by == "outlet" else speaker
        yield _Event(lane, item.article.published, item.mode, f"#s-{item.id}", label)


def _disputes(claim: ClaimView) -> Iterator[_Event]:
    own = {statement.id for statement in claim.statements}
    for item in claim.disputes:
        other = item.left if item.right.id in own else item.right
        who = speaker_of_side(other) or "somebody not named"
        sure = "" if item.shown == "yes" else "possibly "
        kind = f"{sure}{EVIDENCE[item.evidence].lower()}"
        where = f"{_when(item.article)}, in {origin(item.article)}"
        label = f"Disputed by {who} ({kind}): {where}"
        yield _Event(
            DISPUTED, item.article.published, "dispute", f"#d-{item.id}", label
        )


def _when(article: ArticleRef) -> str:
    return moment_text(article.published) if article.published else "no date"


def _by_lane(events: Sequence[_Event]) -> dict[str, list[_Event]]:
    lanes: dict[str, list[_Event]] = defaultdict(list)
    for event in sorted(events, key=_in_time):
        lanes[event.lane].append(event)
    disputed = lanes.pop(DISPUTED, None)
    return lanes | ({DISPUTED: disputed} if disputed else {})


def _in_time(event: _Event) -> tuple[bool, float]:
    return event.moment is None, position_of(event.moment) if event.moment else 0.0


def _scale(events: Sequence[_Event], left: float, right: float) -> TimeScale | None:
    """None when nothing has a date."""
    dated = [event.moment for event in events if event.moment]
    if not dated:
        return None
    ends = [day.toordinal() for moment in dated for day in days_of(moment)]
    return time_scale(ends, left, right)


def _lane(
    name: str, events: Sequence[_Event], scale: TimeScale | None, frame: _Frame
) -> tuple[Lane, float]:
    """The lane, and where the next one begins."""
    top = frame.top + (18 if frame.is_narrow else 0)
    rows: list[float] = []
    spots: list[Spot] = []
    undated = 0
    for event in events:
        if event.moment is None or scale is None:
            x = frame.right + TOUCH * (1 + undated % UNDATED_IN_ROW)
            undated += 1
        else:
            x = scale.x(position_of(event.moment))
        row = _free_row(rows, x)
        spots.append(_spot(event, scale, x, top + PAD + ROW * row + 4))
    height = PAD + ROW * max(1, len(rows)) + 3
    short = name if frame.is_narrow or len(name) <= LONG_NAME else _shortened(name)
    name_y = frame.top + 14 if frame.is_narrow else top + PAD + 9
    lane = Lane(short, name, name_y, top + height, tuple(spots), name == DISPUTED)
    return lane, top + height


def _free_row(rows: list[float], x: float) -> int:
    """The first row where a mark at `x` touches none; `rows` keeps the last of each."""
    for at, last in enumerate(rows):
        if x - last >= TOUCH:
            rows[at] = x
            return at
    rows.append(x)
    return len(rows) - 1


def _spot(event: _Event, scale: TimeScale | None, x: float, y: float) -> Spot:
    moment = event.moment
    if (
        moment is None
        or scale is None
        or moment.precision in {"day", "minute", "second"}
    ):
        return Spot(x, y, event.shape, event.href, event.label)
    first, last = days_of(moment)
    from_x, to_x = scale.x(first.toordinal()), scale.x(last.toordinal() + 1)
    return Spot(x, y, event.shape, event.href, event.label, from_x, to_x)


def _shortened(name: str) -> str:
    return name[: LONG_NAME - 1].rstrip() + "…"
