"""Organisations and groups: by table, key and context, and never by spelling."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from onrecord.resolve.entities import link_names
from tests.resolve.naming import ACTORS, decision, groups, joined, judged, mention

if TYPE_CHECKING:
    from onrecord.model import Mention


def test_aliases_of_one_actor_are_one_across_articles() -> None:
    left = mention("a", "ISIS", kind="armed_group", actor="islamic-state")
    right = mention("b", "Daesh", kind="armed_group", actor="islamic-state")
    assert joined(left, right)


def test_a_branch_is_part_of_its_parent_and_never_joined() -> None:
    branch = mention("a", "ISIS-K", kind="armed_group", actor="is-khorasan")
    parent = mention("b", "ISIS", kind="armed_group", actor="islamic-state")
    links = link_names([branch, parent], ACTORS)
    assert not judged(links, "same", "yes")
    assert judged(links, "same", "no")
    (part,) = judged(links, "part_of", "yes")
    assert (part.left, part.right) == (branch.id, parent.id)


def test_a_branch_hangs_on_the_nearest_parent_on_record() -> None:
    branch = mention("a", "Majeed Brigade", kind="armed_group", actor="majeed-brigade")
    parent = mention("b", "BLA", kind="armed_group", actor="bla")
    (part,) = judged(link_names([branch, parent], ACTORS), "part_of", "yes")
    assert part.right == parent.id


def test_a_panel_named_after_its_parent_is_part_of_it() -> None:
    panel = mention("a", "UN panel of experts", kind="international")
    parent = mention("b", "UN", kind="international", actor="united-nations")
    links = link_names([panel, parent], ACTORS)
    assert judged(links, "part_of", "yes")
    assert not judged(links, "same", "yes")


def test_actors_that_the_table_sets_apart_are_judged_apart() -> None:
    left = mention("a", "Taliban", kind="armed_group", actor="taliban")
    right = mention("b", "TTP", kind="armed_group", actor="ttp")
    assert judged(link_names([left, right], ACTORS), "same", "no")


def ministry(article: str, text: str, country: str | None) -> Mention:
    body = "ministry of interior"
    return mention(article, text, kind="government", institution=body, country=country)


def test_one_ministry_of_one_country_is_one_body() -> None:
    left = ministry("a", "Ministry of the Interior", "KE")
    right = ministry("b", "Kenya's Interior Ministry", "KE")
    assert joined(left, right)
    assert not joined(left, ministry("c", "Interior Ministry", "UG"))


def test_a_body_whose_country_is_unknown_joins_no_other_article() -> None:
    left = ministry("a", "Interior Ministry", None)
    assert not joined(left, ministry("b", "Interior Ministry", None))


def test_a_bare_body_of_a_town_or_state_joins_no_other_article() -> None:
    left = mention("a", "Legislature", kind="government")
    assert not joined(left, mention("b", "Legislature", kind="government"))
    own = mention("a", "Fort Holm Police Department", kind="government")
    assert joined(own, mention("b", "Fort Holm Police Department", kind="government"))


def test_organisations_are_never_joined_by_likeness() -> None:
    left = mention("a", "Harbour Relief Board", kind="organisation")
    right = mention("b", "Harbor Relief Board", kind="organisation")
    same = mention("c", "The Harbour Relief Board", kind="organisation")
    assert not joined(left, right)
    assert joined(left, same)


def test_an_acronym_alone_is_not_one_across_articles() -> None:
    left = mention("a", "HRB", kind="organisation")
    right = mention("b", "HRB", kind="organisation")
    assert not joined(left, right)


def told_in(article: str, country: str) -> Mention:
    """A country named in an article."""
    return mention(article, "a country", at=900, kind="country", country=country)


@pytest.mark.parametrize(
    ("left", "right", "is_one"),
    [("KE", "KE", True), ("KE", "PE", False), (None, None, False)],
)
def test_a_name_of_common_words_needs_the_country_of_its_article(
    left: str | None, right: str | None, *, is_one: bool
) -> None:
    one = mention("a", "National Workers' Party", kind="party")
    other = mention("b", "National Workers Party", kind="party")
    around = [told_in(art, code) for art, code in (("a", left), ("b", right)) if code]
    assert joined(one, other, *around) is is_one


def test_a_name_of_its_own_is_one_wherever_it_is_told() -> None:
    one = mention("a", "Vorrin Harbour Trust", kind="organisation")
    other = mention("b", "Vorrin Harbour Trust", kind="organisation")
    assert joined(one, other, told_in("a", "KE"), told_in("b", "PE"))


def test_one_name_told_of_two_countries_is_two_bodies() -> None:
    one = mention("a", "Lantern Union", kind="organisation", country="KE")
    other = mention("b", "Lantern Union", kind="organisation", country="PE")
    silent = mention("c", "Lantern Union", kind="organisation")
    assert not joined(one, other, silent)
    assert not joined(silent, other, one)
    assert joined(silent, one)


def test_a_lone_acronym_is_the_only_body_of_that_name_in_its_context() -> None:
    long = mention("a", "Harbour Relief Board", kind="organisation")
    lone = mention("b", "HRB", kind="organisation")
    around = (told_in("a", "KE"), told_in("b", "KE"))
    assert joined(long, lone, *around)
    assert not joined(long, lone)
    rival = mention("c", "Hill Rescue Brigade", kind="organisation")
    assert not joined(long, lone, rival, *around, told_in("c", "KE"))


def test_an_acronym_given_in_an_article_stands_for_its_long_form() -> None:
    long = mention("a", "Coast Watch of Vorrin", kind="organisation")
    short = mention("a", "Cowav", at=90, kind="organisation", head=long)
    other = mention("b", "Coast Watch of Vorrin", kind="organisation")
    assert joined(short, other, long)


def test_a_body_without_country_is_proposed_where_its_article_has_one() -> None:
    known = ministry("a", "Kenya's Interior Ministry", "KE")
    silent = ministry("b", "Interior Ministry", None)
    links = link_names([known, silent, told_in("b", "KE")], ACTORS)
    (proposed,) = judged(links, "same", "unsure")
    assert {proposed.left, proposed.right} == {known.id, silent.id}


def test_a_person_parts_what_one_name_had_joined() -> None:
    names = [mention(art, "Tide Watch", kind="organisation") for art in "abc"]
    links = link_names(names, ACTORS, [decision(names[0], names[1], "no")])
    found = groups(names, links)
    assert found[names[0].id] != found[names[1].id]
    assert len(set(found.values())) == 2


def test_a_person_takes_a_branch_of_the_table_away() -> None:
    branch = mention("a", "ISIS-K", kind="armed_group", actor="is-khorasan")
    parent = mention("b", "ISIS", kind="armed_group", actor="islamic-state")
    denied = decision(branch, parent, "no", "part_of")
    links = link_names([branch, parent], ACTORS, [denied])
    assert not judged(links, "part_of", "yes")
    assert judged(links, "part_of", "no") == [denied]
