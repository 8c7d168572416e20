"""Promises of the ledger that hold whatever pages tell and in whatever order."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.model import Moment
from onrecord.record import open_record
from onrecord.record.ledger import RULES
from onrecord.record.views import Cut, list_incidents
from tests.record.blast import START, blast, page, put
from tests.record.made import News, Told

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.record.views import IncidentView

LAST = 6  # days after the blast
SOURCES = (None, "the police", "the ministry", "the rebels", "officials")
numbers = st.integers(0, 60)
tellings = st.builds(
    Told,
    place=st.just("Port Anselm"),
    killed=numbers,
    high=st.one_of(st.none(), st.just(-1)),
    is_superseded=st.booleans(),
    is_part=st.booleans(),
    is_doubtful=st.booleans(),
    source=st.sampled_from(SOURCES),
)


@st.composite
def news(draw: st.DrawFn) -> News:
    """A page of the blast: one of a few outlets, with or without a time of its own."""
    outlet = draw(st.sampled_from(["courier", "herald", None]))
    day = draw(st.one_of(st.none(), st.integers(0, LAST)))
    told = draw(st.lists(tellings, min_size=1, max_size=3))
    captured = draw(st.one_of(st.none(), st.integers(0, LAST)))
    where = f"https://news.example/{draw(st.integers(0, 2))}"
    made = page(outlet, day, *told, where=where)
    at = START + timedelta(days=captured) if captured is not None else None
    is_far = draw(st.integers(0, 9)) == 0
    far = Moment("9999-12-31", "day")
    return replace(
        made,
        captured_at=at,
        published=far if is_far else made.published,
        type=draw(st.sampled_from(["article", "article", "teaser"])),
    )


shelves = st.lists(news(), min_size=1, max_size=5, unique_by=str)


@cache
def _empty() -> bytes:
    """The file of a record without pages: made once, since making it takes longest."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "record.db"
        open_record(path).close()
        return path.read_bytes()


def _incidents(pages: Sequence[News], cut: Cut | None = None) -> list[IncidentView]:
    """The incident by each rule, of a record with these pages; none when cut away."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "record.db"
        path.write_bytes(_empty())
        with open_record(path) as record:
            put(record, pages)
            if cut is not None and not list_incidents(record, cut=cut):
                return []
            return [blast(record, cut, rule) for rule in RULES]


@settings(max_examples=25, deadline=None)
@given(shelves, st.randoms(use_true_random=False))
def test_the_order_of_adding_pages_does_not_change_the_ledger(
    pages: list[News], chance: object
) -> None:
    shuffled = list(pages)
    chance.shuffle(shuffled)  # type: ignore[attr-defined] # hypothesis' own Random
    assert _incidents(pages) == _incidents(shuffled)


@settings(max_examples=25, deadline=None)
@given(shelves, st.integers(0, LAST))
def test_the_past_never_shows_what_was_captured_later(
    pages: list[News], day: int
) -> None:
    by_then = START + timedelta(days=day)
    for incident in _incidents(pages, Cut(as_of=by_then)):
        seen = {line.figure for line in incident.ledger}
        for line in incident.ledger:
            assert line.captured_at is not None
            assert line.captured_at <= by_then
            assert line.captured_again is None or line.captured_again <= by_then
        for step in incident.revisions:
            assert {step.before, step.after} <= seen
        for toll in incident.tolls:
            assert set(toll.figures) <= seen


@settings(max_examples=25, deadline=None)
@given(shelves, st.integers(0, LAST))
def test_the_past_is_what_a_record_of_that_day_would_show(
    pages: list[News], day: int
) -> None:
    by_then = START + timedelta(days=day)
    then = [p for p in pages if p.captured_at and p.captured_at <= by_then]
    if then:
        tolls = [item.tolls for item in _incidents(pages, Cut(as_of=by_then))]
        assert tolls == [item.tolls for item in _incidents(then)]


@settings(max_examples=25, deadline=None)
@given(shelves)
def test_no_rule_makes_a_number_up_and_low_is_never_above_high(
    pages: list[News],
) -> None:
    for incident in _incidents(pages):
        whole = [line for line in incident.ledger if line.stands == "whole"]
        given_numbers = {end for line in whole for end in (line.low, line.high)}
        for toll in incident.tolls:
            for end in (toll.low, toll.high, toll.best, toll.most):
                assert end is None or end in given_numbers
            if toll.low is not None and toll.high is not None:
                assert toll.low <= toll.high
                assert toll.best is None or toll.low <= toll.best <= toll.high
            assert set(toll.figures) <= {line.figure for line in whole}


@settings(max_examples=25, deadline=None)
@given(shelves)
def test_every_figure_has_its_line(pages: list[News]) -> None:
    for incident in _incidents(pages):
        told = [f.id for report in incident.reports for f in report.figures]
        assert sorted(line.figure for line in incident.ledger) == sorted(told)
