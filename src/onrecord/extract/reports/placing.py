"""Where an incident happened: told with it, beside it, or by what the text is about."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from onrecord.extract.places import is_street, place_name, setting_place
from onrecord.extract.reports.forces import force_place
from onrecord.extract.reports.metonyms import stands_for_power
from onrecord.extract.reports.triggers import find_triggers
from onrecord.extract.reports.where import LOCATING, acts, is_elsewhere

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.extract.places import PlaceSpot
    from onrecord.extract.reports.merge import Incident
    from onrecord.extract.reports.scene import Scene
    from onrecord.model import PlaceName, Sentence

QUALIFYING = frozenset({"amod", "compound", "nmod"})  # "a Kelmara citizen"
# After these a country is where somebody came from or went, or whom they dealt with.
APART = frozenset({"from", "to", "by", "into", "between", "towards", "toward"})


def place_of(scene: Scene, incident: Incident, *, is_main: bool) -> PlaceName | None:
    """The place of an incident as worded; None when the article does not tell it.

    What the article tells at no place happened in the country that its paragraph
    names, else in the one that the article is about: then the words are that
    country's, and so is the precision.
    """
    spot = incident.place
    if spot is None or spot.is_country:
        spot = _beside(scene, incident) or _around(scene, incident) or spot
    if spot is None or is_street(spot.text):
        spot = _police_town(scene, incident, is_main=is_main) or spot
    if spot is not None:
        clear = scene.setting.country if scene.setting.is_clear else None
        return place_name(spot, clear if is_main else None, scene.countries)
    near = _country_before(scene, incident)
    if near is not None:
        return place_name(near, None, scene.countries)
    if scene.setting.country in _powers(scene, incident):
        return None
    return setting_place(scene.setting, scene.text, scene.countries)


def _police_town(
    scene: Scene, incident: Incident, *, is_main: bool
) -> PlaceSpot | None:
    """The town whose police tell of it: in its sentences, of the main one anywhere."""
    own = {told.sentence for told in incident.tellings}
    everywhere = range(len(scene.sentences))
    return force_place(scene, everywhere if is_main else sorted(own))


def is_setting(scene: Scene, place: PlaceName | None) -> bool:
    """Whether the place is only the country that the article is about."""
    return place is not None and place.spans == (scene.setting.words,)


def _beside(scene: Scene, incident: Incident) -> PlaceSpot | None:
    """A place in a sentence that tells this event and no other."""
    for told in incident.tellings:
        leads = LOCATING | {""} if told.is_headline else LOCATING
        sentence = scene.sentences[told.sentence]
        for spot in scene.places[told.sentence]:
            meets = any(spot.span.meets(t.span) for t in told.triggers)
            meant = not stands_for_power(sentence, spot) and not is_elsewhere(
                sentence, spot, told.triggers
            )
            if not spot.is_country and not meets and meant and spot.lead in leads:
                return spot
    return None


def _around(scene: Scene, incident: Incident) -> PlaceSpot | None:
    """A place in the sentence before or after, which tells of no event itself."""
    for told in incident.tellings:
        for n in (told.sentence - 1, told.sentence + 1):
            if not _goes_on(scene, told.sentence, n):
                continue
            for spot in scene.places[n]:
                sentence = scene.sentences[n]
                is_site = spot.lead in LOCATING - {"on", "over", "through"}
                is_fine = is_site and not spot.is_country
                if is_fine and not is_elsewhere(sentence, spot, ()):
                    return spot
    return None


def _goes_on(scene: Scene, one: int, other: int) -> bool:
    """Whether sentence `other` is of the same paragraph and tells of no event."""
    if not 0 <= other < len(scene.sentences):
        return False
    near, far = scene.sentences[one], scene.sentences[other]
    is_text = "headline" not in {near.zone, far.zone}
    return is_text and near.paragraph == far.paragraph and not find_triggers(far)


def _country_before(scene: Scene, incident: Incident) -> PlaceSpot | None:
    """The country that the paragraph of the event names most, up to the event."""
    spots = list(_named_before(scene, incident.tellings[0].sentence))
    counts = Counter(spot.country for spot in spots)
    return max(spots, key=lambda spot: counts[spot.country], default=None)


def _named_before(scene: Scene, last: int) -> Iterator[PlaceSpot]:
    paragraph = scene.sentences[last].paragraph
    for n in range(last + 1):
        sentence = scene.sentences[n]
        if sentence.paragraph != paragraph or sentence.zone == "headline":
            continue
        for spot in scene.places[n]:
            qualifies = sentence.tokens[spot.last].dep in QUALIFYING
            is_told = spot.is_country and spot.lead not in APART and not qualifies
            # Who acts in the event's own sentence may act abroad.
            power = _is_power if n == last else stands_for_power
            if is_told and not power(sentence, spot):
                yield spot


def _powers(scene: Scene, incident: Incident) -> set[str | None]:
    """The countries that the tellings of the event speak of as powers, not places."""
    return {
        spot.country
        for told in incident.tellings
        for spot in scene.places[told.sentence]
        if _is_power(scene.sentences[told.sentence], spot)
    }


def _is_power(sentence: Sentence, spot: PlaceSpot) -> bool:
    return stands_for_power(sentence, spot) or acts(sentence, spot)
