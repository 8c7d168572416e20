"""Whether two reports may be of one place, by name, by distance, by what each knows."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.model import PlaceName
    from onrecord.resolve.incidents.telling import Telling

NEAR_KM, FAR_KM = 25.0, 120.0
EARTH_KM = 6371.0
FINE = frozenset({"point", "town"})


def are_strange(one: Telling, other: Telling) -> bool:
    """Whether each names a place that the other does not mention at all."""
    if not one.place_words or not other.place_words:
        return False
    return not (one.place_words & other.stems or other.place_words & one.stems)


def are_other_towns(one: Telling, other: Telling) -> bool:
    """Whether each tells of a town, or a name nobody knows, strange to the other."""
    if one.place is None or other.place is None or not are_strange(one, other):
        return False
    far = _distance(one.place, other.place)
    both = {one.place.precision, other.place.precision}
    return both <= {"town", None} and (far is None or far > NEAR_KM)


def signs_of_place(one: Telling, other: Telling) -> Iterator[str]:
    """How the places of two reports agree, as named signs."""
    here, there = one.place, other.place
    is_same = bool(one.place_words & other.place_words)
    if not is_same and _is_known(one, other):
        # A text that names the other's place may tell of it, whatever its own is.
        yield "place known to the other"
    elif here is not None and there is not None:
        if here.country and there.country and here.country != there.country:
            yield "other country"
        elif is_same:
            yield "same place"
        elif one.place_words and other.place_words:
            yield from _of_other_places(here, there, is_strange=are_strange(one, other))


def _is_known(one: Telling, other: Telling) -> bool:
    return bool(one.place_words & other.stems or other.place_words & one.stems)


def _of_other_places(
    here: PlaceName, there: PlaceName, *, is_strange: bool
) -> Iterator[str]:
    if is_strange:
        yield "other place, each unknown to the other"
    far = _distance(here, there)
    if far is not None and {here.precision, there.precision} <= FINE:
        yield "near place" if far <= NEAR_KM else "far place"
    elif far is not None and far > FAR_KM:
        yield "far region"
    else:
        yield "other place name"


def _distance(here: PlaceName, there: PlaceName) -> float | None:
    """Kilometres between two points, None where either has none."""
    if here.lat is None or here.lon is None or there.lat is None or there.lon is None:
        return None
    low, high = math.radians(here.lat), math.radians(there.lat)
    across = math.radians(there.lon - here.lon)
    part = (
        math.sin((high - low) / 2) ** 2
        + math.cos(low) * math.cos(high) * math.sin(across / 2) ** 2
    )
    return 2 * EARTH_KM * math.asin(math.sqrt(min(1.0, part)))
