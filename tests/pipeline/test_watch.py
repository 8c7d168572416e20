"""What a feed lists is added once, looked at again in time, and nothing is lost."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Answer
from onrecord.pipeline import load_tools
from onrecord.pipeline.rhythm import DAY, LONGEST, LONGEST_FEED, Rhythm
from onrecord.pipeline.watch import Stopped, Watcher, WatchEvent
from onrecord.record import Record, open_record
from onrecord.record.views import captures_of
from onrecord.record.watching import (
    read_watched,
    stop_watching,
    watch_feeds,
)
from tests.pipeline.news_web import FEED, START, Clock, Web, article, feed
from tests.read.fetch.internet import Reply, world

if TYPE_CHECKING:
    from collections.abc import Iterator
    from http.server import BaseHTTPRequestHandler
    from pathlib import Path

    from onrecord.pipeline import Tools

RAIN = "https://post.example/rain"
SNOW = "https://post.example/snow"


@pytest.fixture(scope="module")
def tools() -> Tools:
    """The default models, loaded once."""
    return load_tools()


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    """A record that watches one feed."""
    with open_record(tmp_path / "r.db") as opened:
        watch_feeds(opened, [FEED], START)
        yield opened


@pytest.fixture
def web() -> Web:
    """A feed that lists one page."""
    return Web(Clock(), {FEED: feed("/rain"), RAIN: article()})


class Desk:
    """Watches one record with one web; made anew, it is a restart."""

    def __init__(
        self, record: Record, tools: Tools, web: Web, rhythm: Rhythm | None = None
    ) -> None:
        self.web = web
        self.watcher = Watcher(record, tools, web, rhythm or Rhythm(), web.clock)

    def round(self, **passed: float) -> list[WatchEvent]:
        """The events of one round, after so much time."""
        self.web.clock.pass_by(**passed)
        return list(self.watcher.round(lambda: False))

    def kinds(self, **passed: float) -> list[tuple[str, str]]:
        """What happened to which page in one round, after so much time."""
        events = self.round(**passed)
        return [(event.kind, event.url.rpartition("/")[2]) for event in events]


@pytest.fixture
def desk(record: Record, tools: Tools, web: Web) -> Desk:
    """Watches the record."""
    return Desk(record, tools, web)


def test_what_a_feed_lists_is_added_in_the_same_round_and_once(
    desk: Desk, record: Record, web: Web
) -> None:
    assert desk.kinds() == [("feed", "feed.xml"), ("new", "rain")]
    assert desk.kinds() == []
    assert record.is_resolved()
    (capture,) = record.captures()
    assert (capture.where, capture.how) == (RAIN, "fetched")
    assert [url for url, _ in web.asked] == [FEED, RAIN]


def test_a_new_item_is_found_on_the_next_look_and_no_other_page_is_asked(
    desk: Desk, web: Web
) -> None:
    desk.round()
    web.pages |= {FEED: feed("/snow", "/rain"), SNOW: article("Snow closes the quay")}
    assert desk.kinds(hours=1.5) == [("feed", "feed.xml"), ("new", "snow")]


def test_an_unchanged_feed_is_not_sent_again(desk: Desk, web: Web) -> None:
    web.headers[FEED] = (("etag", '"7"'),)
    desk.round()
    assert desk.kinds(hours=1.5) == [("feed", "feed.xml")]
    assert web.asked[-1] == (FEED, '"7"')


def test_the_same_bytes_again_are_a_sighting(desk: Desk, record: Record) -> None:
    desk.round()
    assert ("same", "rain") in desk.kinds(hours=4)
    assert [entry.event for entry in record.custody()] == ["added", "sighting"]


def test_changed_text_is_a_new_capture_and_told(
    desk: Desk, record: Record, web: Web
) -> None:
    (_, new) = desk.round()
    web.pages[RAIN] = article(killed=5)
    changed = next(event for event in desk.round(hours=4) if event.kind == "changed")
    assert changed.before == new.page
    told = {(item.kind, item.how, item.about) for item in changed.changes}
    assert ("figure", "changed", "killed") in told
    assert [row.revision for row in captures_of(record, RAIN)] == [1, 2]
    assert captures_of(record, RAIN)[1].page_id == changed.page


def test_other_furniture_is_a_capture_and_no_change(
    desk: Desk, record: Record, web: Web
) -> None:
    desk.round()
    web.pages[RAIN] = article(more="<a href='/sport'>Sport</a>")
    assert ("same", "rain") in desk.kinds(hours=4)
    assert len(captures_of(record, RAIN)) == 2


def test_an_unchanged_page_is_not_sent_again(
    desk: Desk, record: Record, web: Web
) -> None:
    web.headers[RAIN] = (("etag", 'W/"1"'), ("last-modified", "Sun"))
    desk.round()
    assert ("same", "rain") in desk.kinds(hours=4)
    assert (RAIN, 'W/"1"') in web.asked
    assert len(list(record.custody())) == 1


def test_a_page_that_the_feed_lists_no_more_is_still_watched(
    desk: Desk, web: Web
) -> None:
    desk.round()
    web.pages[FEED] = feed("/snow")
    assert ("same", "rain") in desk.kinds(hours=4)


def test_addresses_that_differ_in_tracking_alone_are_one_page(
    desk: Desk, web: Web
) -> None:
    web.pages[FEED] = feed("/rain", "/rain?utm_source=feed#top")
    assert desk.kinds() == [("feed", "feed.xml"), ("new", "rain")]


def test_a_failing_page_is_tried_ever_less_and_the_others_go_on(
    desk: Desk, record: Record, web: Web
) -> None:
    web.pages[FEED] = feed("/gone", "/rain")
    assert ("skipped", "gone") in desk.kinds()
    waits = []
    for _ in range(4):
        (gone,) = [entry for entry in read_watched(record) if entry.failures]
        assert gone.asked_at is not None
        assert gone.reason is not None
        waits.append(gone.next_at - gone.asked_at)
        web.clock.at = gone.next_at
        desk.round()
    assert all(later > earlier for earlier, later in pairwise(waits))
    web.pages["https://post.example/gone"] = article("Gates tested")
    assert ("new", "gone") in desk.kinds(days=4)
    assert not any(entry.failures for entry in read_watched(record))


@pytest.mark.parametrize("body", ["", "<rss><channel>", "<rss>%PDF-1.4"])
def test_a_broken_feed_is_told_and_asked_again_later(
    desk: Desk, record: Record, web: Web, body: str
) -> None:
    web.pages[FEED] = body
    (event,) = desk.round()
    assert event.url == FEED
    assert event.reason
    assert [entry.url for entry in read_watched(record)] == [FEED]
    web.pages[FEED] = feed("/rain")
    assert ("new", "rain") in desk.kinds(days=1.2)


def test_a_page_named_as_a_feed_is_let_go_with_a_hint(
    desk: Desk, record: Record, web: Web
) -> None:
    link = "<link rel=alternate type=application/atom+xml href=/atom>"
    web.pages[FEED] = f"<!doctype html><html><head>{link}</head><p>Sport</p></html>"
    (event,) = desk.round()
    assert event.kind == "skipped"
    assert "https://post.example/atom" in (event.reason or "")
    assert read_watched(record) == []


def test_a_feed_that_is_a_page_for_a_while_stays_watched(
    desk: Desk, record: Record, web: Web
) -> None:
    desk.round()
    web.pages[FEED] = "<!doctype html><html><p>Back soon</p></html>"
    assert ("skipped", "feed.xml") in desk.kinds(hours=1.5)
    assert [entry.url for entry in read_watched(record, "feed")] == [FEED]


def test_a_page_without_an_article_is_told(desk: Desk, web: Web) -> None:
    web.pages[RAIN] = "<html><nav><a href='/a'>Home</a></nav></html>"
    assert desk.kinds()[-1] == ("skipped", "rain")


def test_everything_goes_on_after_a_restart(
    tmp_path: Path, tools: Tools, web: Web
) -> None:
    with open_record(tmp_path / "r.db") as record:
        watch_feeds(record, [FEED], START)
        Desk(record, tools, web).round()
    with open_record(tmp_path / "r.db") as record:
        assert Desk(record, tools, web).kinds() == []
        web.pages[RAIN] = article(killed=5)
        assert ("changed", "rain") in Desk(record, tools, web).kinds(hours=4)


def test_over_the_wire_only_what_changed_is_sent_again(
    record: Record, tools: Tools, web: Web
) -> None:
    def answer(handler: BaseHTTPRequestHandler) -> None:
        is_known = handler.headers["If-None-Match"] == '"1"'
        Reply(
            b"" if is_known else article().encode(),
            304 if is_known else 200,
            (("ETag", '"1"'), ("Content-Type", "text/html")),
        )(handler)

    with world() as net:
        address = "http://post.example/rain"
        listed = feed("/rain").replace("https", "http").encode()
        net.server.routes |= {"/feed.xml": Reply(listed), "/rain": answer}
        stop_watching(record, FEED)
        watch_feeds(record, ["http://post.example/feed.xml"], START)
        watcher = Watcher(record, tools, net.fetcher, Rhythm(), web.clock)
        kinds = [event.kind for event in watcher.round(lambda: False)]
        web.clock.pass_by(hours=4)
        kinds += [event.kind for event in watcher.round(lambda: False)]
    assert kinds == ["feed", "new", "feed", "same"]
    (capture,) = record.captures()
    assert capture.fetched is not None
    assert capture.fetched.last.url == address


class Crash(BaseException):
    """The machine dies."""


STEPS = [
    "onrecord.pipeline.watch.settle_feed",
    "onrecord.pipeline.watch.read_named_feed",
    "onrecord.pipeline.watch.add_source",
    "onrecord.pipeline.watch.Watcher._settle_page",
    "onrecord.pipeline.watch.resolve",
]


@pytest.mark.parametrize("step", STEPS)
def test_a_crash_between_two_steps_loses_nothing_and_repeats_nothing(
    record: Record, tools: Tools, web: Web, step: str
) -> None:
    told: list[WatchEvent] = []
    with patch(step, side_effect=Crash), pytest.raises(Crash):
        told.extend(Desk(record, tools, web).watcher.round(lambda: False))
    told += Desk(record, tools, web).round()
    assert record.is_resolved()
    assert [entry.event for entry in record.custody()] == ["added"]
    assert [event.kind for event in told].count("new") <= 1
    assert {entry.url: entry.failures for entry in read_watched(record)} == {
        FEED: 0,
        RAIN: 0,
    }


def test_a_page_that_came_before_the_crash_is_not_asked_for_again(
    record: Record, tools: Tools, web: Web
) -> None:
    web.headers[RAIN] = (("etag", '"1"'),)
    broken = patch.object(Watcher, "_settle_page", side_effect=Crash)
    with broken, pytest.raises(Crash):
        Desk(record, tools, web).round()
    (event,) = Desk(record, tools, web).round()
    assert (event.kind, event.url) == ("new", RAIN)
    assert [url for url, _ in web.asked].count(RAIN) == 1
    (page,) = read_watched(record, "page")
    assert page.etag == '"1"'


def test_the_end_comes_after_the_current_address(desk: Desk, record: Record) -> None:
    events: list[WatchEvent] = []
    for event in desk.watcher.round(lambda: bool(events)):
        events.append(event)  # noqa: PERF402 - the end depends on it
    assert [event.kind for event in events] == ["feed"]
    assert desk.kinds() == [("new", "rain")]
    assert record.is_resolved()


def test_an_end_while_waiting_leaves_the_page_for_the_next_time(
    desk: Desk, web: Web
) -> None:
    desk.round()
    web.failing = Stopped()
    assert desk.kinds(hours=4) == []
    web.failing = None
    assert ("same", "rain") in desk.kinds()


def test_a_feed_that_is_let_go_takes_its_pages_with_it(
    desk: Desk, record: Record
) -> None:
    desk.round()
    assert stop_watching(record, FEED) == [FEED, RAIN]
    assert desk.kinds(days=40) == []
    assert len(list(record.pages())) == 1


def test_pages_are_fetched_once_when_nobody_wants_them_again(
    record: Record, tools: Tools, web: Web
) -> None:
    desk = Desk(record, tools, web, Rhythm(recapture=None))
    web.pages[FEED] = feed("/rain", "/gone")
    desk.round()
    later = desk.kinds(days=40)
    assert ("skipped", "gone") in later
    assert "rain" not in [name for _, name in later]


def test_a_forgotten_page_never_comes_back(
    desk: Desk, record: Record, web: Web
) -> None:
    (_, new) = desk.round()
    assert new.page is not None
    record.forget([new.page], by="ada", reason="asked for", at=web.clock())
    web.pages |= {RAIN: article(killed=9), FEED: feed("/rain", "/snow", "/rain#a")}
    told = desk.kinds(hours=4)
    assert ("skipped", "rain") in told
    assert ("new", "rain") not in told
    web.pages[FEED] = feed("/rain")
    assert "rain" not in [name for _, name in desk.kinds(days=50)]
    assert list(record.captures()) == []


TIMES = st.timedeltas(timedelta(0), timedelta(days=4000))


@given(TIMES, st.integers(5, 600), st.integers(1, 200))
def test_a_page_is_looked_at_less_the_older_it_is(
    age: timedelta, minutes: int, hours: int
) -> None:
    rhythm = Rhythm(timedelta(minutes=minutes), timedelta(hours=hours))
    now = START + age
    wait = rhythm.page_at(RAIN, now, START) - now
    later = rhythm.page_at(RAIN, now + DAY, START) - (now + DAY)
    assert min(timedelta(hours=hours), LONGEST) <= wait <= later <= LONGEST * 1.1


@given(st.integers(1, 10**6), st.integers(5, 10_000))
def test_failures_make_waits_longer_up_to_a_bound(failures: int, minutes: int) -> None:
    rhythm = Rhythm(timedelta(minutes=minutes))
    for retry in (rhythm.feed_retry_at, rhythm.page_retry_at):
        wait = retry(FEED, START, failures) - START
        assert wait <= retry(FEED, START, failures + 1) - START
        assert timedelta(minutes=5) <= wait <= LONGEST * 1.1


@pytest.mark.parametrize(
    ("said", "least"),
    [
        ("max-age=7200", timedelta(hours=2)),
        ("public, Max-Age = 60", timedelta(hours=1)),
        ("max-age=999999999", LONGEST_FEED),
        ("no-cache", timedelta(hours=1)),
        ("max-age=soon", timedelta(hours=1)),
    ],
)
def test_a_feed_that_says_how_long_it_stays_is_not_asked_before(
    said: str, least: timedelta
) -> None:
    answer = Answer(FEED, 200, (("cache-control", said),))
    wait = Rhythm().feed_at(FEED, START, answer) - START
    assert least <= wait <= least * 1.1
    assert wait == Rhythm().feed_at(FEED, START, answer) - START
