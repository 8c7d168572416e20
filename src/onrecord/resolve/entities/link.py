"""Names that are one identity, branches of another, or never to be mixed up."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.model import make_link
from onrecord.resolve.entities.bodies import (
    by_key,
    join_acronyms,
    join_keys,
    propose_bodies,
)
from onrecord.resolve.entities.branches import keep_apart, link_branches
from onrecord.resolve.entities.decided import settle
from onrecord.resolve.entities.persons import link_persons
from onrecord.resolve.entities.profile import make_profiles
from onrecord.resolve.entities.related import link_related

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence
    from datetime import date

    from onrecord.gazetteer import ActorTable
    from onrecord.model import Link, Mention
    from onrecord.resolve.entities.decided import Decisions
    from onrecord.resolve.entities.groups import Groups

NO_DAYS: Mapping[str, date] = {}
IN_ARTICLE = 0.97


def link_names(
    mentions: Sequence[Mention],
    actors: ActorTable,
    decided: Sequence[Link] = (),
    released: Collection[str] = (),
    days: Mapping[str, date] = NO_DAYS,
) -> list[Link]:
    """Who is who in these articles: links "same" and "part_of" between mentions.

    Every mention is linked to its head, every head to others of its identity. Persons
    go by spelling and evidence, all others by tables and patterns of names, by body and
    country, or by the exact name, places in `link_places`; "unsure" links are for a
    person to judge, "no" links say which identities are never one. `decided` are
    people's links, in the order they were made: those that stand are returned as they
    are, and the machine's say nothing against them. `released` are mentions of private
    people whom a person made public. `days` has the day of each article. The order of
    `mentions` does not count.
    """
    ordered = sorted(mentions, key=lambda mention: mention.id)
    decisions = settle(decided, (mention.id for mention in ordered))
    links: list[Link] = [*decisions.standing]
    told = [_in_article(mention, decisions, links) for mention in ordered]
    profiles = make_profiles(told, actors, days, released)
    keyed = by_key([p for p in profiles if p.key[0] != "place"])
    links += join_keys(keyed, decisions.groups)
    branches = list(link_branches(keyed, actors, decisions))
    links += branches
    links += keep_apart(keyed, actors, decisions)
    placed = {link.left for link in branches if link.relation == "part_of"}
    links += link_related(keyed, actors, decisions, placed)
    links += join_acronyms(keyed, decisions.groups)
    links += propose_bodies(keyed, decisions.groups)
    links += link_persons([p for p in profiles if p.is_person], decisions.groups)
    links = list(_without_contradiction(links, decisions.groups))
    return sorted({link.id: link for link in links}.values(), key=lambda link: link.id)


def _in_article(mention: Mention, decisions: Decisions, links: list[Link]) -> Mention:
    """The mention with its head, or with itself where a person took the two apart."""
    if mention.head == mention.id or mention.head not in decisions.groups:
        return mention
    if not decisions.groups.join(mention.id, mention.head):
        return replace(mention, head=mention.id)
    links.append(
        make_link(
            "mention",
            mention.id,
            mention.head,
            "same",
            "yes",
            IN_ARTICLE,
            "one name in the article",
        )
    )
    return mention


def _without_contradiction(links: Sequence[Link], groups: Groups) -> Iterator[Link]:
    """Links "unsure" and "no" left out where what was joined later settles them."""
    for link in links:
        is_open = link.relation == "same" and link.judgement != "yes"
        if not (is_open and groups.are_one(link.left, link.right)):
            yield link
