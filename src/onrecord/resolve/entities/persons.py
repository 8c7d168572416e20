"""Links between persons of different articles, in three bands."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from onrecord.model import make_link
from onrecord.resolve.entities.atoms import Atoms, join_twins
from onrecord.resolve.entities.cluster import Clusters
from onrecord.resolve.entities.evidence import JOINED, NEVER, UNSURE
from onrecord.resolve.entities.meeting import candidates

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.model import Judgement, Link
    from onrecord.resolve.entities.groups import Groups
    from onrecord.resolve.entities.profile import Profile

Pair = tuple[str, str]
MOST_RIVALS = 8  # links "unsure" and "no" of one person, the likest others first
DOUBTED = round(JOINED - 0.01, 4)  # the most that a pair can have that is not joined


def link_persons(profiles: Sequence[Profile], groups: Groups) -> list[Link]:
    """Links "yes" within persons, "unsure" for review, "no" between namesakes.

    `groups` begins with what people decided and what articles tell; it learns what
    is joined here.
    """
    for profile in profiles:
        groups.claim(profile.id, profile.article)
    public = [p for p in profiles if p.name and not p.is_private]
    links = join_twins(public, groups)
    atoms = Atoms(public, groups)
    pairs = _alike(atoms)
    atoms.settle_surnames(pairs)
    clusters = Clusters(atoms.faces, atoms.score, groups)
    for pair in clusters.join(pairs, JOINED):
        links.append(_link(atoms, pair, "yes", 1.0))
    return [*links, *_not_joined(atoms, clusters, groups)]


def _alike(atoms: Atoms) -> list[Pair]:
    """Pairs of atoms that may be one, in order."""
    met = {
        (min(one, other), max(one, other))
        for left, right in candidates(atoms.names())
        if (one := atoms.of[left]) != (other := atoms.of[right])
    }
    return sorted(pair for pair in met if atoms.score(*pair) > NEVER)


def _not_joined(atoms: Atoms, clusters: Clusters, groups: Groups) -> Iterator[Link]:
    """The likest pair of any two clusters that might be mixed up.

    Of all the bearers of one name each is held against the likest few.
    """
    told: Counter[str] = Counter()
    apart = ((clusters.best(*pair), pair) for pair in clusters.near())
    ranked = sorted(apart, key=lambda item: (-atoms.score(*item[0]), item[1]))
    for best, (left, right) in ranked:
        if min(told[left], told[right]) >= MOST_RIVALS or not groups.may_join(*best):
            continue
        if atoms.score(*best) >= UNSURE:
            yield _link(atoms, best, "unsure", DOUBTED)
        elif _are_namesakes(atoms, best):
            yield _link(atoms, best, "no", DOUBTED)
        else:
            continue
        told.update((left, right))


def _are_namesakes(atoms: Atoms, pair: Pair) -> bool:
    left, right = (
        {
            face.name.form
            for face in atoms.faces[id_]
            if face.name and not face.name.is_short
        }
        for id_ in pair
    )
    return not left.isdisjoint(right)


def _link(atoms: Atoms, pair: Pair, judgement: Judgement, most: float) -> Link:
    like, (left, right) = atoms.likeness(*pair)
    reason = like.reason
    if like.score > most:
        reason += ", but others of that name speak against it"
    score = min(like.score, most)
    return make_link("mention", left, right, "same", judgement, score, reason)
