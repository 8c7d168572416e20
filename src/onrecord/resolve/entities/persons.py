"""Links between persons of different articles, in three bands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.model import make_link
from onrecord.resolve.entities.atoms import Atoms, join_twins
from onrecord.resolve.entities.blocks import candidates
from onrecord.resolve.entities.cluster import Clusters
from onrecord.resolve.entities.evidence import JOINED, UNSURE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.model import Judgement, Link
    from onrecord.resolve.entities.groups import Groups
    from onrecord.resolve.entities.profile import Profile

Pair = tuple[str, str]
DOUBTED = round(JOINED - 0.01, 4)  # the most that a pair can have that is not joined


def link_persons(profiles: Sequence[Profile], groups: Groups) -> list[Link]:
    """Links "yes" within persons, "unsure" for review, "no" between namesakes.

    `groups` begins with what people decided and what articles tell; it learns what
    is joined here.
    """
    for profile in profiles:
        groups.claim(profile.id, profile.article)
    public = [p for p in profiles if p.words and not p.is_private]
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
    return sorted(pair for pair in met if atoms.score(*pair))


def _not_joined(atoms: Atoms, clusters: Clusters, groups: Groups) -> Iterator[Link]:
    """The likest pair of any two clusters that might be mixed up."""
    for left, right in clusters.near():
        best = clusters.best(left, right)
        score = atoms.score(*best)
        if not groups.may_join(*best):
            continue
        if score >= UNSURE:
            yield _link(atoms, best, "unsure", DOUBTED)
        elif _are_namesakes(atoms, best):
            yield _link(atoms, best, "no", DOUBTED)


def _are_namesakes(atoms: Atoms, pair: Pair) -> bool:
    left, right = ({face.words for face in atoms.faces[id_]} for id_ in pair)
    return any(len(words) > 1 for words in left & right)


def _link(atoms: Atoms, pair: Pair, judgement: Judgement, most: float) -> Link:
    like, (left, right) = atoms.likeness(*pair)
    reason = like.reason
    if like.score > most:
        reason += ", but others of that name speak against it"
    score = min(like.score, most)
    return make_link("mention", left, right, "same", judgement, score, reason)
