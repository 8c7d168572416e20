"""Who is who across articles: by table, by body, by spelling and evidence."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.gazetteer import load_actors
from onrecord.model import (
    ArticleId,
    EntityType,
    Mention,
    PageId,
    Span,
    groups_of,
    mention_id,
)
from onrecord.resolve.entities import link_names

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.model import Link

ACTORS = load_actors()


def mention(  # noqa: PLR0913 - each is what one test or another varies
    article: str,
    text: str,
    *,
    at: int = 0,
    kind: EntityType = "person",
    head: Mention | None = None,
    actor: str | None = None,
    role: str | None = None,
    institution: str | None = None,
    country: str | None = None,
    private: str | None = None,
) -> Mention:
    span = Span(at, at + len(text))
    own = mention_id(ArticleId(article), span)
    return Mention(
        id=own,
        article_id=ArticleId(article),
        page_id=PageId("page"),
        span=span,
        text=text,
        type=kind,
        head=own if head is None else head.id,
        actor=actor,
        role=role,
        institution=institution,
        country=country,
        private_reason=private,
    )


def joined(first: Mention, second: Mention, *others: Mention) -> bool:
    mentions = [first, second, *others]
    groups = groups_of([m.id for m in mentions], link_names(mentions, ACTORS))
    return groups[first.id] == groups[second.id]


def judged(links: Sequence[Link], relation: str, judgement: str) -> list[Link]:
    return [
        link
        for link in links
        if (link.relation, link.judgement) == (relation, judgement)
    ]


def test_every_mention_is_linked_to_its_head() -> None:
    full = mention("a", "Ada Lund")
    short = mention("a", "Lund", at=50, head=full)
    assert joined(full, short)


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


def test_spellings_with_one_role_are_one_person() -> None:
    left = mention("a", "Abdul Rashid Noori", role="Spokesman")
    right = mention("b", "Abdel Rasheed Nouri", role="ministry spokesperson")
    assert joined(left, right)


def test_different_given_names_are_two_whatever_the_evidence() -> None:
    left = mention("a", "Karim Nouri", role="Kenyan foreign minister", country="KE")
    right = mention("b", "Salma Nouri", role="Kenyan foreign minister", country="KE")
    links = link_names([left, right], ACTORS)
    assert not judged(links, "same", "yes")
    assert not judged(links, "same", "unsure")


def test_two_countries_set_one_name_apart() -> None:
    left = mention("a", "Karim Nouri", role="Kenyan president", country="KE")
    right = mention("b", "Karim Nouri", role="Peruvian president", country="PE")
    assert not joined(left, right)


@pytest.mark.parametrize(
    ("role", "country", "is_one"),
    [
        ("Kenyan Foreign Minister", "KE", True),
        ("Peruvian Foreign Minister", "PE", False),
        (None, None, False),
    ],
)
def test_a_surname_alone_needs_role_evidence(
    role: str | None, country: str | None, *, is_one: bool
) -> None:
    full = mention("a", "Karim Nouri", role="Kenyan foreign minister", country="KE")
    short = mention("b", "Nouri", role=role, country=country)
    assert joined(full, short) is is_one


def test_a_private_person_is_followed_into_no_other_article() -> None:
    left = mention("a", "Karim Nouri", private="named as victim")
    right = mention("b", "Karim Nouri", private="named as victim")
    public = mention("c", "Karim Nouri", role="mayor")
    links = link_names([left, right, public], ACTORS)
    assert links == []


def test_two_persons_of_one_article_are_not_joined_through_another() -> None:
    one = mention("a", "Karim Nouri", role="mayor")
    two = mention("a", "Kareem Noori", at=60, role="police chief")
    other = mention("b", "Karim Noori", role="mayor")
    assert not joined(one, two, other)


def test_the_order_of_the_mentions_does_not_count() -> None:
    names = ["Karim Nouri", "Kareem Noori", "Nouri", "Ada Lund", "Ada M. Lund", "UN"]
    mentions = [
        mention(f"{number}", name, role="Kenyan mayor", country="KE")
        for number, name in enumerate(names * 3)
    ]
    expected = link_names(mentions, ACTORS)
    for seed in range(5):
        random.Random(seed).shuffle(mentions)  # noqa: S311 - only an order
        assert link_names(mentions, ACTORS) == expected


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from("abc"),
            st.text(alphabet="AKNaeimnoru .'-\u0627\u0643😀", min_size=1, max_size=12),
        ),
        max_size=8,
        unique=True,
    )
)
def test_any_names_are_linked_without_contradiction(
    names: list[tuple[str, str]],
) -> None:
    mentions = [
        mention(article, text, at=100 * number)
        for number, (article, text) in enumerate(names)
    ]
    links = link_names(mentions, ACTORS)
    groups: dict[str, str] = {**groups_of([m.id for m in mentions], links)}
    for link in judged(links, "same", "unsure"):
        assert groups[link.left] != groups[link.right]


def test_many_bearers_of_one_name_stay_quick() -> None:
    mentions = [
        mention(str(number), "Karim Nouri", role="mayor") for number in range(3000)
    ]
    links = link_names(mentions, ACTORS)
    assert len(links) == len(mentions) - 1


def test_a_person_called_like_a_country_is_never_that_country() -> None:
    person = mention("a", "Velka Paris")
    surname = mention("a", "Paris", at=40, head=person)
    alone = mention("b", "Paris")
    country = mention("c", "Paris", kind="country", country="FR")
    town = mention("d", "Paris", kind="place", country="FR")
    everyone = [person, surname, alone, country, town]
    groups = groups_of([m.id for m in everyone], link_names(everyone, ACTORS))
    people = {groups[m.id] for m in everyone if m.type == "person"}
    assert people.isdisjoint({groups[country.id], groups[town.id]})
    assert groups[person.id] == groups[surname.id]
