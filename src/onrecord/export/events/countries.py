"""Countries by name, for tables that want no codes."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from onrecord.gazetteer.countries import built_in_countries

if TYPE_CHECKING:
    from onrecord.model import PlaceName


def country_name(place: PlaceName | None) -> str | None:
    """The country's name in English, its code where the table has none."""
    if place is None or place.country is None:
        return None
    return _names().get(place.country, place.country)


@cache
def _names() -> dict[str, str]:
    return {country.code: country.name for country in built_in_countries()}
