"""Judgements of the machine after those of people: what holds of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.model import groups_decided, lay_down, make_link

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.model import Link, Mention


def keep_decided(
    mentions: Sequence[Mention], links: Sequence[Link], decided: Sequence[Link]
) -> list[Link]:
    """The links about names that agree with what people decided.

    Names are grouped by all of them together, decisions first: a join across groups
    falls, and so does a bar or a doubt inside one, a part that would stand above its
    whole, and a part that a person says is none. A person's own links are not among
    them: the record has those. The order of links does not count.
    """
    if not decided:
        return list(links)
    heads = [
        make_link("mention", item.id, item.head, "same", "yes", 1.0, "in one article")
        for item in mentions
        if item.head != item.id
    ]
    ids = [str(item.id) for item in mentions]
    groups = groups_decided(ids, [*heads, *links], decided)
    bars = _bars(groups, decided)
    not_parts = _not_parts(groups, decided)
    people = lay_down(decided)

    def holds(link: Link) -> bool:
        left, right = groups.get(link.left), groups.get(link.right)
        if left is None or right is None:
            return True
        if link.relation == "part_of":
            is_told = (left, right) in not_parts
            is_above = people.is_part(link.right, link.left)
            return left != right and not is_told and not is_above
        if link.relation != "same":
            return True
        if link.judgement == "yes":
            return left == right
        is_settled = link.judgement == "unsure" and frozenset((left, right)) in bars
        return left != right and not is_settled

    return [link for link in links if holds(link)]


def _bars(
    groups: Mapping[str, str], decided: Sequence[Link]
) -> set[frozenset[str | None]]:
    """Pairs of groups that a person holds apart."""
    return {
        frozenset((groups.get(link.left), groups.get(link.right)))
        for link in decided
        if link.relation == "same" and link.judgement == "no"
    }


def _not_parts(
    groups: Mapping[str, str], decided: Sequence[Link]
) -> set[tuple[str | None, str | None]]:
    """Pairs of groups of which a person says that the first is no part of the other."""
    return {
        (groups.get(link.left), groups.get(link.right))
        for link in decided
        if link.relation == "part_of" and link.judgement == "no"
    }
