"""Which figures of one incident a later one has overtaken, and which still stand."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.extract.figures import Toll
    from onrecord.extract.reports.entries import Entry
    from onrecord.extract.reports.scene import Scene

# A live page opens each entry with its time: "14:52 Four are dead, the mayor says".
_TIME = re.compile(
    r"\s*(?:UPDATE \d+ )?\(?(?P<hour>[01]?\d|2[0-3])[:.h](?P<minute>[0-5]\d)\b"
)


def with_overtaken(scene: Scene, entries: Sequence[Entry]) -> list[Entry]:
    """The entries, wholes superseded that a later number was put in the place of."""
    out = list(entries)
    for n, entry in enumerate(entries):
        if entry.part_of is not None:
            continue
        for at, other in enumerate(out):
            is_same = other.toll.effect == entry.toll.effect and other.part_of is None
            is_later = (at < n and entry.toll.replaces) or _is_timed(
                scene, other, entry
            )
            if is_same and is_later and _are_apart(other.toll, entry.toll):
                old = replace(other.toll, is_superseded=True)
                out[at] = replace(other, toll=old)
    return [_standing(out, entry) for entry in out]


def _is_timed(scene: Scene, old: Entry, new: Entry) -> bool:
    """Whether the times of a live page put one entry before the other."""
    times = [_time_of(scene, entry) for entry in (old, new)]
    return None not in times and (times[0] or 0) < (times[1] or 0)


def _time_of(scene: Scene, entry: Entry) -> int | None:
    """The minute of the day that the entry's line opens with; None without one."""
    start = scene.sentences[entry.sentence].span.start
    line = scene.text.rfind("\n", 0, start) + 1
    match = _TIME.match(scene.text, line)
    return int(match["hour"]) * 60 + int(match["minute"]) if match else None


def _standing(entries: Sequence[Entry], entry: Entry) -> Entry:
    """The entry; "14 or more", given earlier, stands beside a lower open figure.

    Nothing came in its place: "at least 12" does not take it back.
    """
    toll = entry.toll
    if not toll.is_superseded or toll.high is not None:
        return entry
    lower = any(
        other.toll.effect == toll.effect
        and other.part_of is None
        and not other.toll.is_superseded
        and other.toll.high is None
        and (other.toll.low or 0) < (toll.low or 0)
        for other in entries
    )
    return replace(entry, toll=replace(toll, is_superseded=False)) if lower else entry


def _are_apart(one: Toll, other: Toll) -> bool:
    """Whether both cannot be right of the same people."""
    lows = [toll.low for toll in (one, other) if toll.low is not None]
    highs = [toll.high for toll in (one, other) if toll.high is not None]
    return bool(lows and highs) and max(lows) > min(highs)
