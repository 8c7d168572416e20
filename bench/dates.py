"""Dates as news words them: the share that is read as the annotators read it.

Right is what is equal, by the granularity of the gold. The peer is dateparser, run on
the same expressions with the article's day as its base; `pip install dateparser`,
without it its keys are left out.
"""

from __future__ import annotations

import re
from collections import defaultdict
from datetime import UTC, date, datetime
from functools import partial
from importlib.util import find_spec
from itertools import chain
from typing import TYPE_CHECKING, Any, Literal

import msgspec

from bench.datasets import find_dataset, read_dataset
from bench.harness import Figures, Inputs, Miss, joined, missing
from bench.incident_dates import KEY, judge, single_days
from onrecord.extract import resolve_date
from onrecord.pipeline.tools import load_tools

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from onrecord.model import DateRange

    Resolve = Callable[["Row"], str | None]

SETS = {"own_expressions": "own_expressions", "tbaq_expressions": "tbaq"}
WEEKDAY = re.compile(r"(?i)(?:mon|tues|wednes|thurs|fri|satur|sun)day")
GRANULARITY = {4: "year", 7: "month", 10: "day"}  # of a value, by its length
BY_GRANULARITY = ("day", "week", "month", "year", "range")


class Row(msgspec.Struct, frozen=True):
    """An expression in an article of the day `dct`, and the value the gold gives it."""

    id: str
    dct: str
    text: str
    value: str
    tense: Literal["past", "future"] | None = None

    @property
    def day(self) -> date:
        """The article's day."""
        return date.fromisoformat(self.dct)

    @property
    def granularity(self) -> str:
        """How sharp the gold's value is."""
        if "/" in self.value:
            return "range"
        return "week" if "W" in self.value else GRANULARITY[len(self.value)]

    @property
    def is_weekday(self) -> bool:
        """Whether it is a bare weekday, by the rule of the data's README."""
        return WEEKDAY.search(self.text) is not None and not re.search(r"\d", self.text)


class WireText(msgspec.Struct, frozen=True):
    """An old wire text with its incidents as records."""

    id: str
    text: str
    dateline: str | None
    incidents: list[dict[str, Any]]

    @property
    def day(self) -> date | None:
        """The day of the text; None without a dateline."""
        return date.fromisoformat(self.dateline) if self.dateline else None


def measure(inputs: Inputs) -> Figures:
    """Expressions by set and granularity, beside the peer; then days of incidents."""
    return joined(*chain.from_iterable(_of_sets(inputs)), _of_incidents(inputs))


def _of_sets(inputs: Inputs) -> Iterator[tuple[Figures, ...]]:
    for name, key in SETS.items():
        path = find_dataset(inputs.data, name)
        if path is None:
            yield (missing(inputs.data / name, key),)
            continue
        rows = list(read_dataset(path, Row))
        yield judged(rows, key, ours), _peer(rows, key)


def judged(rows: Sequence[Row], key: str, resolve: Resolve) -> Figures:
    """The share that is right: of all, of bare weekdays, and by granularity."""
    right: dict[str, list[bool]] = defaultdict(list)
    misses = []
    for row in rows:
        found = resolve(row)
        for part in (key, f"{key}_{row.granularity}", *_weekday_keys(row, key)):
            right[part].append(found == row.value)
        if found != row.value:
            misses.append(Miss(key, row.id, f"{row.text}: {row.value}", str(found)))
    order = [key, *(f"{key}_{part}" for part in BY_GRANULARITY)]
    values = {
        part: sum(right[part]) / len(right[part])
        for part in sorted(right, key=lambda p: order.index(p) if p in order else -1)
    }
    return Figures(values, tuple(misses), asked={k: len(v) for k, v in right.items()})


def _weekday_keys(row: Row, key: str) -> tuple[str, ...]:
    if key != "tbaq" or not row.is_weekday:
        return ()
    return ("weekday", "weekday_of_own_day") if row.value == row.dct else ("weekday",)


def ours(row: Row) -> str | None:
    """The value as our resolver has it."""
    found = resolve_date(row.text, anchor=row.day, tense=row.tense)
    return as_value(found) if found else None


def as_value(days: DateRange) -> str:
    """A range as the gold writes it: "2019-05", "2019-W07", "START/END".

    >>> from onrecord.extract import resolve_date
    >>> as_value(resolve_date("May 2019", anchor=None))
    '2019-05'
    """
    first, last = days.start.isoformat(), days.end.isoformat()
    year, week, _ = days.start.isocalendar()
    last_year, last_week, _ = days.end.isocalendar()
    short = {
        "day": (first, last),
        "week": (f"{year}-W{week:02}", f"{last_year}-W{last_week:02}"),
        "month": (first[:7], last[:7]),
        "year": (first[:4], last[:4]),
    }
    start, end = short.get(days.precision, (first, last))
    return start if start == end else f"{first}/{last}"


def _peer(rows: Sequence[Row], key: str) -> Figures:
    if find_spec("dateparser") is None:
        return Figures({}, notes=(f"dateparser is not installed: no {key} of it",))
    theirs = judged(rows, key, partial(_dateparsers))
    keys = (key, "weekday") if key == "tbaq" else (key,)
    return Figures({f"{name}_dateparser": theirs.values[name] for name in keys})


def _dateparsers(row: Row) -> str | None:
    """The value as dateparser has it, cut to what its own reading says is known."""
    from dateparser.date import DateDataParser  # noqa: PLC0415 - not everywhere

    base = datetime.combine(row.day, datetime.min.time(), UTC).replace(tzinfo=None)
    prefer = "future" if row.tense == "future" else "past"
    parser = DateDataParser(
        languages=["en"],
        settings={"RELATIVE_BASE": base, "PREFER_DATES_FROM": prefer},
    )
    found = parser.get_date_data(row.text)
    if found.date_obj is None:
        return None
    length = {"year": 4, "month": 7}.get(found.period, 10)
    return str(found.date_obj.date())[:length]


def _of_incidents(inputs: Inputs) -> Figures:
    folder = inputs.data.parent / "incidents"
    path = find_dataset(folder, "muc4") or find_dataset(inputs.data, "muc4")
    if path is None:
        return missing(folder / "muc4", KEY)
    asked = [
        (row.id, row.text, row.day, value)
        for row in read_dataset(path, WireText)
        for value in single_days(row.incidents)
    ]
    share, misses = judge(asked, load_tools())
    return Figures({KEY: share}, tuple(misses), asked={KEY: len(asked)})
