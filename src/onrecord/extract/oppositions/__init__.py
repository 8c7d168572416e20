"""What an article's own words set against each other: denials and contrasts."""

from onrecord.extract.oppositions.find import find_oppositions

__all__ = ["find_oppositions"]
