"""The tolls of one incident, sentence by sentence, before they are figures."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from onrecord.extract.figures import Toll

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.extract.reports.merge import Incident


@dataclass(frozen=True, slots=True)
class Entry:
    """A toll of an incident; `sentence` counts the article's sentences.

    `part_of` counts into the entries; `is_near` says that event words stand in the
    same sentence.
    """

    sentence: int
    toll: Toll
    part_of: int | None
    is_near: bool


def entries_of(incident: Incident) -> Iterator[Entry]:
    """The tolls of all tellings in reading order; parts point at their wholes."""
    found: list[tuple[int, Sequence[Toll], Sequence[Toll], bool]] = [
        (told.sentence, told.tolls, told.tolls, True)
        for told in incident.tellings
        if told.how not in {"general", "unreal", "denied"}
    ]
    found += [(n, saying.loose, saying.tolls, False) for n, saying in incident.loose]
    base = 0
    for sentence, tolls, _, near in sorted(found, key=lambda item: item[0]):
        wholes = [toll for toll in tolls if toll.part_of is None]
        for toll in tolls:
            part_of = _own_whole(toll, tolls, wholes, base)
            yield Entry(sentence, toll, part_of, near)
        base += len(tolls)


def _own_whole(
    toll: Toll, tolls: Sequence[Toll], wholes: Sequence[Toll], base: int
) -> int | None:
    """Where the whole of a part stands among all entries."""
    if toll.part_of is None or not wholes:
        return None
    before = [
        n
        for n, other in enumerate(tolls)
        if other.part_of is None and other.effect == toll.effect
    ]
    return base + before[0] if before else None


def without(entries: Sequence[Entry], drop: set[int]) -> list[Entry]:
    """The entries but those dropped; parts of these become wholes."""
    place = {
        n: at for at, n in enumerate(i for i in range(len(entries)) if i not in drop)
    }
    return [
        replace(
            entry,
            part_of=place.get(entry.part_of) if entry.part_of is not None else None,
        )
        for n, entry in enumerate(entries)
        if n not in drop
    ]
