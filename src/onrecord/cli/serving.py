"""Commands that open the record to a browser."""

from __future__ import annotations

from typing import Annotated

import typer

from onrecord.cli.options import opened, settings_of


def register(app: typer.Typer) -> None:
    """Hang these commands on the command line."""
    app.command(epilog="Example: onrecord serve --port 8040")(serve)


def serve(
    context: typer.Context,
    port: Annotated[
        int, typer.Option(help="Where to listen.", min=0, max=65535)
    ] = 8040,
) -> None:
    """Show the record in a browser on this machine, and to this machine alone."""
    from onrecord.server import serve as serve_record

    settings = settings_of(context)
    opened(settings).close()
    serve_record(settings.record_path, port=port)
