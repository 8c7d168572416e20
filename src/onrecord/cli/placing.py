"""The gazetteer on the command line: the world's places, and the user's own."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from onrecord.settings import cache_folder

if TYPE_CHECKING:
    from onrecord.gazetteer.places import Gazetteer
    from onrecord.settings import Settings


def gazetteer_of(settings: Settings) -> Gazetteer:
    """The places of the world with the user's files on top.

    Raises InputError or ConfigError when a user's file is wrong.
    """
    from onrecord.gazetteer.places import open_gazetteer

    return open_gazetteer(cache_folder(os.environ), *settings.places)
