"""What lies in what: along the gazetteer's chain, as far as it is on record."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.model import make_link
from onrecord.resolve.places.known import JOINED_FROM, by_place, told

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.model import KnownPlace, Link, Mention
    from onrecord.resolve.entities.decided import Decisions
    from onrecord.resolve.places.naming import Naming

Area = tuple[str, ...]


def link_parts(
    namings: Sequence[Naming], mentions: Sequence[Mention], decisions: Decisions
) -> Iterator[Link]:
    """Links "part_of" from each place to the smallest on record that holds it.

    What a person said a place is part of comes instead.
    """
    areas = _areas(namings, mentions)
    groups = decisions.groups
    decided = {groups.of(part) for part, _ in decisions.parts}
    for placed in by_place(namings).values():
        sure = [item for item in placed if item[1].score >= JOINED_FROM]
        if not sure or groups.of(sure[0][0].id) in decided:
            continue
        naming, place = sure[0]
        whole = next((areas[up] for up in _above(place) if up in areas), None)
        if whole is None or groups.are_one(naming.id, whole[0]):
            continue
        left, right = naming.id, whole[0]
        if not decisions.forbid_part(left, right):
            reason = f"lies in it, by the gazetteer: {whole[1]}"
            yield make_link(
                "mention", left, right, "part_of", "yes", place.score, reason
            )


def _areas(
    namings: Sequence[Naming], mentions: Sequence[Mention]
) -> dict[Area, tuple[str, str]]:
    """The districts, regions and countries on record: which mention, and its name."""
    found: dict[Area, tuple[str, str]] = {}
    for naming in namings:
        place = naming.place
        if place is not None and place.score >= JOINED_FROM and (own := _area(place)):
            found.setdefault(own, (naming.id, told(place)))
    for mention in sorted(mentions, key=lambda item: item.id):
        # "Washington" that acts is a country, and nothing lies in Washington.
        if mention.type == "country" and mention.country and mention.place is not None:
            found.setdefault((mention.country,), (mention.id, mention.country))
    return found


def _area(place: KnownPlace) -> Area:
    """What the place is to those inside it; empty for a town, and for a sea."""
    if place.precision == "district" and place.district:
        return place.country, place.region, place.district
    is_region = place.precision == "region" and bool(place.country and place.region)
    return (place.country, place.region) if is_region else ()


def _above(place: KnownPlace) -> Iterator[Area]:
    """The areas that the place may lie in, the smallest first, never itself."""
    chain: list[Area] = [
        (place.country, place.region, place.district) if place.district else (),
        (place.country, place.region) if place.region else (),
        (place.country,) if place.country else (),
    ]
    own = _area(place)
    above = chain[chain.index(own) + 1 :] if own else chain
    yield from filter(None, above)
