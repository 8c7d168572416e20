"""Which persons are compared: near names, and a surname with all who bear it."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations, product
from typing import TYPE_CHECKING

from rapidfuzz.distance import LCSseq

from onrecord.gazetteer import consonants
from onrecord.resolve.entities.near_names import near_pairs
from onrecord.resolve.entities.person_name import TWO_NAMES, likeness

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from onrecord.resolve.entities.person_name import PersonName

Pair = tuple[str, str]
LARGEST_CROWD = 400  # persons; a name that more of them share tells nothing
# Of the shorter name's consonants. Swept on the spellings of a sanctions list,
# development half: of 1,338 pairs that are alike .6 loses none, .7 loses 8; of names
# near to each other .6 leaves half to compare.
SHARED = 0.6


def candidates(names: Mapping[str, PersonName]) -> list[Pair]:
    """Pairs of these ids whose names may be one's, in order.

    Equal names meet, each meets those near to it whose spelling lets them be one, and a
    surname alone meets all who bear it; none where that would be a crowd.
    """
    full = {id_: name for id_, name in names.items() if not name.is_short}
    pairs = {_pair(*met) for met in (*_near(full), *_by_surname(names))}
    return sorted(pairs)


def _near(names: Mapping[str, PersonName]) -> Iterator[Pair]:
    bearers: defaultdict[str, list[str]] = defaultdict(list)
    forms: dict[str, PersonName] = {}
    for id_ in sorted(names):
        form = "\n".join(names[id_].form)
        bearers[form].append(id_)
        forms.setdefault(form, names[id_])
    for ids in bearers.values():
        if len(ids) <= LARGEST_CROWD:
            yield from combinations(ids, 2)
    letters = {form: _letters(name) for form, name in forms.items()}
    for one, other in near_pairs({form: forms[form].parts for form in forms}):
        is_crowd = len(bearers[one]) + len(bearers[other]) > LARGEST_CROWD
        if is_crowd or _share_little(letters[one], letters[other]):
            continue
        if likeness(forms[one], forms[other]) >= TWO_NAMES:
            yield from product(bearers[one], bearers[other])


def _letters(name: PersonName) -> str:
    """The consonants of a name in the order of the alphabet: words change places."""
    return "".join(sorted("".join(map(consonants, name.parts.words))))


def _share_little(one: str, other: str) -> bool:
    """Whether a look at their consonants is enough: the shorter name is elsewhere."""
    shared = LCSseq.similarity(one, other)
    return shared < SHARED * min(len(one), len(other))


def _by_surname(names: Mapping[str, PersonName]) -> Iterator[Pair]:
    short: defaultdict[str, list[str]] = defaultdict(list)
    long: defaultdict[str, list[str]] = defaultdict(list)
    for id_ in sorted(names):
        name = names[id_]
        (short if name.is_short else long)[_key(name.ending(1))].append(id_)
    for key, ids in short.items():
        bearers = long.get(key, [])
        if len(ids) + len(bearers) <= LARGEST_CROWD:
            yield from combinations(ids, 2)
            yield from product(ids, bearers)


def _key(words: Iterable[str]) -> str:
    """The consonants of a surname; its own letters where it has none."""
    sounds = "".join(words)
    return consonants(sounds) or sounds


def _pair(one: str, other: str) -> Pair:
    return min(one, other), max(one, other)
