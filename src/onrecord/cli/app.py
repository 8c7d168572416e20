"""The command and its global options; every family of commands hangs on here."""

from __future__ import annotations

import os
import re
import sys
from inspect import cleandoc
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord import __version__
from onrecord.cli import (
    adding,
    claims,
    comparing,
    deciding,
    events,
    gazetteer,
    keeping,
    pages,
    people,
    reviewing,
    serving,
    watching,
)
from onrecord.cli.console import complain
from onrecord.cli.exits import exit_code_of
from onrecord.errors import ConfigError, OnRecordError
from onrecord.settings import Settings, completed

if TYPE_CHECKING:
    from collections.abc import Iterator

ANYWHERE = {
    "--record": 1,
    "--by": 1,
    "--actors": 1,
    "--places": 1,
    "--parser": 1,
    "--json": 0,
    "--no-network": 0,
}
GLOBAL_OPTIONS = (
    "The options --record, --json, --by, --actors, --places, --parser and --no-network "
    "may stand before or after any command."
)
RecordFile = Annotated[
    Path | None, typer.Option(help="The record: one file. [ONRECORD; ./onrecord.db]")
]
AsJson = Annotated[bool, typer.Option("--json", help="Answer in JSON, for machines.")]
By = Annotated[
    str | None, typer.Option(help="Who decides, kept with it. [ONRECORD_USER]")
]
Actors = Annotated[
    list[Path] | None, typer.Option(help="Your own table of actors; again for more.")
]
Places = Annotated[
    list[Path] | None,
    typer.Option(help="Your own list of places; again for more. [ONRECORD_PLACES]"),
]
ParserName = Annotated[
    str | None,
    typer.Option(help="An installed spaCy pipeline, by name. [ONRECORD_PARSER]"),
]
NoNetwork = Annotated[
    bool, typer.Option("--no-network", help="Never reach the network.")
]
Version = Annotated[bool, typer.Option("--version", help="Say the version and stop.")]

app = typer.Typer(
    name="onrecord",
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=GLOBAL_OPTIONS,
)
FAMILIES = (
    adding, watching, claims, people, reviewing, deciding, events, comparing, pages,
    keeping, gazetteer, serving,
)  # fmt: skip
for family in FAMILIES:
    family.register(app)
for command in app.registered_commands:
    # Lines of a docstring would break anew in a narrow terminal, each after a word.
    paragraphs = cleandoc((command.callback and command.callback.__doc__) or "")
    command.help = re.sub(r"(?<!\n)\n(?!\n)", " ", paragraphs)


@app.callback(invoke_without_command=True)
def start(
    context: typer.Context,
    record: RecordFile = None,
    as_json: AsJson = False,
    by: By = None,
    actors: Actors = None,
    places: Places = None,
    parser: ParserName = None,
    no_network: NoNetwork = False,
    version: Version = False,
) -> None:
    """Read news pages and keep the record.

    Who said what, what happened and with which figures, and who says otherwise:
    every entry points at the exact words in the stored page.
    """
    if version:
        typer.echo(f"onrecord {__version__}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        raise ConfigError("no command given; onrecord --help lists them")
    options = Settings(
        record=record,
        as_json=as_json,
        by=by,
        allow_network=not no_network,
        actors=tuple(actors or ()),
        parser=parser,
        places=tuple(places or ()),
    )
    context.obj = completed(options, os.environ)


def main() -> None:
    """Run the command line; an error of ours is one line and an exit status."""
    try:
        app(args=hoisted(sys.argv[1:]), prog_name="onrecord")
    except OnRecordError as error:
        complain(str(error))
        sys.exit(exit_code_of(error))


def hoisted(arguments: list[str]) -> list[str]:
    """The arguments with the global options moved before the command.

    Raises ConfigError when one that needs a value ends the line.

    >>> hoisted(["claims", "--json", "--record", "a.db", "rain"])
    ['--json', '--record', 'a.db', 'claims', 'rain']
    """
    first: list[str] = []
    rest: list[str] = []
    left = iter(arguments)
    for argument in left:
        if argument == "--":
            rest += [argument, *left]
        elif argument.partition("=")[0] not in ANYWHERE:
            rest.append(argument)
        else:
            first.append(argument)
            if ANYWHERE[argument.partition("=")[0]] and "=" not in argument:
                first.append(_value_of(argument, left))
    return first + rest


def _value_of(option: str, left: Iterator[str]) -> str:
    value = next(left, None)
    if value is None:
        raise ConfigError(f"{option} needs a value")
    return value
