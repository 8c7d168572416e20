"""Bringing a record's tables up to date; the only place that loads alembic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory

from onrecord import __version__
from onrecord.record.schema import about

if TYPE_CHECKING:
    from sqlalchemy import Connection

SCRIPTS = "onrecord.record:migrations"


def is_known(version: str) -> bool:
    """Whether this code has the step of that name."""
    scripts = ScriptDirectory.from_config(_config())
    return version in {step.revision for step in scripts.walk_revisions()}


def migrate(connection: Connection) -> None:
    """Run the missing steps in the connection's transaction.

    Writes down which onrecord did it, for the message of an older one.
    """
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    connection.execute(about.delete().where(about.c.name == "onrecord"))
    connection.execute(about.insert(), {"name": "onrecord", "value": __version__})


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", SCRIPTS)
    config.set_main_option("path_separator", "os")
    return config
