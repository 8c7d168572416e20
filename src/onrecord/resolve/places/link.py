"""Names that are one place, lie in another, or are two places of one name."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.resolve.entities.decided import settle
from onrecord.resolve.places.known import join_known, tell_apart
from onrecord.resolve.places.naming import make_namings
from onrecord.resolve.places.parts import link_parts
from onrecord.resolve.places.unknown import join_named, join_spelled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.model import Link, Mention
    from onrecord.resolve.entities.groups import Groups


def link_places(
    mentions: Sequence[Mention], decided: Sequence[Link] = ()
) -> list[Link]:
    """Which places are one: links "same" and "part_of" between mentions of places.

    `mentions` are all names of the articles: countries and persons tell where a place
    may be. Names that the gazetteer takes for one place are one, whatever the
    spelling; those that it does not know go by name and country, across spellings only
    inside one country. "unsure" links are for a person to judge, "no" links say which
    places of one name are two. `decided` are people's links in the order they were
    made: nothing here goes against them. The order of `mentions` does not count.
    """
    ordered = sorted(mentions, key=lambda mention: mention.id)
    decisions = settle(decided, (mention.id for mention in ordered))
    groups = decisions.groups
    namings = make_namings([_in_article(mention, groups) for mention in ordered])
    links = [
        *join_known(namings, groups),
        *tell_apart(namings, groups),
        *join_named(namings, groups),
        *join_spelled(namings, groups),
        *link_parts(namings, ordered, decisions),
    ]
    kept = {link.id: link for link in links if not _is_settled(link, groups)}
    return [kept[name] for name in sorted(kept)]


def _in_article(mention: Mention, groups: Groups) -> Mention:
    """The mention with its head, or with itself where a person took the two apart."""
    if mention.head == mention.id or mention.head not in groups:
        return mention
    is_one = groups.join(mention.id, mention.head)
    return mention if is_one else replace(mention, head=mention.id)


def _is_settled(link: Link, groups: Groups) -> bool:
    """Whether what was joined later leaves no room for a doubt or a bar."""
    is_open = link.relation == "same" and link.judgement != "yes"
    return is_open and groups.are_one(link.left, link.right)
