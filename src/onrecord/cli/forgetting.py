"""The command that removes what is on record."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.console import ACCENT, answer, plain, quiet, say, say_whole, strong
from onrecord.cli.options import opened, settings_of, text_given
from onrecord.cli.render import counted, joined, short
from onrecord.cli.tables import tables_of
from onrecord.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.record import Record, Tombstone
    from onrecord.settings import Settings

LEFT = (
    "Left in the custody log, for good: where it was from, its SHA-256, who forgot it "
    "and why. Nothing of its words is left in the record's file; backups, exports and "
    "old blocks of the disk are not the record's to clean."
)


def register(app: typer.Typer) -> None:
    """Hang this command on the command line."""
    example = "Example: onrecord forget 9c01aa22 --reason 'a court order' --by Ada"
    app.command(epilog=example)(forget)


def forget(
    context: typer.Context,
    pages: Annotated[
        list[str], typer.Argument(metavar="PAGE...", help="Their ids, or prefixes.")
    ],
    reason: Annotated[str, typer.Option(help="Why, in words that may stay on record.")],
    yes: Annotated[
        bool, typer.Option("--yes", help="Do not ask: it cannot be undone.")
    ] = False,
) -> None:
    """Remove pages for good: bytes, text, findings and all that rests on them.

    A tombstone stays in the custody log: SHA-256, place, when, who (--by) and why.
    The place (an address, a path) stays since the log is sealed with it, and so do
    your reason and name: write nothing there that is to be forgotten. The same bytes
    are never added again, wherever they come from; other captures of the same address
    are captures of their own and stay, and may be added. Links, claims, incidents and
    stories are derived anew from what is left.
    """
    settings = settings_of(context)
    why = (text_given(reason) or "").strip()
    by = (settings.by or "").strip()
    if not why or not by:
        told = "--reason says why" if not why else "--by NAME says who"
        raise ConfigError(f"nothing was forgotten: {told}, and is kept for good")
    with opened(settings) as record:
        tables = tables_of(record, settings)  # refused before anything is gone
        if not yes:
            _ask(record, pages)
        now = datetime.now(UTC)
        known = {stone.seq for stone in record.tombstones()}
        stones = record.forget(pages, by=by, reason=why, at=now)
        _resolve(record, replace(settings, actors=tables), now)
        if settings.as_json:
            return answer("tombstone", stones)
        for stone in stones:
            _print_stone(record, stone, is_new=stone.seq not in known)
    say(quiet(LEFT))
    return None


def _ask(record: Record, pages: Iterable[str]) -> None:
    """Show what would go and ask; ConfigError when there is nobody to ask."""
    from onrecord.record.views import read_page

    if not sys.stdin.isatty():
        raise ConfigError("nothing was forgotten: --yes says that you mean it")
    for page in pages:
        found = read_page(record, page)
        titles = [item.title for item in found.articles if item.title]
        say_whole(strong(titles[0] if titles else "untitled"), indent=2)
        say_whole(quiet(found.capture.where), indent=2)
        told = (
            counted(len(found.statements), "statement"),
            counted(len(found.figures), "figure"),
        )
        say(joined(*told), indent=2)
    typer.confirm("Forget this? It cannot be undone.", abort=True, err=True)


def _resolve(record: Record, settings: Settings, now: datetime) -> None:
    """Judge anew what is left, which knows nothing of what is gone."""
    from onrecord.pipeline import load_tools, resolve

    if not record.is_resolved():
        resolve(record, load_tools(settings.actors, settings.parser), now=now)


def _print_stone(record: Record, stone: Tombstone, *, is_new: bool) -> None:
    say_whole(plain("forgotten  " if is_new else "known      ", ACCENT), stone.where)
    if not is_new:
        told = f"forgotten before, on {stone.at:%Y-%m-%d} by {stone.by}: {stone.reason}"
        say(told, indent=11)
    say_whole(quiet(f"sha256 {stone.sha256}"), indent=11)
    others = _others(record, stone)
    if others:
        told = f"{counted(len(others), 'other capture')} of this address on record: "
        say(told, ", ".join(short(name) for name in others), indent=11)


def _others(record: Record, stone: Tombstone) -> list[str]:
    """Pages of other captures of the same address."""
    from onrecord.errors import InputError
    from onrecord.record.views import captures_of

    try:
        return [row.page_id for row in captures_of(record, stone.where)]
    except InputError:
        return []
