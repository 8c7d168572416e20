"""Names that a country and a region of another share: Georgia beside Alabama."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.gazetteer import fold, shared_names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.annotate.mentions.scene import Scene, Spot
    from onrecord.gazetteer import SharedName


def settle_shared(scene: Scene, spots: Sequence[Spot]) -> list[Spot]:
    """The spots, with a country's name read as a region where its like are regions.

    Words of the country itself anywhere in the article keep it a country.
    """
    regions = {s.country for s in spots if s.type == "place" and s.country is not None}
    meant = {
        fold(shared.name): shared.region_of
        for shared in shared_names()
        if shared.region_of in regions and not _has_country_word(scene, shared)
    }
    return [
        replace(spot, type="place", country=meant[name])
        if spot.type == "country" and (name := fold(scene.text_of(spot))) in meant
        else spot
        for spot in spots
    ]


def _has_country_word(scene: Scene, shared: SharedName) -> bool:
    return any(word in scene.page.text for word in shared.country_words)
