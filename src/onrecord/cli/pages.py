"""Commands about stored pages and their words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.console import ACCENT, answer, plain, quiet, quoted, say, strong
from onrecord.cli.options import Limit, opened, settings_of
from onrecord.cli.render import (
    counted,
    day_of,
    joined,
    origin,
    place_name,
    place_of,
    short,
    show_dispute,
    show_statement,
    when,
)

if TYPE_CHECKING:
    from onrecord.record.views import Hit, PageView


def register(app: typer.Typer) -> None:
    """Hang these commands on the command line."""
    app.command(epilog="Example: onrecord page 9c01aa22")(page)
    app.command(epilog="Example: onrecord search 'market bombing'")(search)


def page(
    context: typer.Context,
    identity: Annotated[str, typer.Argument(metavar="ID", help="Its id, or a prefix.")],
) -> None:
    """Show a stored page: where it is from, and everything found in it."""
    from onrecord.record.views import read_page

    settings = settings_of(context)
    with opened(settings) as record:
        found = read_page(record, identity)
    if settings.as_json:
        return answer("page", [found])
    _print_head(found)
    for article in found.articles:
        say("")
        say(joined(strong(article.title or "untitled"), quiet(article.type)))
        say("  ", joined(when(article), origin(article), ", ".join(article.byline)))
        for statement in found.statements:
            if statement.article.id == article.id:
                show_statement(statement, 2)
        _print_reports(found, article.id)
    for dispute in found.disputes:
        show_dispute(dispute)
    return None


def _print_head(found: PageView) -> None:
    capture = found.capture
    say(strong("Page "), quiet(found.page.id))
    say("  from      ", plain(capture.where))
    taken = f"{capture.captured_at:%Y-%m-%d %H:%M} UTC" if capture.captured_at else None
    say("  captured  ", plain(taken or "nobody said when"))
    say("  sha256    ", quiet(capture.sha256))
    if not found.is_language_supported:
        language = found.page.language or "unknown"
        say("  ", plain(f"language unsupported: {language}", "yellow"))


def _print_reports(found: PageView, article: str) -> None:
    for report in found.reports:
        if report.article.id != article:
            continue
        name = report.detail or report.sub_event_type or report.event_type
        say(
            "  ",
            joined(
                plain(name, ACCENT),
                place_name(report.place),
                day_of(report.date),
                quiet(report.status),
            ),
        )
        say("    ", quoted(report.words.text))
        say("    ", quiet(f"{place_of(report.words)} · {short(report.id)}"))
        for figure in report.figures:
            say("      ", plain(f"{figure.effect}: "), quoted(figure.words.text))


def search(
    context: typer.Context,
    query: Annotated[str, typer.Argument(help='Words; "in marks" for a phrase.')],
    limit: Limit = 20,
) -> None:
    """Find words in statements and articles; any text is safe to search for."""
    from onrecord.record.views import search as search_record

    settings = settings_of(context)
    with opened(settings) as record:
        found = search_record(record, query, limit=limit)
    if settings.as_json:
        return answer("hit", found)
    say(quiet(counted(len(found), "hit")))
    for hit in found:
        _print_hit(hit)
    return None


def _print_hit(hit: Hit) -> None:
    say(
        joined(
            plain(when(hit.article), ACCENT),
            plain(origin(hit.article)),
            strong(hit.article.title or "untitled"),
            quiet(hit.kind),
        )
    )
    say("  ", quoted(hit.snippet))
    say("  ", quiet(place_of(hit.words)))
