"""From likeness of pairs to persons: average linkage, and never against a bar."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from onrecord.model import make_link
from onrecord.resolve.names.compare import (
    JOINED,
    NEVER,
    UNSURE,
    Likeness,
    blocks_of,
    compare,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.model import Link
    from onrecord.resolve.names.profile import Profile

Pair = tuple[str, str]
LARGEST_BLOCK = 400  # names; a block beyond it tells nothing


def link_persons(profiles: Sequence[Profile]) -> list[Link]:
    """Links between persons of different articles: "yes", and "unsure" for review."""
    groups = _twins(profiles)
    links = [link for twins in groups for link in _chain(twins)]
    firsts = {twins[0].id: twins[0] for twins in groups}
    likeness = {
        pair: compare(firsts[pair[0]], firsts[pair[1]])
        for pair in candidates(list(firsts.values()))
    }
    clusters = join(firsts, likeness)
    links += _within(clusters, likeness)
    links += [
        make_link("mention", left, right, "same", "unsure", like.score, like.reason)
        for (left, right), like in sorted(likeness.items())
        if clusters[left] != clusters[right] and like.score >= UNSURE
    ]
    return links


def _twins(profiles: Sequence[Profile]) -> list[list[Profile]]:
    """Persons with one full name, role and country: compared as one."""
    twins: defaultdict[tuple[object, ...], list[Profile]] = defaultdict(list)
    for profile in sorted(profiles, key=lambda p: p.id):
        if profile.is_private:
            continue
        alike: tuple[object, ...] = (
            profile.words,
            profile.roles,
            profile.countries,
            profile.genders,
            profile.bodies,
        )
        if len(profile.words) == 1:
            alike = (profile.id,)
        twins[alike].append(profile)
    return list(twins.values())


def _chain(twins: Sequence[Profile]) -> Iterable[Link]:
    first = twins[0]
    for other in twins[1:]:
        reason = f'"{first.text}": one name, role and country'
        yield make_link("mention", first.id, other.id, "same", "yes", 0.95, reason)


def candidates(profiles: Sequence[Profile]) -> list[Pair]:
    """Pairs that share a block, in order."""
    blocks: defaultdict[tuple[str, ...], list[Profile]] = defaultdict(list)
    for profile in profiles:
        for block in set(blocks_of(profile)):
            blocks[block].append(profile)
    pairs: set[Pair] = set()
    for block, members in blocks.items():
        others = blocks.get(("full", block[1]), []) if block[0] == "surname" else []
        if block[0] == "full" or len(members) > LARGEST_BLOCK:
            continue
        for at, left in enumerate(members):
            for right in [*members[at + 1 :], *others]:
                pairs.add((min(left.id, right.id), max(left.id, right.id)))
    return sorted(pairs)


def join(ids: Iterable[str], likeness: dict[Pair, Likeness]) -> dict[str, str]:
    """For every id its cluster: joined, best pairs first, while the average holds.

    A pair that was compared and found to be two is a bar: no cluster holds both.
    """
    cluster = {id_: id_ for id_ in ids}
    members = {id_: [id_] for id_ in cluster}
    for (left, right), like in sorted(
        likeness.items(), key=lambda item: (-item[1].score, item[0])
    ):
        first, second = sorted((cluster[left], cluster[right]))
        if like.score < JOINED or first == second:
            continue
        if _average(members[first], members[second], likeness) >= JOINED:
            for id_ in members[second]:
                cluster[id_] = first
            members[first] += members.pop(second)
    return cluster


def _average(
    left: Sequence[str], right: Sequence[str], likeness: dict[Pair, Likeness]
) -> float:
    """The mean likeness across; pairs that never met say nothing, a bar says no."""
    scores = [
        likeness[pair].score
        for one in left
        for two in right
        if (pair := (min(one, two), max(one, two))) in likeness
    ]
    return NEVER if NEVER in scores else sum(scores) / max(1, len(scores))


def _within(clusters: dict[str, str], likeness: dict[Pair, Likeness]) -> list[Link]:
    """The pairs inside clusters as links; each cluster hangs together by them."""
    return [
        make_link("mention", left, right, "same", "yes", like.score, like.reason)
        for (left, right), like in sorted(likeness.items())
        if clusters[left] == clusters[right] and like.score >= JOINED
    ]
