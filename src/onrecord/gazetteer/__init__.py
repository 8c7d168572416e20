"""What the world calls its actors and countries: read-only tables, found by name."""

from onrecord.gazetteer.actors import Actor, ActorTable
from onrecord.gazetteer.bodies import (
    Body,
    Federation,
    body_of_office,
    body_words,
    federation_of,
    find_body,
    is_plain_body,
)
from onrecord.gazetteer.countries import (
    Countries,
    Country,
    CountryWord,
    SharedName,
    load_countries,
    shared_names,
)
from onrecord.gazetteer.folding import fold, is_acronym
from onrecord.gazetteer.loading import load_actors
from onrecord.gazetteer.relation import Relation, RelationKind
from onrecord.gazetteer.relations import relation_of
from onrecord.gazetteer.spelling import (
    bones,
    name_likeness,
    name_words,
    sound_key,
    word_likeness,
)
from onrecord.gazetteer.titles import (
    Role,
    bare_name,
    gender_of,
    is_honorific,
    is_kept_title,
    is_plural_role,
    is_role_word,
    role_of,
)

__all__ = [
    "Actor",
    "ActorTable",
    "Body",
    "Countries",
    "Country",
    "CountryWord",
    "Federation",
    "Relation",
    "RelationKind",
    "Role",
    "SharedName",
    "bare_name",
    "body_of_office",
    "body_words",
    "bones",
    "federation_of",
    "find_body",
    "fold",
    "gender_of",
    "is_acronym",
    "is_honorific",
    "is_kept_title",
    "is_plain_body",
    "is_plural_role",
    "is_role_word",
    "load_actors",
    "load_countries",
    "name_likeness",
    "name_words",
    "relation_of",
    "role_of",
    "shared_names",
    "sound_key",
    "word_likeness",
]
