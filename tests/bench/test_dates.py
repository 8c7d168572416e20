"""The measure of dates, with invented expressions and texts."""

from __future__ import annotations

import gzip
from datetime import date
from importlib.util import find_spec
from typing import TYPE_CHECKING

import msgspec
import pytest

from bench import dates
from bench.dates import Row, as_value, judged, ours
from bench.harness import Inputs
from bench.incident_dates import incident_day, single_days
from onrecord.model import DateRange
from onrecord.pipeline.tools import load_tools

if TYPE_CHECKING:
    from pathlib import Path

ROWS = [
    Row("1", "2024-05-15", "on Monday", "2024-05-13", "past"),
    Row("2", "2024-05-15", "Wednesday", "2024-05-15"),
    Row("3", "2024-05-15", "in March", "2024-02", "past"),
    Row("4", "2024-05-15", "last week", "2024-W19", "past"),
]
VALUES = [
    (DateRange(date(2024, 5, 3), date(2024, 5, 3), "day"), "2024-05-03"),
    (DateRange(date(2024, 5, 3), date(2024, 5, 5), "day"), "2024-05-03/2024-05-05"),
    (DateRange(date(2024, 5, 6), date(2024, 5, 12), "week"), "2024-W19"),
    (DateRange(date(2024, 5, 1), date(2024, 5, 31), "month"), "2024-05"),
    (DateRange(date(2024, 5, 1), date(2024, 7, 31), "month"), "2024-05-01/2024-07-31"),
    (DateRange(date(2024, 1, 1), date(2024, 12, 31), "year"), "2024"),
]
INCIDENT = {
    "optional": False,
    "date": {"value": "2024-05-13", "bound": "", "approx": False},
}


@pytest.mark.parametrize(("days", "value"), VALUES)
def test_a_range_is_written_no_sharper_than_it_is(days: DateRange, value: str) -> None:
    assert as_value(days) == value


def test_right_is_counted_by_granularity_and_misses_are_listed() -> None:
    figures = judged(ROWS, "tbaq", ours)
    assert figures.values == {
        "tbaq": 0.75, "weekday": 1.0, "weekday_of_own_day": 1.0, "tbaq_day": 1.0,
        "tbaq_week": 1.0, "tbaq_month": 0.0,
    }  # fmt: skip
    assert [miss.at for miss in figures.misses] == ["3"]


def test_keys_without_their_file_are_left_out(tmp_path: Path) -> None:
    folder = tmp_path / "dates"
    folder.mkdir()
    (folder / "own_expressions.dev.jsonl").write_bytes(msgspec.json.encode(ROWS[0]))
    figures = dates.measure(Inputs(folder, tmp_path))
    assert figures.values["own_expressions"] == 1
    assert "tbaq" not in figures.values
    assert any("tbaq" in note for note in figures.notes)
    has_peer = "own_expressions_dateparser" in figures.values
    assert has_peer == (find_spec("dateparser") is not None)


def test_days_of_incidents_are_measured_on_the_texts_beside(tmp_path: Path) -> None:
    row = {
        "id": "1",
        "text": "VORRIN, 15 MAY 24 -- GUNMEN KILLED TWO GUARDS IN VORRIN ON MONDAY.",
        "dateline": "2024-05-15",
        "incidents": [INCIDENT],
    }
    (tmp_path / "dates").mkdir()
    (tmp_path / "incidents").mkdir()
    packed = gzip.compress(msgspec.json.encode(row))
    (tmp_path / "incidents" / "muc4.dev.jsonl.gz").write_bytes(packed)
    figures = dates.measure(Inputs(tmp_path / "dates", tmp_path))
    assert figures.values == {"muc_incident_date": 1}


def test_texts_of_several_incidents_or_of_no_exact_day_are_not_asked() -> None:
    open_end = {"optional": False, "date": {"value": "2024-05-13", "bound": "before"}}
    undated = {"optional": False, "date": None}
    assert list(single_days([INCIDENT])) == ["2024-05-13"]
    assert list(single_days([INCIDENT, {**INCIDENT, "optional": True}])) != []
    for incidents in ([INCIDENT, INCIDENT], [open_end], [undated], []):
        assert list(single_days(incidents)) == []


def test_a_text_that_dates_nothing_is_of_its_own_day() -> None:
    day = date(2024, 5, 15)
    assert incident_day("Gunmen killed two guards in Vorrin.", day, load_tools()) == day
