"""What is known of one name in one article: the key under which it is compared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from onrecord.gazetteer import body_of_office, find_body, fold
from onrecord.model import EntityType
from onrecord.resolve.entities.keys import (
    Key,
    countries_of_articles,
    is_wide,
    joined_keys,
    key_of,
)
from onrecord.resolve.entities.offices import Office, office_of
from onrecord.resolve.entities.person_name import PersonName, read_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.gazetteer import ActorTable
    from onrecord.model import Mention

COMPANY = frozenset({"actor", "body", "name"})  # keys that tell what a text is about


@dataclass(frozen=True, slots=True)
class Profile:
    """One identity in one article: a head with all its mentions.

    `key` tells who it is for all but persons: equal keys are one. `name` is a person's
    fullest; None for what is no name to compare.
    `named_with` are the keys of the actors and bodies of the same article, `where`
    the country it tells of and `day` its day.
    """

    id: str
    article: str
    text: str
    type: EntityType
    key: Key
    name: PersonName | None
    names: frozenset[str]
    offices: tuple[Office, ...]
    bodies: frozenset[Key]
    countries: frozenset[str]
    named_with: frozenset[Key]
    where: str | None
    day: date | None
    is_private: bool

    @property
    def is_person(self) -> bool:
        """Whether it goes by spelling and evidence."""
        return self.key[0] == "person"

    @property
    def roles(self) -> frozenset[str]:
        """The kinds of the offices."""
        return frozenset(office.kind for office in self.offices)

    @property
    def genders(self) -> frozenset[str]:
        """What the words of the roles tell."""
        return frozenset(office.gender for office in self.offices if office.gender)


@dataclass(frozen=True, slots=True)
class Around:
    """What the articles tell beside the names themselves."""

    keys: Mapping[str, Key]
    named: Mapping[str, frozenset[Key]]
    texts: Mapping[tuple[str, str], Key]
    countries: Mapping[str, str]
    days: Mapping[str, date]
    released: Collection[str]


def make_profiles(
    mentions: Sequence[Mention],
    actors: ActorTable,
    days: Mapping[str, date],
    released: Collection[str],
) -> list[Profile]:
    """One profile for every head, in the order of their ids."""
    chains: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in sorted(mentions, key=lambda m: m.id):
        chains[mention.head].append(mention)
    heads: dict[str, Mention] = {m.id: m for m in mentions if m.id in chains}
    countries = countries_of_articles(mentions)
    keys = joined_keys(
        {
            id_: key_of(head, actors, countries.get(head.article_id))
            for id_, head in heads.items()
        }
    )
    around = Around(
        keys=keys,
        named=_named_by_article(heads, keys),
        texts=_keys_by_text(mentions, keys),
        countries=countries,
        days=days,
        released=released,
    )
    return [_profile(heads[id_], chains[id_], around) for id_ in sorted(keys)]


def _profile(head: Mention, chain: Sequence[Mention], around: Around) -> Profile:
    key, day = around.keys[head.id], around.days.get(head.article_id)
    told = {office_of(mention, day) for mention in chain}
    is_released = any(mention.id in around.released for mention in chain)
    return Profile(
        id=head.id,
        article=head.article_id,
        text=head.text,
        type=head.type,
        key=key,
        name=read_name(head.text) if key[0] == "person" else None,
        names=frozenset(fold(mention.text) for mention in chain),
        offices=tuple(sorted((o for o in told if o is not None), key=repr)),
        bodies=frozenset(b for b in _bodies(chain, around.texts) if is_wide(b)),
        countries=frozenset(m.country for m in chain if m.country is not None),
        named_with=around.named[head.article_id] - {key},
        where=around.countries.get(head.article_id),
        day=day,
        is_private=not is_released and any(m.private_reason for m in chain),
    )


def _named_by_article(
    heads: Mapping[str, Mention], keys: Mapping[str, Key]
) -> dict[str, frozenset[Key]]:
    named: defaultdict[str, set[Key]] = defaultdict(set)
    for id_, key in keys.items():
        named[heads[id_].article_id] |= {key} if key[0] in COMPANY else set()
    return {article: frozenset(found) for article, found in named.items()}


def _keys_by_text(
    mentions: Iterable[Mention], keys: Mapping[str, Key]
) -> dict[tuple[str, str], Key]:
    """Whom a text names in an article, for the institutions told in roles."""
    return {
        (mention.article_id, mention.text): keys[mention.head]
        for mention in sorted(mentions, key=lambda m: m.id)
        if mention.head in keys and mention.type != "person"
    }


def _bodies(
    chain: Sequence[Mention], where: Mapping[tuple[str, str], Key]
) -> Iterable[Key]:
    """The bodies for which a person speaks or acts, by the words of the roles."""
    for mention in chain:
        if mention.institution is not None:
            named = where.get((mention.article_id, mention.institution))
            body = find_body(mention.institution)
            if named is not None:
                yield named
            elif body is not None:
                yield ("body", body.key, body.country or mention.country or "")
        office = body_of_office(mention.role) if mention.role else None
        if office is not None:
            yield ("body", office.key, office.country or mention.country or "")
