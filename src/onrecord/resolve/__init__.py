"""Findings side by side: which are the same, which stand against each other."""

from onrecord.resolve.copies import link_copies
from onrecord.resolve.stories import link_stories

__all__ = ["link_copies", "link_stories"]
