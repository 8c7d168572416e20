"""Commands about the record itself: proof, export, health."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, TextIO

import typer

from onrecord.cli import forgetting, proving
from onrecord.cli.console import ACCENT, answer, plain, quiet, say
from onrecord.cli.options import AsOf, PublishedUntil, cut_of, opened, settings_of
from onrecord.cli.render import counted
from onrecord.errors import ConfigError
from onrecord.model import RuleName

if TYPE_CHECKING:
    from onrecord.export.events import Asked
    from onrecord.record import Record

OfGeojson = Annotated[
    RuleName | None,
    typer.Option(help="Of geojson: how low and high are derived. [range]"),
]
Form = Literal[
    "jsonl", "figures-csv", "figures-parquet", "geojson", "acled-like", "ucdp-like"
]

Written = Annotated[Form, typer.Option("--format", help="What to write; see above.")]
Output = Annotated[
    Path | None, typer.Option("--output", "-o", help="A file instead of stdout.")
]
WithText = Annotated[
    bool,
    typer.Option(
        "--with-text", help="Also the pages' whole texts, which are not masked."
    ),
]


def register(app: typer.Typer) -> None:
    """Hang these commands on the command line."""
    proving.register(app)
    forgetting.register(app)
    app.command(epilog="Example: onrecord export --format figures-csv > figures.csv")(
        export
    )
    app.command(epilog="Example: onrecord doctor")(doctor)


def export(
    context: typer.Context,
    form: Written = "jsonl",
    output: Output = None,
    with_text: WithText = False,
    rule: OfGeojson = None,
    as_of: AsOf = None,
    published_until: PublishedUntil = None,
) -> None:
    """Write what is on record for other tools.

    jsonl: all rows, one a line: pages, articles, findings, groups, links and runs.
    figures-csv, figures-parquet: every figure, a row each. geojson: incidents on a
    map. acled-like, ucdp-like: incidents as CSV under the names of columns of these
    data sets, with fatalities by the rule of that name; a column says that they are
    not theirs. --as-of and --published-until are of all but jsonl.

    Rows carry short quotations and positions; whole texts only with --with-text.
    Private people are masked in all rows, but whole texts are not masked.
    """
    from onrecord.export.events import Asked

    cut = cut_of(as_of, published_until)
    is_cut = as_of is not None or published_until is not None
    if form == "jsonl" and is_cut:
        raise ConfigError("--format jsonl holds all there is and takes no cut")
    if form != "jsonl" and with_text:
        raise ConfigError("--with-text goes with --format jsonl")
    if form != "geojson" and rule is not None:
        raise ConfigError("--rule goes with --format geojson")
    with opened(settings_of(context)) as record:
        asked = Asked(rule or "range", cut)
        if form == "figures-parquet":
            return _export_parquet(record, asked, output)
        if output is None:
            _export(record, form, asked, sys.stdout, with_text=with_text)
            return None
        with _written(output) as stream:
            rows = _export(record, form, asked, stream, with_text=with_text)
        return say(counted(rows, "row"), quiet(f"  {output}"))


def _export(
    record: Record, form: Form, asked: Asked, stream: TextIO, *, with_text: bool
) -> int:
    from onrecord.export import write_jsonl
    from onrecord.export.events import write_events

    if form == "jsonl":
        return write_jsonl(record, stream, with_text=with_text)
    return write_events(record, form, asked, stream)


def _export_parquet(record: Record, asked: Asked, output: Path | None) -> None:
    from onrecord.export.events import write_parquet

    if output is None:
        raise ConfigError("a Parquet table goes to a file: --output FILE")
    try:
        rows = write_parquet(record, asked, output)
    except OSError as error:
        raise ConfigError(f"{output}: cannot be written: {error.strerror}") from error
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
