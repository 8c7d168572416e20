"""What speaks for each candidate: in itself, in its article, in its outlet's home."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from onrecord.gazetteer.places.keys import kind_named

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from onrecord.gazetteer.places.home import Home
    from onrecord.gazetteer.places.place import Place
    from onrecord.gazetteer.places.scene import Naming, Scene

    Amounts = NDArray[np.float64]
    Codes = NDArray[np.intp]
    Signs = NDArray[np.float64]

ALONE = (
    "population", "largest", "share of the people", "primary name", "country",
    "region", "district", "sea", "point", "our own", "qualifier fits",
    "qualifier elsewhere", "kind fits", "kind differs", "named in the domain",
    "country of the domain",
)  # fmt: skip
TOGETHER = (
    "country named", "region named", "in its country", "in its region",
    "in its region, of a town", "others inside", "within 30 km", "within 100 km",
    "within 400 km", "nearest within 30 km", "nearest within 100 km", "home region",
    "home country", "home region, of a town",
)  # fmt: skip
EARTH_KM = 6371.0
REACHES = (30.0, 100.0, 400.0)
MOST_PEOPLE = 9.0  # powers of ten


def signs_alone(scene: Scene, home: Home | None) -> NDArray[np.float64]:
    """A row of signs for each candidate that need nothing but itself."""
    rows: list[list[float]] = []
    for naming in scene.namings:
        people = [one.place.population for one in naming.candidates]
        most, total = max(people), sum(people) + len(people)
        rows += [
            [
                np.log10(place.population + 1) / MOST_PEOPLE,
                float(place.population == most and most > 0),
                (place.population + 1) / total,
                float(one.is_primary),
                *(float(place.feature == kind) for kind in KINDS),
                float(place.id < 0),
                *_qualified(naming, place),
                *_of_kind(naming, place),
                *_at_home(naming, place, home),
            ]
            for one in naming.candidates
            for place in (one.place,)
        ]
    return np.array(rows).reshape(-1, len(ALONE))


KINDS = ("country", "region", "district", "sea", "point")


def _qualified(naming: Naming, place: Place) -> tuple[float, float]:
    if not naming.qualifiers:
        return 0.0, 0.0
    fitting = sum(qualifier.fits(place) for qualifier in naming.qualifiers)
    share = fitting / len(naming.qualifiers)
    some = any(
        qualifier.fits(one.place)
        for one in naming.candidates
        for qualifier in naming.qualifiers
    )
    return share, (1 - share) if some else 0.0


def _of_kind(naming: Naming, place: Place) -> tuple[float, float]:
    kind = "district" if naming.is_county else kind_named(naming.key)
    if kind is None:
        return 0.0, 0.0
    return float(kind == place.feature), float(kind != place.feature)


def _at_home(naming: Naming, place: Place, home: Home | None) -> tuple[float, float]:
    if home is None:
        return 0.0, 0.0
    is_local = place.feature in {"town", "district"}
    named = is_local and home.is_named_after(naming.key)
    return float(named), float(bool(home.country) and home.country == place.country)


class Surroundings:
    """What the other names of an article say about each candidate."""

    def __init__(self, scene: Scene) -> None:
        """Measure all distances once: the thoughts change, the earth does not."""
        self._scene = scene
        features = np.array([place.feature for place in scene.places])
        self._is_country = features == "country"
        self._is_region = features == "region"
        self._is_town = (features == "town") | (features == "district")
        self._countries = [place.country for place in scene.places]
        self._regions = [place.region for place in scene.places]
        count = len(scene.namings)
        self._members = np.equal.outer(scene.owner, np.arange(count)).astype(float)
        away = distances(scene.places)
        self._kernels = {km: np.exp(-away / km) for km in REACHES}
        own = scene.weight[scene.owner]
        self._others = np.maximum(scene.weight.sum() - own, 1.0)

    def signs(self, shares: NDArray[np.float64], home: Home | None) -> Signs:
        """A row of signs for each candidate, given what is thought of each so far."""
        towns = shares * self._is_town
        inside = shares * (self._is_town | self._is_region)
        in_country = self._summed(self._countries, inside)
        in_region = self._summed(self._regions, inside)
        town_region = self._summed(self._regions, towns)
        named = self._strongest(self._countries, shares * self._is_country)
        regions = self._strongest(self._regions, shares * self._is_region)
        home_region = _told(home.regions if home else {}, self._regions)
        columns = [
            named * ~self._is_country,
            regions * self._is_town,
            in_country,
            in_region,
            in_region * self._is_town,
            in_country * self._is_country + town_region * self._is_region,
            *(self._near(towns, km) for km in REACHES),
            *(self._nearest(towns, km) for km in REACHES[:2]),
            home_region,
            _told(home.countries if home else {}, self._countries),
            home_region * self._is_town,
        ]
        return np.stack(columns, axis=1)

    def _table(self, codes: Sequence[str], amounts: Amounts) -> tuple[Amounts, Codes]:
        """The amounts by naming and code, and the column of each candidate's code."""
        index = {code: n for n, code in enumerate(dict.fromkeys(codes))}
        column = np.array([index[code] for code in codes], dtype=np.intp)
        table = np.zeros((len(self._scene.namings), max(1, len(index))))
        filled = np.array([bool(code) for code in codes])
        np.add.at(table, (self._scene.owner, column), amounts * filled)
        return table, column

    def _summed(self, codes: Sequence[str], amounts: Amounts) -> Amounts:
        """How much of the other names lies under the candidate's code: 0 to 1."""
        table, column = self._table(codes, amounts)
        table *= self._scene.weight[:, None]
        rest = table.sum(axis=0)[column] - table[self._scene.owner, column]
        return np.asarray(rest / self._others)

    def _strongest(self, codes: Sequence[str], amounts: Amounts) -> Amounts:
        """The surest other name under the candidate's code: 0 to 1."""
        table, column = self._table(codes, amounts)
        if len(table) == 1:
            return np.zeros(len(column))
        first, second = np.sort(table, axis=0)[[-1, -2]]
        own = table[self._scene.owner, column]
        is_strongest = own >= first[column]
        return np.asarray(np.where(is_strongest, second[column], first[column]))

    def _near(self, amounts: Amounts, km: float) -> Amounts:
        """How much of the other names lies near the candidate: 0 to 1."""
        closeness = self._closeness(amounts, km) @ self._scene.weight
        return np.asarray(closeness / self._others * ~self._is_country)

    def _nearest(self, amounts: Amounts, km: float) -> Amounts:
        """How near the nearest other name lies to the candidate: 0 to 1."""
        return np.asarray(self._closeness(amounts, km).max(axis=1) * ~self._is_country)

    def _closeness(self, amounts: Amounts, km: float) -> Amounts:
        """By candidate and naming, without the candidate's own naming."""
        by_naming = self._kernels[km] @ (amounts[:, None] * self._members)
        return np.asarray(by_naming * (1 - self._members))


def distances(places: Sequence[Place]) -> NDArray[np.float64]:
    """The way between any two of the places, in kilometres."""
    lat = np.radians([place.lat for place in places])
    lon = np.radians([place.lon for place in places])
    half = (
        np.sin((lat[:, None] - lat) / 2) ** 2
        + np.cos(lat[:, None]) * np.cos(lat) * np.sin((lon[:, None] - lon) / 2) ** 2
    )
    return np.asarray(2 * EARTH_KM * np.arcsin(np.sqrt(np.clip(half, 0, 1))))


def _told(amounts: Mapping[str, float], codes: Sequence[str]) -> Amounts:
    return np.array([amounts.get(code, 0.0) for code in codes])
