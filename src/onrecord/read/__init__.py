"""Bytes to pages: files, folders, feeds, archives, mail; HTML and saved plain text."""

from onrecord.read.feed_item import Feed, FeedItem
from onrecord.read.feeds import feed_sources, read_feed
from onrecord.read.fetcher import Fetcher, Unchanged
from onrecord.read.given import Given
from onrecord.read.limits import MAX_BYTES
from onrecord.read.source import read_source
from onrecord.read.sources import count_sources, find_sources

__all__ = [
    "MAX_BYTES",
    "Feed",
    "FeedItem",
    "Fetcher",
    "Given",
    "Unchanged",
    "count_sources",
    "feed_sources",
    "find_sources",
    "read_feed",
    "read_source",
]
