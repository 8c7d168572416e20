"""How alike two spellings of a name are."""

from onrecord.gazetteer.spelling.latin import (
    bones,
    name_likeness,
    name_words,
    sound_key,
    word_likeness,
)

__all__ = [
    "bones",
    "name_likeness",
    "name_words",
    "sound_key",
    "word_likeness",
]
