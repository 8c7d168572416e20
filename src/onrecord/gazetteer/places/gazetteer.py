"""Places by name, in any script: one read-only SQLite file, and a user's own places."""

from __future__ import annotations

from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from onrecord.gazetteer.places.keys import bare_keys, place_key
from onrecord.gazetteer.places.place import Candidate, Place
from onrecord.gazetteer.places.rows import PlaceRows

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from onrecord.gazetteer.places.book import Standing

NO_FILES: Mapping[str, str] = MappingProxyType({})
LARGE = 100_000  # people of a town that is known as a city
KEPT = 50_000  # names whose places are kept in memory: an archive's worth


class Gazetteer:
    """The places of the world by name. Safe to share between threads."""

    def __init__(
        self,
        file: Path,
        own: Mapping[str, tuple[Candidate, ...]] | None = None,
        *,
        note: str | None = None,
        versions: Mapping[str, str] = NO_FILES,
    ) -> None:
        """Open the file for reading; `own` are a user's places by key, which win.

        `note` is a line for the user about how it was opened, `versions` tell a user's
        files by name and hash.

        Raises InputError when there is no such file or it is no gazetteer.
        """
        self._own = own or {}
        self.note = note
        self.versions = versions
        self._rows = PlaceRows(file)
        self.lookup = lru_cache(maxsize=KEPT)(self._lookup)

    def close(self) -> None:
        """Let go of the file; names that were looked up before are still known."""
        self._rows.close()

    def standing(self, name: str) -> Standing | None:
        """What the greatest place of this very name is; None when none bears it."""
        found = self.named(place_key(name))
        features = {one.place.feature for one in found}
        if "country" in features:
            return "country"
        if features - {"town", "point"}:
            return "region"
        people = max((one.place.population for one in found), default=0)
        return None if not found else "city" if people >= LARGE else "town"

    def named(self, key: str) -> tuple[Candidate, ...]:
        """The places under exactly this key, a user's own alone if there are any."""
        if key in self._own:
            return self._own[key]
        rows = self._rows.named(key)
        return _best_first(Candidate(Place(*row[:-1]), bool(row[-1])) for row in rows)

    def _lookup(self, name: str) -> tuple[Candidate, ...]:
        """Every place that bears the name, the best known first.

        The name may be in any script, and with words around it: "city of X",
        "X province", "northern X" are X when nothing bears the whole.
        """
        key = place_key(name)
        found = self.named(key) if key else ()
        if found or not key:
            return found
        return next(filter(None, map(self.named, bare_keys(key))), ())


def _best_first(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    return tuple(
        sorted(
            candidates,
            key=lambda one: (not one.is_primary, -one.place.population, one.place.id),
        )
    )
