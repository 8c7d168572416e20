"""How alike two spellings of a name are, in one script and across scripts."""

from onrecord.gazetteer.spelling.latin import (
    bones,
    name_likeness,
    name_words,
    sound_key,
    word_likeness,
)
from onrecord.gazetteer.spelling.parts import Parts, consonants, parts_of
from onrecord.gazetteer.spelling.place_words import place_parts
from onrecord.gazetteer.spelling.score import (
    JOINED_FROM,
    UNSURE_FROM,
    Band,
    band_of,
    organisation_likeness,
    person_likeness,
    person_parts,
    place_likeness,
)

__all__ = [
    "JOINED_FROM",
    "UNSURE_FROM",
    "Band",
    "Parts",
    "band_of",
    "bones",
    "consonants",
    "name_likeness",
    "name_words",
    "organisation_likeness",
    "parts_of",
    "person_likeness",
    "person_parts",
    "place_likeness",
    "place_parts",
    "sound_key",
    "word_likeness",
]
