"""Places that the gazetteer knows: one place is one, whatever the spelling."""

from __future__ import annotations

from collections import defaultdict
from itertools import islice, pairwise
from typing import TYPE_CHECKING

from onrecord.model import make_link

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from onrecord.model import KnownPlace, Link
    from onrecord.resolve.entities.groups import Groups
    from onrecord.resolve.places.naming import Naming

Placed = tuple["Naming", "KnownPlace"]
# The lower share of two namings that were taken for one place of the gazetteer. Swept
# on LGL, TR-News, GeoWebNews and GeoVirus, development halves, countries left out, each
# article with weights not fitted on it, at most 10 pairs a place: of pairs with one
# name .967 are one place from .5 on, .977 from .7, .983 from .8, .986 from .9; of those
# that are one .82, .73, .66 and .58 are joined. All names: .973 from .8; most of the
# rest are continents and unions that the data sets number unlike. Below, to a person.
JOINED_FROM = 0.8
MOST_DOUBTS = 3  # links "unsure" of one place; what is decided makes room for others


def join_known(namings: Sequence[Naming], groups: Groups) -> Iterator[Link]:
    """Links between namings of one place: joined, or for a person to judge."""
    for placed in by_place(namings).values():
        firsts: list[Placed] = []
        doubted: list[Placed] = []
        ranked = sorted(placed, key=_rank)
        for naming, place in ranked:
            score = place.score
            if score < JOINED_FROM and firsts:
                doubted.append((naming, place))
                continue
            home = next((it for it in firsts if groups.join(it[0].id, naming.id)), None)
            if home is None:
                firsts.append((naming, place))
            else:
                yield make_link(
                    "mention", home[0].id, naming.id, "same", "yes", score,
                    f"one place of the gazetteer: {told(place)}",
                )  # fmt: skip
        doubts = (link for it in doubted for link in _doubted(firsts[0], it, groups))
        yield from islice(doubts, MOST_DOUBTS)


def _rank(placed: Placed) -> tuple[bool, float, str]:
    """The sure ones by id, so that a new one moves few links; then the likest."""
    naming, place = placed
    is_open = place.score < JOINED_FROM
    return is_open, -place.score if is_open else 0.0, naming.id


def _doubted(first: Placed, other: Placed, groups: Groups) -> Iterator[Link]:
    """That two may be one; nothing where a person said it."""
    (home, _), (naming, place) = first, other
    if groups.may_join(home.id, naming.id) and not groups.are_one(home.id, naming.id):
        most = "most likely" if place.is_sure else "perhaps"
        reason = f"{most} one place of the gazetteer: {told(place)}"
        score = min(place.score, JOINED_FROM)
        yield make_link("mention", home.id, naming.id, "same", "unsure", score, reason)


def tell_apart(namings: Sequence[Naming], groups: Groups) -> Iterator[Link]:
    """Links "no" between places of one name, each with the next by its number."""
    named: defaultdict[str, dict[int, Placed]] = defaultdict(dict)
    for naming in namings:
        place = naming.place
        if place is not None and place.score >= JOINED_FROM:
            named[naming.key].setdefault(place.id, (naming, place))
    for found in named.values():
        for (one, place), (other, elsewhere) in pairwise(
            found[number] for number in sorted(found)
        ):
            if groups.bar(one.id, other.id):
                score = min(place.score, elsewhere.score)
                reason = f"two places: {told(place)}; {told(elsewhere)}"
                yield make_link(
                    "mention", one.id, other.id, "same", "no", score, reason
                )


def by_place(namings: Sequence[Naming]) -> Mapping[int, list[Placed]]:
    """The namings of each place of the gazetteer, in order."""
    found: defaultdict[int, list[Placed]] = defaultdict(list)
    for naming in namings:
        if naming.place is not None:
            found[naming.place.id].append((naming, naming.place))
    return found


def told(place: KnownPlace) -> str:
    """The place in words, for a reason: "Millbrook, XA"."""
    return ", ".join(filter(None, (place.name, place.district, place.country)))
