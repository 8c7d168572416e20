"""A weight for each sign: the right candidate of each name against its other ones.

A conditional logit (McFadden 1974) with a ridge, fitted by gradient steps with moments
(Kingma and Ba 2015). Several candidates of a name may be right: a town and the
district of its name lie in one place.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from bench.place_rows import NEAR_KM, PlaceArticle
from onrecord.gazetteer.places.home import Home, home_from
from onrecord.gazetteer.places.resolve import think
from onrecord.gazetteer.places.scene import Scene, make_scene
from onrecord.gazetteer.places.signs import TOGETHER, Surroundings, signs_alone
from onrecord.gazetteer.places.weights import PlaceWeights

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from bench.place_rows import Spot
    from onrecord.gazetteer.places import Place, PlaceBook

    Numbers = NDArray[np.float64]

# Swept on articles whose site was left out: .003, .001, .0003, .0001 differ by .015.
RIDGE = 3e-4
STEPS, RATE, LATE = 300, 0.05, 0.7
PASSES = (
    3  # the signs of an article's other names rest on the weights, and these on them
)
SAME_KM = 25.0  # an answer this near is as good as the very entry of GeoNames


@dataclass(frozen=True, slots=True)
class Lesson:
    """An article's scene, and which of its candidates are right."""

    article: PlaceArticle
    scene: Scene
    right: Numbers
    around: Surroundings


def make_lesson(article: PlaceArticle, book: PlaceBook) -> Lesson | None:
    """The lesson of an article; None when nothing bears any of its names."""
    scene = make_scene(article.names(), book)
    if not scene.namings:
        return None
    right = np.zeros(len(scene.places))
    for n, naming in enumerate(scene.namings):
        rows = np.flatnonzero(scene.owner == n)
        places = [scene.places[row] for row in rows]
        votes = sum(_right(article.toponyms[at], places) for at in naming.members)
        right[rows] = (votes == np.max(votes)) & (votes > 0)
    return Lesson(article, scene, right, Surroundings(scene))


def _right(spot: Spot, places: Sequence[Place]) -> Numbers:
    if spot.lat is None or spot.lon is None:
        return np.zeros(len(places))
    away = np.array([spot.error_km(place.lat, place.lon) for place in places])
    very = np.array([str(place.id) == spot.geonameid for place in places])
    return np.asarray(very | (away <= (SAME_KM if very.any() else NEAR_KM)), float)


def fit(lessons: Sequence[Lesson], ridge: float = RIDGE) -> PlaceWeights:
    """The weights: of the first look, then of all signs, in some passes."""
    alone = [signs_alone(each.scene, Home(each.article.domain)) for each in lessons]
    first = _fitted(alone, lessons, ridge)
    known = PlaceWeights(first, np.concatenate([first, np.zeros(len(TOGETHER))]))
    for _ in range(PASSES):
        homes = homes_of(lessons, known)
        rows = [
            np.hstack([signs, each.around.signs(thought, home)])
            for each, signs in zip(lessons, alone, strict=True)
            for home in (homes.get(each.article.domain),)
            for thought in (think(each.scene, home, known),)
        ]
        known = PlaceWeights(first, _fitted(rows, lessons, ridge, known.full))
    return known


def homes_of(lessons: Iterable[Lesson], weights: PlaceWeights) -> Mapping[str, Home]:
    """Where each site is at home, by what is thought of its articles."""
    seen: dict[str, list[tuple[Scene, Numbers]]] = {}
    for each in lessons:
        domain = each.article.domain
        if domain:
            thought = think(each.scene, Home(domain), weights)
            seen.setdefault(domain, []).append((each.scene, thought))
    return {domain: home_from(domain, scenes) for domain, scenes in seen.items()}


@dataclass(frozen=True, slots=True)
class _Rows:
    """Signs of the candidates of all names that have a right one."""

    signs: Numbers
    owner: NDArray[np.intp]
    right: Numbers
    weight: Numbers  # of each row's name: how often it stands there

    def share(self, scores: Numbers) -> Numbers:
        """Scores as shares of their name."""
        top = np.full(self.owner[-1] + 1, -np.inf)
        np.maximum.at(top, self.owner, scores)
        amounts = np.exp(scores - top[self.owner])
        return np.asarray(amounts / np.bincount(self.owner, amounts)[self.owner])

    def slope(self, weights: Numbers, ridge: float) -> Numbers:
        """Where the fit gets worse."""
        scores = self.signs @ weights
        wanted = self.share(np.where(self.right > 0, scores, -1e9))
        excess = (self.share(scores) - wanted) * self.weight
        names = self.owner[-1] + 1
        return np.asarray(self.signs.T @ excess / names + ridge * weights)


def _gathered(signs: Sequence[Numbers], lessons: Sequence[Lesson]) -> _Rows:
    kept, owners, rights, weights, count = [], [], [], [], 0
    for rows, each in zip(signs, lessons, strict=True):
        for n in range(len(each.scene.namings)):
            at = np.flatnonzero(each.scene.owner == n)
            if each.right[at].any():
                kept.append(rows[at])
                owners.append(np.full(len(at), count))
                rights.append(each.right[at])
                weights.append(np.full(len(at), each.scene.weight[n]))
                count += 1
    joined = np.concatenate
    return _Rows(joined(kept), joined(owners), joined(rights), joined(weights))


def _fitted(
    signs: Sequence[Numbers],
    lessons: Sequence[Lesson],
    ridge: float,
    start: Numbers | None = None,
) -> Numbers:
    rows = _gathered(signs, lessons)
    weights = np.zeros(rows.signs.shape[1]) if start is None else start.copy()
    mean, spread = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, STEPS + 1):
        slope = rows.slope(weights, ridge)
        mean = 0.9 * mean + 0.1 * slope
        spread = 0.999 * spread + 0.001 * slope**2
        size = RATE if step < STEPS * LATE else RATE / 3
        even = mean / (1 - 0.9**step)
        weights -= size * even / (np.sqrt(spread / (1 - 0.999**step)) + 1e-8)
    return weights
