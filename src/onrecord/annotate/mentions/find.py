"""The names of an article: who and what, called what, and which of them are one."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from onrecord.annotate.mentions.bodies import find_bodies, find_nominals
from onrecord.annotate.mentions.chains import find_heads
from onrecord.annotate.mentions.echoes import (
    find_acronym_spots,
    find_acronyms,
    find_echoes,
    settle_types,
)
from onrecord.annotate.mentions.known import (
    find_known,
    is_within_longer,
    sure_of,
)
from onrecord.annotate.mentions.labels import find_labelled
from onrecord.annotate.mentions.outlets import (
    find_called_bodies,
    find_speaking_bodies,
)
from onrecord.annotate.mentions.persons import (
    find_namesakes,
    find_titled,
    find_unlabelled,
)
from onrecord.annotate.mentions.place_book import CountryPlaces
from onrecord.annotate.mentions.private import (
    ONCE,
    is_shown_public,
    private_reason,
)
from onrecord.annotate.mentions.public import speaks
from onrecord.annotate.mentions.regions import settle_shared
from onrecord.annotate.mentions.roles import BODIES, Called, find_role
from onrecord.annotate.mentions.scene import Scene, Spot, free_of
from onrecord.annotate.mentions.shown import find_shown
from onrecord.annotate.mentions.states import with_country
from onrecord.model import Mention, mention_id

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from onrecord.gazetteer import ActorTable, Countries
    from onrecord.gazetteer.places import KnownNames
    from onrecord.model import Article, MentionId, Page, Sentence


def find_mentions(  # noqa: PLR0913 - the book of places may be left out
    sentences: Sequence[Sentence],
    article: Article,
    page: Page,
    actors: ActorTable,
    countries: Countries,
    *,
    places: KnownNames | None = None,
) -> tuple[Mention, ...]:
    """Every name in the sentences, in page order; no two share a character.

    Tables and patterns come first, the parser's labels after them, mended where the
    article itself shows them to be wrong. Without `places` the table of countries
    tells which names are places'.
    """
    book = places or CountryPlaces(countries)
    scene = Scene(sentences, article, page, actors, countries, book)
    scene.spots = spots = find_spots(scene)
    acronyms = find_acronyms(scene, spots)
    heads = find_heads(scene, spots, acronyms)
    reasons = _private_reasons(scene, heads)
    return tuple(
        _mention(scene, spot, heads[spot], reasons.get(heads[spot])) for spot in spots
    )


def find_spots(scene: Scene) -> list[Spot]:
    """The names as tokens of sentences, in reading order, none over another."""
    known = find_known(scene)
    scene.near = sure_of(known)
    known = settle_shared(scene, find_known(scene))
    bodies = find_bodies(scene, known)
    spots = [*bodies, *_alone(scene, known, bodies)]
    finders = (
        find_shown,
        find_titled,
        find_namesakes,
        find_labelled,
        find_unlabelled,
        find_speaking_bodies,
        find_called_bodies,
    )
    for find in finders:
        spots += free_of(find(scene, spots), spots)
    spots = settle_types(scene, spots)
    spots += free_of(find_acronym_spots(scene, spots), spots)
    spots += free_of(find_echoes(scene, spots), spots)
    spots = with_country(scene, spots)
    spots += free_of(find_nominals(scene, spots), spots)
    return sorted(spots, key=lambda spot: (spot.sentence, spot.start))


def _alone(scene: Scene, known: list[Spot], bodies: list[Spot]) -> list[Spot]:
    """What tables know, less what is part of a body or of a longer name."""
    return [
        spot
        for spot in free_of(known, bodies)
        if spot.actor is not None or not is_within_longer(scene, spot)
    ]


def _private_reasons(scene: Scene, heads: Mapping[Spot, Spot]) -> dict[Spot, str]:
    persons: defaultdict[Spot, list[Spot]] = defaultdict(list)
    for spot, head in heads.items():
        if spot.type == "person" and spot.actor is None:
            persons[head].append(spot)
    found = ((head, private_reason(scene, spots)) for head, spots in persons.items())
    reasons = {head: reason for head, reason in found if reason is not None}
    public = _surnames(scene, (h for h in persons if h not in reasons and _is_full(h)))
    seldom = _surnames(scene, (h for h, reason in reasons.items() if reason == ONCE))
    private = _surnames(scene, (h for h, reason in reasons.items() if reason != ONCE))
    shared = (
        head
        for head, spots in persons.items()
        if (name := scene.text_of(head)) in seldom | private
        and not is_shown_public(scene, spots)
        and not (_speak(scene, spots) and (name in public or name not in private))
    )
    # A lone surname, where two who bear it are told apart, may be the private one.
    return dict.fromkeys(shared, "bears the name of a private person") | reasons


def _surnames(scene: Scene, heads: Iterable[Spot]) -> set[str]:
    return {scene.text_of(head).split()[-1] for head in heads}


def _is_full(spot: Spot) -> bool:
    return spot.end - spot.start > 1


def _speak(scene: Scene, spots: Sequence[Spot]) -> bool:
    """Whether news lets this surname speak alone: so it does with public people."""
    return any(speaks(scene, spot) for spot in spots)


def _mention(scene: Scene, spot: Spot, head: Spot, private: str | None) -> Mention:
    called = find_role(scene, spot) if spot.type == "person" else None
    institution, country = _told_by(scene, spot, called)
    span = scene.span(spot.sentence, spot.start, spot.end)
    return Mention(
        id=mention_id(scene.article.id, span),
        article_id=scene.article.id,
        page_id=scene.page.id,
        span=span,
        text=span.of(scene.page.text),
        type=spot.type,
        head=_id_of(scene, head),
        actor=spot.actor,
        role=None if called is None else called.text,
        role_spans=() if called is None else (called.span,),
        institution=institution,
        country=country,
        private_reason=private,
        confidence=spot.confidence,
    )


def _id_of(scene: Scene, spot: Spot) -> MentionId:
    span = scene.span(spot.sentence, spot.start, spot.end)
    return mention_id(scene.article.id, span)


def _told_by(
    scene: Scene, spot: Spot, called: Called | None
) -> tuple[str | None, str | None]:
    """Institution and country: a body's own, or what the words of a role say."""
    if called is None:
        return spot.institution, spot.country
    inside = _names_in_role(scene, spot, called)
    body = next((s for s in inside if s.type in BODIES), None)
    country = next((s.country for s in inside if s.country is not None), None)
    return (None if body is None else scene.text_of(body)), country


def _names_in_role(scene: Scene, spot: Spot, called: Called) -> list[Spot]:
    return [
        other
        for other in scene.spots
        if other.sentence == spot.sentence
        and called.start <= other.start
        and other.end <= called.end
    ]
