"""One claim is one assertion about one thing, whoever makes it and whenever."""

from __future__ import annotations

import time
from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.language import MiniLmEncoder, TfIdfEncoder
from onrecord.model import groups_of
from onrecord.resolve import link_claims
from onrecord.resolve.claims.leaning import Leanings
from tests.resolve.making import make_utterance

if TYPE_CHECKING:
    from collections.abc import Sequence
    from random import Random

    from numpy.typing import NDArray

    from onrecord.model import CueClass, Utterance

ENCODER = MiniLmEncoder()
ARMY = ["red-hill-army"]


def groups(*utterances: Utterance) -> list[list[str]]:
    links = link_claims(utterances, ENCODER)
    names = groups_of([item.statement.id for item in utterances], links)
    found: dict[str, list[str]] = {}
    for name, group in names.items():
        found.setdefault(group, []).append(name)
    return sorted(sorted(group) for group in found.values())


def are_one(left: Utterance, right: Utterance) -> bool:
    return len(groups(left, right)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The Red Hill Army has been completely crushed",
        "that the Red Hill Army no longer poses a threat",
        "the Red Hill Army has no presence in the valleys",
        "nothing is left of the Red Hill Army",
    ],
)
def test_one_state_in_other_words_is_one_claim(text: str) -> None:
    first = make_utterance(
        "The Red Hill Army has been wiped out", name="a", speaker="ministry", names=ARMY
    )
    later = make_utterance(
        text, name="b", speaker="spokesman", names=ARMY, article="other",
        day=date(2031, 9, 1),
    )  # fmt: skip
    assert are_one(first, later)


@pytest.mark.parametrize(
    "text",
    [
        "The Red Hill Army has not been wiped out",
        "The Red Hill Army remains a threat",
        "Limited risks from the Red Hill Army remain",
        "The Red Hill Army may still recruit among students",
        "The Red Hill Army was always paid from abroad",
        "The government is working to wipe out the Red Hill Army",
        "Will the Red Hill Army be wiped out?",
    ],
)
def test_what_asserts_something_else_is_no_utterance_of_a_claim(text: str) -> None:
    first = make_utterance(
        "The Red Hill Army has been wiped out", name="a", speaker="ministry", names=ARMY
    )
    other = make_utterance(text, name="b", speaker="ministry", names=ARMY)
    assert not are_one(first, other)


@pytest.mark.parametrize("cue_class", ["denying", "demanding", "asking", "promising"])
def test_denials_demands_and_promises_assert_nothing(cue_class: CueClass) -> None:
    text = "The factory polluted the lake"
    said = make_utterance(text, name="a", speaker="fishers")
    other = make_utterance(text, name="b", speaker="company", cue_class=cue_class)
    assert not are_one(said, other)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("the key rate stands at 8 percent", "the key rate stands at 9 percent"),
        ("The flood killed 12 people", "The flood killed 30 people"),
    ],
)
def test_other_numbers_make_another_claim(left: str, right: str) -> None:
    assert not are_one(
        make_utterance(left, name="a", speaker="bank"),
        make_utterance(right, name="b", speaker="bank"),
    )


def test_the_same_words_about_others_are_another_claim() -> None:
    text = "The outbreak is under control"
    assert not are_one(
        make_utterance(text, name="a", names=["measles"]),
        make_utterance(text, name="b", names=["cholera"]),
    )


def test_the_same_words_about_another_place_are_another_claim() -> None:
    text = "The outbreak is under control"
    assert not are_one(
        make_utterance(text, name="a", places=["ulm"]),
        make_utterance(text, name="b", places=["harl"]),
    )


def test_a_pronoun_speaks_of_what_its_sentence_names() -> None:
    sentence = "The ministry said the Red Hill Army was crushed and posed no threat."
    found = groups(
        make_utterance(
            "the Red Hill Army was crushed", name="a", speaker="ministry",
            names=ARMY, sentence=sentence,
        ),
        make_utterance("it posed no threat", name="b", speaker="ministry",
                       sentence=sentence),
        make_utterance("it posed no threat", name="c", speaker="vet",
                       names=["bird-flu"], article="other"),
    )  # fmt: skip
    assert found == [["a", "b"], ["c"]]


def test_claims_are_found_on_other_topics() -> None:
    found = groups(
        make_utterance("the vote was free and fair", name="a", names=["vote"]),
        make_utterance("the ballot was honest and transparent", name="b",
                       names=["vote"]),
        make_utterance("the vote was rigged", name="c", names=["vote"]),
        make_utterance("there is enough fuel for the winter", name="d"),
        make_utterance("fuel will be plentiful this winter", name="e"),
        make_utterance("fuel is running short", name="f"),
    )  # fmt: skip
    assert ["a", "b"] in found
    assert ["d", "e"] in found
    assert ["c"] in found
    assert ["f"] in found


def test_a_word_a_book_and_another_language_end_as_they_came() -> None:
    found = groups(
        make_utterance("attack", name="a"),
        make_utterance("the war goes on and on " * 600, name="b"),
        make_utterance("Мост закрыт до июня", name="c"),
        make_utterance("", name="d"),
    )
    assert len(found) == 4


def test_no_utterances_make_no_claims() -> None:
    assert link_claims([], ENCODER) == []


@settings(max_examples=10, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_the_utterances_changes_nothing(random: Random) -> None:
    texts = [
        "the Red Hill Army has been crushed",
        "the Red Hill Army no longer exists",
        "the Red Hill Army remains active",
        "the Red Hill Army is still a threat",
        "the bridge is closed until June",
        "until June the bridge stays shut",
        "it no longer poses a threat",
    ]
    utterances = [
        make_utterance(text, name=f"u{at}", names=ARMY if "Red" in text else ())
        for at, text in enumerate(texts)
    ]
    expected = link_claims(utterances, ENCODER)
    random.shuffle(utterances)
    assert link_claims(utterances, ENCODER) == expected


def test_five_hundred_speakers_of_one_sentence_make_one_claim() -> None:
    same = [
        make_utterance("The dam is safe", name=f"s{at}", speaker=f"p{at}",
                       names=["dam"], article=f"a{at}")
        for at in range(500)
    ]  # fmt: skip
    assert len(groups(*same)) == 1


def test_thousands_of_utterances_end_in_seconds() -> None:
    many = [
        make_utterance(f"the price of item {at} has risen in village {at % 97}",
                       name=f"s{at}", speaker=f"p{at % 50}", names=["market"],
                       article=f"a{at}")
        for at in range(2_000)
    ]  # fmt: skip
    started = time.perf_counter()
    link_claims(many, TfIdfEncoder())
    assert time.perf_counter() - started < 60


def test_other_statements_with_one_credit_line_are_no_giant_claim() -> None:
    goods = ("wheat", "diesel", "salt", "timber", "fish", "wool", "copper", "rice")
    facts = ("is dearer", "ran out", "was stolen", "came late", "is taxed anew")
    every = [f"{what} {fact}" for what in goods for fact in facts]
    many = [
        make_utterance(
            f"{text}. Reporting by the Vorrin desk, click here for more",
            name=f"s{at:03}", speaker=f"p{at}", article=f"a{at}",
        )
        for at, text in enumerate(every)
    ]  # fmt: skip
    assert max(map(len, groups(*many))) <= len(facts)


def test_a_word_that_many_say_joins_nobody_who_says_more() -> None:
    short = [
        make_utterance("safe now", name=f"w{at}", speaker=f"p{at}", article=f"a{at}")
        for at in range(30)
    ]
    long = make_utterance("the dam above Ostel is safe now", name="z", names=["dam"])
    assert ["z"] in groups(*short, long)


class Doubter:
    """A judge that holds every pair for a dispute, and remembers what it was asked."""

    name = "doubter"

    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []

    def judge(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        """Dispute, whatever the pair."""
        self.asked += pairs
        return np.array([[0.0, 1.0, 0.0]] * len(pairs), dtype=np.float32)


def test_a_judge_that_doubts_parts_what_words_alone_would_join() -> None:
    texts = ("the weir at Ostel has held", "the Ostel weir held")
    said = [
        make_utterance(text, name=text, speaker=text, names=["weir"], article=text)
        for text in texts
    ]
    assert len(link_claims(said, ENCODER)) == 1
    doubter = Doubter()
    assert (
        link_claims(said, ENCODER, doubter)[0].score
        < link_claims(said, ENCODER)[0].score
    )


def test_a_judge_hears_at_most_three_pairs_a_statement() -> None:
    said = [
        make_utterance(
            f"the weir at Ostel has held {word}", name=word, names=["weir"],
            article=word,
        )
        for word in ("again", "well", "so far", "firmly", "through the night", "today")
    ]  # fmt: skip
    doubter = Doubter()
    link_claims(said, ENCODER, doubter)
    heard = Counter(text for pair in doubter.asked for text in pair)
    assert 0 < max(heard.values()) <= 3


def test_directions_say_nothing_of_the_vectors_of_another_encoder() -> None:
    texts = ["the weir at Ostel has held", "the Ostel weir burst"]
    other = TfIdfEncoder()
    assert Leanings(other.encode(texts), other).of(0, 1) == 0.0
    known = Leanings(ENCODER.encode(texts), ENCODER)
    assert known.of(0, 1) == known.of(1, 0) != 0.0


def test_a_judge_is_not_asked_what_is_sure_or_hopeless() -> None:
    said = [
        make_utterance("the weir at Ostel has held", name="a", names=["weir"]),
        make_utterance("the weir at Ostel has held!!", name="b", names=["weir"]),
        make_utterance("trams in Ostel are late", name="c", names=["tram"]),
    ]
    doubter = Doubter()
    link_claims(said, ENCODER, doubter)
    assert doubter.asked == []


def test_two_faces_of_one_state_are_two_claims() -> None:
    said = [
        make_utterance("the Red Hill Army is recruiting again", name="a", names=ARMY),
        make_utterance(
            "The movement is plainly not finished. A band that can carry barrels of "
            "powder over three passes in one night is alive.",
            name="b", article="other", speaker="vet",
        ),
    ]  # fmt: skip
    assert not link_claims(said, ENCODER)
