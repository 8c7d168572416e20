"""What is known of one place in one article."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.gazetteer.places.keys import kind_named, load_place_words, place_key
from onrecord.model import KnownPlace
from onrecord.resolve.entities.keys import is_plain_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.model import Mention


NARROW = frozenset({"point", "town", "district"})


@dataclass(frozen=True, slots=True)
class Naming:
    """A place that an article names: a head with all its mentions.

    `key` is the name as the gazetteer files it, `place` what it was taken for there.
    `country` is that of the place, else the one that the words or the article tell;
    None when they tell none. `regions` are those that the article's other places lie
    in, `towns` the numbers of its towns. `is_plain`: words that every town has ("Main
    Street").
    """

    id: str
    article: str
    text: str
    key: str
    place: KnownPlace | None
    country: str | None
    regions: frozenset[str]
    towns: frozenset[int]
    is_plain: bool

    @property
    def kind(self) -> tuple[str | None, frozenset[str]]:
        """What the words say that it is, and which part: "province", "north"."""
        parts = load_place_words().parts
        return kind_named(self.key), frozenset(self.key.split(" ")) & parts


def make_namings(mentions: Sequence[Mention]) -> list[Naming]:
    """The places that articles name, in the order of their ids; countries are none."""
    chains: defaultdict[str, list[Mention]] = defaultdict(list)
    for mention in sorted(mentions, key=lambda item: item.id):
        chains[mention.head].append(mention)
    by_id: dict[str, Mention] = {mention.id: mention for mention in mentions}
    around = _Around(mentions)
    return [
        around.naming(by_id[id_], chain)
        for id_, chain in sorted(chains.items())
        if id_ in by_id and by_id[id_].type == "place"
    ]


class _Around:
    """The countries and regions that each article tells of."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        countries: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self._regions: defaultdict[str, set[str]] = defaultdict(set)
        self._towns: defaultdict[str, set[int]] = defaultdict(set)
        for mention in mentions:
            place = mention.place if mention.place and mention.place.is_sure else None
            country = place.country if place else mention.country
            if country:
                countries[mention.article_id][country] += 1
            if place and place.region:
                self._regions[mention.article_id].add(place.region)
            if place and place.precision in NARROW:
                self._towns[mention.article_id].add(place.id)
        self._main = {article: _ahead(told) for article, told in countries.items()}

    def naming(self, head: Mention, chain: Sequence[Mention]) -> Naming:
        known = [item.place for item in chain if item.place is not None]
        place = head.place or max(
            known, key=lambda item: (item.score, -item.id), default=None
        )
        told = next((item.country for item in chain if item.country), None)
        key = place_key(head.text)
        sure = place.country if place and place.is_sure else None
        return Naming(
            id=head.id,
            article=head.article_id,
            text=head.text,
            key=key,
            place=place,
            country=sure or told or self._main.get(head.article_id),
            regions=frozenset(self._regions[head.article_id]),
            towns=frozenset(self._towns[head.article_id]),
            is_plain=is_plain_name(key) or _is_site(key),
        )


def _ahead(told: Counter[str]) -> str | None:
    """The country named most, where one is ahead of all others."""
    first, *others = told.most_common(2)
    return first[0] if not others or others[0][1] < first[1] else None


def _is_site(key: str) -> bool:
    """Whether the name says what is there and not where: "central market"."""
    words = load_place_words()
    return any(key == site or key.endswith(f" {site}") for site in words.sites) and (
        len(key.split(" ")) <= 2  # noqa: PLR2004 - a word, and what kind of site
    )
