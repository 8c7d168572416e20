"""Groups that keep to what people decided: a person's judgement beats any score."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, TypeVar

from onrecord.model.link import groups_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.model.decision import Ruling
    from onrecord.model.ids import DecisionId
    from onrecord.model.link import Judgement, Link

Member = TypeVar("Member", bound=str)


class Identities:
    """Who is one, who is never one, and who is part of whom, laid down link by link.

    What is laid down first stands: a link that contradicts it is refused.
    """

    def __init__(self) -> None:
        """Everyone is somebody else, and nothing bars anything."""
        self._above: dict[str, str] = {}
        self._apart: defaultdict[str, set[str]] = defaultdict(set)
        self._wholes: defaultdict[str, set[str]] = defaultdict(set)
        self._not_wholes: defaultdict[str, set[str]] = defaultdict(set)

    def group(self, member: str) -> str:
        """The smallest of all that are one with this."""
        while (above := self._above.get(member, member)) != member:
            self._above[member] = self._above.get(above, above)
            member = above
        return member

    def lay(self, link: Link) -> bool:
        """Take this judgement; False when it contradicts what was laid down before."""
        left, right = self.group(link.left), self.group(link.right)
        if link.relation == "part_of":
            return self._lay_part(left, right, link.judgement)
        if link.relation != "same" or link.judgement == "unsure":
            return True
        if link.judgement == "yes":
            return left == right or self._join(left, right)
        if left == right:
            return False
        self._apart[left].add(right)
        self._apart[right].add(left)
        return True

    def is_part(self, part: str, whole: str) -> bool:
        """Whether it was laid down that one belongs to the other, however far up."""
        wanted, seen = self.group(whole), set[str]()
        left = [self.group(part)]
        while left:
            above = self._wholes.get(left.pop(), set()) - seen
            if wanted in above:
                return True
            seen |= above
            left += above
        return False

    def _lay_part(self, left: str, right: str, judgement: Judgement) -> bool:
        """What is no part of a whole may be part of a part of it: nobody said."""
        if judgement == "no":
            if right in self._wholes.get(left, ()):
                return False
            self._not_wholes[left].add(right)
        if judgement == "yes":
            is_denied = right in self._not_wholes.get(left, ())
            if is_denied or left == right or self.is_part(right, left):
                return False
            self._wholes[left].add(right)
        return True

    def _join(self, left: str, right: str) -> bool:
        if right in self._apart.get(left, ()):
            return False
        if self._wholes and (self.is_part(left, right) or self.is_part(right, left)):
            return False
        if self._wholes and self._not_wholes and self._parts_clash(left, right):
            return False
        kept, gone = sorted((left, right))
        self._above[gone] = kept
        for other in self._apart.pop(gone, set()):
            self._apart[other] = (self._apart[other] - {gone}) | {kept}
            self._apart[kept].add(other)
        for wholes in (self._wholes, self._not_wholes):
            _rename(wholes, gone, kept)
        return True

    def _parts_clash(self, left: str, right: str) -> bool:
        """Whether the two as one would be part of what one of them is no part of."""
        told, denied = self._wholes, self._not_wholes
        for one, other in ((left, right), (right, left)):
            if not told.get(one, set()).isdisjoint(denied.get(other, ())):
                return True
            if any(
                one in wholes and other in denied.get(part, ())
                for part, wholes in told.items()
            ):
                return True
        return False


def _rename(wholes: defaultdict[str, set[str]], gone: str, kept: str) -> None:
    """Let one stand for another, as a part and as a whole."""
    if gone in wholes:
        wholes[kept] |= wholes.pop(gone)
    for above in wholes.values():
        if gone in above:
            above.remove(gone)
            above.add(kept)


def hold(rulings: Sequence[Ruling]) -> dict[DecisionId, tuple[Link, ...]]:
    """The links of each decision that stand, given the decisions oldest first.

    Where two decisions contradict each other, in whatever roundabout way, the later
    one wins: its links are laid down first. A decision whose first link is refused
    is overruled, and none of its links stand.
    """
    identities = Identities()
    held: dict[DecisionId, tuple[Link, ...]] = {}
    for ruling in reversed(rulings):
        if ruling.links and identities.lay(ruling.links[0]):
            more = [link for link in ruling.links[1:] if identities.lay(link)]
            held[ruling.decision] = (ruling.links[0], *more)
    return held


def lay_down(decided: Iterable[Link]) -> Identities:
    """What these judgements of people say together; they contradict each other not."""
    identities = Identities()
    bars = [link for link in decided if link.judgement == "no"]
    for link in (*bars, *(link for link in decided if link.judgement != "no")):
        identities.lay(link)
    return identities


def groups_decided(
    members: Iterable[Member], links: Iterable[Link], decided: Sequence[Link]
) -> dict[Member, str]:
    """For every member the id of its group, by links and by what people decided.

    Members are joined as `groups_of` joins them, but for joins that would bring
    together what a person holds apart. Those whose names nobody decided about are
    joined first, so that the rest of a group holds together when one leaves it;
    else the best score wins. The order of links does not count.

    >>> groups_decided(["a", "b"], [], [])
    {'a': 'a', 'b': 'b'}
    """
    named = list(members)
    if not decided:
        return groups_of(named, links)
    known = set(named)
    told = [link for link in decided if {link.left, link.right} <= known]
    identities = lay_down(told)
    barred = Counter(
        side for link in told if link.judgement == "no" for side in _sides(link)
    )
    joins = [
        link
        for link in links
        if link.relation == "same" and link.judgement == "yes"
        if link.left in known and link.right in known
    ]

    def rank(link: Link) -> tuple[int, float, str]:
        return max(barred[link.left], barred[link.right]), -link.score, link.id

    for link in sorted(joins, key=rank):
        identities.lay(link)
    return {member: identities.group(member) for member in named}


def _sides(link: Link) -> tuple[str, str]:
    return link.left, link.right
