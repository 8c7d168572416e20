"""Places by name in any script, and which of them an article means."""

from onrecord.gazetteer.places.book import KnownNames, PlaceBook, Standing
from onrecord.gazetteer.places.gazetteer import Gazetteer
from onrecord.gazetteer.places.home import Home
from onrecord.gazetteer.places.opening import open_gazetteer
from onrecord.gazetteer.places.place import Candidate, Feature, Place, Precision
from onrecord.gazetteer.places.resolve import find_homes, resolve_places
from onrecord.gazetteer.places.toponym import Chosen, Toponym

__all__ = [
    "Candidate",
    "Chosen",
    "Feature",
    "Gazetteer",
    "Home",
    "KnownNames",
    "Place",
    "PlaceBook",
    "Precision",
    "Standing",
    "Toponym",
    "find_homes",
    "open_gazetteer",
    "resolve_places",
]
