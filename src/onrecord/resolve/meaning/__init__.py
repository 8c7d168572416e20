"""What statements say, in parts that can be set against each other."""

from onrecord.resolve.meaning.reading import Meaning, asks, read_meaning

__all__ = ["Meaning", "asks", "read_meaning"]
