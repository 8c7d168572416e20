"""What the machine finds, after what people decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import (
    ArticleId,
    Link,
    Mention,
    MentionId,
    PageId,
    Span,
    groups_decided,
    groups_of,
    lay_down,
    make_link,
)
from onrecord.resolve import keep_decided

if TYPE_CHECKING:
    import random

    from onrecord.model import Judgement, Relation

Pair = tuple[str, str]
NAMES = list("abcdef")
PAIRS = st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)).filter(
    lambda pair: pair[0] != pair[1]
)
LINKS = st.lists(st.tuples(PAIRS, st.sampled_from([0.8, 0.9, 0.95])), max_size=9)

MENTIONS = [
    Mention(
        MentionId(name), ArticleId("1"), PageId("p"), Span(0, 1), name, "party",
        MentionId(name),
    )
    for name in NAMES
]  # fmt: skip


def link(
    left: str,
    right: str,
    relation: Relation = "same",
    judgement: Judgement = "yes",
    score: float = 0.9,
) -> Link:
    return make_link("mention", left, right, relation, judgement, score, "alike")


def no(left: str, right: str) -> Link:
    return link(left, right, judgement="no", score=1.0)


def test_without_decisions_nothing_changes() -> None:
    links = [link("a", "b"), no("b", "c"), link("c", "a", "part_of")]
    assert keep_decided([], links, []) == links


def test_a_join_that_a_person_forbids_falls() -> None:
    assert groups_decided("ab", [link("a", "b")], [no("a", "b")]) == {
        "a": "a",
        "b": "b",
    }


def test_a_bar_and_a_doubt_of_the_machine_fall_where_a_person_joins() -> None:
    unsure = link("a", "b", judgement="unsure")
    joined = link("a", "b", score=1.0)
    groups = groups_decided("ab", [no("a", "b"), unsure], [joined])
    assert groups == {"a": "a", "b": "a"}


def test_the_better_of_two_joins_holds_when_only_one_can() -> None:
    links = [link("a", "b", score=0.8), link("b", "c", score=0.95)]
    groups = groups_decided("abc", links, [no("a", "c")])
    assert groups == {"a": "a", "b": "b", "c": "b"}


def test_a_part_is_never_above_the_whole_that_a_person_named() -> None:
    people = lay_down([link("a", "b", "part_of"), link("b", "c", "part_of")])
    assert people.is_part("a", "c")
    assert not people.is_part("c", "a")
    assert not people.lay(link("c", "a", "part_of"))
    assert not people.lay(link("a", "c"))


@given(LINKS, LINKS, st.randoms(use_true_random=False))
def test_decisions_are_kept_to_and_the_order_of_links_does_not_count(
    told: list[tuple[tuple[str, str], float]],
    found: list[tuple[tuple[str, str], float]],
    chance: random.Random,
) -> None:
    people = lay_down([])
    decided = [
        each
        for number, (pair, _) in enumerate(told)
        if people.lay(each := no(*pair) if number % 2 else link(*pair, score=1.0))
    ]
    links = [link(*pair, score=score) for pair, score in found]
    groups = groups_decided(NAMES, links, decided)
    for each in decided:
        assert (groups[each.left] == groups[each.right]) == (each.judgement == "yes")
    alone = groups_of(NAMES, [*links, *decided])
    assert all(alone[name] == alone[group] for name, group in groups.items())
    chance.shuffle(links)
    chance.shuffle(decided)
    assert groups_decided(NAMES, links, decided) == groups


def part(left: str, right: str, judgement: Judgement = "yes") -> Link:
    return link(left, right, "part_of", judgement, 1.0)


def test_a_part_that_a_person_denies_falls_for_every_name_of_the_two() -> None:
    joined, told = [link("a", "b"), link("c", "d")], link("b", "d", "part_of")
    kept = keep_decided(MENTIONS, [*joined, told], [part("a", "c", "no")])
    assert kept == joined


def test_the_other_way_round_and_over_a_third_nothing_is_denied() -> None:
    told = [link("c", "a", "part_of"), link("a", "b", "part_of")]
    assert keep_decided(MENTIONS, told, [part("a", "c", "no")]) == told


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ([part("a", "b")], part("a", "b", "no")),
        ([part("a", "b", "no")], part("a", "b")),
        ([part("a", "b"), part("c", "b", "no")], link("a", "c")),
        ([part("a", "b"), part("a", "c", "no")], link("b", "c")),
    ],
)
def test_what_is_part_of_another_and_not_is_refused(
    first: list[Link], second: Link
) -> None:
    identities = lay_down([])
    assert all(identities.lay(item) for item in first)
    assert not identities.lay(second)


def test_a_denied_part_may_be_the_same() -> None:
    identities = lay_down([part("a", "b", "no")])
    assert identities.lay(link("a", "b"))


@given(st.lists(st.tuples(PAIRS, st.sampled_from(["same", "part", "denied"]))))
def test_no_part_is_ever_laid_down_and_denied(told: list[tuple[Pair, str]]) -> None:
    identities, laid = lay_down([]), []
    for (left, right), what in told:
        judgement: Judgement = "no" if what == "denied" else "yes"
        relation: Relation = "same" if what == "same" else "part_of"
        item = link(left, right, relation, judgement)
        if identities.lay(item):
            laid.append(item)
    pairs = {
        judged: {
            (identities.group(item.left), identities.group(item.right))
            for item in laid
            if (item.relation, item.judgement) == ("part_of", judged)
        }
        for judged in ("yes", "no")
    }
    assert not pairs["yes"] & pairs["no"]
    assert not any(one == other for one, other in pairs["yes"])
