"""A contradiction is two speakers, one thing, one time, and words that exclude."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.language import MiniLmEncoder
from onrecord.model import groups_of
from onrecord.resolve import find_contradictions, link_claims
from tests.resolve.making import make_utterance

if TYPE_CHECKING:
    from random import Random

    from onrecord.model import Dispute, Utterance

ENCODER = MiniLmEncoder()
DAY = date(2031, 5, 6)
LAKE = ["lake-ulm"]


def disputes(*utterances: Utterance) -> list[Dispute]:
    links = link_claims(utterances, ENCODER)
    claims = groups_of([item.statement.id for item in utterances], links)
    by_statement = {item.statement.id: claims[item.statement.id] for item in utterances}
    return find_contradictions(utterances, by_statement, ENCODER)


def said(text: str, name: str, speaker: str, day: date | None = DAY) -> Utterance:
    return make_utterance(
        text, name=name, speaker=speaker, names=LAKE, day=day, article=f"of-{name}"
    )


CLEAN = said("the factory has not polluted the lake", "a", "company")


@pytest.mark.parametrize(
    "text",
    [
        "waste from the factory has polluted the lake",
        "the factory has poisoned the water of the lake",
    ],
)
def test_opposite_words_by_another_speaker_are_shown(text: str) -> None:
    (found,) = disputes(CLEAN, said(text, "b", "fishers"))
    assert (found.left, found.right) == ("a", "b")
    assert found.evidence == "contradiction"
    assert found.shown == "yes"
    assert found.page_id == "page-of-b"
    assert found.spans


@pytest.mark.parametrize(
    ("text", "speaker", "day"),
    [
        ("the factory employs four hundred people by the lake", "company", DAY),
        ("the lake will be closed to bathers", "mayor", DAY),
        ("has the factory polluted the lake?", "fishers", DAY),
        ("the factory has not poisoned the lake", "lawyer", DAY),
        ("waste from the factory has polluted the lake", "company", DAY),
        ("the lake was polluted", "fishers", DAY - timedelta(days=4000)),
    ],
    ids=["fact", "plan", "question", "agreement", "same-breath", "long-ago"],
)
def test_what_excludes_nothing_is_no_dispute(
    text: str, speaker: str, day: date
) -> None:
    assert disputes(CLEAN, said(text, "b", speaker, day)) == []


def test_other_places_are_no_dispute() -> None:
    found = disputes(
        make_utterance("the outbreak is under control", name="a", places=["ulm"],
                       names=["cholera"], speaker="minister", day=DAY),
        make_utterance("the outbreak is spreading", name="b", places=["harl"],
                       names=["cholera"], speaker="nurse", day=DAY, article="b"),
    )  # fmt: skip
    assert found == []


def test_a_later_change_of_state_is_an_update() -> None:
    found = disputes(
        said("the road along the lake is closed", "a", "police"),
        said("the road along the lake is open again", "b", "mayor",
             DAY + timedelta(days=20)),
    )  # fmt: skip
    assert found == []


def test_what_may_be_is_shown_as_possible_at_most() -> None:
    found = disputes(CLEAN, said("the factory may have polluted the lake", "b", "ngo"))
    assert all(item.shown == "possibly" for item in found)


def test_tolls_are_left_to_the_ledger_of_figures() -> None:
    found = disputes(
        said("the flood by the lake killed 12 people", "a", "police"),
        said("the flood by the lake killed 30 people", "b", "hospital"),
    )
    assert found == []


def test_the_claim_made_more_often_is_what_is_disputed() -> None:
    (found,) = disputes(
        said("the factory has polluted the lake", "a", "fishers"),
        said("the factory has not polluted the lake", "b", "company"),
        said("the factory has never polluted the lake", "c", "lawyer"),
    )
    assert found.left in {"b", "c"}
    assert found.right == "a"


def test_a_speaker_contradicts_a_claim_once() -> None:
    found = disputes(
        CLEAN,
        said("waste from the factory has polluted the lake", "b", "fishers"),
        said("the factory has polluted the lake with its waste", "c", "fishers"),
    )
    assert len(found) == 1


def test_nothing_said_gives_no_disputes() -> None:
    assert find_contradictions([], {}, ENCODER) == []


@settings(max_examples=10, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_the_utterances_changes_nothing(random: Random) -> None:
    utterances = [
        CLEAN,
        said("waste from the factory has polluted the lake", "b", "fishers"),
        said("the factory has poisoned the lake", "c", "ngo"),
        said("the lake is clean", "d", "ministry"),
        said("the lake is dirty", "e", "angler", None),
    ]
    expected = disputes(*utterances)
    random.shuffle(utterances)
    assert disputes(*utterances) == expected


def test_one_article_tells_of_one_election() -> None:
    fair = make_utterance("the election was clean and transparent", name="a",
                          speaker="board", day=DAY, article="x")  # fmt: skip
    rigged = make_utterance("they stole this election at night", name="b",
                            speaker="rival", day=DAY, article="x")  # fmt: skip
    assert [item.shown for item in disputes(fair, rigged)] == ["yes"]


def test_long_quotations_on_two_things_are_not_shown() -> None:
    left = said("We will mend the harbour. Prices fell last winter.", "a", "mayor")
    right = said("Rents rose. Nobody mends anything.", "b", "tenants")
    assert all(item.shown != "yes" for item in disputes(left, right))


def test_who_tells_what_another_said_does_not_contradict_them() -> None:
    inner = make_utterance("the factory has polluted the lake", name="a",
                           speaker="fishers", day=DAY, article="x")  # fmt: skip
    outer = make_utterance(
        "it was not true that the factory has polluted the lake", name="b",
        speaker="company", day=DAY, article="x",
    )  # fmt: skip
    assert disputes(inner, outer) == []


def test_few_common_words_go_to_a_person_at_most() -> None:
    found = disputes(
        said("the group was defeated by soldiers in the northern hills", "a", "army"),
        said("its fighters remain strong: the group is active everywhere, from the"
             " river to the coast", "b", "mayor"),
    )  # fmt: skip
    assert all(item.shown == "possibly" for item in found)


def test_two_articles_that_guess_what_they_are_about_are_not_shown() -> None:
    closed = make_utterance("the road is closed to lorries", name="a", day=DAY,
                            speaker="police", context=LAKE, article="x")  # fmt: skip
    free = make_utterance("the road is open again", name="b", day=DAY,
                          speaker="mayor", context=LAKE, article="y")  # fmt: skip
    (found,) = disputes(closed, free)
    assert found.shown == "possibly"
