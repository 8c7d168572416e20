"""However often a watch dies and whatever changes meanwhile, the record is right."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from itertools import count
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from onrecord.pipeline import load_tools, watch
from onrecord.pipeline.rhythm import Rhythm
from onrecord.pipeline.watch import Watcher
from onrecord.record import open_record, verify
from onrecord.record.watching import read_watched, watch_feeds
from tests.pipeline.news_web import FEED, START, Clock, Web, feed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.pipeline import Tools
    from onrecord.record import Record

RAIN = "https://post.example/lluvia"
STEPS = ["settle_feed", "settle", "add_source", "_last", "captures_of", "resolve"]


class Crash(BaseException):
    """The machine dies."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What happens between two starts of the watch."""

    hours: int = 1
    is_changed: bool = False
    dies_in: str | None = None
    dies_at: int = 1
    is_done: bool = False  # the step, when the watch dies in it


TURNS = st.builds(
    Turn,
    st.integers(0, 30),
    st.booleans(),
    st.sampled_from([None, *STEPS]),
    st.integers(1, 2),
    st.booleans(),
)

QUIET = Turn()


def story(number: int) -> str:
    """A page that is quickly read: no model knows its language."""
    return (
        f'<!doctype html><html lang="es"><head><title>La lluvia {number}</title></head>'
        f"<body><article><h1>La lluvia cierra el puerto de Oster</h1><p>El puerto de "
        f"Oster quedó cerrado el lunes por la lluvia, según informó la junta, y "
        f"volverá a abrir en {number} días.</p><p>Los vecinos deben mantenerse lejos "
        f"del agua hasta el miércoles.</p></article></body></html>"
    )


@pytest.fixture(scope="module")
def tools() -> Tools:
    """The default models; none is needed."""
    return load_tools()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(turns=st.lists(TURNS, min_size=2, max_size=6))
@example(turns=[Turn(dies_in="add_source", is_done=True), QUIET])
@example(turns=[Turn(dies_in="add_source"), QUIET])
@example(turns=[Turn(dies_in="settle", dies_at=2), QUIET])
@example(turns=[QUIET, Turn(9, is_changed=True, dies_in="settle", dies_at=2), QUIET])
@example(turns=[QUIET, Turn(9, dies_in="add_source", is_done=True), QUIET])
@example(
    turns=[
        Turn(dies_in="settle", dies_at=2),
        Turn(is_changed=True, dies_in="settle", dies_at=1),
    ]
)
def test_a_watch_that_keeps_dying_keeps_a_right_record(
    tools: Tools, turns: list[Turn]
) -> None:
    web = Web(Clock(), {FEED: feed("/lluvia"), RAIN: story(0)})
    with TemporaryDirectory() as folder, open_record(f"{folder}/r.db") as record:
        watch_feeds(record, [FEED], START)
        for number, turn in enumerate(turns, start=1):
            web.clock.pass_by(hours=turn.hours)
            if turn.is_changed:
                web.pages[RAIN] = story(number)
            before, has_come = _asked(web), _has_come(record)
            watcher = Watcher(record, tools, web, Rhythm(), web.clock)
            with _dying(turn), contextlib.suppress(Crash):
                list(watcher.round(lambda: False))
            assert not (has_come and _asked(web) > before), "asked for twice"
        for _ in range(2):  # the first may only note what came before it died
            web.clock.pass_by(days=40)
            list(Watcher(record, tools, web, Rhythm(), web.clock).round(lambda: False))
        entries = list(record.custody())
        died = sum(turn.dies_in is not None for turn in turns)
        assert _asked(web) - died <= len(entries) <= _asked(web)
        assert entries[0].event == "added"
        newest = record.data_of(entries[-1].capture_id)
        assert newest == web.pages[RAIN].encode()
        assert all(not entry.is_cut_off for entry in read_watched(record))
        assert record.is_resolved()
        assert verify(record) == []


def _asked(web: Web) -> int:
    return sum(url == RAIN for url, _ in web.asked)


def _has_come(record: Record) -> bool:
    """Whether the page came on record and the watch died before it noted that."""
    return any(
        page.is_cut_off and entry.captured_at >= page.asked_at
        for page in read_watched(record, "page")
        for entry in record.custody()
        if entry.captured_at is not None and page.asked_at is not None
    )


@contextlib.contextmanager
def _dying(turn: Turn) -> Iterator[None]:
    """The watch dies before or after a step, the so many-th time it comes there."""
    if turn.dies_in is None:
        yield
        return
    calls = count(1)
    step = getattr(watch, turn.dies_in)

    def dying(*given: object, **named: object) -> object:
        is_now = next(calls) == turn.dies_at
        if is_now and not turn.is_done:
            raise Crash
        done = step(*given, **named)
        if is_now:
            raise Crash
        return done

    with patch.object(watch, turn.dies_in, dying):
        yield
