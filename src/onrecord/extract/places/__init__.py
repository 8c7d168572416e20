"""Places of incidents, as worded, and every place name of an article."""

from onrecord.extract.places.find import PlaceSpot, find_places, place_name
from onrecord.extract.places.toponyms import find_toponyms

__all__ = ["PlaceSpot", "find_places", "find_toponyms", "place_name"]
