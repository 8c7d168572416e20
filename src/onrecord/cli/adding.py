"""Commands that put pages on record."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from onrecord.cli.assisting import (
    AssistantModel,
    AssistantUrl,
    assistant_of,
    proposals_of,
    unassisted,
)
from onrecord.cli.console import (
    ACCENT,
    answer,
    plain,
    quiet,
    say,
    say_whole,
    strong,
)
from onrecord.cli.events import print_story
from onrecord.cli.exits import DONE, SKIPPED
from onrecord.cli.fetching import Proxy, check_address, fetcher_of
from onrecord.cli.ledger import print_incident, say_rule
from onrecord.cli.loading import sparing
from onrecord.cli.options import moment_given, settings_of
from onrecord.cli.placing import gazetteer_of
from onrecord.cli.render import (
    EVIDENCE,
    counted,
    joined,
    short,
    show_claim,
    side_text,
)
from onrecord.cli.tables import tables_for
from onrecord.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from onrecord.language import Assistant
    from onrecord.model import Skipped, Source
    from onrecord.pipeline import Ingested
    from onrecord.record import Record
    from onrecord.record.views import IncidentView
    from onrecord.settings import Settings

Item = TypeVar("Item")
DEMO_RECORD = Path("onrecord-demo.db")
SHOWN = 4  # of each kind, in what the demo prints

Where = Annotated[
    list[str],
    typer.Argument(
        help="Pages and what holds them: files and folders of HTML or saved text, "
        "web archives (WARC, WACZ), zips, saved mails, feeds, lists of URLs; "
        "URLs; - for standard input."
    ),
]
CaptureTime = Annotated[
    str | None,
    typer.Option(
        help="When these were captured (UTC if no zone; "
        "a day alone counts as its last second)."
    ),
]
PageUrl = Annotated[
    str | None, typer.Option(help="Where the one file you give was saved from.")
]
Fetch = Annotated[
    bool,
    typer.Option(
        "--fetch",
        help="Fetch the URLs you name, and the pages that your feeds and lists "
        "link to; never anything else.",
    ),
]


def register(app: typer.Typer) -> None:
    """Hang these commands on the command line."""
    app.command(epilog="Example: onrecord add saved-pages/ --outlet 'The Herald'")(add)
    app.command(epilog="Example: onrecord demo")(demo)


def add(
    context: typer.Context,
    where: Where,
    capture_time: CaptureTime = None,
    outlet: Annotated[str | None, typer.Option(help="Who published them.")] = None,
    url: PageUrl = None,
    fetch: Fetch = False,
    proxy: Proxy = None,
    assistant_url: AssistantUrl = None,
    assistant_model: AssistantModel = None,
) -> None:
    """Put pages on record: read them, find what they tell, link it.

    The same bytes from the same place are stored once. Without --fetch no network is
    touched. With it, sites are asked one page at a time, what their robots.txt or a
    reservation against text mining forbids is skipped, and only public addresses are
    reached. An assistant is asked only when you name its address and model. Exit
    status 1 says that something was skipped; everything else is on record then.
    """
    from onrecord.read import Given, count_sources, find_sources

    if url is not None:
        _check_url(url, where)
    taken = moment_given(capture_time, "--capture-time") if capture_time else None
    given = Given(url=url, outlet=outlet, captured_at=taken)
    settings = settings_of(context)
    assistant = assistant_of(settings, assistant_url, assistant_model)
    with fetcher_of(settings, is_wanted=fetch, proxy=proxy) as fetcher:
        sources = find_sources(where, given, fetcher)
        done = _ingest(settings, sources, count_sources(where), assistant)
    if settings.as_json:
        answer("added", done)
    else:
        _print_outcome(done, settings.record_path)
    raise typer.Exit(DONE if all(item.is_whole for item in done) else SKIPPED)


def _check_url(url: str, where: list[str]) -> None:
    """Raise ConfigError unless it is a web address, for one file.

    Pages of one address are revisions of each other; a folder's are none.
    """
    check_address(url)
    if len(where) > 1 or Path(where[0]).is_dir():
        raise ConfigError("--url says where one page is from: give one file with it")


def _ingest(
    settings: Settings,
    sources: Iterable[Source | Skipped],
    total: int,
    assistant: Assistant | None = None,
) -> list[Ingested]:
    """Add the sources with progress on a terminal; what became of each."""
    from onrecord.cli.progress import progress_bar
    from onrecord.pipeline import Ingested, ingest, load_tools
    from onrecord.record import open_record

    skipped, left = _opening(sources)
    done = [Ingested(item.where, "skipped", reason=item.reason) for item in skipped]
    path = settings.record_path
    if left is None and not path.exists() and path.parent.is_dir():
        return done  # a mistyped path makes no record; a bad record is still told
    tables, places = tables_for(settings), gazetteer_of(settings)
    tools = load_tools(tables, settings.parser, assistant, places)
    with (
        sparing(settings),
        open_record(path) as record,
        progress_bar(total - len(done)) as bar,
    ):
        given = bar.until_end(left or (), "linking what was found")
        for item in ingest(record, given, tools, now=datetime.now(UTC)):
            done.append(item)
            bar.step()
    return done


def _opening(
    sources: Iterable[Source | Skipped],
) -> tuple[list[Skipped], Iterable[Source | Skipped] | None]:
    """What is skipped before the first page, and all from it on; None: no page."""
    from onrecord.model import Skipped

    skipped: list[Skipped] = []
    left = iter(sources)
    for source in left:
        if not isinstance(source, Skipped):
            return skipped, chain([source], left)
        skipped.append(source)
    return skipped, None


def _print_outcome(done: list[Ingested], record: Path) -> None:
    for item in done:
        if item.outcome == "skipped":
            words = f"{item.where}: {item.reason}"
            say_whole(plain("skipped  ", "yellow"), words)
        elif item.outcome == "known":
            remark = quiet("  the same bytes, stored once")
            say_whole(quiet("known    "), item.where, remark)
        else:
            _print_added(item)
    numbers = [
        counted(sum(d.outcome == "added" for d in done), "page") + " added",
        f"{sum(d.outcome == 'known' for d in done)} known already",
        f"{sum(d.outcome == 'skipped' for d in done)} skipped",
        f"{sum(not d.is_language_supported for d in done)} language unsupported",
        f"{unassisted(done)} not all put to the assistant",
    ]
    told = joined(*(n for n in numbers if not n.startswith("0 ")))
    say_whole(told, quiet(f"  {record}"))


def _print_added(item: Ingested) -> None:
    if item.is_language_supported:
        found = joined(
            counted(item.statements, "statement"), counted(item.reports, "report")
        )
    else:
        found = plain(f"language unsupported: {item.language or 'unknown'}", "yellow")
    page = quiet(f"page {short(item.page or '')}")
    added = plain("added    ", ACCENT)
    say_whole(added, item.where, "  ", joined(found, proposals_of(item), page))
    if item.assisted is not None and item.assisted.failure is not None:
        words = f"{item.where}: the assistant {item.assisted.failure}"
        say_whole(plain("skipped  ", "yellow"), words)


def demo(context: typer.Context) -> None:
    """Build a record from the sample pages and show what is in it.

    The pages are news about an invented country and ship with onrecord. Unless you
    name a record, they go into ./onrecord-demo.db, beside nothing of yours.
    """
    from onrecord.record import open_record

    asked = settings_of(context)
    with _sample_tables() as (actors, places):
        settings = replace(
            asked,
            record=asked.record or DEMO_RECORD,
            actors=(*asked.actors, actors),
            places=(*asked.places, places),
        )
        sources = _sample_sources()
        done = _ingest(settings, sources, len(sources))
    if settings.as_json:
        return answer("added", done)
    with open_record(settings.record_path, create=False) as record:
        _print_demo(record, done)
    say("")
    where = f"--record {settings.record_path}"
    say_whole("Look at it in a browser:  ", strong(f"onrecord {where} serve"))
    say_whole("Or here:                  ", strong(f"onrecord {where} claims"))
    return None


@contextmanager
def _sample_tables() -> Iterator[tuple[Path, Path]]:
    """The actors and the places of the country that the sample tells of."""
    from importlib.resources import as_file, files

    sample = files("onrecord.sample")
    actors, places = sample.joinpath("actors.toml"), sample.joinpath("places.tsv")
    with as_file(actors) as actor_file, as_file(places) as place_file:
        yield actor_file, place_file


def _sample_sources() -> list[Source]:
    from onrecord.model import Source
    from onrecord.sample import sample_pages

    return [
        Source(
            name=f"sample:{page.name}",
            data=page.read_bytes(),
            how="sample",
            url=page.url,
            outlet=page.outlet,
            captured_at=page.captured_at,
        )
        for page in sample_pages()
    ]


def _print_demo(record: Record, done: list[Ingested]) -> None:
    from onrecord.record.views import (
        list_claims,
        list_incidents,
        list_stories,
        summary,
    )

    fresh = sum(item.outcome == "added" for item in done)
    held = summary(record)
    say(
        strong(counted(held.pages, "sample page")),
        f" on record, {fresh} of them added now: ",
        joined(
            counted(held.statements, "statement"),
            counted(held.disputes, "dispute"),
            counted(held.incidents, "incident"),
            counted(held.outlets, "outlet"),
        ),
    )
    _heading("Stories", "the same news, outlet by outlet")
    for story in list_stories(record, limit=SHOWN):
        print_story(story)
    _heading("Claims", "what was asserted more than once, and who says otherwise")
    for claim in list_claims(record, at_least=2, limit=SHOWN):
        show_claim(claim, 2)
        clear = [item for item in claim.disputes if item.shown == "yes"]
        for dispute in clear[:SHOWN]:
            is_left = dispute.left.claim == claim.id
            other = dispute.right if is_left else dispute.left
            mark = plain(f"{EVIDENCE[dispute.evidence]}  ", ACCENT)
            say(mark, side_text(other), indent=6)
    _heading("Incidents", "with the figures as each outlet reported them")
    say_rule("range")
    incidents = sorted(list_incidents(record), key=_figures_given, reverse=True)
    for number, incident in enumerate(incidents[:SHOWN]):
        if number:
            say("")
        print_incident(incident)


def _figures_given(incident: IncidentView) -> int:
    """How many articles give figures: the incidents worth a first look."""
    return sum(bool(report.figures) for report in incident.reports)


def _heading(words: str, remark: str) -> None:
    say("")
    say(strong(words), quiet(f"  {remark}"))
