"""Old wire texts with their incidents as records: how many we find, and how well.

The metric is that of the data's README (`score.py muc`), read from beside the data.
The scheme knows six types of terrorist acts and no war between armies; our finer
kinds are put under them here and nowhere else.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Callable

    from bench.told_texts import Incident
    from onrecord.extract.figures import Bounds

    CountryName = Callable[[str], str]

TYPES = {
    "bombing": "BOMBING", "explosion": "BOMBING", "suicide bombing": "BOMBING",
    "landmine": "BOMBING", "grenade": "BOMBING", "abduction": "KIDNAPPING",
    "arson": "ARSON", "property destruction": "ATTACK",
    "looting": "ROBBERY", "robbery": "ROBBERY",
    "shooting": "ATTACK", "stabbing": "ATTACK",
    "beheading": "ATTACK", "assassination": "ATTACK", "execution": "ATTACK",
    "massacre": "ATTACK", "assault": "ATTACK", "murder": "ATTACK",
    "vehicle ramming": "ATTACK",
    "attack": "ATTACK", "killing": "ATTACK", "rape": "ATTACK", "clash": "ATTACK",
    "ambush": "ATTACK", "raid": "ATTACK", "offensive": "ATTACK", "strike": "ATTACK",
    "air strike": "BOMBING", "shelling": "ATTACK", "missile strike": "ATTACK",
    "mob violence": "ATTACK", "crackdown": "ATTACK",
}  # fmt: skip


class Row(msgspec.Struct, frozen=True):
    """A text, and its incidents as the scorer reads them."""

    id: str
    text: str
    dateline: str | None
    incidents: list[dict[str, object]]

    @property
    def day(self) -> date | None:
        """The day of the text; None when it has no dateline."""
        return date.fromisoformat(self.dateline) if self.dateline else None

    @property
    def is_single(self) -> bool:
        """Whether it tells of one incident, and of none that may be left out."""
        return len(self.incidents) == 1 and not self.incidents[0]["optional"]


@dataclass(frozen=True, slots=True)
class Records:
    """Turns what we find into records of the scheme."""

    country_name: CountryName

    def of(self, incidents: list[Incident]) -> list[dict[str, object]]:
        """The records of a text's incidents; kinds the scheme has not are left out."""
        known = [item for item in incidents if item.report.detail in TYPES]
        return [self._record(item) for item in known]

    def _record(self, item: Incident) -> dict[str, object]:
        report = item.report
        return {
            "type": TYPES[report.detail or ""],
            "date": {"value": report.date.start.isoformat()} if report.date else None,
            "location": self._location(item),
            "killed": _minmax(item.whole("killed")),
            "injured": _minmax(item.whole("injured")),
        }

    def _location(self, item: Incident) -> list[dict[str, str]]:
        place = item.report.place
        if place is None:
            return []
        names = [self.country_name(place.country)] if place.country else []
        return [{"name": name} for name in (*names, place.text.upper())]


def _minmax(bounds: Bounds | None) -> dict[str, int | None] | None:
    return {"min": bounds[0], "max": bounds[1]} if bounds else None
