"""What is known of one name in one article: the key under which it is compared."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.gazetteer import (
    bare_name,
    body_of_office,
    find_body,
    fold,
    gender_of,
    is_acronym,
    is_plain_body,
    name_words,
    role_of,
)
from onrecord.model import EntityType

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from onrecord.gazetteer import ActorTable
    from onrecord.model import Mention

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """One identity in one article: a head with all its mentions.

    `key` tells who it is for all but persons: equal keys are one. A person's `words`
    are the folded words of the fullest name. `named_with` are the keys of the
    actors and bodies of the same article.
    """

    id: str
    article: str
    text: str
    type: EntityType
    key: Key
    words: tuple[str, ...]
    names: frozenset[str]
    roles: frozenset[str]
    bodies: frozenset[Key]
    countries: frozenset[str]
    genders: frozenset[str]
    named_with: frozenset[Key]
    is_private: bool

    @property
    def is_person(self) -> bool:
        """Whether it goes by spelling and evidence."""
        return self.key[0] == "person"


def make_profiles(mentions: Sequence[Mention], actors: ActorTable) -> list[Profile]:
    """One profile for every head, in the order of their ids."""
    chains: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in sorted(mentions, key=lambda m: m.id):
        chains[mention.head].append(mention)
    heads: dict[str, Mention] = {m.id: m for m in mentions if m.id in chains}
    keys = {id_: _key(heads[id_], actors) for id_ in chains if id_ in heads}
    around = _named_by_article(heads, keys)
    where = _keys_by_text(mentions, keys)
    return [
        _profile(heads[id_], chains[id_], keys[id_], around, where)
        for id_ in sorted(keys)
    ]


def _profile(
    head: Mention,
    chain: Sequence[Mention],
    key: Key,
    around: Mapping[str, frozenset[Key]],
    where: Mapping[tuple[str, str], Key],
) -> Profile:
    roles = [mention.role for mention in chain if mention.role]
    told = [role.name for text in roles if (role := role_of(text)) is not None]
    return Profile(
        id=head.id,
        article=head.article_id,
        text=head.text,
        type=head.type,
        key=key,
        words=name_words(bare_name(head.text)) if key[0] == "person" else (),
        names=frozenset(fold(mention.text) for mention in chain),
        roles=frozenset(told),
        bodies=frozenset(_bodies(chain, where)),
        countries=frozenset(m.country for m in chain if m.country is not None),
        genders=frozenset(g for text in roles if (g := gender_of(text)) is not None),
        named_with=around[head.article_id] - {key},
        is_private=any(mention.private_reason for mention in chain),
    )


def _key(head: Mention, actors: ActorTable) -> Key:
    if head.actor is not None and head.actor in actors:
        return ("actor", head.actor)
    if head.type == "person":
        return ("person", head.id)
    if head.type == "government" and head.institution is not None:
        where = head.country or f"in {head.article_id}"
        return ("body", head.institution, where)
    if head.type == "country" and head.country is not None:
        return ("country", head.country)
    return _key_by_text(head)


def _key_by_text(head: Mention) -> Key:
    if head.type == "place":
        return ("place", fold(head.text))
    if is_acronym(head.text):
        # Letters alone are many bodies': they are one only within an article.
        return ("acronym", fold(head.text), f"in {head.article_id}")
    if head.type == "government" and is_plain_body(head.text):
        # "the Legislature" of a state, "the City Council": every town has one.
        return ("local", fold(head.text), f"in {head.article_id}")
    return ("name", fold(head.text))


def _named_by_article(
    heads: Mapping[str, Mention], keys: Mapping[str, Key]
) -> dict[str, frozenset[Key]]:
    named: defaultdict[str, set[Key]] = defaultdict(set)
    for id_, key in keys.items():
        company = {key} if key[0] in {"actor", "body", "name"} else set()
        named[heads[id_].article_id] |= company
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
