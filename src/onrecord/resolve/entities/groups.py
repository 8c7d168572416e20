"""Who is with whom, and who may never be: groups that grow under bars."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


class Groups:
    """Mentions in groups; a bar between two mentions holds for their groups.

    A group can claim articles: two groups that claim one are two identities, since
    the article told them apart. What a person joins before that stays joined.
    """

    def __init__(self, ids: Iterable[str]) -> None:
        """Everyone alone."""
        self._parent = {id_: id_ for id_ in ids}
        self._bars: defaultdict[str, set[str]] = defaultdict(set)
        self._claims: defaultdict[str, set[str]] = defaultdict(set)

    def __contains__(self, id_: object) -> bool:
        """Whether somebody has this id."""
        return id_ in self._parent

    def of(self, id_: str) -> str:
        """The group of this mention: the smallest id in it."""
        parent = self._parent
        while parent[id_] != id_:
            parent[id_] = parent[parent[id_]]
            id_ = parent[id_]
        return id_

    def are_one(self, left: str, right: str) -> bool:
        """Whether both are in one group."""
        return self.of(left) == self.of(right)

    def may_join(self, left: str, right: str) -> bool:
        """Whether no bar and no article stands between the two groups."""
        one, other = self.of(left), self.of(right)
        if one == other:
            return True
        if other in self._bars.get(one, ()):
            return False
        claimed = self._claims.get(one), self._claims.get(other)
        return not (claimed[0] and claimed[1]) or claimed[0].isdisjoint(claimed[1])

    def join(self, left: str, right: str) -> bool:
        """Make one group of two; False, and nothing done, where that may not be."""
        if not self.may_join(left, right):
            return False
        first, second = sorted((self.of(left), self.of(right)))
        if first == second:
            return True
        self._parent[second] = first
        for barred in self._bars.pop(second, ()):
            self._bars[barred].discard(second)
            self._bars[barred].add(first)
            self._bars[first].add(barred)
        if second in self._claims:
            self._claims[first] |= self._claims.pop(second)
        return True

    def bar(self, left: str, right: str) -> bool:
        """Keep two groups apart for ever; False where they are one already."""
        one, other = self.of(left), self.of(right)
        if one == other:
            return False
        self._bars[one].add(other)
        self._bars[other].add(one)
        return True

    def claim(self, id_: str, article: str) -> None:
        """Say that this mention's group is one of the persons of an article."""
        self._claims[self.of(id_)].add(article)
