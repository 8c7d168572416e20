"""The command that sets the texts of a story side by side."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.cli.console import answer, quiet, say
from onrecord.cli.options import (
    HIDDEN,
    AsOf,
    Limit,
    PublishedUntil,
    cut_of,
    opened_then,
    settings_of,
)
from onrecord.cli.side_by_side import print_comparison


def register(app: typer.Typer) -> None:
    """Hang this command on the command line."""
    app.command(epilog="Example: onrecord compare 3892b41389")(compare)


def compare(
    context: typer.Context,
    story: Annotated[str, typer.Argument(metavar="STORY", help="Its id, or a prefix.")],
    copies: Annotated[
        bool, typer.Option("--copies", help="Give every copy a column of its own.")
    ] = False,
    limit: Limit = 40,
    as_of: AsOf = None,
    published_until: PublishedUntil = None,
) -> None:
    """Set the texts of a story side by side: which fact stands in which of them.

    Facts are rows: figures, disputes, claims, speakers, words for the same thing,
    places. Each text's own words stand below its letter, or "not in this text", which
    is an observation about that text and no more. Copies of one text share a column.
    --json holds every row, whatever the limit.
    """
    from onrecord.record.views import masked, read_comparison

    settings, cut = settings_of(context), cut_of(as_of, published_until)
    with opened_then(settings, cut) as record:
        known = read_comparison(record, story, cut=cut, is_folded=not copies)
        found = masked(record, [known] if known else [])
    if settings.as_json:
        return answer("comparison", found)
    if not found:
        return say(quiet(HIDDEN))
    print_comparison(found[0], limit)
    return None
