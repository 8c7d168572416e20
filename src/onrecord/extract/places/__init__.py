"""Places of incidents, as worded."""

from onrecord.extract.places.find import PlaceSpot, find_places, place_name

__all__ = ["PlaceSpot", "find_places", "place_name"]
