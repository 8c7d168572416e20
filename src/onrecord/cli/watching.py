"""The command that watches feeds."""

from __future__ import annotations

import sys
from collections import Counter
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.console import (
    ACCENT,
    STEERING,
    answer,
    errors,
    plain,
    quiet,
    quoted,
    say,
    say_whole,
)
from onrecord.cli.ending import Ending
from onrecord.cli.exits import DONE, SKIPPED
from onrecord.cli.fetching import Proxy, check_address, check_network, new_fetcher
from onrecord.cli.loading import sparing
from onrecord.cli.options import opened, settings_of
from onrecord.cli.placing import gazetteer_of
from onrecord.cli.render import counted, joined, short
from onrecord.cli.tables import tables_for
from onrecord.codec import to_json
from onrecord.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from onrecord.pipeline import Tools
    from onrecord.pipeline.revisions import Change
    from onrecord.pipeline.rhythm import Rhythm
    from onrecord.pipeline.watch import Watcher, WatchEvent
    from onrecord.record import Record
    from onrecord.record.watching import Watched
    from onrecord.settings import Settings

SHORTEST_MINUTES = 5  # publishers ask for an hour; less than this is a nuisance
LONGEST_WAIT = 60.0  # seconds until the record is looked at again: --stop counts

Feeds = Annotated[
    list[str] | None,
    typer.Argument(help="Addresses of feeds; none: those that are watched."),
]
Every = Annotated[
    int, typer.Option(min=SHORTEST_MINUTES, help="Minutes between two looks.")
]
Recapture = Annotated[
    int,
    typer.Option(
        min=0,
        help="Hours until a new page is fetched again; later ever less often. "
        "0: never again.",
    ),
]
Once = Annotated[bool, typer.Option("--once", help="Ask what is due now, and end.")]
Show = Annotated[bool, typer.Option("--list", help="Show what is watched, and end.")]
Stop = Annotated[
    str | None,
    typer.Option(help="Watch this feed, with its pages, or this page no more."),
]


def now() -> datetime:
    """The time, in UTC."""
    return datetime.now(UTC)


def register(app: typer.Typer) -> None:
    """Hang this command on the command line."""
    app.command(epilog="Example: onrecord watch https://post.example/feed.xml")(watch)


def watch(
    context: typer.Context,
    feeds: Feeds = None,
    every: Every = 60,
    recapture: Recapture = 3,
    once: Once = False,
    show: Show = False,
    stop: Stop = None,
    proxy: Proxy = None,
) -> None:
    """Watch feeds: add what they list, fetch pages again, say what changed.

    What is watched is kept in the record and goes on after a restart. A page that a
    feed lists no more stays watched. Feeds and pages that did not change are not sent
    again; sites are asked as politely as by add --fetch. Ctrl-C ends it after the
    current page. With --json every event is a line. Exit status 1 says that something
    was skipped.
    """
    from onrecord.pipeline.watch import Watcher

    settings = settings_of(context)
    if show or stop is not None:
        return _tell_or_stop(settings, stop)
    check_network(settings, "watch")
    for feed in feeds or []:
        check_address(feed)
    rhythm, tools = _rhythm(every, recapture), _tools(settings)
    with (
        sparing(settings),
        Ending() as ending,
        new_fetcher(_sleep(ending), proxy) as fetcher,
        _opened(settings, feeds or []) as record,
    ):
        watcher = Watcher(record, tools, fetcher, rhythm, now)
        events = _events(watcher, ending, once=once)
        told = Counter(_told(event, as_json=settings.as_json) for event in events)
    if not settings.as_json:
        _print_sum(told)
    raise typer.Exit(SKIPPED if told["skipped"] else DONE)


def _tools(settings: Settings) -> Tools:
    """The models and tables; refused, before anything is watched, without a table."""
    from onrecord.pipeline import load_tools

    tables, places = tables_for(settings), gazetteer_of(settings)
    return load_tools(tables, settings.parser, gazetteer=places)


@contextmanager
def _opened(settings: Settings, feeds: list[str]) -> Iterator[Record]:
    """The record with these feeds watched, too; one must be.

    Raises ConfigError when none is.
    """
    from onrecord.record import open_record
    from onrecord.record.watch_lock import watching_alone
    from onrecord.record.watching import read_watched, watch_feeds

    made = open_record(settings.record_path) if feeds else opened(settings)
    with made as record, watching_alone(record.path):
        watch_feeds(record, feeds, now())
        if not read_watched(record, "feed"):
            raise ConfigError("no feed is watched yet; name one: onrecord watch URL")
        yield record


def _rhythm(minutes: int, hours: int) -> Rhythm:
    from onrecord.pipeline.rhythm import Rhythm

    recapture = timedelta(hours=hours) if hours else None
    return Rhythm(timedelta(minutes=minutes), recapture)


def _sleep(ending: Ending) -> Callable[[float], None]:
    """A sleep that ends, with Stopped, as soon as somebody wants an end."""
    from onrecord.pipeline.watch import Stopped

    def sleep(seconds: float) -> None:
        if not ending.wait(seconds):
            raise Stopped

    return sleep


def _events(watcher: Watcher, ending: Ending, *, once: bool) -> Iterator[WatchEvent]:
    """Every event, until the user wants an end or, with `once`, nothing is due."""
    if not once and errors().is_terminal:
        errors().print(quiet("watching; Ctrl-C ends it after the current page"))
    yield from watcher.round(ending.is_asked_for)
    while not once and _wait(watcher, ending):
        yield from watcher.round(ending.is_asked_for)


def _wait(watcher: Watcher, ending: Ending) -> bool:
    """Wait until something is due; False when nothing ever is, or for an end.

    A minute at most: others may change what is watched.
    """
    next_at = watcher.next_at()
    if next_at is None:
        return False
    seconds = (next_at - now()).total_seconds()
    return ending.wait(min(max(seconds, 0.0), LONGEST_WAIT))


def _told(event: WatchEvent, *, as_json: bool) -> str:
    """Say what happened, at once; what kind it was."""
    if as_json:
        sys.stdout.write(f"{to_json(event)}\n".translate(STEERING))
    elif event.kind == "skipped":
        say_whole(plain("skipped  ", "yellow"), f"{event.url}: {event.reason}")
    elif event.kind in {"new", "changed"}:
        page = quiet(f"  page {short(event.page or '')}")
        say_whole(plain(f"{event.kind:<9}", ACCENT), event.url, page)
        for change in event.changes:
            _print_change(change)
    elif event.listed:
        say_whole(quiet("feed     "), event.url, quiet(f"  lists {event.listed} new"))
    sys.stdout.flush()
    return event.kind


def _print_change(change: Change) -> None:
    """One difference; what a capture does not hold is never called deleted."""
    about = f" ({change.about})" if change.about else ""
    parts = [quiet(f"{change.kind}{about}: ")]
    if change.before:
        parts.append(quoted(change.before.text))
        parts.append(quiet(" → " if change.after else " not found in this capture"))
    if change.after:
        parts.append(quoted(change.after.text))
    if not change.before:
        parts.append(quiet(" is new"))
    say(*parts, indent=9, hanging=2)


def _print_sum(told: Counter[str]) -> None:
    numbers = [
        counted(told["new"], "new page"),
        f"{told['changed']} changed",
        f"{told['same']} as before",
        f"{told['skipped']} skipped",
    ]
    say_whole(joined(*(n for n in numbers if not n.startswith("0 "))) or "nothing due")


def _tell_or_stop(settings: Settings, stop: str | None) -> None:
    """Show what is watched, or watch something no more."""
    from onrecord.record.watching import read_watched, stop_watching

    with opened(settings) as record:
        if stop is None:
            return _print_watched(read_watched(record), settings)
        gone = stop_watching(record, stop)
    if settings.as_json:
        return answer("unwatched", gone)
    for url in gone:
        say_whole(quiet("let go   "), url)
    say_whole("watched no more; what is on record stays")
    return None


def _print_watched(entries: list[Watched], settings: Settings) -> None:
    if settings.as_json:
        return answer("watched", entries)
    for entry in entries:
        due = f"  next {entry.next_at:%Y-%m-%d %H:%M} UTC"
        say_whole(quiet(f"{entry.kind:<6}"), entry.url, quiet(due))
        if entry.reason:
            times = counted(entry.failures, "failure")
            say_whole(plain(f"{times}: {entry.reason}", "yellow"), indent=6)
    if not entries:
        say_whole("nothing is watched")
    return None
