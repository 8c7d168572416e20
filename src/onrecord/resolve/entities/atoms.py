"""Persons to be compared: what an article, a person or equal words say is one."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from onrecord.model import make_link
from onrecord.resolve.entities.evidence import (
    JOINED,
    UNSURE,
    Likeness,
    compare,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from onrecord.model import Link
    from onrecord.resolve.entities.groups import Groups
    from onrecord.resolve.entities.person_name import PersonName
    from onrecord.resolve.entities.profile import Profile

Pair = tuple[str, str]
MOST_FACES = 6  # different profiles of one atom that are compared with another's
CLEARLY = 0.3  # by how much one bearer of a surname must be likelier than the next
AMBIGUOUS = round(JOINED - 0.01, 4)


class Atoms:
    """The atoms by the id of their first profile, and how alike any two are."""

    def __init__(self, profiles: Sequence[Profile], groups: Groups) -> None:
        """Group the profiles as `groups` has them."""
        found: defaultdict[str, list[Profile]] = defaultdict(list)
        for profile in sorted(profiles, key=lambda profile: profile.id):
            found[groups.of(profile.id)].append(profile)
        self.faces = {faces[0].id: _faces(faces) for faces in found.values()}
        self.of = {face.id: id_ for id_, faces in self.faces.items() for face in faces}
        self._known: dict[Pair, tuple[Likeness, Pair]] = {}
        self._doubted: dict[Pair, tuple[Likeness, Pair]] = {}

    def names(self) -> dict[str, PersonName]:
        """The name of every profile that stands for an atom."""
        return {
            face.id: face.name
            for faces in self.faces.values()
            for face in faces
            if face.name is not None
        }

    def score(self, one: str, other: str) -> float:
        """How likely two atoms are one person: by the likest of their profiles."""
        return self.likeness(one, other)[0].score

    def likeness(self, one: str, other: str) -> tuple[Likeness, Pair]:
        """The likeness of two atoms, and the profiles that show it."""
        pair = (one, other) if one < other else (other, one)
        return self._doubted.get(pair) or self._plain(pair)

    def _plain(self, pair: Pair) -> tuple[Likeness, Pair]:
        """The likeness by the two alone, whoever else bears the name."""
        if pair not in self._known:
            self._known[pair] = self._compared(*pair)
        return self._known[pair]

    def _compared(self, one: str, other: str) -> tuple[Likeness, Pair]:
        compared = [
            (compare(left, right), (left.id, right.id))
            for left in self.faces[one]
            for right in self.faces[other]
        ]
        return min(compared, key=lambda item: (-item[0].score, item[1]))

    def settle_surnames(self, pairs: Iterable[Pair]) -> None:
        """Leave to a person whose surname it is where two bearers fit as well."""
        fitting: defaultdict[str, list[str]] = defaultdict(list)
        for left, right in pairs:
            for short, long in ((left, right), (right, left)):
                if self._is_surname(short) and not self._is_surname(long):
                    fitting[short].append(long)
        for short, bearers in fitting.items():
            for bearer in bearers:
                if any(self._rivals(short, bearer, other) for other in bearers):
                    self._doubt(short, bearer)

    def _is_surname(self, atom: str) -> bool:
        return all(face.name and face.name.is_short for face in self.faces[atom])

    def _rivals(self, short: str, bearer: str, other: str) -> bool:
        """Whether the other one bears the name as well, and is somebody else."""
        if bearer == other or self.score(bearer, other) >= UNSURE:
            return False
        behind = self.score(short, bearer) - self._plain_score(short, other)
        return self._plain_score(short, other) >= UNSURE and behind < CLEARLY

    def _plain_score(self, one: str, other: str) -> float:
        return self._plain((one, other) if one < other else (other, one))[0].score

    def _doubt(self, short: str, bearer: str) -> None:
        like, pair = self.likeness(short, bearer)
        reason = f"{like.reason}, but another bears it"
        doubtful = Likeness(min(like.score, AMBIGUOUS), reason)
        key = (short, bearer) if short < bearer else (bearer, short)
        self._doubted[key] = doubtful, pair


def _faces(profiles: Sequence[Profile]) -> tuple[Profile, ...]:
    """Profiles of one atom that differ in what they tell, the first ones by id."""
    kinds: dict[tuple[object, ...], Profile] = {}
    for profile in profiles:
        kinds.setdefault(_told(profile), profile)
    return tuple(kinds.values())[:MOST_FACES]


def join_twins(profiles: Iterable[Profile], groups: Groups) -> list[Link]:
    """Join those of one name, role and country, where that is enough to be one."""
    twins: defaultdict[tuple[object, ...], list[Profile]] = defaultdict(list)
    for profile in sorted(profiles, key=lambda profile: profile.id):
        twins[_told(profile)].append(profile)
    return [link for alike in twins.values() for link in _joined(alike, groups)]


def _joined(twins: Sequence[Profile], groups: Groups) -> Iterator[Link]:
    """Each joined to the first that it is likely to be; few are ever first."""
    firsts: list[Profile] = []
    for twin in twins:
        for first in firsts:
            like = compare(first, twin)
            if like.score >= JOINED and groups.join(first.id, twin.id):
                yield make_link(
                    "mention", first.id, twin.id, "same", "yes", *_why(like)
                )
                break
        else:
            firsts = [*firsts, twin][:MOST_FACES]


def _why(like: Likeness) -> tuple[float, str]:
    return like.score, like.reason


def _told(profile: Profile) -> tuple[object, ...]:
    """What an article tells of a person, its day left out."""
    seats = frozenset(office.seat for office in profile.offices)
    return (
        profile.name and profile.name.form,
        profile.roles,
        profile.countries,
        profile.genders,
        profile.bodies,
        seats,
    )
