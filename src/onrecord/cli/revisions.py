"""The revisions of a page as lines for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.cli.console import (
    ACCENT,
    plain,
    quiet,
    quoted,
    say,
    say_whole,
    strong,
)
from onrecord.cli.render import (
    counted,
    joined,
    place_of,
    short,
    shortened,
    show_notes,
)

if TYPE_CHECKING:
    from datetime import datetime

    from rich.text import Text

    from onrecord.pipeline.revisions import (
        Change,
        Comparison,
        Revision,
        Revisions,
        Wording,
    )

NOT_FOUND = "not found in this capture"
TOLD = {
    "headline": "headline",
    "byline": "byline",
    "statement": "statement",
    "attribution": "said by another",
    "figure": "figure",
    "name": "name",
    "note": "note by the outlet",
}
HOW = {
    ("statement", "changed"): "worded otherwise",
    ("headline", "changed"): "worded otherwise",
    ("note", "changed"): "worded otherwise",
    ("name", "changed"): "spelled otherwise",
    ("attribution", "changed"): None,
}
NOTE = 400  # characters: what was wrong often stands in the second sentence
ADDED = "not in the capture before"


def print_revisions(found: Revisions) -> None:
    """The captures of one address, and what changed from each text to the next."""
    say(strong("Revisions"))
    say_whole("from      ", found.where, indent=2)
    captures = sum(len(item.captures) for item in found.revisions)
    say("captured  ", captured_often(captures, len(found.revisions)), indent=2)
    for revision in found.revisions:
        _print_revision(revision)
    for comparison in found.comparisons:
        say("")
        _print_comparison(comparison)


def captured_often(captures: int, revisions: int) -> str:
    """How often an address was captured, and how many texts that showed."""
    if revisions > 1:
        return f"{counted(captures, 'time')}, {revisions} revisions of the article"
    if captures > 1:
        return f"{counted(captures, 'time')}, no change in the article"
    return "once; give it again later to see what changes"


def _print_revision(revision: Revision) -> None:
    times = [_time(item.captured_at) for item in revision.captures]
    more = f"and {len(times) - 1} more to {times[-1]}" if len(times) > 1 else None
    told = joined(plain(times[0], ACCENT), more, quiet(short(revision.page_id)))
    say(quiet(f"revision {revision.number}  "), told, indent=4)


def _time(at: datetime | None) -> str:
    return f"{at:%Y-%m-%d %H:%M} UTC" if at else "nobody said when"


def _print_comparison(comparison: Comparison) -> None:
    earlier, later = comparison.earlier, comparison.later
    order = None if comparison.is_order_known else "in an order nobody told"
    number = counted(len(comparison.changes), "change")
    head = strong(f"From revision {earlier.number} to {later.number}")
    say(joined(head, quiet(number), plain(order, "yellow") if order else None))
    if not comparison.changes:
        say(quiet("no statement, figure, name or headline differs"), indent=2)
    for change in comparison.changes:
        _print_change(change)


def _print_change(change: Change) -> None:
    how = HOW.get((change.kind, change.how), change.how)
    how = {"added": ADDED, "gone": NOT_FOUND}.get(change.how, how)
    about = None if change.kind in {"attribution", "note"} else change.about
    told = (plain(TOLD[change.kind], ACCENT), about and about.replace("_", " "), how)
    say(joined(*told), indent=2, hanging=2)
    if change.kind == "attribution" and change.about:
        say("words ", quoted(shortened(change.about)), indent=4, hanging=6)
    for label, side in (("was   ", change.before), ("is    ", change.after)):
        if side is not None:
            _print_side(label if change.how == "changed" else "", side)
    if change.before is not None and change.after is not None:
        _print_words(change.before, change.after)
    show_notes(change.notes, 4, length=NOTE)


def _print_side(label: str, side: Wording) -> None:
    say(label, quoted(side.text), indent=4, hanging=len(label))
    if side.words is not None:
        say(quiet(place_of(side.words)), indent=4 + len(label))


def _print_words(before: Wording, after: Wording) -> None:
    """The words that differ, where they are fewer than all."""
    pieces = [piece for side in (before, after) for piece in side.pieces]
    if all(piece.is_changed for piece in pieces):
        return
    told = (_changed(before), plain(" → "), _changed(after))
    say(quiet("words changed  "), *told, indent=4, hanging=15)


def _changed(side: Wording) -> Text:
    words = [piece.text for piece in side.pieces if piece.is_changed]
    return quoted(" ... ".join(words)) if words else quiet("nothing")
