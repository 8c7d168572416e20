"""What the world calls its actors and countries: read-only tables, found by name."""

from onrecord.gazetteer.actors import Actor, ActorTable
from onrecord.gazetteer.bodies import (
    Body,
    body_of_office,
    body_words,
    find_body,
    is_plain_body,
)
from onrecord.gazetteer.countries import Countries, Country, CountryWord, load_countries
from onrecord.gazetteer.folding import fold, is_acronym
from onrecord.gazetteer.loading import load_actors

__all__ = [
    "Actor",
    "ActorTable",
    "Body",
    "Countries",
    "Country",
    "CountryWord",
    "body_of_office",
    "body_words",
    "find_body",
    "fold",
    "is_acronym",
    "is_plain_body",
    "load_actors",
    "load_countries",
]
