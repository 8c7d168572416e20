"""Articles to stories, all at once: the surest two are joined first."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from heapq import heapify, heappop, heappush
from typing import TYPE_CHECKING

from onrecord.resolve.stories.groups import ALONE, Group, margin

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    Pair = tuple[int, int]
    Entry = tuple[float, int, int, float]  # -margin, two groups, their likeness


FEW = 8  # articles of which one may carry the likeness of all
BRIDGE = 0.5  # of the bar: what the others must reach without the one most alike


def regroup(singles: Sequence[Group], pairs: Iterable[Pair]) -> list[Group]:
    """Join the two that pass the bar by most, until no two pass it.

    `pairs` are places in `singles` that are worth comparing. What comes out rests on
    the order of `singles` in ties alone: the smaller places go first.
    """
    growing = _Growing(singles)
    growing.join(pairs)
    return growing.groups()


def attach(
    groups: Sequence[Group], loose: Collection[int], pairs: Iterable[Pair]
) -> list[Group]:
    """The groups, with each loose article in the one that it passes the bar of most.

    A loose article tells of many matters: it adds nothing to what a group is compared
    by. `groups` hold every article, the loose ones each alone; where none is near, it
    stays so.
    """
    home = {at: number for number, group in enumerate(groups) for at in group.members}
    near: defaultdict[int, set[int]] = defaultdict(set)
    for left, right in pairs:
        for at, other in ((left, right), (right, left)):
            if at in loose and other not in loose:
                near[at].add(home[other])
    kept = dict(enumerate(groups))
    for at in sorted(near):
        best = _best(groups[home[at]], {there: groups[there] for there in near[at]})
        if best is not None:
            kept[best] = replace(kept[best], members=(*kept[best].members, at))
            del kept[home[at]]
    return list(kept.values())


def _best(loose: Group, groups: Mapping[int, Group]) -> int | None:
    """Whose bar it passes by most; None when it passes none. Ties: the first."""
    above = {
        number: margin(loose, group, loose.likeness(group))
        for number, group in sorted(groups.items())
    }
    best = max(above, key=lambda number: above[number])
    return best if above[best] >= 0 else None


def _without_best(likenesses: Sequence[float]) -> float:
    """The average without the highest."""
    return (sum(likenesses) - max(likenesses)) / (len(likenesses) - 1)


class _Growing:
    """Groups by number; a group that was joined knows into which."""

    def __init__(self, singles: Sequence[Group]) -> None:
        self._groups = dict(enumerate(singles))
        self._singles = {each.members[0]: each for each in singles}
        self._into = list(range(len(singles)))
        self._compared: set[Pair] = set()

    def join(self, pairs: Iterable[Pair]) -> None:
        """Join what passes the bar, the surest first.

        A pair is compared anew when it comes up and one of its groups has grown: so
        a story of thousands is not compared with its surroundings at every article.
        """
        apart = list(pairs)
        while apart:
            before = len(self._groups)
            apart = self._join_once(apart)
            if len(self._groups) == before:
                return

    def groups(self) -> list[Group]:
        """What there is now, in the order in which it came to be."""
        return [group for _, group in sorted(self._groups.items())]

    def _join_once(self, pairs: Iterable[Pair]) -> list[Pair]:
        """The pairs that stayed apart, as the groups they were when last compared."""
        heap = [entry for pair in pairs if (entry := self._compare(*pair))]
        heapify(heap)
        apart = []
        while heap:
            above, left, right, likeness = heappop(heap)
            if left not in self._groups or right not in self._groups:
                if entry := self._compare(left, right):
                    heappush(heap, entry)
            elif above <= 0 and not self._is_bridged(left, right, likeness + above):
                self._merge(left, right, likeness)
            else:
                apart.append((left, right))
        return apart

    def _compare(self, left: int, right: int) -> Entry | None:
        """The two as they are now; None: one already, known, or nothing in common."""
        one, other = sorted((self._now(left), self._now(right)))
        if one == other or (one, other) in self._compared:
            return None
        self._compared.add((one, other))
        likeness = self._groups[one].likeness(self._groups[other])
        if likeness < ALONE:
            return None
        above = margin(self._groups[one], self._groups[other], likeness)
        return -above, one, other, likeness

    def _merge(self, left: int, right: int, likeness: float) -> None:
        one, other = self._groups.pop(left), self._groups.pop(right)
        fresh = len(self._into)
        self._into[left] = self._into[right] = fresh
        self._into.append(fresh)
        self._groups[fresh] = one.joined(other, likeness)

    def _is_bridged(self, left: int, right: int, bar: float) -> bool:
        """Whether one article alone makes the two alike: it may tell of both."""
        one, other = self._groups[left], self._groups[right]
        return any(
            _without_best([self._singles[at].likeness(against) for at in group.members])
            < BRIDGE * bar
            for group, against in ((one, other), (other, one))
            if 1 < len(group.members) <= FEW
        )

    def _now(self, group: int) -> int:
        """The group that this one went into."""
        while self._into[group] != group:
            self._into[group] = self._into[self._into[group]]
            group = self._into[group]
        return group
