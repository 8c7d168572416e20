"""Bytes to pages: files, folders and standard input; HTML and saved plain text."""

from onrecord.read.limits import MAX_BYTES
from onrecord.read.source import read_source
from onrecord.read.sources import Given, count_sources, find_sources

__all__ = ["MAX_BYTES", "Given", "count_sources", "find_sources", "read_source"]
