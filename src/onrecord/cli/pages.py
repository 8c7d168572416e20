"""Commands about stored pages and their words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.console import (
    ACCENT,
    answer,
    plain,
    quiet,
    quoted,
    say,
    say_whole,
    strong,
)
from onrecord.cli.options import Limit, opened, settings_of
from onrecord.cli.render import (
    counted,
    day_of,
    joined,
    listed,
    origin,
    place_name,
    place_of,
    proposed_by,
    short,
    show_dispute,
    show_notes,
    show_statement,
    when,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.record.views import ArticleRef, CaptureRow, Hit, PageView
    from onrecord.settings import Settings


def register(app: typer.Typer) -> None:
    """Hang these commands on the command line."""
    app.command(epilog="Example: onrecord page 9c01aa22 --revisions")(page)
    app.command(epilog="Example: onrecord search 'market bombing'")(search)


def page(
    context: typer.Context,
    identity: Annotated[str, typer.Argument(metavar="ID", help="Its id, or a prefix.")],
    revisions: Annotated[
        bool,
        typer.Option("--revisions", help="What changed between captures of its URL."),
    ] = False,
) -> None:
    """Show a stored page: where it is from, and everything found in it."""
    from onrecord.record.views import captures_of, masked, read_page

    settings = settings_of(context)
    if revisions:
        return _revisions(settings, identity)
    with opened(settings) as record:
        (found,) = masked(record, [read_page(record, identity)])
        captures = captures_of(record, found.page.id)
    if settings.as_json:
        return answer("page", [found])
    _print_head(found)
    _print_captures(captures)
    for article in found.articles:
        _print_article(found, article)
    _print_notes(found)
    if found.disputes:
        say("")
        say(strong(counted(len(found.disputes), "dispute")))
    for dispute in found.disputes:
        show_dispute(dispute, 2)
    return None


def _revisions(settings: Settings, identity: str) -> None:
    from onrecord.cli.revisions import print_revisions
    from onrecord.pipeline.revisions import revisions_of

    with opened(settings) as record:
        found = revisions_of(record, identity)
    if settings.as_json:
        return answer("revisions", [found])
    print_revisions(found)
    return None


def _print_notes(found: PageView) -> None:
    """The outlet's own notes, those about nothing found in the page as well."""
    if found.corrections:
        say("")
        say(strong(counted(len(found.corrections), "note") + " by the outlet"))
        show_notes(found.corrections, 2)


def _print_head(found: PageView) -> None:
    capture = found.capture
    say(strong("Page "), quiet(found.page.id))
    say_whole("from      ", capture.where, indent=2)
    taken = f"{capture.captured_at:%Y-%m-%d %H:%M} UTC" if capture.captured_at else None
    say("captured  ", taken or "nobody said when", indent=2)
    say("sha256    ", quiet(capture.sha256), indent=2)
    if not found.is_language_supported:
        language = found.page.language or "unknown"
        say(plain(f"language unsupported: {language}", "yellow"), indent=2)


def _print_captures(captures: Sequence[CaptureRow]) -> None:
    """How often the page's address was captured, when it was more than once."""
    from onrecord.cli.revisions import captured_often

    if len(captures) > 1:
        texts = len({item.revision for item in captures})
        more = "; --revisions shows what changed" if texts > 1 else ""
        say("seen      ", captured_often(len(captures), texts) + more, indent=2)


def _print_article(found: PageView, article: ArticleRef) -> None:
    say("")
    say(joined(strong(article.title or "untitled"), quiet(article.type)))
    names = [name for name in article.byline if name != article.outlet]
    told = joined(when(article), origin(article), ", ".join(names))
    say(told, indent=2, hanging=2)
    if article.type == "article":
        _print_origins(found)
    for statement in found.statements:
        if statement.article.id == article.id:
            show_statement(statement, 2, is_below_article=True)
    _print_reports(found, article.id)


def _print_origins(found: PageView) -> None:
    """Where title, authors, times and outlet were found, each place once."""
    told = ", ".join(dict.fromkeys(map(str, found.origins)))
    if told:
        say(quiet(told), indent=2, hanging=2)


def _print_reports(found: PageView, article: str) -> None:
    for report in found.reports:
        if report.article.id != article:
            continue
        name = report.detail or report.sub_event_type or report.event_type
        told = joined(
            plain(name, ACCENT),
            place_name(report.place),
            day_of(report.date),
            None if report.status == "happened" else report.status,
        )
        say(told, indent=2, hanging=2)
        say(quoted(report.told.text), indent=4)
        say(quiet(f"{place_of(report.told)} · {short(report.id)}"), indent=4)
        for figure in report.figures:
            say(f"{figure.effect}: ", quoted(figure.words.text), indent=6)
            say(quiet(place_of(figure.words)), indent=8)
            show_notes(figure.corrections, 8, page=figure.words.page_id)


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
    say(quiet(listed(len(found), limit, "hit")))
    for hit in found:
        _print_hit(hit)
    return None


def _print_hit(hit: Hit) -> None:
    told = joined(
        plain(when(hit.article), ACCENT),
        origin(hit.article),
        strong(hit.article.title or "untitled"),
        quiet(hit.kind),
        proposed_by(hit.found_by),
    )
    say(told, hanging=2)
    say(quoted(hit.snippet), indent=2)
    say(quiet(place_of(hit.words)), indent=2)
