"""The place that a name was taken for, by a list of the world's places."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Precision = Literal["point", "town", "district", "region", "country"]
SURE = 0.5  # share of a name's candidates: below, "not named" beats a wrong place


@dataclass(frozen=True, slots=True)
class KnownPlace:
    """A place of the gazetteer, and how surely a name means it here.

    `id` is GeoNames' where it is positive, else our own or a user's. `region` is the
    code of the first-level region, `district` the name of the second-level one; they
    and `country` (ISO code) are empty where they are not known. `lat` and `lon` in
    degrees. `score` is the share of all that the name may mean, 0 to 1.
    """

    id: int
    name: str
    country: str
    region: str
    district: str
    precision: Precision
    lat: float
    lon: float
    score: float

    @property
    def geonameid(self) -> int | None:
        """GeoNames' number; None for a place of our own or of a user."""
        return self.id if self.id > 0 else None

    @property
    def is_sure(self) -> bool:
        """Whether the name means this place rather than any other."""
        return self.score >= SURE
