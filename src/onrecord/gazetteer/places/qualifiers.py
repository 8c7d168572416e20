"""What stands behind a place to say which one: "Oldport, Ghor", "Oldport (Vorrin)"."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from onrecord.gazetteer.places.place import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.gazetteer.places.book import PlaceBook

NAME = r"[^\W\d_][\w.'’\-]*"
BEHIND = re.compile(rf"^\s*(?:,|\()\s*((?:{NAME})(?:\s+{NAME}){{0,2}})")
IN_NAME = re.compile(r"^([^,(]+)[,(]\s*([^,()]+)")
WIDE = frozenset({"district", "region", "country"})


@dataclass(frozen=True, slots=True)
class Qualifier:
    """The wider places that may be meant; a candidate fits when it lies in one."""

    around: tuple[Place, ...]

    def fits(self, place: Place) -> bool:
        """Whether the place lies in one of the wider ones."""
        return any(_holds(wide, place) for wide in self.around)


def _holds(wide: Place, place: Place) -> bool:
    if wide.id == place.id or not wide.country or wide.country != place.country:
        return False
    if wide.feature == "country":
        return True
    if wide.feature == "region":
        return wide.region == place.region
    same = wide.region == place.region and wide.district == place.district
    return same and place.feature == "town"


def parted(name: str) -> tuple[str, str | None]:
    """A name with its qualifier inside, as two: "Oldport, Ghor".

    >>> parted("Oldport, Ghor"), parted("Oldport")
    (('Oldport', 'Ghor'), ('Oldport', None))
    """
    found = IN_NAME.match(name)
    return (found[1].strip(), found[2].strip()) if found else (name, None)


def find_qualifier(inside: str | None, after: str, book: PlaceBook) -> Qualifier | None:
    """The qualifier inside the name or right behind it; None when there is none."""
    found = BEHIND.match(after)
    words = inside or (found[1] if found else "")
    for shorter in _shorter(words):
        around = _wide_places(shorter, book)
        if around:
            return Qualifier(around)
    return None


def _shorter(words: str) -> Iterator[str]:
    parts = words.split()
    for end in range(len(parts), 0, -1):
        yield " ".join(parts[:end])


def _wide_places(words: str, book: PlaceBook) -> tuple[Place, ...]:
    bare = words.rstrip(",;:")
    full = _short_forms().get(bare) or _short_forms().get(bare.rstrip("."))
    names = full or ((bare,) if bare[:1].isupper() else ())
    return tuple(
        candidate.place
        for name in names
        for candidate in book.lookup(name)
        if candidate.place.feature in WIDE and candidate.is_primary
    )


@cache
def _short_forms() -> dict[str, tuple[str, ...]]:
    """The full names behind short forms, exactly as written ("KY", "Ky.")."""
    file = resources.files("onrecord") / "data" / "region_words.csv"
    lines = [
        line
        for line in file.read_text(encoding="utf-8").splitlines()
        if not line.startswith("#")
    ]
    forms: dict[str, tuple[str, ...]] = {}
    for row in csv.DictReader(lines, delimiter=";"):
        for part in row["forms"].split("|"):
            name, _, short = part.partition("=")
            for form in short.split("+"):
                forms[form] = (*forms.get(form, ()), name)
    return forms
