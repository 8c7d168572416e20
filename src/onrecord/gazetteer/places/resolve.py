"""Which place each name of an article means, chosen for all names together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from onrecord.gazetteer.places.distance import distance_km
from onrecord.gazetteer.places.home import Home, home_from
from onrecord.gazetteer.places.keys import kind_named
from onrecord.gazetteer.places.scene import make_scene, shares
from onrecord.gazetteer.places.signs import Surroundings, signs_alone
from onrecord.gazetteer.places.toponym import Chosen
from onrecord.gazetteer.places.weights import load_weights

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from onrecord.gazetteer.places.book import PlaceBook
    from onrecord.gazetteer.places.place import Place
    from onrecord.gazetteer.places.scene import Scene
    from onrecord.gazetteer.places.toponym import Toponym
    from onrecord.gazetteer.places.weights import PlaceWeights

ROUNDS = 4
# From a town to the middle of the district or province of its name. Swept on LGL,
# TR-News, GeoWebNews and GeoVirus, development halves: 30 and 50 lose one name in 5,000
# and put .55 and .57 of the pairs of namings that are one on one place, not .48.
AROUND_KM = 50.0


def resolve_places(
    toponyms: Sequence[Toponym],
    book: PlaceBook,
    home: Home | None = None,
    weights: PlaceWeights | None = None,
) -> list[Chosen | None]:
    """The place that each name means, in the order given; None when nothing bears it.

    All names of one article belong together: each is chosen by the others. `home` is
    where the outlet is at home; `weights` are those that ship unless given.
    """
    scene = make_scene(toponyms, book)
    if not scene.namings:
        return [None] * len(toponyms)
    thought = think(scene, home, weights or load_weights())
    return _chosen(scene, thought, len(toponyms))


def think(
    scene: Scene, home: Home | None, weights: PlaceWeights
) -> NDArray[np.float64]:
    """The share of each candidate of its name, after the names heard each other."""
    alone = signs_alone(scene, home)
    thought = shares(scene, alone @ weights.first)
    around = Surroundings(scene)
    for _ in range(ROUNDS):
        signs = np.hstack([alone, around.signs(thought, home)])
        thought = shares(scene, signs @ weights.full)
    return thought


def _chosen(
    scene: Scene, thought: NDArray[np.float64], count: int
) -> list[Chosen | None]:
    chosen: list[Chosen | None] = [None] * count
    for n, naming in enumerate(scene.namings):
        rows = np.flatnonzero(scene.owner == n)
        best = rows[np.argmax(thought[rows])]
        answer = _with_its_own(scene, thought, rows, int(best))
        for at in naming.members:
            chosen[at] = answer
    return chosen


def _with_its_own(
    scene: Scene, thought: NDArray[np.float64], rows: NDArray[np.intp], best: int
) -> Chosen:
    """The place chosen, with what is thought of those of its name around it.

    A capital, its district and its province bear one name: whichever is meant, the
    place is not in doubt. The town stands for them, unless the words say what it is.
    """
    place = scene.places[best]
    here = [row for row in rows if _is_around(scene.places[row], place)]
    towns = [row for row in here if scene.places[row].feature == "town"]
    if towns and kind_named(scene.namings[scene.owner[best]].key) is None:
        place = scene.places[max(towns, key=lambda row: thought[row])]
    return Chosen(place, min(1.0, float(thought[here].sum())))


def _is_around(place: Place, other: Place) -> bool:
    return place.country == other.country and (
        distance_km(place.lat, place.lon, other.lat, other.lon) <= AROUND_KM
    )


def find_homes(
    articles: Sequence[Sequence[Toponym]],
    domains: Sequence[str],
    book: PlaceBook,
    weights: PlaceWeights | None = None,
) -> Mapping[str, Home]:
    """Where each outlet is at home, from the names in all its articles."""
    known = weights or load_weights()
    by_domain: dict[str, list[tuple[Scene, NDArray[np.float64]]]] = {}
    for toponyms, domain in zip(articles, domains, strict=True):
        scene = make_scene(toponyms, book)
        if scene.namings:
            thought = think(scene, Home(domain), known)
            by_domain.setdefault(domain, []).append((scene, thought))
    return {domain: home_from(domain, seen) for domain, seen in by_domain.items()}
