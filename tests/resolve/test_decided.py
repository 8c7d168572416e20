"""What the machine finds, after what people decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Link, groups_decided, groups_of, lay_down, make_link
from onrecord.resolve import keep_decided

if TYPE_CHECKING:
    import random

    from onrecord.model import Judgement, Relation

NAMES = list("abcdef")
PAIRS = st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)).filter(
    lambda pair: pair[0] != pair[1]
)
LINKS = st.lists(st.tuples(PAIRS, st.sampled_from([0.8, 0.9, 0.95])), max_size=9)


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
