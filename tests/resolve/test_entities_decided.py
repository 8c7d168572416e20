"""What people decide about names holds, whatever the score says."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.resolve.entities import link_names
from tests.resolve.naming import ACTORS, decision, groups, judged, mention

if TYPE_CHECKING:
    import random

    from onrecord.model import Judgement, Link, Mention, Relation

NAMES = ("Karim Nouri", "Kareem Noori", "Nouri", "Ada Lund", "Ada Lunt", "Lund")
ROLES = ("Kenyan mayor", "spokesman", "judge", None)

JUDGEMENTS: tuple[Judgement, ...] = ("yes", "no", "unsure")
RELATIONS: tuple[Relation, ...] = ("same", "part_of")


class Decided(NamedTuple):
    """Mentions, and what a person said of them in order."""

    mentions: list[Mention]
    links: list[Link]


def identities(told: Decided) -> dict[str, str]:
    return groups(told.mentions, link_names(told.mentions, ACTORS, told.links))


def people(*names: str) -> list[Mention]:
    return [
        mention(str(at), name, role="Kenyan mayor", country="KE")
        for at, name in enumerate(names)
    ]


def test_a_person_joins_two_names_that_nothing_joins() -> None:
    one, other = people("Karim Nouri", "Abu Tarek")
    found = identities(Decided([one, other], [decision(one, other, "yes")]))
    assert found[one.id] == found[other.id]


def test_who_is_joined_by_a_person_is_known_by_both_names() -> None:
    one, other, later, alias = people(
        "Karim Nouri", "Tarek Haddu", "Karim Nouri", "Tarek Haddu"
    )
    told = Decided([one, other, later, alias], [decision(one, other, "yes")])
    assert len(set(identities(told).values())) == 1


def test_two_that_a_person_parts_are_not_joined_through_a_third() -> None:
    one, other, third = people("Karim Nouri", "Karim Nouri", "Karim Nouri")
    told = Decided([one, other, third], [decision(one, other, "no")])
    found = identities(told)
    assert found[one.id] != found[other.id]


def test_a_person_takes_a_name_out_of_its_article() -> None:
    full = mention("a", "Ada Lund", role="mayor")
    short = mention("a", "Lund", at=50, head=full)
    again = mention("a", "Lund", at=90, head=full)
    told = Decided([full, short, again], [decision(full, short, "no")])
    found = identities(told)
    assert found[short.id] != found[full.id] == found[again.id]


@pytest.mark.parametrize("order", [("yes", "no"), ("no", "yes")])
def test_of_two_decisions_that_clash_the_later_holds(
    order: tuple[Judgement, Judgement],
) -> None:
    one, other = people("Karim Nouri", "Ada Lund")
    told = Decided([one, other], [decision(one, other, said) for said in order])
    found = identities(told)
    assert (found[one.id] == found[other.id]) is (order[-1] == "yes")


def test_a_later_parting_undoes_a_joining_over_a_third() -> None:
    one, other, third = people("Karim Nouri", "Ada Lund", "Salma Idris")
    told = Decided(
        [one, other, third],
        [
            decision(one, third, "yes"),
            decision(third, other, "yes"),
            decision(one, other, "no"),
        ],
    )
    found = identities(told)
    assert found[one.id] != found[other.id] == found[third.id]


def test_what_a_person_leaves_open_is_judged_by_machine_again() -> None:
    one, other = people("Karim Nouri", "Karim Nouri")
    links = [decision(one, other, "no"), decision(one, other, "unsure")]
    found = identities(Decided([one, other], links))
    assert found[one.id] == found[other.id]


def test_a_part_told_by_a_person_is_never_its_whole() -> None:
    part = mention("a", "Tide Watch", kind="organisation")
    whole = mention("b", "Tide Watch", kind="organisation")
    said = decision(part, whole, "yes", "part_of")
    links = link_names([part, whole], ACTORS, [said])
    found = groups([part, whole], links)
    assert found[part.id] != found[whole.id]
    assert judged(links, "part_of", "yes") == [said]


def test_nothing_is_part_of_its_own_part() -> None:
    names = [mention(art, f"Tide {art}", kind="organisation") for art in "uvw"]
    said = [
        decision(names[at], names[(at + 1) % 3], "yes", "part_of") for at in range(3)
    ]
    assert judged(link_names(names, ACTORS, said), "part_of", "yes") == sorted(
        said[1:], key=lambda link: link.id
    )


def test_a_decision_about_a_name_that_is_gone_is_passed_over() -> None:
    one, gone = people("Karim Nouri", "Ada Lund")
    assert link_names([one], ACTORS, [decision(one, gone, "yes")]) == []


def test_a_released_person_is_followed_across_articles() -> None:
    one = mention("a", "Karim Nouri", private="named as victim")
    other = mention("b", "Karim Nouri", private="named as victim")
    assert link_names([one, other], ACTORS) == []
    both = [one.id, other.id]
    found = groups([one, other], link_names([one, other], ACTORS, released=both))
    assert found[one.id] == found[other.id]


@st.composite
def decided(draw: st.DrawFn) -> Decided:
    """A few names in a few articles, and decisions about them, clashes and all."""
    rows = draw(
        st.lists(
            st.tuples(
                st.sampled_from("abcd"), st.sampled_from(NAMES), st.sampled_from(ROLES)
            ),
            min_size=2,
            max_size=9,
        )
    )
    mentions = [
        mention(article, name, at=100 * at, role=role)
        for at, (article, name, role) in enumerate(rows)
    ]
    one = st.sampled_from(mentions)
    said = draw(
        st.lists(
            st.tuples(
                one,
                one,
                st.sampled_from(JUDGEMENTS),
                st.sampled_from(RELATIONS),
            ),
            max_size=6,
        )
    )
    links = [decision(*row) for row in said if row[0].id != row[1].id]
    return Decided(mentions, links)


@settings(max_examples=150, deadline=None)
@given(decided())
def test_the_last_decision_always_holds(told: Decided) -> None:
    found = identities(told)
    last = next((link for link in reversed(told.links)), None)
    if last is None or last.judgement == "unsure":
        return
    are_one = found[last.left] == found[last.right]
    if last.relation == "same":
        assert are_one is (last.judgement == "yes")
    elif last.judgement == "yes":
        assert not are_one


@settings(max_examples=150, deadline=None)
@given(decided())
def test_decisions_returned_as_standing_hold(told: Decided) -> None:
    links = link_names(told.mentions, ACTORS, told.links)
    found = groups(told.mentions, links)
    for link in links:
        are_one = found[link.left] == found[link.right]
        if (link.relation, link.judgement) in {("part_of", "yes"), ("same", "no")}:
            assert not are_one
        elif link.judgement == "yes":
            assert are_one


@settings(max_examples=100, deadline=None)
@given(decided(), st.randoms(use_true_random=False))
def test_neither_order_nor_repetition_of_names_counts(
    told: Decided, chance: random.Random
) -> None:
    expected = link_names(told.mentions, ACTORS, told.links)
    shuffled = [*told.mentions, *told.mentions]
    chance.shuffle(shuffled)
    assert link_names(shuffled, ACTORS, told.links) == expected


@settings(max_examples=100, deadline=None)
@given(decided(), st.sampled_from(["Olga Brandt", "Harbour Relief Board"]))
def test_a_stranger_changes_nothing(told: Decided, name: str) -> None:
    stranger = mention("z", name, role="judge")
    before = identities(told)
    after = identities(Decided([*told.mentions, stranger], told.links))
    assert {id_: after[id_] for id_ in before} == before
