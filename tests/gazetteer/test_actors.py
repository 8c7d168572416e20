"""Actor tables: found by any name, refused when they contradict themselves."""

from __future__ import annotations

import tomllib
from importlib import resources
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.errors import ConfigError, InputError
from onrecord.gazetteer import Actor, ActorTable, load_actors

if TYPE_CHECKING:
    from pathlib import Path

BUILT_IN = load_actors()


@pytest.mark.parametrize(
    ("name", "actor"),
    [
        ("Islamic State", "islamic-state"),
        ("the Islamic State group", "islamic-state"),
        ("ISIS–K", "is-khorasan"),
        ("IS Khorasan Province", "is-khorasan"),
        ("Hizbullah", "hezbollah"),
        ("Médecins sans frontières", "msf"),
        ("Medecins Sans Frontieres", "msf"),
        ("U.N.", "united-nations"),
        ("Nato", "nato"),
        ("حماس", "hamas"),
    ],
)
def test_spelling_marks_and_case_do_not_hide_an_actor(name: str, actor: str) -> None:
    found = BUILT_IN.find(name)
    assert found is not None
    assert found.id == actor


@pytest.mark.parametrize("word", ["is", "Is", "who", "us", ""])
def test_a_word_of_every_day_is_no_acronym(word: str) -> None:
    assert BUILT_IN.find(word) is None


def test_a_short_form_of_several_actors_needs_one_of_them_near() -> None:
    assert BUILT_IN.find("RSF") is None
    near_sudan = BUILT_IN.find("RSF", near={"SD"})
    near_press = BUILT_IN.find("RSF", near={"reporters-without-borders"})
    assert near_sudan is not None
    assert near_press is not None
    assert (near_sudan.id, near_press.id) == ("rsf-sudan", "reporters-without-borders")


def test_a_branch_is_part_of_its_parent_and_apart_from_it() -> None:
    assert "islamic-state" in [up.id for up in BUILT_IN.parents("is-khorasan")]
    assert BUILT_IN.are_apart("is-khorasan", "islamic-state")
    assert BUILT_IN.find("ISKP") != BUILT_IN.find("ISIS")


def test_the_built_in_table_lists_many_actors_and_no_person() -> None:
    assert len(BUILT_IN.all()) >= 200
    assert not {"person", "place"} & {actor.type for actor in BUILT_IN.all()}


def table(tmp_path: Path, text: str) -> Path:
    file = tmp_path / "mine.toml"
    file.write_text(text, encoding="utf-8")
    return file


MINE = '[[actor]]\nid = "a"\nname = "Harbour Board"\ntype = "organisation"\n'


def test_a_users_file_adds_actors_and_replaces_an_id(tmp_path: Path) -> None:
    nato = '[[actor]]\nid = "nato"\nname = "Northern Tea Organisation"\n'
    actors = load_actors(table(tmp_path, MINE + nato + 'type = "organisation"\n'))
    board, tea = actors.find("harbour board"), actors.get("nato")
    assert board is not None
    assert tea is not None
    assert tea.name == "Northern Tea Organisation"
    assert actors.find("NATO") is None


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (MINE + 'colour = "red"\n', "unknown field 'colour'"),
        (MINE.replace("organisation", "person"), "type 'person'"),
        (MINE + 'sector = "circus"\n', "sector 'circus'"),
        (MINE + 'part_of = ["nobody"]\n', "'nobody'"),
        (MINE + 'aliases = ["NATO"]\n', "both go by 'NATO'"),
        (MINE + MINE, "two actors have the id 'a'"),
        (MINE + "lat = 91\n", "'lat'"),
        (MINE + 'aliases = "  "\n', "'aliases'"),
        (MINE.replace('id = "a"\n', ""), "'id' is missing"),
        (MINE + 'same_as = ["nobody"]\n', "same_as names 'nobody'"),
        (MINE + 'not_same_as = ["nobody"]\n', "not_same_as names 'nobody'"),
        (MINE + 'part_of = ["a"]\n', "'a' is part_of itself (a cycle)"),
        (MINE + "years = [2014, 2009]\n", "'years' run backwards: [2014, 2009]"),
        (MINE + "years = 2014\n", "'years' must be [from] or [from, to]"),
        (MINE + "years = [true]\n", "'years' must be [from] or [from, to]"),
        (MINE + "years = [1, 2, 3]\n", "'years' must be [from] or [from, to]"),
        (MINE + 'wikidata = "12"\n', "'wikidata' must be Q and a number, not '12'"),
        (
            MINE + 'same_as = ["nato"]\nnot_same_as = ["nato"]\n',
            "'a' and 'nato' are same_as and not_same_as",
        ),
        ("[[actor]\n", "not TOML"),
        ("title = 1\n", "only [[actor]] tables"),
        ("actor = 3\n", "only [[actor]] tables"),
        ("actor = [3]\n", "not a table"),
    ],
)
def test_a_bad_table_is_refused_with_what_and_where(
    tmp_path: Path, text: str, problem: str
) -> None:
    with pytest.raises(ConfigError) as raised:
        load_actors(table(tmp_path, text))
    assert problem in str(raised.value)
    assert "mine.toml" in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_table_that_is_not_utf8_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_bytes(b"\xff\xfe")
    with pytest.raises(ConfigError, match="not UTF-8 at byte 0"):
        load_actors(file)


def test_a_missing_table_is_an_input_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"nowhere\.toml"):
        load_actors(tmp_path / "nowhere.toml")


def test_actors_that_are_part_of_themselves_are_refused() -> None:
    actors = [
        Actor("a", "A Front", "armed_group", part_of=("b",)),
        Actor("b", "B Front", "armed_group", part_of=("c",)),
        Actor("c", "C Front", "armed_group", part_of=("a",)),
    ]
    with pytest.raises(ConfigError, match="part_of itself"):
        ActorTable(actors)


def test_a_cycle_names_the_file_that_closes_it(tmp_path: Path) -> None:
    first = table(tmp_path, MINE)
    second = tmp_path / "theirs.toml"
    second.write_text(MINE + 'part_of = ["a"]\n', encoding="utf-8")
    with pytest.raises(ConfigError, match=r"^[^,]*theirs\.toml: 'a' is part_of"):
        load_actors(first, second)


def test_same_as_joins_a_users_entry_with_a_built_in_one(tmp_path: Path) -> None:
    mine = MINE + 'same_as = ["nato"]\naliases = ["Tea Pact"]\nwikidata = "Q7184"\n'
    actors = load_actors(table(tmp_path, mine))
    pact, nato = actors.find("Tea Pact"), actors.find("NATO")
    assert pact is not None
    assert pact == nato == actors.get("a") == actors.get("nato")
    assert (pact.id, pact.wikidata) == ("nato", "Q7184")
    assert len(actors.all()) == len(BUILT_IN.all())
    assert "a" in actors


def test_a_joined_entry_takes_its_relations_along() -> None:
    actors = ActorTable(
        [
            Actor("pact", "Tea Pact", "international"),
            Actor("fleet", "Tea Fleet", "international", part_of=("treaty",)),
            Actor("treaty", "Tea Treaty", "international", same_as=("pact",)),
            Actor("club", "Tea Club", "organisation", not_same_as=("treaty",)),
        ]
    )
    assert [up.id for up in actors.parents("fleet")] == ["pact"]
    assert actors.are_apart("pact", "club")
    assert actors.are_apart("treaty", "club")


HARBOURS = (
    Actor("old", "Vorrin Watch", "organisation", years=(1990, 2004)),
    Actor("new", "Vorrin Watch", "organisation", years=(2004, None)),
)


@pytest.mark.parametrize(
    ("year", "id_"), [(None, "new"), (1995, "old"), (2010, "new"), (1980, None)]
)
def test_one_name_in_two_times_is_the_actor_of_the_year(
    year: int | None, id_: str | None
) -> None:
    found = ActorTable(HARBOURS).find("Vorrin Watch", year=year)
    assert (found and found.id) == id_


def test_one_name_in_overlapping_years_is_refused() -> None:
    late = Actor("late", "Vorrin Watch", "organisation", years=(2003, 2009))
    with pytest.raises(ConfigError, match="both go by 'Vorrin Watch' in the same"):
        ActorTable([HARBOURS[0], late])
    ever = Actor("ever", "Vorrin Watch", "organisation")
    with pytest.raises(ConfigError, match="both go by 'Vorrin Watch'"):
        ActorTable([HARBOURS[0], ever])


@given(st.text(max_size=60))
def test_any_text_can_be_looked_up(text: str) -> None:
    BUILT_IN.find(text, near={"AF"})


def test_each_built_in_actor_stands_in_one_file() -> None:
    data = resources.files("onrecord") / "data"
    ids = [
        row["id"]
        for file in data.iterdir()
        if file.name.startswith("actors_")
        for row in tomllib.loads(file.read_text(encoding="utf-8"))["actor"]
    ]
    assert sorted(ids) == sorted(set(ids))
