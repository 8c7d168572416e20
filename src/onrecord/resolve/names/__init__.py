"""Names across articles: key, compare and join are files of their own."""

from onrecord.resolve.names.link import link_names

__all__ = ["link_names"]
