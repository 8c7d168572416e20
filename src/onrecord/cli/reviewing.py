"""The command that lists what a person should decide."""

from __future__ import annotations

import shlex
import sys
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from onrecord.cli.console import answer, quiet, quoted, say, say_whole, strong
from onrecord.cli.deciding import apply_decision
from onrecord.cli.judging import Judging
from onrecord.cli.options import Limit, opened, settings_of
from onrecord.cli.render import joined, listed, short, when
from onrecord.errors import ConfigError, InputError

if TYPE_CHECKING:
    from onrecord.model import Verb
    from onrecord.record import Record
    from onrecord.record.views import UnsureSide, UnsureView
    from onrecord.settings import Settings

ANSWERS: dict[str, Verb] = {"s": "same", "n": "not-same", "p": "part-of"}
PROMPT = "same (s), not-same (n), first is part-of second (p), leave it (l), quit (q)"


def register(app: typer.Typer) -> None:
    """Hang this command on the command line."""
    app.command(epilog="Example: onrecord review names")(review)


def review(
    context: typer.Context,
    what: Annotated[
        Literal["names"], typer.Argument(metavar="WHAT", help="names.")
    ] = "names",
    limit: Limit = 20,
    ask: Annotated[
        bool, typer.Option("--ask", help="Ask about each, one after the other.")
    ] = False,
) -> None:
    """List pairs of names of which the machine is not sure, the likeliest first.

    Each with where it stands, why it may be one, and the command that decides it. What
    you decided does not come again.
    """
    from onrecord.record.views import list_unsure, masked

    if what != "names":
        raise AssertionError(what)
    settings = settings_of(context)
    if ask and not (settings.by or "").strip():
        raise ConfigError("nothing was decided: --by NAME says who, and is kept")
    with opened(settings) as record:
        found = masked(record, list_unsure(record, limit=limit))
        if ask:
            return _ask(record, settings, found)
    if settings.as_json:
        return answer("unsure", found)
    say(strong(listed(len(found), limit, "pair of names", "pairs of names")))
    for pair in found:
        say("")
        _print_pair(pair)
        for verb in ANSWERS.values():
            say_whole(_command(verb, pair), indent=2)
    return None


def _print_pair(pair: UnsureView) -> None:
    say(strong(f"{pair.left.text} / {pair.right.text}"), quiet(f"  {pair.score:.2f}"))
    say(quiet("why  "), pair.reason, indent=2, hanging=5)
    for side in (pair.left, pair.right):
        _print_side(side)


def _print_side(side: UnsureSide) -> None:
    kind = side.type.replace("_", " ")
    name = None if side.name == side.text else f"of {side.name}"
    told = joined(short(side.entity), kind, name, side.role, side.institution)
    say(quoted(side.text), "  ", quiet(told.plain), indent=2, hanging=2)
    article = side.article
    where = joined(article.title or "untitled", article.outlet, when(article))
    say(quiet(where.plain), indent=4)


def _command(verb: str, pair: UnsureView) -> str:
    sides = short(pair.left.entity), short(pair.right.entity)
    return shlex.join(["onrecord", "decide", verb, *sides, "--reason"]) + " '...'"


def _ask(record: Record, settings: Settings, found: tuple[UnsureView, ...]) -> None:
    """Ask about each pair; ConfigError when there is nobody to ask."""
    if not sys.stdin.isatty():
        raise ConfigError("nothing was decided: --ask needs a terminal")
    with Judging(record, settings) as judging:
        for pair in found:
            _print_pair(pair)
            told = typer.prompt(PROMPT, default="l", err=True).strip().lower()[:1]
            if told == "q":
                return
            if told in ANSWERS:
                sides = [pair.left.entity, pair.right.entity]
                reason = typer.prompt("why", err=True)
                asked = ANSWERS[told], sides, reason
                try:
                    apply_decision(record, settings, asked, judging)
                except InputError as error:  # an earlier answer settled it
                    say(quiet(str(error)), indent=2)
            say("")
