"""A place of the gazetteer, and how exactly it is known."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Feature = Literal["point", "town", "district", "region", "country", "sea"]
Precision = Literal["point", "town", "district", "region", "country"]


@dataclass(frozen=True, slots=True)
class Place:
    """A place on earth; `lat` and `lon` in degrees.

    `id` is GeoNames' where it is positive, else our own. `region` is the code of the
    first-level region (country, a dot, GeoNames' number), `district` the name of the
    second-level one; both are empty where they are not known. `population` is 0
    where nobody counted.
    """

    id: int
    name: str
    country: str  # ISO 3166-1 alpha-2, empty when several share the place
    region: str
    district: str
    feature: Feature
    lat: float
    lon: float
    population: int

    @property
    def geonameid(self) -> int | None:
        """GeoNames' number; None for a place of our own or of a user."""
        return self.id if self.id > 0 else None

    @property
    def precision(self) -> Precision:
        """How exactly the point is known; a sea is as wide as a region."""
        return "region" if self.feature == "sea" else self.feature


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that bears a name; `is_primary`: it is the place's main name."""

    place: Place
    is_primary: bool
