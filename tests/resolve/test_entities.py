"""Who is who across articles: by table, by body, by spelling and evidence."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.model import groups_of
from onrecord.resolve.entities import link_names
from tests.resolve.naming import ACTORS, joined, judged, mention


def test_every_mention_is_linked_to_its_head() -> None:
    full = mention("a", "Ada Lund")
    short = mention("a", "Lund", at=50, head=full)
    assert joined(full, short)


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
