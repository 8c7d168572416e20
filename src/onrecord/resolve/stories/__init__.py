"""Articles of all outlets on the same news."""

from onrecord.resolve.stories.link import link_stories
from onrecord.resolve.stories.open_stories import OpenStories

__all__ = ["OpenStories", "link_stories"]
