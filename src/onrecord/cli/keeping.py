"""Commands about the record itself: proof, export, health."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Literal, TextIO

import typer

from onrecord.cli.console import ACCENT, answer, plain, quiet, say, strong
from onrecord.cli.exits import RECORD_DAMAGED
from onrecord.cli.options import opened, settings_of
from onrecord.cli.render import counted
from onrecord.errors import ConfigError


def register(app: typer.Typer) -> None:
    """Hang these commands on the command line."""
    app.command(epilog="Example: onrecord verify")(verify)
    app.command(epilog="Example: onrecord export --format jsonl > rows.jsonl")(export)
    app.command(epilog="Example: onrecord doctor")(doctor)


def verify(context: typer.Context) -> None:
    """Check every hash, the custody log, and that every entry opens its words."""
    from onrecord.record import verify as verify_record
    from onrecord.record.views import summary

    settings = settings_of(context)
    with opened(settings) as record:
        problems = verify_record(record)
        held = summary(record)
    if settings.as_json:
        answer("problem", problems)
    else:
        for problem in problems:
            say(plain("damaged  ", "bold red"), f"{problem.where}: {problem.what}")
        checked = f"{counted(held.captures, 'capture')}, {held.statements} statements"
        verdict = counted(len(problems), "problem") if problems else "every entry opens"
        say(strong(verdict), quiet(f"  {checked} and all other findings checked"))
    raise typer.Exit(RECORD_DAMAGED if problems else 0)


def export(
    context: typer.Context,
    form: Annotated[
        Literal["jsonl"], typer.Option("--format", help="One row a line.")
    ] = "jsonl",
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="A file instead of stdout.")
    ] = None,
    with_text: Annotated[
        bool, typer.Option("--with-text", help="Whole page texts too.")
    ] = False,
) -> None:
    """Write all rows: pages, articles, findings, groups, links and runs.

    Rows carry short quotations and positions; whole texts only with --with-text.
    Private people are masked.
    """
    from onrecord.export import write_jsonl

    if form != "jsonl":
        raise AssertionError(form)
    with opened(settings_of(context)) as record:
        if output is None:
            write_jsonl(record, sys.stdout, with_text=with_text)
        else:
            with _written(output) as stream:
                rows = write_jsonl(record, stream, with_text=with_text)
            say(counted(rows, "row"), quiet(f"  {output}"))


@contextmanager
def _written(output: Path) -> Iterator[TextIO]:
    """The file to write to; ConfigError says why it cannot be."""
    try:
        with output.open("w", encoding="utf-8") as stream:
            yield stream
    except OSError as error:
        raise ConfigError(f"{output}: cannot be written: {error.strerror}") from error


def doctor(context: typer.Context) -> None:
    """Say what is installed, what is missing, and the command that mends it."""
    from onrecord.pipeline import check_health

    settings = settings_of(context)
    checks = check_health(settings.record_path)
    if settings.as_json:
        answer("check", checks)
    else:
        for check in checks:
            mark = plain("ok  ", ACCENT) if check.is_well else plain("bad ", "bold red")
            say(mark, f"{check.name:<10} {check.found}", hanging=15)
            if check.mend:
                say(quiet(f"mend it: {check.mend}"), indent=15)
    raise typer.Exit(0 if all(check.is_well for check in checks) else 1)
