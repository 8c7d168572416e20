"""Places of incidents, as worded, and every place name of an article."""

from onrecord.extract.places.find import PlaceSpot, find_places, place_name
from onrecord.extract.places.setting import (
    Setting,
    find_dateline,
    find_setting,
    setting_place,
)
from onrecord.extract.places.toponyms import find_toponyms
from onrecord.extract.places.words import is_street

__all__ = [
    "PlaceSpot",
    "Setting",
    "find_dateline",
    "find_places",
    "find_setting",
    "find_toponyms",
    "is_street",
    "place_name",
    "setting_place",
]
