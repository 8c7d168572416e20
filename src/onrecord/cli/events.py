"""Commands about incidents and stories."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.console import ACCENT, answer, plain, quiet, say, say_short, strong
from onrecord.cli.ledger import print_incident, print_whole, say_rule
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
from onrecord.cli.render import counted, joined, listed, origin, short, when
from onrecord.model import RuleName

if TYPE_CHECKING:
    from onrecord.record.views import StoryView


def register(app: typer.Typer) -> None:
    """Hang these commands on the command line."""
    app.command(epilog="Example: onrecord incidents --min-killed 10 --rule ucdp")(
        incidents
    )
    app.command(epilog="Example: onrecord incident 4afbc8b690 --rule acled")(incident)
    app.command(epilog="Example: onrecord stories")(stories)


Rule = Annotated[
    RuleName,
    typer.Option(
        help="How low and high are derived from the figures; the wording of the rule "
        "is printed beside them."
    ),
]

Place = Annotated[str | None, typer.Option(help="A place as worded.")]
Since = Annotated[
    str | None, typer.Option("--from", help="Happened on this day or later.")
]
Until = Annotated[
    str | None, typer.Option("--to", help="Happened on this day or before.")
]
Kind = Annotated[
    str | None, typer.Option("--type", help="Event type, such as Battles.")
]
MinKilled = Annotated[
    int | None, typer.Option(min=0, help="At least so many killed, by the rule.")
]


def incidents(
    context: typer.Context,
    place: Place = None,
    since: Since = None,
    until: Until = None,
    kind: Kind = None,
    min_killed: MinKilled = None,
    rule: Rule = "range",
    limit: Limit = 20,
    as_of: AsOf = None,
    published_until: PublishedUntil = None,
) -> None:
    """List incidents with the figures as each outlet reports them.

    Behind each effect stands what the rule makes of its figures, then each figure with
    the outlets that give it. Parts of a whole are never added, and superseded figures
    count for nothing; onrecord incident ID shows them all.
    """
    from onrecord.record.views import IncidentQuery, list_incidents, masked

    settings, cut = settings_of(context), cut_of(as_of, published_until)
    days = day_given(since), day_given(until)
    query = IncidentQuery(place, *days, text_given(kind), min_killed)
    with opened_then(settings, cut) as record:
        found = list_incidents(record, query, limit=limit, cut=cut, rule=rule)
        found = masked(record, found)
    if settings.as_json:
        return answer("incident", found)
    say(quiet(listed(len(found), limit, "incident")))
    say_rule(rule)
    for item in found:
        say("")
        print_incident(item)
    return None


def incident(
    context: typer.Context,
    identity: Annotated[str, typer.Argument(metavar="ID", help="Its id, or a prefix.")],
    rule: Rule = "range",
    as_of: AsOf = None,
    published_until: PublishedUntil = None,
) -> None:
    """Show one incident: the ledger of its figures, how they changed, and its reports.

    The ledger lists every figure; the chart draws killed and injured over the time of
    publication, a letter for each outlet. Revisions (a toll that grows, a source that
    corrects itself) are told apart from figures that stand against each other.
    """
    from onrecord.record.views import masked, read_incident

    settings, cut = settings_of(context), cut_of(as_of, published_until)
    with opened_then(settings, cut) as record:
        known = read_incident(record, identity, cut=cut, rule=rule)
        shown = masked(record, [known] if known else [])
    if settings.as_json:
        return answer("incident", shown)
    if not shown:
        return say(quiet(HIDDEN))
    print_whole(shown[0], rule)
    return None


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
