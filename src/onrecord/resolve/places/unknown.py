"""Places that no list knows: by name and country, and by spelling inside a country."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from onrecord.gazetteer import place_likeness, place_parts
from onrecord.model import make_link
from onrecord.resolve.entities.cluster import Clusters
from onrecord.resolve.entities.near_names import near_pairs
from onrecord.resolve.places.known import JOINED_FROM
from onrecord.resolve.places.naming import Naming

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from onrecord.model import Link
    from onrecord.resolve.entities.groups import Groups

Pair = tuple[str, str]
BY_NAME = 0.95
# Spelling within one country, swept on place names of ten countries whose negatives are
# the nearest other names: precision is .979 from .9 on, .976 from .95 and .988 from .98
# in one script, .981, .988 and .991 across scripts; best F1 is far below. From .75 on
# (.957 and .981) a person should look.
SPELLED_FROM, UNSURE_FROM = 0.98, 0.75
FEW = 60  # names of a country: among fewer no piece of a name is rare


def join_named(namings: Sequence[Naming], groups: Groups) -> Iterator[Link]:
    """Equal names in articles on one country are one, unless their regions differ.

    Where an article tells no country its name joins the only country told of it. What
    every town has is one in articles that name one town.
    """
    for (_, country), named in _by_name(namings).items():
        homes: list[Home] = []
        # Those that tell where come first: the others join the only one there is.
        for naming in sorted(named, key=lambda item: (not _near(item), item.id)):
            fitting = [home for home in homes if home.takes(naming, groups)]
            if len(fitting) != 1:
                homes.append(Home(naming, set(_near(naming))))
                continue
            (home,) = fitting
            groups.join(home.first.id, naming.id)
            home.near |= _near(naming)
            where = f" in articles on {country}" if country else ""
            reason = f"one name{where} that no list of places has: {naming.key}"
            yield make_link(
                "mention", home.first.id, naming.id, "same", "yes", BY_NAME, reason
            )


@dataclass(slots=True)
class Home:
    """A place by its first naming, and the regions or towns `near` which it is told."""

    first: Naming
    near: set[str | int]

    def takes(self, naming: Naming, groups: Groups) -> bool:
        """Whether this naming may be of the place."""
        if not groups.may_join(self.first.id, naming.id):
            return False
        near = _near(naming)
        if not naming.is_plain and not (self.near and near):
            return True
        return not self.near.isdisjoint(near)


def _near(naming: Naming) -> frozenset[str | int]:
    return frozenset(naming.towns if naming.is_plain else naming.regions)


def _by_name(namings: Sequence[Naming]) -> Mapping[Pair, list[Naming]]:
    countries: defaultdict[str, set[str]] = defaultdict(set)
    unknown = [item for item in namings if item.place is None]
    for naming in unknown:
        if naming.country:
            countries[naming.key].add(naming.country)
    found: defaultdict[Pair, list[Naming]] = defaultdict(list)
    for naming in unknown:
        told = countries[naming.key]
        only = next(iter(told)) if len(told) == 1 else ""
        found[naming.key, naming.country or only].append(naming)
    return found


def join_spelled(namings: Sequence[Naming], groups: Groups) -> Iterator[Link]:
    """Unlike spellings of one place inside one country; two known ones never."""
    inside: defaultdict[str, dict[str, Naming]] = defaultdict(dict)
    for naming in namings:
        place = naming.place
        is_fit = not naming.is_plain if place is None else place.score >= JOINED_FROM
        if is_fit and naming.country:
            inside[naming.country].setdefault(groups.of(naming.id), naming)
    for country in sorted(inside):
        if any(item.place is None for item in inside[country].values()):
            yield from _spelled(inside[country], country, groups)


def _spelled(
    firsts: Mapping[str, Naming], country: str, groups: Groups
) -> Iterator[Link]:
    by_id = {naming.id: naming for naming in firsts.values()}
    score = _Score(by_id)
    pairs = [pair for pair in _compared(by_id) if score(*pair) >= UNSURE_FROM]
    clusters = Clusters(by_id, score, groups)
    reason = f"two spellings of a place in {country}"
    for pair in clusters.join(pairs, SPELLED_FROM):
        yield make_link("mention", *pair, "same", "yes", score(*pair), reason)
    for pair in pairs:
        if not groups.are_one(*pair) and groups.may_join(*pair):
            likeness = min(score(*pair), SPELLED_FROM)
            yield make_link("mention", *pair, "same", "unsure", likeness, reason)


def _compared(namings: Mapping[str, Naming]) -> Iterable[Pair]:
    """Pairs worth comparing: all of a few, of many those that share telling pieces."""
    if len(namings) <= FEW:
        return combinations(sorted(namings), 2)
    return near_pairs({id_: place_parts(item.text) for id_, item in namings.items()})


class _Score:
    """How alike two names are; 0 where they cannot be one place."""

    def __init__(self, namings: Mapping[str, Naming]) -> None:
        self._namings = namings
        self._kept: dict[Pair, float] = {}

    def __call__(self, left: str, right: str) -> float:
        pair = (left, right) if left < right else (right, left)
        if pair not in self._kept:
            self._kept[pair] = _likeness(*(self._namings[id_] for id_ in pair))
        return self._kept[pair]


def _likeness(one: Naming, other: Naming) -> float:
    both_known = one.place is not None and other.place is not None
    if both_known or one.key == other.key or one.kind != other.kind:
        return 0.0
    if one.regions and other.regions and one.regions.isdisjoint(other.regions):
        return 0.0
    # Two names in one article: it tells them apart.
    if one.article == other.article:
        return 0.0
    return place_likeness(one.text, other.text)
