"""`watch` and `add --fetch`: what they reach, say and leave alone."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from contextlib import contextmanager
from datetime import timedelta
from typing import TYPE_CHECKING
from unittest.mock import patch

import pytest

from onrecord.cli.ending import Ending
from onrecord.record.watch_lock import watching_alone
from tests.cli.rows import rows_of
from tests.cli.running import Answer, run_here
from tests.pipeline.news_web import FEED, Clock, Web, article, feed

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

RAIN = "https://post.example/rain"
SNOW = "https://post.example/snow"


class Desk:
    """Commands on one record that find one web and one time."""

    def __init__(self, record: Path) -> None:
        self.record = record
        self.clock = Clock()
        self.web = Web(self.clock, {FEED: feed("/rain"), RAIN: article()})

    def run(self, *arguments: str) -> Answer:
        """What a command prints."""
        with (
            patch("onrecord.cli.adding.fetcher_of", self._fetcher_of),
            patch("onrecord.cli.watching.new_fetcher", self._new_fetcher),
            patch("onrecord.cli.watching.now", self.clock),
        ):
            return run_here(self.record, *arguments)

    @contextmanager
    def _new_fetcher(self, _sleep: object, _proxy: object) -> Iterator[Web]:
        yield self.web

    @contextmanager
    def _fetcher_of(
        self, _settings: object, *, is_wanted: bool, proxy: str | None
    ) -> Iterator[Web | None]:
        assert proxy is None
        yield self.web if is_wanted else None


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """A desk with an empty record."""
    return Desk(tmp_path / "r.db")


def test_add_fetches_a_page_when_asked_to(desk: Desk) -> None:
    done = desk.run("add", RAIN, "--fetch")
    assert done.status == 0, done.out
    assert f"added    {RAIN}" in done.out
    (row,) = rows_of(desk.record, "page")
    assert row["where"] == RAIN
    assert row["captured_at"].startswith("2031-03-02T12:00")


def test_add_fetches_what_a_feed_and_a_list_name(desk: Desk, tmp_path: Path) -> None:
    desk.web.pages[SNOW] = article("Snow closes the quay")
    (tmp_path / "list.txt").write_text(f"# winter\n{SNOW}\n")
    done = desk.run("add", FEED, str(tmp_path / "list.txt"), "--fetch")
    assert done.status == 0, done.out
    assert {row["where"] for row in rows_of(desk.record, "page")} == {RAIN, SNOW}


@pytest.mark.parametrize("where", [RAIN, FEED, "list.txt"])
def test_add_touches_no_network_unless_asked_to(
    desk: Desk, tmp_path: Path, where: str
) -> None:
    (tmp_path / "list.txt").write_text(f"{RAIN}\n")
    given = where if "://" in where else str(tmp_path / where)
    done = desk.run("add", given)
    assert done.status == 1
    assert "--fetch" in done.out
    assert desk.web.asked == []


@pytest.mark.parametrize("line", [("add", RAIN, "--fetch"), ("watch", FEED)])
def test_no_network_wins_over_every_wish(tmp_path: Path, line: tuple[str, ...]) -> None:
    done = run_here(tmp_path / "r.db", *line, "--no-network")
    assert done.status == 2
    assert "--no-network" in done.err
    assert done.err.count("\n") == 1
    assert not (tmp_path / "r.db").exists()


def test_watch_once_adds_what_a_feed_lists(desk: Desk) -> None:
    done = desk.run("watch", FEED, "--once")
    assert done.status == 0, done.out + done.err
    assert f"new      {RAIN}" in done.out
    assert "1 new page" in done.out
    assert "nothing due" in desk.run("watch", "--once").out


def test_watch_says_what_changed_and_goes_on_with_the_feeds_it_knows(
    desk: Desk,
) -> None:
    desk.run("watch", FEED, "--once")
    desk.web.pages[RAIN] = article("Ferry stays in port", killed=5)
    desk.clock.pass_by(hours=4)
    done = desk.run("watch", "--once")
    assert f"changed  {RAIN}" in done.out
    assert "figure (killed): “3 people” → “5 people”" in done.out
    assert "1 changed" in done.out


def test_every_event_is_a_line_for_machines(desk: Desk) -> None:
    desk.web.pages[FEED] = feed("/rain", "/gone")
    done = desk.run("watch", FEED, "--once", "--json")
    events = [json.loads(line) for line in done.out.splitlines()]
    assert [event["kind"] for event in events] == ["feed", "skipped", "new"]
    assert events[0]["listed"] == 2
    assert "404" in events[1]["reason"]
    assert done.status == 1


def test_what_is_watched_can_be_shown_and_let_go(desk: Desk) -> None:
    desk.web.pages[FEED] = feed("/rain", "/gone")
    desk.run("watch", FEED, "--once")
    shown = desk.run("watch", "--list").out
    assert all(url in shown for url in (FEED, RAIN))
    assert "404" in shown
    rows = desk.run("watch", "--list", "--json").items
    assert {row["kind"] for row in rows} == {"feed", "page"}
    assert desk.run("watch", "--stop", FEED).out.count("let go") == 3
    assert desk.run("watch", "--list", "--json").items == []
    assert len(rows_of(desk.record, "page")) == 1


def test_the_list_and_the_end_need_no_network(desk: Desk) -> None:
    desk.run("watch", FEED, "--once")
    assert desk.run("watch", "--list", "--no-network").status == 0
    assert desk.run("watch", "--stop", RAIN, "--no-network").status == 0


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (("watch", "post.example/feed", "--once"), "https://"),
        (("watch", "--once"), "no record"),
        (("watch", "--stop", FEED), "no record"),
        (("watch", FEED, "--every", "1"), "every"),
    ],
)
def test_wrong_use_is_told(tmp_path: Path, line: tuple[str, ...], words: str) -> None:
    done = run_here(tmp_path / "r.db", *line)
    assert done.status == 2
    assert words in done.err
    assert not (tmp_path / "r.db").exists()


@pytest.mark.parametrize("proxy", ["socks5://a.example:1", "a.example", "http://"])
@pytest.mark.parametrize("line", [("add", RAIN, "--fetch"), ("watch", FEED)])
def test_a_proxy_that_is_none_is_wrong_use(
    tmp_path: Path, line: tuple[str, ...], proxy: str
) -> None:
    done = run_here(tmp_path / "r.db", *line, "--proxy", proxy)
    assert done.status == 2
    assert "proxy" in done.err
    assert not (tmp_path / "r.db").exists()


def test_a_proxy_of_the_environment_is_told_and_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("https_proxy", "http://127.0.0.1:9")
    done = run_here(tmp_path / "r.db", "add", "https://127.0.0.1/rain", "--fetch")
    assert "--proxy" in done.err
    assert "no public address" in done.out


def test_letting_go_of_what_is_not_watched_is_wrong_use(desk: Desk) -> None:
    desk.run("watch", FEED, "--once")
    done = desk.run("watch", "--stop", SNOW)
    assert done.status == 2
    assert "not watched" in done.err


def test_a_record_without_feeds_asks_for_one(desk: Desk) -> None:
    desk.run("add", RAIN, "--fetch")
    done = desk.run("watch", "--once")
    assert done.status == 2
    assert "no feed is watched" in done.err


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_a_watch_cleanly(desk: Desk, number: signal.Signals) -> None:
    fetch = desk.web.fetch

    def interrupted(url: str, **conditions: str | None) -> object:
        os.kill(os.getpid(), number)
        return fetch(url, **conditions)

    with patch.object(Web, "fetch", side_effect=interrupted, autospec=False):
        done = desk.run("watch", FEED)
    assert done.status == 0
    assert desk.run("watch", "--list", "--json").items[0]["asked_at"] is not None
    assert signal.getsignal(number) is not None
    assert "1 new page" in desk.run("watch", "--once").out


def test_two_watches_never_work_on_one_record(desk: Desk) -> None:
    desk.run("watch", FEED, "--once")
    with watching_alone(desk.record):
        done = desk.run("watch", "--once")
    assert done.status == 3
    assert "another watch" in done.err
    assert desk.run("watch", "--once").status == 0
    assert [path.name for path in desk.record.parent.glob("*-watch")] == []


def test_an_end_cuts_waiting_short_and_a_second_one_ends_at_once() -> None:
    with Ending() as ending:
        assert ending.wait(timedelta(milliseconds=1).total_seconds())
        os.kill(os.getpid(), signal.SIGTERM)
        assert not ending.wait(3600)
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGTERM)


def test_commands_without_network_do_not_load_what_fetches() -> None:
    code = (
        "import sys; from onrecord.cli import main; import onrecord.pipeline, "
        "onrecord.read, onrecord.record; "
        "print({'httpx', 'httpcore', 'protego'} & set(sys.modules))"
    )
    done = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "set()"
