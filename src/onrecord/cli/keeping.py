"""Commands about the record itself: proof, export, health."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Literal, TextIO

import typer

from onrecord.cli import forgetting, proving
from onrecord.cli.console import ACCENT, answer, plain, quiet, say
from onrecord.cli.options import opened, settings_of
from onrecord.cli.render import counted
from onrecord.errors import ConfigError


def register(app: typer.Typer) -> None:
    """Hang these commands on the command line."""
    proving.register(app)
    forgetting.register(app)
    app.command(epilog="Example: onrecord export --format jsonl > rows.jsonl")(export)
    app.command(epilog="Example: onrecord doctor")(doctor)


def export(
    context: typer.Context,
    form: Annotated[
        Literal["jsonl"], typer.Option("--format", help="One row a line.")
    ] = "jsonl",
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="A file instead of stdout.")
    ] = None,
    with_text: Annotated[
        bool,
        typer.Option(
            "--with-text", help="Also the pages' whole texts, which are not masked."
        ),
    ] = False,
) -> None:
    """Write all rows: pages, articles, findings, groups, links and runs.

    Rows carry short quotations and positions; whole texts only with --with-text.
    Private people are masked in all rows, but whole texts are not masked.
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
    checks = check_health(settings.record_path, settings.parser)
    if settings.as_json:
        answer("check", checks)
    else:
        for check in checks:
            mark = plain("ok  ", ACCENT) if check.is_well else plain("bad ", "bold red")
            say(mark, f"{check.name:<10} {check.found}", hanging=15)
            if check.mend:
                say(quiet(f"mend it: {check.mend}"), indent=15)
    raise typer.Exit(0 if all(check.is_well for check in checks) else 1)
