"""The gazetteer opened: what ships, with a user's own places on top."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from onrecord.gazetteer.places.gazetteer import Gazetteer
from onrecord.gazetteer.places.keys import place_key
from onrecord.gazetteer.places.unpack import unpack_gazetteer
from onrecord.gazetteer.places.user_places import by_key, read_places

if TYPE_CHECKING:
    from pathlib import Path


def open_gazetteer(cache: Path, *user_files: Path) -> Gazetteer:
    """The places of the world, unpacked into `cache` at the first use, and a user's.

    A name that a user's file has means that file's place and no other. `note` of the
    gazetteer says when the cache could not be written. Raises InputError or
    ConfigError when a user's file is wrong.
    """
    told = [place for file in user_files for place in read_places(file)]
    unpacked = unpack_gazetteer(cache)
    world = Gazetteer(unpacked.file, note=unpacked.note)
    if not told:
        return world

    def region_code(country: str, name: str) -> str:
        """The world's code of the region, else one of our own that all may share."""
        found = (
            one.place.region
            for one in world.lookup(name)
            if one.place.feature == "region" and one.place.country == country
        )
        return next(found, f"{country}.{place_key(name)}")

    own = by_key(told, region_code)
    versions = {
        f"places {file.name}": hashlib.sha256(file.read_bytes()).hexdigest()[:16]
        for file in user_files
    }
    return Gazetteer(unpacked.file, own, note=unpacked.note, versions=versions)
