"""The data sets of place names: articles with names, and where on earth they are."""

from __future__ import annotations

import msgspec

from onrecord.gazetteer.places import Toponym
from onrecord.gazetteer.places.distance import distance_km

AROUND = 40  # characters on either side: what the data sets without texts have
NEAR_KM = 161.0  # a hundred miles: what the field counts as right
FAR_KM = 20_039.0  # half way round the earth: what no answer costs


class Spot(msgspec.Struct, frozen=True):
    """A name in an article and its true point; no point where nobody knows it."""

    start: int
    end: int
    name: str
    lat: float | None = None
    lon: float | None = None
    left: str | None = None
    right: str | None = None
    geonameid: str | None = None

    def toponym(self, text: str | None) -> Toponym:
        """The name with the words around it."""
        if text is None:
            return Toponym(self.name, self.left or "", self.right or "")
        before = text[max(0, self.start - AROUND) : self.start]
        return Toponym(self.name, before, text[self.end : self.end + AROUND])

    def error_km(self, lat: float | None, lon: float | None) -> float:
        """How far off a point is; as far as can be when there is none."""
        if lat is None or lon is None or self.lat is None or self.lon is None:
            return FAR_KM
        return distance_km(self.lat, self.lon, lat, lon)


class PlaceArticle(msgspec.Struct, frozen=True):
    """An article's names; `text` where the data set may hold it."""

    id: str
    toponyms: tuple[Spot, ...]
    corpus: str = ""
    domain: str = ""
    text: str | None = None

    def names(self) -> list[Toponym]:
        """The names as the resolver takes them, in order."""
        return [spot.toponym(self.text) for spot in self.toponyms]
