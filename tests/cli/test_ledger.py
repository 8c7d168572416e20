"""Incidents on the screen: rules, the ledger as a table, the chart of characters."""

from __future__ import annotations

import json
import shlex
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest
import typer
from hypothesis import given
from hypothesis import strategies as st

from onrecord.cli.app import app
from onrecord.cli.step_axis import axis_of
from onrecord.cli.step_chart import LABEL, step_charts
from onrecord.model import Moment
from onrecord.record import Record, open_record
from onrecord.record.ledger import RULES
from tests.cli.running import run_here
from tests.record.blast import blast, killed, page, put
from tests.record.made import Told

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WIDTH = 76
DAY = datetime(2031, 5, 1, tzinfo=UTC)


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    """An empty record."""
    with open_record(tmp_path / "record.db") as opened:
        yield opened


def drawn(record: Record, rule: Any = "range") -> list[str]:
    return [line.plain for line in step_charts(blast(record), rule, WIDTH)]


def rows_of(lines: list[str], mark: str) -> list[int]:
    """In which lines of the first chart a mark stands."""
    end = next(at for at, line in enumerate(lines) if "└" in line)
    return [at for at, line in enumerate(lines[:end]) if mark in line[LABEL + 2 :]]


def told_of(record: Path, *arguments: str) -> list[dict[str, Any]]:
    return list(json.loads(run_here(record, *arguments, "--json").out)["items"])


@pytest.mark.parametrize("rule", RULES)
def test_the_rule_stands_beside_what_it_derives(sample_record: Path, rule: str) -> None:
    listed = run_here(sample_record, "incidents", "--rule", rule)
    words = " ".join(listed.out.split())
    assert f"by the rule {rule}: {RULES[rule].wording}" in words  # type: ignore[index] # a name of one
    for item in told_of(sample_record, "incidents", "--rule", rule):
        for toll in item["tolls"]:
            assert (toll["name"], toll["rule"]) == (rule, RULES[rule].wording)  # type: ignore[index] # a name of one


def test_only_incidents_that_killed_so_many_are_listed(sample_record: Path) -> None:
    found = told_of(sample_record, "incidents", "--min-killed", "11")
    assert found
    assert all(item["killed"]["low"] >= 11 for item in found)
    every = told_of(sample_record, "incidents")
    grave = [i for i in every if i["killed"] and (i["killed"]["low"] or 0) >= 11]
    assert [item["id"] for item in found] == [item["id"] for item in grave]


def test_the_examples_in_the_help_work_on_the_sample(sample_record: Path) -> None:
    group = typer.main.get_command(app)
    for name in ("incidents", "incident"):
        epilog = group.commands[name].epilog  # type: ignore[attr-defined] # a group has them
        line = epilog.removeprefix("Example: onrecord ")
        done = run_here(sample_record, *shlex.split(line))
        assert (done.status, done.err) == (0, ""), line
        assert "Bombing" in done.out


def test_the_ledger_of_an_incident_lists_every_figure(sample_record: Path) -> None:
    for item in told_of(sample_record, "incidents"):
        (whole,) = told_of(sample_record, "incident", item["id"])
        figures = [f["id"] for report in whole["reports"] for f in report["figures"]]
        assert sorted(line["figure"] for line in whole["ledger"]) == sorted(figures)


def test_in_a_pipe_there_is_no_colour_and_no_line_is_too_wide(
    sample_record: Path,
) -> None:
    (first, *_) = told_of(sample_record, "incidents", "--min-killed", "11")
    done = run_here(sample_record, "incident", first["id"])
    assert "\x1b" not in done.out
    assert max(map(len, done.out.splitlines())) <= 100


def test_a_higher_number_stands_higher(record: Record) -> None:
    put(record, [page("courier", 0, killed(12)), page("herald", 3, killed(19))])
    lines = drawn(record)
    assert rows_of(lines, "B") < rows_of(lines, "A")
    assert any("A courier   B herald" in line for line in lines)


def test_an_open_end_has_arrows_above_it(record: Record) -> None:
    put(record, [page("courier", 0, killed(20)), page("herald", 3, killed(20, None))])
    lines = drawn(record)
    arrows = rows_of(lines, "↑")
    assert arrows
    assert max(arrows) < min(rows_of(lines, "B"))


def test_two_marks_of_one_place_stand_side_by_side(record: Record) -> None:
    put(record, [page("courier", 0, killed(12)), page("herald", 0, killed(12))])
    assert any("AB" in line for line in drawn(record))


def test_killed_and_injured_are_drawn_apart(sample_record: Path) -> None:
    (first,) = told_of(sample_record, "incidents", "--place", "Tolvesh")
    out = run_here(sample_record, "incident", first["id"]).out
    assert out.index("killed, by the time") < out.index("injured, by the time")


def test_one_figure_makes_no_chart(record: Record) -> None:
    put(record, [page("courier", 0, killed(12))])
    assert drawn(record) == []


def test_nothing_doubtful_is_on_an_axis(record: Record) -> None:
    vast = Told("Port Anselm", 10**12, is_doubtful=True)
    pages = [page("courier", 0, killed(12), vast), page("herald", 3, killed(19))]
    far = page("lantern", 0, killed(15), where="https://lantern.example/far")
    put(record, [*pages, _dated(far, "9999-12-31"), _dated(far, "1066-10-14")])
    lines = drawn(record)
    assert not any("9999" in line or "1066" in line for line in lines)
    assert not any("000,000" in line or "lantern" in line for line in lines)
    shown = {line.outlet for line in blast(record).ledger}
    assert "lantern" in shown


@given(
    st.lists(st.integers(0, 5000), min_size=1, max_size=60),
    st.integers(20, 120),
)
def test_days_keep_their_order_and_stay_on_the_axis(
    days: list[int], width: int
) -> None:
    axis = axis_of([DAY + timedelta(days=day) for day in days], width)
    columns = list(axis.columns.values())
    assert columns == sorted(columns)
    assert 0 <= min(columns) <= max(columns) < width
    assert len(axis.labels()) <= width
    assert all(0 < at < width for at in axis.breaks)


def _dated(news: Any, day: str) -> Any:
    return replace(news, published=Moment(day, "day"), where=f"{news.where}-{day}")
