"""The built-in actor table as a whole: what every entry keeps to."""

from __future__ import annotations

import re
import unicodedata
from importlib import resources
from itertools import chain

import pytest

from onrecord.gazetteer import (
    Actor,
    find_body,
    fold,
    is_acronym,
    load_actors,
    load_countries,
)

TABLE = load_actors()
ACTORS = TABLE.all()
COUNTRIES = load_countries(TABLE)
KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
DATA = resources.files("onrecord") / "data"
VOCABULARY = frozenset((DATA / "vocabulary.txt").read_text("utf-8").split())
SHORT = 2  # letters
AGENCIES = frozenset({"AFP"})  # credited in news of every country, so sure everywhere


def scripts(actor: Actor) -> set[str]:
    """The scripts that the names of the actor are written in: LATIN, ARABIC, CJK."""
    letters = (letter for name in actor.names for letter in name if letter.isalpha())
    return {unicodedata.name(letter, "?").split(" ", 1)[0] for letter in letters}


def is_short_form(alias: str, actor: Actor) -> bool:
    """Whether the alias is a part of a longer name of the actor."""
    return any(f" {fold(alias)} " in f" {fold(name)} " for name in actor.names)


def is_plain(alias: str) -> bool:
    """Whether each of the words stands in any text: "Labour", "Democrats"."""
    return all(word in VOCABULARY for word in fold(alias).split())


def test_the_table_names_the_actors_of_conflict_and_public_affairs() -> None:
    assert len(ACTORS) >= 600


@pytest.mark.parametrize(
    ("kind", "least"),
    [
        ("party", 230),
        ("media", 200),
        ("organisation", 220),
        ("government", 120),
        ("armed_group", 100),
        ("international", 60),
    ],
)
def test_every_kind_of_actor_is_listed_in_number(kind: str, least: int) -> None:
    assert sum(actor.type == kind for actor in ACTORS) >= least


@pytest.mark.parametrize("kind", ["party", "media", "organisation", "government"])
def test_the_lists_span_the_world(kind: str) -> None:
    homes = {actor.country for actor in ACTORS if actor.type == kind}
    assert len(homes) >= 60


def test_many_actors_have_their_names_in_several_scripts() -> None:
    counts = [len(scripts(actor)) for actor in ACTORS]
    assert sum(count >= 2 for count in counts) / len(counts) >= 0.4
    assert sum(count >= 3 for count in counts) >= 250


def test_no_person_and_no_place_is_listed() -> None:
    assert not {"person", "place"} & {actor.type for actor in ACTORS}


def test_ids_are_small_words_joined_by_hyphens() -> None:
    assert [actor.id for actor in ACTORS if not KEBAB.fullmatch(actor.id)] == []


def test_every_country_is_one_that_the_countries_know() -> None:
    homes = {actor.country for actor in ACTORS if actor.country}
    assert [code for code in sorted(homes) if COUNTRIES.name(code) is None] == []


def test_every_parent_is_an_actor_of_the_table_and_never_the_branch_itself() -> None:
    for actor in ACTORS:
        for parent in TABLE.parents(actor.id):
            assert parent.id in TABLE
            assert parent.id != actor.id
            assert TABLE.are_apart(actor.id, parent.id)


def test_no_branch_goes_by_a_name_of_its_parent() -> None:
    for actor in ACTORS:
        names = {fold(name) for name in actor.names}
        for parent in TABLE.parents(actor.id):
            assert not names & {fold(name) for name in parent.names}, actor.id


def test_an_actor_is_found_by_each_of_its_names() -> None:
    for actor in ACTORS:
        for name in actor.names:
            found = TABLE.find(name)
            assert found is not None, name
            assert found.id == actor.id


def test_no_context_alias_is_sure_elsewhere() -> None:
    sure = {fold(name) for actor in ACTORS for name in actor.names}
    unsure = set(chain.from_iterable(actor.context_aliases for actor in ACTORS))
    assert {alias for alias in unsure if fold(alias) in sure} <= AGENCIES


def test_a_context_alias_is_an_acronym_or_words_that_others_may_bear() -> None:
    without_reason = [
        (actor.id, alias)
        for actor in ACTORS
        for alias in actor.context_aliases
        if " " in alias  # one word alone may be anybody's
        and not (is_short_form(alias, actor) or is_plain(alias))
    ]
    assert without_reason == []


def test_one_or_two_letters_name_an_actor_only_in_capitals() -> None:
    short = [
        (actor.id, name)
        for actor in ACTORS
        for name in actor.names
        if name.isascii()
        and sum(letter.isalpha() for letter in name) <= SHORT
        and not any(letter.isdigit() for letter in name)
        and not is_acronym(name)
    ]
    assert short == []


def test_no_actor_takes_the_name_of_a_state_body_or_of_a_country() -> None:
    taken = [
        (actor.id, name)
        for actor in ACTORS
        if actor.type != "country"
        for name in actor.names
        if ((body := find_body(name)) is not None and body.country is not None)
        or COUNTRIES.read(name) is not None
    ]
    assert taken == []


@pytest.mark.parametrize(
    "word",
    [
        "Acted", "Amazon", "Apple", "Dawn", "Intel", "Labour", "Liberation", "Meta",
        "Revival", "Shell", "Solidarity", "Sputnik", "Sun", "Times", "Unity", "Vox",
    ],
)  # fmt: skip
def test_a_word_of_any_sentence_names_no_actor_by_itself(word: str) -> None:
    assert TABLE.find(word) is None
    assert TABLE.find(f"The {word}") is None


@pytest.mark.parametrize(
    ("alias", "near", "actor"),
    [
        ("Labour Party", "GB", "labour-uk"),
        ("Labour Party", "NZ", "labour-nz"),
        ("ABC", "AU", "abc-au"),
        ("ABC", "ES", "abc-es"),
        ("NDMA", "PK", None),
        ("CENI", "CD", "ceni-cd"),
        ("National Liberation Front", "DZ", "fln-dz"),
        ("National Liberation Front", "NO", None),
    ],
)
def test_a_shared_short_form_is_the_actor_of_the_country_that_is_named(
    alias: str, near: str, actor: str | None
) -> None:
    found = TABLE.find(alias, near={near})
    assert (found.id if found else None) == actor


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("Рейтер", "Reuters"),
        ("الشبكة السورية لحقوق الإنسان", "SNHR"),
        ("شورای نگهبان", "Guardian Council"),
        ("新华通讯社", "Xinhua"),
        ("Frente Sandinista de Liberación Nacional", "FSLN"),
        ("Ліга-яке-не-існує", None),
    ],
)
def test_one_actor_answers_to_its_names_at_home_and_abroad(
    name: str, other: str | None
) -> None:
    assert TABLE.find(name) == (TABLE.find(other) if other else None)
