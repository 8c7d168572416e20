"""The names of one article with all places they may mean, as rows of numbers."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from onrecord.gazetteer.places.keys import place_key
from onrecord.gazetteer.places.place import Candidate, Place
from onrecord.gazetteer.places.qualifiers import Qualifier, find_qualifier, parted

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.gazetteer.places.book import PlaceBook
    from onrecord.gazetteer.places.toponym import Toponym

MOST = 40  # candidates of a name that are weighed: the last are hamlets of one name


@dataclass(frozen=True, slots=True)
class Naming:
    """One name in one article: where it stands, and what it may mean.

    A name means one place wherever it stands in an article (Gale, Church and Yarowsky
    1992, "One sense per discourse").
    """

    key: str
    members: tuple[int, ...]  # positions among the article's toponyms
    candidates: tuple[Candidate, ...]
    qualifiers: tuple[Qualifier, ...]
    is_county: bool  # "County" stands behind it


@dataclass(frozen=True, slots=True)
class Scene:
    """The namings of an article, and all their candidates in one row each."""

    namings: tuple[Naming, ...]
    owner: NDArray[np.intp]  # which naming a candidate belongs to
    places: tuple[Place, ...]
    primary: NDArray[np.float64]
    weight: NDArray[np.float64]  # of the naming: how often the name stands there


def make_scene(toponyms: Sequence[Toponym], book: PlaceBook) -> Scene:
    """The scene of an article; names that nobody bears are left out."""
    members: dict[str, list[int]] = defaultdict(list)
    for at, toponym in enumerate(toponyms):
        members[place_key(parted(toponym.name)[0])].append(at)
    made = [_naming(key, at, toponyms, book) for key, at in members.items()]
    namings = tuple(naming for naming in made if naming.candidates)
    owner = [n for n, naming in enumerate(namings) for _ in naming.candidates]
    flat = [one for naming in namings for one in naming.candidates]
    return Scene(
        namings=namings,
        owner=np.array(owner, dtype=np.intp),
        places=tuple(one.place for one in flat),
        primary=np.array([float(one.is_primary) for one in flat]),
        weight=np.array([len(naming.members) ** 0.5 for naming in namings]),
    )


def _naming(
    key: str, members: Sequence[int], toponyms: Sequence[Toponym], book: PlaceBook
) -> Naming:
    qualifiers = []
    for at in members:
        _, inside = parted(toponyms[at].name)
        found = find_qualifier(inside, toponyms[at].after, book)
        if found is not None:
            qualifiers.append(found)
    name = parted(toponyms[members[0]].name)[0]
    candidates = book.lookup(name)
    fitting = [one for one in candidates[MOST:] if _fits(one.place, qualifiers)]
    return Naming(
        key, tuple(members), (*candidates[:MOST], *fitting), tuple(qualifiers),
        is_county=any(_is_county(toponyms[at].after) for at in members),
    )  # fmt: skip


def _fits(place: Place, qualifiers: Sequence[Qualifier]) -> bool:
    return any(qualifier.fits(place) for qualifier in qualifiers)


def _is_county(after: str) -> bool:
    return after.lstrip().casefold().startswith(("county", "parish", "district"))


def shares(scene: Scene, scores: NDArray[np.float64]) -> NDArray[np.float64]:
    """The scores as shares of each name: they add up to one (softmax)."""
    count = len(scene.namings)
    top = np.full(count, -np.inf)
    np.maximum.at(top, scene.owner, scores)
    weights = np.exp(scores - top[scene.owner])
    total = np.bincount(scene.owner, weights=weights, minlength=count)
    return np.asarray(weights / total[scene.owner])


def by_code(codes: Sequence[str], amounts: NDArray[np.float64]) -> Mapping[str, float]:
    """The amounts added up by code; candidates without a code are left out."""
    sums: dict[str, float] = defaultdict(float)
    for code, amount in zip(codes, amounts, strict=True):
        if code:
            sums[code] += float(amount)
    return sums
