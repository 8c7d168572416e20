"""Articles of all outlets on the same news."""

from onrecord.resolve.stories.link import link_stories

__all__ = ["link_stories"]
