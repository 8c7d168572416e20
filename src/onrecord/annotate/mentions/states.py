"""Whose body a bare name means: the nation's, a state's, a town's."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.gazetteer import federation_of, fold

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.annotate.mentions.scene import Scene, Spot
    from onrecord.gazetteer import Federation
    from onrecord.model import Sentence

AT_HOME = frozenset({"armed_group", "government", "party", "organisation"})
# A country named in the headline, or in the paragraphs after it, counts as so many.
HEADLINE_WEIGHT, OPENING_WEIGHT, OPENING = 3, 2, 2


def main_country(scene: Scene, spots: Sequence[Spot]) -> str | None:
    """The country that the article names most; headline and opening count more.

    An actor stands for its country, and so does a place in an actor's name.
    """
    counts: Counter[str] = Counter()
    homes = _homes(scene, spots)
    for spot in spots:
        code = _home_of(scene, spot, homes)
        if code is not None:
            counts[code] += _weight(scene.sentences[spot.sentence])
    if not counts:
        return None
    best = max(counts.values())
    return min(code for code, count in counts.items() if count == best)


def _weight(sentence: Sentence) -> int:
    if sentence.zone == "headline":
        return HEADLINE_WEIGHT
    return OPENING_WEIGHT if sentence.paragraph <= OPENING else 1


def _homes(scene: Scene, spots: Sequence[Spot]) -> dict[str, str]:
    """Countries of the words in actors' names: Sael, for the Sael Liberation Front."""
    homes: dict[str, str] = {}
    for spot in spots:
        actor = scene.actors.get(spot.actor) if spot.actor else None
        if actor is not None and actor.country is not None:
            homes.update(dict.fromkeys(fold(actor.name).split(), actor.country))
    return homes


def _home_of(scene: Scene, spot: Spot, homes: Mapping[str, str]) -> str | None:
    if spot.country is not None:
        return spot.country
    actor = scene.actors.get(spot.actor) if spot.actor else None
    if actor is not None:
        return actor.country if actor.type in AT_HOME else None
    is_place = spot.type == "place"
    return homes.get(fold(scene.text_of(spot))) if is_place else None


def with_country(scene: Scene, spots: list[Spot]) -> list[Spot]:
    """Bodies whose words tell no country take it from their like, or the article.

    Their like is a body of the kind named before with its country; one named after
    counts only where the article is about no country. After a town's or state's body
    the bare name means that one; so does a chamber where only a state's is spoken of.
    """
    about = main_country(scene, spots)
    federation = federation_of(about)
    if federation is not None and not _is_of_states(scene, federation):
        federation = None
    told: defaultdict[str, list[Spot]] = defaultdict(list)
    for spot in sorted(spots, key=lambda s: (s.sentence, s.start)):
        if spot.local is not None:
            told[spot.local].append(spot)
        elif spot.institution is not None and spot.country is not None:
            told[spot.institution].append(spot)
    return [
        _settled(scene, spot, told[spot.institution], about, federation)
        if spot.institution is not None and spot.country is None
        else spot
        for spot in spots
    ]


def _settled(
    scene: Scene,
    spot: Spot,
    told: Sequence[Spot],
    about: str | None,
    federation: Federation | None,
) -> Spot:
    place = (spot.sentence, spot.start)
    before = [other for other in told if (other.sentence, other.start) < place]
    if before and before[-1].local is not None:
        return replace(spot, local=spot.institution, institution=None)
    if before:
        return replace(spot, country=before[-1].country)
    if _is_a_states(scene, spot, about, federation):
        return replace(spot, local=spot.institution, institution=None)
    codes = {other.country for other in told if other.local is None}
    only = next(iter(codes)) if len(codes) == 1 else None
    return replace(spot, country=about or only)


def _is_a_states(
    scene: Scene, spot: Spot, about: str | None, federation: Federation | None
) -> bool:
    """Whether the words name a state's body: "Legislature", where states have one."""
    home = federation_of(about)
    if home is not None and fold(scene.text_of(spot)) in home.state_bodies:
        return True
    return federation is not None and spot.institution in federation.bodies


def _is_of_states(scene: Scene, federation: Federation) -> bool:
    """Whether the article speaks of a state's legislature and never of the nation's."""
    text = " ".join(_words_of(sentence) for sentence in scene.sentences)
    return any(f" {word} " in text for word in federation.state_words) and not any(
        f" {word} " in text for word in federation.national_words
    )


def _words_of(sentence: Sentence) -> str:
    return " " + " ".join(token.text for token in sentence.tokens) + " "
