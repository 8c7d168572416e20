"""Names that are one identity, branches of another, or never to be mixed up."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from onrecord.gazetteer import fold
from onrecord.model import make_link
from onrecord.resolve.names.join import link_persons
from onrecord.resolve.names.profile import Key, Profile, make_profiles

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from onrecord.gazetteer import ActorTable
    from onrecord.model import Link, Mention

BRANCHING = frozenset({"armed_group", "international"})
LONGEST_PARENT = 4  # words of the name with which a branch's name opens
WHY = {
    "actor": "one actor of the table",
    "body": "one body of one country",
    "country": "one country",
    "place": "one name of a place",
    "name": "one name",
    "local": "one body of a town or state in one article",
    "acronym": "one acronym in one article",
}


def link_names(mentions: Sequence[Mention], actors: ActorTable) -> list[Link]:
    """Who is who in these articles: links "same" and "part_of" between mentions.

    Every mention is linked to its head, every head to the others of its identity.
    Persons go by spelling and evidence, all others by the table, by body and country,
    or by the exact name. "no" links say which of the identities are never one. The
    order of `mentions` does not count.
    """
    profiles = make_profiles(mentions, actors)
    by_key = _by_key(profiles)
    links = [*_to_heads(mentions), *_equal_keys(by_key)]
    links += link_persons([p for p in profiles if p.is_person])
    links += _branches(by_key, actors)
    links += _apart(by_key, actors)
    return sorted({link.id: link for link in links}.values(), key=lambda link: link.id)


def _by_key(profiles: Sequence[Profile]) -> dict[Key, list[Profile]]:
    groups: defaultdict[Key, list[Profile]] = defaultdict(list)
    for profile in profiles:
        if not profile.is_person:
            groups[profile.key].append(profile)
    return dict(groups)


def _to_heads(mentions: Sequence[Mention]) -> Iterator[Link]:
    for mention in mentions:
        if mention.head != mention.id:
            reason = "one name in the article"
            yield make_link(
                "mention", mention.id, mention.head, "same", "yes", 0.95, reason
            )


def _equal_keys(by_key: Mapping[Key, Sequence[Profile]]) -> Iterator[Link]:
    for key, group in by_key.items():
        for other in group[1:]:
            reason = f"{WHY[key[0]]}: {key[1]}"
            yield make_link(
                "mention", group[0].id, other.id, "same", "yes", 0.95, reason
            )


def _branches(
    by_key: Mapping[Key, Sequence[Profile]], actors: ActorTable
) -> Iterator[Link]:
    """Links "part_of" from each branch to the nearest of its parents on record."""
    for key, group in by_key.items():
        if key[0] == "actor":
            above: list[Key] = [("actor", p.id) for p in actors.parents(key[1])]
            score, why = 0.99, "part of it, by the table"
        else:
            above, score, why = _parents_by_name(group[0], actors), 0.8, "by its name"
        found = next((by_key[parent] for parent in above if parent in by_key), None)
        if found is None:
            continue
        left, right = group[0].id, found[0].id
        yield make_link("mention", left, right, "part_of", "yes", score, why)
        reason = "a branch is never its parent"
        yield make_link("mention", left, right, "same", "no", score, reason)


def _parents_by_name(profile: Profile, actors: ActorTable) -> list[Key]:
    """The actor whose name opens this longer name: "X-North Province" is of X."""
    if profile.type not in BRANCHING:
        return []
    words = fold(profile.text).split()
    for size in range(min(LONGEST_PARENT, len(words) - 1), 0, -1):
        opening = " ".join(words[:size])
        actor = actors.find(opening) or actors.find(opening.upper())
        if actor is not None:
            return [("actor", actor.id)]
    return []


def _apart(
    by_key: Mapping[Key, Sequence[Profile]], actors: ActorTable
) -> Iterator[Link]:
    for key, group in by_key.items():
        actor = actors.get(key[1]) if key[0] == "actor" else None
        for other in () if actor is None else actor.not_same_as:
            others = by_key.get(("actor", other))
            if others:
                yield make_link(
                    "mention",
                    group[0].id,
                    others[0].id,
                    "same",
                    "no",
                    0.99,
                    "two actors, by the table",
                )
