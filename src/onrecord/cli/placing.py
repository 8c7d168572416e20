"""The gazetteer on the command line: the world's places, and the user's own."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from onrecord.cli.console import complain
from onrecord.settings import cache_folder

if TYPE_CHECKING:
    from onrecord.gazetteer.places import Gazetteer
    from onrecord.settings import Settings


def gazetteer_of(settings: Settings) -> Gazetteer:
    """The places of the world with the user's files on top.

    Says in one line when the folder for what can be made anew cannot be written.
    Raises InputError or ConfigError when a user's file is wrong.
    """
    from onrecord.gazetteer.places import open_gazetteer

    found = open_gazetteer(cache_folder(os.environ), *settings.places)
    if found.note is not None:
        complain(found.note)
    return found
