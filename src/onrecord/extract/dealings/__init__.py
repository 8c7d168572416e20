"""What actors do to each other: who, to whom, what, when; PLOVER's names for it."""

from onrecord.extract.dealings.find import find_dealings
from onrecord.extract.dealings.main_deed import main_deed
from onrecord.extract.dealings.words import dealing_kinds

__all__ = ["dealing_kinds", "find_dealings", "main_deed"]
