"""Which names in one article are one: the head of each is the fullest."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from onrecord.annotate.mentions.words import naming_words
from onrecord.gazetteer import (
    fold,
    is_acronym,
    is_plain_body,
    name_words,
    word_likeness,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.annotate.mentions.scene import Scene, Spot

SPELLED_ALIKE = 0.86  # of a word in one article: a second spelling, not a second person


def find_heads(
    scene: Scene, spots: Sequence[Spot], acronyms: Mapping[str, Spot]
) -> dict[Spot, Spot]:
    """For every spot the one in the article that names the same most fully."""
    groups: defaultdict[tuple[str, ...], list[Spot]] = defaultdict(list)
    persons: list[Spot] = []
    for spot in spots:
        if spot.type == "person" and spot.actor is None:
            persons.append(spot)
        else:
            groups[_key(scene, spot, acronyms)].append(spot)
    _join_short_names(groups)
    _join_local_bodies(groups)
    heads: dict[Spot, Spot] = {}
    for group in [*groups.values(), *_persons(scene, persons)]:
        written = Counter(scene.text_of(spot) for spot in group)
        head = min(group, key=lambda spot: _rank(scene, spot, written))
        heads.update((spot, head) for spot in group)
    return heads


def _rank(
    scene: Scene, spot: Spot, written: Mapping[str, int]
) -> tuple[bool, bool, int, int, int, int, int]:
    """The best head sorts first: a name, written out, long, early.

    Of two spellings of a person's name the commoner one is no misprint.
    """
    text = scene.text_of(spot)
    is_person = spot.type == "person"
    is_adjective = spot.type == "country" and not _is_country_name(scene, text)
    return (
        spot.is_common or is_adjective,
        is_acronym(text),
        -len(text.split()) if is_person else 0,
        -written[text] if is_person else 0,
        -len(text),
        spot.sentence,
        spot.start,
    )


def _is_country_name(scene: Scene, text: str) -> bool:
    read = scene.countries.read(text)
    return read is not None and read[1] == "name"


def _key(scene: Scene, spot: Spot, acronyms: Mapping[str, Spot]) -> tuple[str, ...]:
    text = scene.text_of(spot)
    long = acronyms.get(text)
    if long is not None and long != spot:
        return _key(scene, long, {})
    if spot.actor is not None:
        return ("actor", spot.actor)
    if spot.institution is not None:
        return ("body", spot.institution, spot.country or "")
    if spot.local is not None and is_plain_body(text):
        return ("local", spot.local)
    if spot.type == "country":
        return ("country", spot.country or fold(text))
    return ("place" if spot.type == "place" else "name", fold(text))


def _join_short_names(groups: defaultdict[tuple[str, ...], list[Spot]]) -> None:
    """Join "Strand" to "Strand Ferry Lines", "the Board" to the only one named."""
    longer: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
    for key in groups:
        last = key[1].rsplit(" ", 1)[-1]
        if key[0] == "name" and " " in key[1] and last in naming_words().company_ends:
            longer[key[1].split(" ", 1)[0]].add(key)
        if (
            key[0] == "name"
            and " " in key[1]
            and last in naming_words().organisation_ends
        ):
            longer[last].add(key)
    for key in sorted(groups):
        if key[0] == "name" and len(longer.get(key[1], ())) == 1:
            (target,) = longer[key[1]]
            groups[target].extend(groups.pop(key))


def _join_local_bodies(groups: defaultdict[tuple[str, ...], list[Spot]]) -> None:
    """Join "the Police Department" to the only one that is named with its town."""
    named: defaultdict[str, set[tuple[str, ...]]] = defaultdict(set)
    for key, spots in groups.items():
        if key[0] == "name":
            for kind in {spot.local for spot in spots if spot.local is not None}:
                named[kind].add(key)
    for key in sorted(key for key in groups if key[0] == "local"):
        if len(named[key[1]]) == 1:
            (target,) = named[key[1]]
            groups[target].extend(groups.pop(key))


def _persons(scene: Scene, spots: Sequence[Spot]) -> list[list[Spot]]:
    """Groups of persons: full names first, then surnames and given names alone."""
    groups: list[tuple[tuple[str, ...], list[Spot]]] = []
    order = sorted(
        spots,
        key=lambda s: (-len(name_words(scene.text_of(s))), s.sentence, s.start),
    )
    for spot in order:
        words = name_words(scene.text_of(spot))
        fitting = [group for group in groups if _fits(words, group[0])]
        if len(fitting) > 1 and len(words) == 1:
            exact = [group for group in fitting if group[0] == words]
            fitting = exact or _nearest(fitting, spot)
        if len(fitting) == 1 or (fitting and len(words) > 1):
            fitting[0][1].append(spot)
        else:
            groups.append((words, [spot]))
    return [members for _, members in groups]


def _nearest(
    groups: list[tuple[tuple[str, ...], list[Spot]]], spot: Spot
) -> list[tuple[tuple[str, ...], list[Spot]]]:
    """The group named last before, if its full name is in this or the last sentence.

    Relatives share a family name; only a name that has just been given settles who.
    """
    near = [
        group
        for group in groups
        if any(
            other.sentence in {spot.sentence, spot.sentence - 1}
            and (other.sentence, other.start) < (spot.sentence, spot.start)
            and other.end - other.start > 1
            for other in group[1]
        )
    ]
    return near if len(near) == 1 else []


def _fits(words: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether `words` may be a shorter or other form of the name `full`."""
    if len(words) == 1:
        alone = words[0]
        return _alike(alone, full[-1]) or (len(full) > 1 and alone == full[0])
    if not _alike(words[-1], full[-1]) and words[-1] not in full:
        return False
    at = 0
    for word in words:
        while at < len(full) and not _alike(word, full[at]):
            at += 1
        if at == len(full):
            return False
        at += 1
    return True


def _alike(first: str, second: str) -> bool:
    if len(first) == 1 or len(second) == 1:
        return first[0] == second[0]
    return word_likeness(first, second) >= SPELLED_ALIKE
