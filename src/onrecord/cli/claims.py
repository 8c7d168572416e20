"""Commands about claims and disputes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.console import answer, quiet, say
from onrecord.cli.living import show_whole_claim
from onrecord.cli.options import (
    HIDDEN,
    AsOf,
    Limit,
    PublishedUntil,
    cut_of,
    opened_then,
    settings_of,
)
from onrecord.cli.render import joined, listed, show_claim, show_dispute

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.record import Record
    from onrecord.record.views import ClaimView, Cut, DisputeView


def register(app: typer.Typer) -> None:
    """Hang these commands on the command line."""
    app.command(epilog="Example: onrecord claims 'under control'")(claims)
    app.command(epilog="Example: onrecord claim 3f2ab91c")(claim)
    app.command(epilog="Example: onrecord disputes --possible")(disputes)


def claims(
    context: typer.Context,
    query: Annotated[
        str | None, typer.Argument(help="Words that an utterance holds.")
    ] = None,
    every: Annotated[
        bool, typer.Option("--every", help="Also what was said only once.")
    ] = False,
    like: Annotated[
        str | None,
        typer.Option(
            "--like", metavar="WORDS", help="Those that may say this, in any words."
        ),
    ] = None,
    limit: Limit = 20,
    as_of: AsOf = None,
    published_until: PublishedUntil = None,
) -> None:
    """List claims: what was asserted, how often, where, and who disputes it."""
    from onrecord.record.views import masked

    if like is not None and query is not None:
        raise typer.BadParameter("give words that it holds, or --like, not both")
    if like is not None and not any(map(str.isalnum, like)):
        raise typer.BadParameter("--like wants the words of an assertion")
    settings = settings_of(context)
    cut = cut_of(as_of, published_until)
    least = 1 if every or query or like else 2
    with opened_then(settings, cut) as record:
        found = masked(record, _found(record, query, like, least, limit, cut))
    told = listed(len(found), limit, "claim")
    if least > 1:
        many = "claims said more than once"
        told = listed(len(found), limit, "claim", many) + " · --every lists all"
    if settings.as_json:
        return answer("claim", found)
    _print_claims(found, told)
    return None


def _found(
    record: Record,
    query: str | None,
    like: str | None,
    least: int,
    limit: int,
    cut: Cut,
) -> Sequence[ClaimView]:
    """Claims by meaning, by words, or those said most often."""
    from onrecord.language import choose_encoder
    from onrecord.pipeline import nearest_claims
    from onrecord.record.views import list_claims

    if like is None:
        return list_claims(record, query, at_least=least, limit=limit, cut=cut)
    return nearest_claims(record, like, choose_encoder(), limit=limit, cut=cut)


def _print_claims(found: Sequence[ClaimView], told: str) -> None:
    say(quiet(told))
    for item in found:
        say("")
        show_claim(item)


def claim(
    context: typer.Context,
    identity: Annotated[str, typer.Argument(metavar="ID", help="Its id, or a prefix.")],
    as_of: AsOf = None,
    published_until: PublishedUntil = None,
) -> None:
    """Show the life of one claim: every utterance, and who stands against it."""
    from onrecord.record.views import life_of, masked, read_claim

    settings, cut = settings_of(context), cut_of(as_of, published_until)
    with opened_then(settings, cut) as record:
        known = read_claim(record, identity, cut=cut)
        shown = masked(record, [known] if known else [])
    found = [replace(item, life=life_of(item)) for item in shown]
    if settings.as_json:
        return answer("claim", found)
    if not found:
        return say(quiet(HIDDEN))
    show_whole_claim(found[0])
    return None


def disputes(
    context: typer.Context,
    possible: Annotated[
        bool, typer.Option("--possible", help="Also those a person should look at.")
    ] = False,
    limit: Limit = 20,
    as_of: AsOf = None,
    published_until: PublishedUntil = None,
) -> None:
    """List what stands against what, with the words that show it."""
    from onrecord.record.views import list_disputes, masked

    settings = settings_of(context)
    cut = cut_of(as_of, published_until)
    with opened_then(settings, cut) as record:
        found = list_disputes(record, include_possible=possible, limit=limit, cut=cut)
        found = masked(record, found)
    if settings.as_json:
        return answer("dispute", found)
    more = "" if possible else "; --possible lists more"
    _print_disputes(found, listed(len(found), limit, "dispute") + more)
    return None


def _print_disputes(found: Sequence[DisputeView], told: str) -> None:
    say(joined(quiet(told), quiet("none is a verdict")))
    for item in found:
        say("")
        show_dispute(item)
