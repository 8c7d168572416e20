"""What people decided about names: which of it stands, and what it forbids."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.model import Link
from onrecord.resolve.entities.groups import Groups

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

RELATIONS = frozenset({"same", "part_of"})
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Decisions:
    """The decisions that stand, and the groups they begin with.

    `parts` and `not_parts` are pairs of a part and its whole.
    """

    groups: Groups
    standing: tuple[Link, ...]
    parts: tuple[Pair, ...]
    not_parts: tuple[Pair, ...]

    def forbid_part(self, left: str, right: str) -> bool:
        """Whether a person said that this one does not belong to that one."""
        here = self._of(left, right)
        return any(self._of(*pair) == here for pair in self.not_parts)

    def have_part(self, left: str, right: str) -> bool:
        """Whether a person said that one of the two belongs to the other."""
        here = {self._of(left, right), self._of(right, left)}
        return any(self._of(*pair) in here for pair in self.parts)

    def _of(self, left: str, right: str) -> Pair:
        return self.groups.of(left), self.groups.of(right)


def settle(decided: Sequence[Link], ids: Iterable[str]) -> Decisions:
    """The decisions about these mentions that stand; of two that clash the later.

    They are taken from the last to the first: one stands when what came after it
    leaves room for it. Decisions about mentions that are gone are passed over.
    """
    groups = Groups(ids)
    standing: list[Link] = []
    settled: set[tuple[str, Pair]] = set()
    parts: list[Pair] = []
    for link in reversed(decided):
        if link.kind != "mention" or link.relation not in RELATIONS:
            continue
        if link.left not in groups or link.right not in groups:
            continue
        about = link.relation, _in_order(link)
        if about not in settled and _take(link, groups, parts, standing):
            standing.append(link)
        settled.add(about)
    kept = tuple(reversed(standing))
    not_parts = tuple(_pair(link) for link in kept if _says(link, "part_of", "no"))
    return Decisions(groups, kept, tuple(parts), not_parts)


def _take(link: Link, groups: Groups, parts: list[Pair], later: Sequence[Link]) -> bool:
    """Let the decision hold; False when what was decided later speaks against it."""
    if link.judgement == "unsure":
        return False
    if link.relation == "same":
        act = groups.join if link.judgement == "yes" else groups.bar
        return act(link.left, link.right)
    if link.judgement == "no":
        return True
    denied = (_pair(item) for item in later if _says(item, "part_of", "no"))
    if any(_is_one(groups, _pair(link), pair) for pair in denied):
        return False
    if _is_above(groups, parts, link) or not groups.bar(link.left, link.right):
        return False
    parts.append(_pair(link))
    return True


def _is_above(groups: Groups, parts: Sequence[Pair], link: Link) -> bool:
    """Whether the whole is told to be a part of its part, if over others."""
    above = {groups.of(link.right)}
    grown = True
    while grown:
        more = {groups.of(whole) for part, whole in parts if groups.of(part) in above}
        grown = not more <= above
        above |= more
    return groups.of(link.left) in above


def _is_one(groups: Groups, pair: Pair, other: Pair) -> bool:
    return all(map(groups.are_one, pair, other))


def _says(link: Link, relation: str, judgement: str) -> bool:
    return (link.relation, link.judgement) == (relation, judgement)


def _pair(link: Link) -> Pair:
    return link.left, link.right


def _in_order(link: Link) -> Pair:
    if link.relation == "same":
        return min(_pair(link)), max(_pair(link))
    return _pair(link)
