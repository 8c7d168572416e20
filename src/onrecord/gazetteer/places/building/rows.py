"""What is written: places with the keys of their names."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from onrecord.gazetteer.places.keys import bare_of_kind, place_key
from onrecord.gazetteer.places.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.gazetteer.places.place import Feature

# Lists of alternate names hold codes of airports and stations, and transliterations
# letter by letter that nobody prints ("aslam abad").
CODE = re.compile(r"[A-Z0-9]{1,4}|https?:.*|\d+")
WIDE: frozenset[Feature] = frozenset({"district", "region"})
TRANSLITERATED = re.compile(r"[a-z][a-z '`\-]*")


@dataclass(slots=True)
class Row:
    """A place in the making: its keys, and which of them are its main names."""

    place: Place
    keys: dict[str, bool] = field(default_factory=dict)

    def call(self, name: str, *, is_primary: bool) -> None:
        """Add a name, and its bare form ("Hunan" of "Hunan Sheng") for a region."""
        key = place_key(name)
        if not key:
            return
        self.keys[key] = self.keys.get(key, False) or is_primary
        if self.place.feature in WIDE:
            for bare in bare_of_kind(key, WIDE):
                self.keys[bare] = self.keys.get(bare, False) or is_primary

    def call_all(self, names: Iterable[str], *, is_primary: bool) -> None:
        """Add several names."""
        for name in names:
            self.call(name, is_primary=is_primary)


def worth_keeping(names: Iterable[str]) -> list[str]:
    """The alternate names that somebody prints."""
    return [
        name
        for name in names
        if not CODE.fullmatch(name) and not TRANSLITERATED.fullmatch(name)
    ]
