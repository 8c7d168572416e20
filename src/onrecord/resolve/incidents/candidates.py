"""Which reports are worth comparing, by many keys and in bounded work."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from onrecord.resolve.incidents.telling import Telling

Pair = tuple[str, str]
Key = tuple[str, ...]

TERMS = 24  # heaviest words of a report that others are found by
NEAR = 16  # of a key's holders, so many before and after in time meet each
KEPT = 16  # partners of a report that go on to be compared, those with most shared
TITLE, PLACE, WEEK = 0.5, 0.2, 0.15  # beside the products of shared words, up to 1


def find_candidates(tellings: Mapping[str, Telling]) -> set[Pair]:
    """Pairs that share rare words, names, a title, or a place, week and kind.

    The work grows with the number of reports and not with its square: of a key that
    many hold, each is paired with those next in time alone, and of its partners each
    report keeps those with which it shares most.
    """
    ordered = sorted(tellings, key=lambda name: (_day(tellings[name]), name))
    keys = [dict(_keys(tellings[name])) for name in ordered]
    holders: dict[Key, list[int]] = defaultdict(list)
    for number, own in enumerate(keys):
        for key in own:
            holders[key].append(number)
    found: set[Pair] = set()
    for number, one in enumerate(ordered):
        shared = _shared(number, keys, holders)
        best = sorted(shared.items(), key=lambda each: (-each[1], ordered[each[0]]))
        for other in (ordered[at] for at, _ in best[:KEPT]):
            found.add((min(one, other), max(one, other)))
    return found


def _day(telling: Telling) -> date:
    """When it happened, or else was told; undated reports stand together."""
    if telling.days is not None:
        return telling.days[1]
    return telling.published or date.min


def _keys(telling: Telling) -> Iterator[tuple[Key, float]]:
    heaviest = sorted(telling.words.items(), key=lambda term: (-term[1], term[0]))
    for word, weight in heaviest[:TERMS]:
        yield ("word", word), weight
    if telling.title:
        yield ("title", " ".join(sorted(telling.title))), TITLE**0.5
    for word in telling.place_words:
        yield ("place", word), PLACE**0.5
    for street in telling.streets:
        yield ("street", street), PLACE**0.5
    if telling.days is not None:
        year, week, _ = telling.days[1].isocalendar()
        where = telling.place.country if telling.place else None
        yield ("week", f"{year}-{week}", telling.kind.detail, where or ""), WEEK**0.5


def _shared(
    number: int, keys: Sequence[Mapping[Key, float]], holders: Mapping[Key, list[int]]
) -> Mapping[int, float]:
    """What a report shares with those next before and after it under each key."""
    shared: dict[int, float] = defaultdict(float)
    for key, weight in keys[number].items():
        posts = holders[key]
        at = bisect_left(posts, number)
        for other in posts[max(0, at - NEAR) : at + NEAR + 1]:
            if other != number:
                shared[other] += weight * keys[other][key]
    return shared
