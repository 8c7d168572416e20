"""Organisations, armed groups, bodies and countries: by table, key and acronym.

Never by spelling: names of groups differ by a word, and that word is the difference.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from onrecord.gazetteer import fold, is_acronym
from onrecord.model import make_link

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from onrecord.model import Link
    from onrecord.resolve.entities.groups import Groups
    from onrecord.resolve.entities.keys import Key
    from onrecord.resolve.entities.profile import Profile

Keyed = dict["Key", list["Profile"]]
EQUAL, ACRONYM, PROPOSED = 0.97, 0.9, 0.6  # scores of links by key, acronym, context
COMPANY = 2  # actors or bodies named in both articles
SMALL_WORDS = frozenset({"of", "the", "for", "and", "in", "on", "to", "de", "la"})
WHY = {
    "actor": "one actor of the table",
    "body": "one body of one country",
    "country": "one country",
    "name": "one name",
    "plain": "one name in articles on one country",
    "local": "one body of a town or state in one article",
    "acronym": "one acronym in one article",
}


def by_key(profiles: Sequence[Profile]) -> Keyed:
    """All but persons by their keys."""
    groups: defaultdict[Key, list[Profile]] = defaultdict(list)
    for profile in profiles:
        if not profile.is_person:
            groups[profile.key].append(profile)
    return dict(groups)


def join_keys(keyed: Keyed, groups: Groups) -> Iterator[Link]:
    """Equal keys are one, but for what a person took apart."""
    for key, profiles in keyed.items():
        firsts: list[Profile] = []
        for profile in profiles:
            home = next((p for p in firsts if groups.join(p.id, profile.id)), None)
            if home is None:
                firsts.append(profile)
                continue
            reason = f"{WHY[key[0]]}: {key[1]}"
            yield make_link(
                "mention", home.id, profile.id, "same", "yes", EQUAL, reason
            )


def join_acronyms(keyed: Keyed, groups: Groups) -> Iterator[Link]:
    """A lone acronym to the only body in its context that it can stand for."""
    long = _long_names(keyed)
    for key, (profile, *_) in keyed.items():
        if key[0] != "acronym":
            continue
        fitting = {
            groups.of(other.id): other
            for other in reversed(long.get(key[1], ()))
            if _share_context(profile, other)
        }
        if len(fitting) == 1:
            (other,) = fitting.values()
            reason = f'the only "{profile.text}" in its context: {other.text}'
            if groups.join(profile.id, other.id):
                yield make_link(
                    "mention", profile.id, other.id, "same", "yes", ACRONYM, reason
                )


def propose_bodies(keyed: Keyed, groups: Groups) -> Iterator[Link]:
    """Names without a country, and whom the country of their article makes them."""
    for key, (profile, *_) in keyed.items():
        here = profile.where
        if key[0] == "body" and key[2].startswith("in ") and here is not None:
            target = keyed.get(("body", key[1], here))
        elif key[0] == "name" and not key[2] and here is not None:
            target = keyed.get(("name", key[1], here))
        else:
            continue
        if target and groups.may_join(profile.id, target[0].id):
            reason = f"{key[1]}, in an article on its country"
            yield make_link(
                "mention",
                profile.id,
                target[0].id,
                "same",
                "unsure",
                PROPOSED,
                reason,
            )


def _long_names(keyed: Mapping[Key, Sequence[Profile]]) -> dict[str, list[Profile]]:
    """By acronym, folded: the bodies called so beside their long name."""
    long: defaultdict[str, list[Profile]] = defaultdict(list)
    for key, profiles in keyed.items():
        if key[0] in {"name", "plain", "body", "actor"}:
            for profile in profiles:
                for short in {*profile.names, _initials(profile.text)}:
                    if short and " " not in short:
                        long[short].append(profile)
    return long


def _initials(name: str) -> str:
    """The letters that a long name would be cut to; "" for a name of one word."""
    words = [word for word in fold(name).split() if word not in SMALL_WORDS]
    is_long = len(words) > 1 and not is_acronym(name)
    return "".join(word[0] for word in words) if is_long else ""


def _share_context(one: Profile, other: Profile) -> bool:
    """Whether the articles tell of one country, or of the same actors."""
    if one.where is not None and one.where == other.where:
        return True
    return len(one.named_with & other.named_with) >= COMPANY
