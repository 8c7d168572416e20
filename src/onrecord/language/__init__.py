"""What is loaded once and passed in: parsers and sentence vectors."""

from onrecord.language.parser import Parser, SpacyParser

__all__ = ["Parser", "SpacyParser"]
