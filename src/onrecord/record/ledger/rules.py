"""The rules that make one number, or a range, of many figures, and their wording.

No rule makes a number up: every end is one that a figure gives. Words like "dozens"
count as DESIGN's conventions have it, which are ours and not those of ACLED or UCDP.
docs/incidents.md says what each rule takes from whom.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import permutations
from typing import TYPE_CHECKING

from onrecord.model import RuleName, bounds_of, standing_of
from onrecord.record.ledger.counting import Entry, latest_of_outlets
from onrecord.record.views.types import Toll

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from onrecord.model import Effect
    from onrecord.record.views.types import ReportView

LEFT_OUT = (
    "superseded, corrected and doubtful figures, parts of a whole, and teasers beside"
    " an outlet's own article are left out"
)


@dataclass(frozen=True, slots=True)
class Derived:
    """What a rule makes: both ends, None open; one best number where it names one."""

    low: int | None
    high: int | None
    best: int | None
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule with the words that are printed beside whatever it derives."""

    name: RuleName
    wording: str
    derive: Callable[[Sequence[Entry]], Derived]


def toll_of(
    reports: Iterable[ReportView], effect: Effect, rule: RuleName = "range"
) -> Toll | None:
    """What the rule makes of one effect; None when no figure of it counts.

    "31" in one outlet and "at least 36" in another are, as a range, from 31, open, at
    most named 36.
    """
    entries = latest_of_outlets(reports, effect)
    if not entries:
        return None
    derived = RULES[rule].derive(entries)
    return Toll(
        low=derived.low,
        high=derived.high,
        rule=RULES[rule].wording,
        most=max(_ends(derived.entries), default=None),
        name=rule,
        effect=effect,
        best=derived.best,
        figures=tuple(sorted(entry.figure.id for entry in derived.entries)),
    )


def _range(entries: Sequence[Entry]) -> Derived:
    """From the lowest low to the highest high; open where a figure leaves it open."""
    figures = [entry.figure for entry in entries]
    lows = [figure.low for figure in figures if figure.low is not None]
    highs = [figure.high for figure in figures if figure.high is not None]
    open_above = [figure.low or 0 for figure in figures if figure.high is None]
    is_open = bool(open_above) and max(open_above) >= max(highs, default=0)
    low = min(lows) if len(lows) == len(figures) else None
    return Derived(low, None if is_open else max(highs), None, tuple(entries))


def _conservative(entries: Sequence[Entry]) -> Derived:
    """What every outlet bears out at the least, without an upper end."""
    lows = [entry.figure.low for entry in entries if entry.figure.low is not None]
    return Derived(min(lows, default=None), None, None, tuple(entries))


def _latest(entries: Sequence[Entry]) -> Derived:
    """The figures of the latest article, of all that may be the latest."""
    told = [(entry, _published(entry)) for entry in entries]
    dated = [(entry, bounds) for entry, bounds in told if bounds is not None]
    if dated:
        last = max(first for _, (first, _) in dated)
        return _range([entry for entry, (_, end) in dated if end > last])
    taken = [entry.given.captured_at for entry in entries]
    newest = max((at for at in taken if at is not None), default=None)
    return _range([e for e in entries if e.given.captured_at == newest])


def _acled(entries: Sequence[Entry]) -> Derived:
    """One number: the lowest that no later report brought up to date."""
    kept = _unrevised(entries)
    number = min(_number(entry) for entry in kept)
    return Derived(number, number, number, kept)


def _ucdp(entries: Sequence[Entry]) -> Derived:
    """Lowest and highest number, and for the best the lower of those not revised."""
    best = min(_number(entry) for entry in _unrevised(entries))
    low = min(_number(entry) for entry in entries)
    return Derived(low, max(_ends(entries)), best, tuple(entries))


def _unrevised(entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """The figures that no other brings up to date; all when each is."""
    revised = {
        one.figure.id
        for one, other in permutations(entries, 2)
        if _is_earlier(one, other) and standing_of(one.given, other.given) == "revision"
    }
    kept = tuple(entry for entry in entries if entry.figure.id not in revised)
    return kept or tuple(entries)


def _is_earlier(one: Entry, other: Entry) -> bool:
    left, right = _published(one), _published(other)
    return left is not None and right is not None and left[1] <= right[0]


def _published(entry: Entry) -> tuple[datetime, datetime] | None:
    return bounds_of(entry.given.published, entry.given.captured_at)


def _number(entry: Entry) -> int:
    """The one number of a figure: its lower end where it has one."""
    figure = entry.figure
    return figure.low if figure.low is not None else figure.high or 0


def _ends(entries: Iterable[Entry]) -> list[int]:
    ends = (end for e in entries for end in (e.figure.low, e.figure.high))
    return [end for end in ends if end is not None]


RULES: dict[RuleName, Rule] = {
    rule.name: rule
    for rule in (
        Rule(
            "range",
            "of each outlet's latest whole figures: lowest low to highest high;"
            f" {LEFT_OUT}",
            _range,
        ),
        Rule(
            "conservative",
            "of each outlet's latest whole figures: the lowest low, and no upper end;"
            f" {LEFT_OUT}",
            _conservative,
        ),
        Rule(
            "latest",
            "the whole figures of the latest article by its own time, of all that may"
            f" be the latest; {LEFT_OUT}",
            _latest,
        ),
        Rule(
            "acled",
            "after ACLED's codebook, one number: of each outlet's latest whole figures"
            " the lowest that no later report brought up to date, its lower end where"
            f" it is a range; {LEFT_OUT}; not ACLED's own number",
            _acled,
        ),
        Rule(
            "ucdp",
            "after UCDP GED's codebook: low and high are the lowest and the highest"
            " number in each outlet's latest whole figures, best is the lowest that no"
            f" later report brought up to date; {LEFT_OUT}; not UCDP's own numbers",
            _ucdp,
        ),
    )
}
