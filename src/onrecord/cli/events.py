"""Commands about incidents and stories."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, get_args

import typer
from rich.table import Table

from onrecord.cli.console import (
    ACCENT,
    QUIET,
    answer,
    plain,
    quiet,
    quoted,
    say,
    say_short,
    say_table,
    strong,
)
from onrecord.cli.options import (
    HIDDEN,
    AsOf,
    Limit,
    PublishedUntil,
    cut_of,
    day_given,
    opened_then,
    settings_of,
    text_given,
)
from onrecord.cli.render import (
    counted,
    day_of,
    figure_text,
    joined,
    listed,
    origin,
    place_name,
    place_of,
    short,
    show_dispute,
    show_notes,
    toll_of,
    when,
)
from onrecord.model import Effect

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
    from onrecord.record.views import IncidentQuery, list_incidents, masked

    settings, cut = settings_of(context), cut_of(as_of, published_until)
    with opened_then(settings, cut) as record:
        found = list_incidents(
            record,
            IncidentQuery(place, day_given(since), day_given(until), text_given(kind)),
            limit=limit,
            cut=cut,
        )
        found = masked(record, found)
    if settings.as_json:
        return answer("incident", found)
    say(quiet(listed(len(found), limit, "incident")))
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
    from onrecord.record.views import masked, read_incident

    settings, cut = settings_of(context), cut_of(as_of, published_until)
    with opened_then(settings, cut) as record:
        known = read_incident(record, identity, cut=cut)
        shown = masked(record, [known] if known else [])
    if settings.as_json:
        return answer("incident", shown)
    if not shown:
        return say(quiet(HIDDEN))
    found = shown[0]
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
    _print_ledger([item for item in found.reports if item.figures])
    tolls = [("killed", found.killed), ("injured", found.injured)]
    told = [f"{effect} {toll_of(toll)}" for effect, toll in tolls if toll]
    if told:
        say(strong(", ".join(told)), indent=2)


def _print_ledger(reports: list[ReportView]) -> None:
    """The figures by outlet, a column for each effect that one of them gives."""
    told = {figure.effect for item in reports for figure in item.figures}
    effects = [effect for effect in get_args(Effect) if effect in told]
    table = Table(box=None, padding=(0, 2, 0, 0), header_style=QUIET)
    for column in ("outlet", "article of", *effects, "said by"):
        is_day = column == "article of"
        # Words are never cut, and a day is never parted.
        table.add_column(column, overflow="fold", min_width=10 if is_day else None)
    for report in reports:
        sources = {item.attributed_to for item in report.figures if item.attributed_to}
        cells = (
            origin(report.article),
            when(report.article),
            *(figure_text(report.figures, effect) for effect in effects),
            "; ".join(sorted(sources)) or "the outlet",
        )
        table.add_row(*map(plain, cells))
    if reports:
        say_table(table, indent=2)


def _print_report(report: ReportView) -> None:
    say(joined(plain(when(report.article), ACCENT), strong(origin(report.article))))
    say(quoted(report.told.text), indent=2)
    say(quiet(f"{place_of(report.told)} · {short(report.id)}"), indent=2)
    for figure in report.figures:
        source = f"said by {figure.attributed_to}" if figure.attributed_to else None
        part = "part of another figure" if figure.part_of else None
        told = joined(quoted(figure.words.text), source, part)
        say(f"{figure.effect}: ", told, indent=4, hanging=2)
        say(quiet(place_of(figure.words)), indent=6)
        show_notes(figure.corrections, 6, page=figure.words.page_id)


def stories(
    context: typer.Context,
    limit: Limit = 20,
    as_of: AsOf = None,
    published_until: PublishedUntil = None,
) -> None:
    """List stories: the articles of all outlets on the same news."""
    from onrecord.record.views import list_stories

    settings, cut = settings_of(context), cut_of(as_of, published_until)
    with opened_then(settings, cut) as record:
        found = list_stories(record, limit=limit, cut=cut)
    if settings.as_json:
        return answer("story", found)
    say(quiet(listed(len(found), limit, "story", "stories")))
    for item in found:
        say("")
        print_story(item)
    return None


def print_story(found: StoryView) -> None:
    """A story: its title, and a line for each article."""
    sources = found.independent_sources
    numbers = joined(
        counted(len(found.outlets), "outlet") if found.outlets else None,
        counted(sources, "independent source") if sources else "teasers only",
        short(found.id),
    )
    say_short(strong(found.title or "untitled"))
    say(quiet(numbers.plain), indent=2)
    for article in found.articles:
        line = joined(
            plain(when(article), ACCENT),
            plain(origin(article)),
            plain(article.title or "untitled"),
        )
        say_short(quiet(f"{short(article.page_id)}  "), line, indent=4)
