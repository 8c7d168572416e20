"""Mentions to places: one identity despite spelling, whichever list knows it."""

from onrecord.resolve.places.link import link_places
from onrecord.resolve.places.sense import senses_of

__all__ = ["link_places", "senses_of"]
