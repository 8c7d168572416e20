"""Bodies by what tables and patterns say of their names."""

from __future__ import annotations

import time

import pytest

from onrecord.resolve.entities import link_names
from tests.resolve.naming import ACTORS, decision, groups, joined, judged, mention

MINISTRY = "Kenya's Interior Ministry"


@pytest.mark.parametrize(
    "name",
    [
        "Министерство внутренних дел Кении",
        "وزارة الداخلية الكينية",
        "Kenyan Ministry of the Interior",
    ],
)
def test_a_ministry_is_one_in_several_languages(name: str) -> None:
    one = mention("a", MINISTRY, kind="government")
    other = mention("b", name, kind="organisation")
    assert joined(one, other)


def test_a_ministry_of_another_country_is_another_in_any_language() -> None:
    one = mention("a", "Uganda's Interior Ministry", kind="government")
    other = mention("b", "Министерство внутренних дел Кении", kind="government")
    assert not joined(one, other)


def test_an_actor_goes_by_its_names_in_other_languages() -> None:
    one = mention("a", "Hezbollah", kind="armed_group", actor="hezbollah")
    assert joined(one, mention("b", "حزب الله", kind="armed_group"))


def test_small_words_and_spellings_of_one_word_do_not_part_a_name() -> None:
    one = mention("a", "Organisation of Vorrin Harbours", kind="organisation")
    other = mention("b", "Organization for Vorrin Harbours", kind="organisation")
    assert joined(one, other)


def test_a_body_is_part_of_the_nearest_above_it_and_never_joined() -> None:
    police = mention("a", "Kenya Police", kind="organisation")
    ministry = mention("b", MINISTRY, kind="government")
    government = mention("c", "Kenyan government", kind="government")
    names = [police, ministry, government]
    links = link_names(names, ACTORS)
    assert len(set(groups(names, links).values())) == 3
    parts = {(link.left, link.right) for link in judged(links, "part_of", "yes")}
    assert parts == {(police.id, ministry.id), (ministry.id, government.id)}


def test_a_branch_told_by_its_words_is_the_branch_of_the_table() -> None:
    told = mention("a", "Islamic State's Khorasan branch", kind="armed_group")
    branch = mention("b", "ISIS-K", kind="armed_group", actor="is-khorasan")
    parent = mention("c", "ISIS", kind="armed_group", actor="islamic-state")
    found = groups([told, branch, parent], link_names([told, branch, parent], ACTORS))
    assert found[told.id] == found[branch.id] != found[parent.id]


def test_a_branch_told_by_its_words_is_part_of_its_parent() -> None:
    told = mention("a", "Islamic State's Khorasan branch", kind="armed_group")
    parent = mention("b", "ISIS", kind="armed_group", actor="islamic-state")
    links = link_names([told, parent], ACTORS)
    (part,) = judged(links, "part_of", "yes")
    assert (part.left, part.right) == (told.id, parent.id)
    assert not judged(links, "same", "yes")


def test_one_part_of_many_names_is_said_once() -> None:
    names = [
        mention("a", MINISTRY, kind="government"),
        mention("b", "وزارة الداخلية الكينية", kind="government"),
        mention("c", "Kenyan government", kind="government"),
    ]
    assert len(judged(link_names(names, ACTORS), "part_of", "yes")) == 1


def test_one_name_in_two_countries_is_judged_apart_with_the_reason() -> None:
    one = mention("a", "Lantern Union", kind="organisation", country="KE")
    other = mention("b", "Lantern Union", kind="organisation", country="PE")
    (apart,) = judged(link_names([one, other], ACTORS), "same", "no")
    assert apart.reason == "one name in two countries"


def test_what_a_person_joined_is_no_part() -> None:
    office = mention("a", "Kenya Police", kind="organisation")
    ministry = mention("b", MINISTRY, kind="government")
    said = decision(office, ministry, "yes")
    links = link_names([office, ministry], ACTORS, [said])
    assert not judged(links, "part_of", "yes")
    assert judged(links, "same", "yes") == [said]


def test_what_a_person_took_apart_is_not_joined_by_a_pattern() -> None:
    one = mention("a", MINISTRY, kind="government")
    other = mention("b", "وزارة الداخلية الكينية", kind="government")
    said = decision(one, other, "no")
    assert not judged(link_names([one, other], ACTORS, [said]), "same", "yes")


def test_bodies_of_one_kind_are_not_held_against_each_other() -> None:
    names = [
        mention(str(at), f"Vorrin {at} Harbour Trust", kind="organisation")
        for at in range(2000)
    ]
    start = time.process_time()
    assert link_names(names, ACTORS) == []
    assert time.process_time() - start < 30  # two where nothing else runs
