"""Commands about incidents and stories."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table

from onrecord.cli.console import (
    ACCENT,
    answer,
    out,
    plain,
    quiet,
    quoted,
    say,
    say_short,
    strong,
)
from onrecord.cli.options import (
    HIDDEN,
    AsOf,
    Limit,
    PublishedUntil,
    cut_of,
    day_given,
    opened,
    settings_of,
)
from onrecord.cli.render import (
    counted,
    day_of,
    figure_text,
    joined,
    origin,
    place_name,
    place_of,
    short,
    show_dispute,
    toll_of,
    when,
)

if TYPE_CHECKING:
    from onrecord.record.views import IncidentView, ReportView, StoryView


def register(app: typer.Typer) -> None:
    """Hang these commands on the command line."""
    app.command(epilog="Example: onrecord incidents --place Tolvesh")(incidents)
    app.command(epilog="Example: onrecord incident 77ab1c")(incident)
    app.command(epilog="Example: onrecord stories")(stories)


def incidents(
    context: typer.Context,
    place: Annotated[str | None, typer.Option(help="A place as worded.")] = None,
    since: Annotated[
        str | None, typer.Option("--from", help="Happened on this day or later.")
    ] = None,
    until: Annotated[
        str | None, typer.Option("--to", help="Happened on this day or before.")
    ] = None,
    kind: Annotated[
        str | None, typer.Option("--type", help="Event type, such as Battles.")
    ] = None,
    limit: Limit = 20,
    as_of: AsOf = None,
    published_until: PublishedUntil = None,
) -> None:
    """List incidents with the figures as each outlet reports them."""
    from onrecord.record.views import IncidentQuery, list_incidents

    settings = settings_of(context)
    with opened(settings) as record:
        found = list_incidents(
            record,
            IncidentQuery(place, day_given(since), day_given(until), kind),
            limit=limit,
            cut=cut_of(as_of, published_until),
        )
    if settings.as_json:
        return answer("incident", found)
    say(quiet(counted(len(found), "incident")))
    for item in found:
        say("")
        print_incident(item)
    return None


def incident(
    context: typer.Context,
    identity: Annotated[str, typer.Argument(metavar="ID", help="Its id, or a prefix.")],
    as_of: AsOf = None,
    published_until: PublishedUntil = None,
) -> None:
    """Show one incident: every report, every figure, and where figures differ."""
    from onrecord.record.views import read_incident

    settings = settings_of(context)
    with opened(settings) as record:
        found = read_incident(record, identity, cut=cut_of(as_of, published_until))
    if settings.as_json:
        return answer("incident", [found] if found else [])
    if found is None:
        return say(quiet(HIDDEN))
    print_incident(found)
    if toll := found.killed or found.injured:
        say(quiet(f"{toll.rule}"), indent=2)
    for report in found.reports:
        say("")
        _print_report(report)
    if found.disputes:
        say("")
        say(strong("Figures differ"))
        for dispute in found.disputes:
            show_dispute(dispute, 2)
    return None


def print_incident(found: IncidentView) -> None:
    """An incident's head, and its figures by outlet as a table."""
    name = found.detail or found.sub_event_type or found.event_type
    say(
        joined(
            strong(name.capitalize()),
            plain(place_name(found.place)),
            plain(day_of(found.date), ACCENT),
            None if found.status == "happened" else plain(found.status, "bold"),
            quiet(short(found.id)),
        )
    )
    ledger = [item for item in found.reports if item.figures]
    if ledger:
        out().print(_ledger(ledger))
    tolls = [("killed", found.killed), ("injured", found.injured)]
    told = [f"{effect} {toll_of(toll)}" for effect, toll in tolls if toll]
    if told:
        say_short(strong(", ".join(told)), indent=2)


def _ledger(reports: list[ReportView]) -> Table:
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="bright_black")
    for column in ("", "outlet", "article of", "killed", "injured", "said by"):
        table.add_column(column)
    for report in reports:
        sources = {item.attributed_to for item in report.figures if item.attributed_to}
        table.add_row(
            "",
            plain(origin(report.article)),
            plain(when(report.article)),
            plain(figure_text(report.figures, "killed")),
            plain(figure_text(report.figures, "injured")),
            plain("; ".join(sorted(sources)) or "the outlet"),
        )
    return table


def _print_report(report: ReportView) -> None:
    say(joined(plain(when(report.article), ACCENT), strong(origin(report.article))))
    say("  ", quoted(report.words.text))
    say(quiet(f"  {place_of(report.words)} · {short(report.id)}"))
    for figure in report.figures:
        part = "  part of another figure" if figure.part_of else ""
        source = f"  said by {figure.attributed_to}" if figure.attributed_to else ""
        words = " ".join(figure.words.text.split())
        at = quiet(f"  {place_of(figure.words)}{source}{part}")
        say(f"    {figure.effect}: ", quoted(words), at)


def stories(
    context: typer.Context,
    limit: Limit = 20,
    as_of: AsOf = None,
    published_until: PublishedUntil = None,
) -> None:
    """List stories: the articles of all outlets on the same news."""
    from onrecord.record.views import list_stories

    settings = settings_of(context)
    with opened(settings) as record:
        found = list_stories(record, limit=limit, cut=cut_of(as_of, published_until))
    if settings.as_json:
        return answer("story", found)
    say(quiet(counted(len(found), "story", "stories")))
    for item in found:
        say("")
        print_story(item)
    return None


def print_story(found: StoryView) -> None:
    """A story: its title, and a line for each article."""
    say_short(strong(found.title or "untitled"))
    numbers = joined(
        counted(len(found.outlets), "outlet"),
        counted(found.independent_sources, "independent source"),
        short(found.id),
    )
    say_short(quiet(numbers.plain), indent=2)
    for article in found.articles:
        line = joined(
            plain(when(article), ACCENT),
            plain(origin(article)),
            plain(article.title or "untitled"),
        )
        say_short(quiet(f"{short(article.page_id)}  "), line, indent=4)
