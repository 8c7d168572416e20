"""One identity for many names: inside an article first, then across articles."""

from onrecord.resolve.entities.link import link_names

__all__ = ["link_names"]
