"""The measures of claims: the search's score, the peer, and the gold of groups."""

from __future__ import annotations

import pytest

from bench.checkthat import (
    CheckedClaim,
    Post,
    average_precision,
    index_of,
    plain_bm25,
    ranked_by,
)
from bench.claim_gold import HALVES, Half, as_utterance, half_of, read_utterances
from onrecord.language import TfIdfEncoder

CLAIMS = [
    CheckedClaim("a", "The weir at Ostel was sold", "Was the weir sold?"),
    CheckedClaim("b", "The mayor of Vorrin owns the ferry", "Whose ferry is it?"),
    CheckedClaim("c", "Rice from Harl is dyed", "Dyed rice"),
]
POSTS = [
    Post("1", "the mayor owns a ferry, they say", ("b",)),
    Post("2", "they dye the rice of Harl", ("c",)),
]


@pytest.mark.parametrize(
    ("ranked", "score"),
    [(["b", "a"], 1.0), (["a", "b"], 0.5), (["a", "c"], 0.0), (["b", "b"], 1.0)],
)
def test_a_right_claim_counts_by_its_rank(ranked: list[str], score: float) -> None:
    assert average_precision(POSTS[:1], lambda _: list(dict.fromkeys(ranked))) == score


def test_several_right_claims_are_all_wanted() -> None:
    post = Post("1", "", ("a", "c"))
    assert average_precision([post], lambda _: ["a", "b", "c"]) == pytest.approx(
        (1 + 2 / 3) / 2
    )


def test_ours_and_the_peer_rank_the_same_claims() -> None:
    ours = ranked_by(index_of(CLAIMS, TfIdfEncoder()), CLAIMS)
    for rank in (ours, plain_bm25(CLAIMS)):
        assert rank(POSTS[0].text)[0] == "b"
        assert average_precision(POSTS, rank) == 1.0


@pytest.mark.parametrize("half", HALVES)
def test_every_gold_utterance_is_in_the_half_of_its_topic(half: Half) -> None:
    assert {half_of(row.topic) for row in read_utterances(half)} == {half}


@pytest.mark.parametrize("half", HALVES)
def test_the_words_of_a_gold_utterance_stand_in_its_sentence(half: Half) -> None:
    for row in read_utterances(half):
        assert row.text
        assert row.text == row.text.strip()


def test_the_gold_has_sixty_claims_with_three_hundred_utterances() -> None:
    rows = [row for half in HALVES for row in read_utterances(half)]
    claims = [row.claim for row in rows if row.claim]
    assert len(set(claims)) >= 60
    assert len(claims) >= 300


def test_a_denial_in_the_gold_is_read_as_one() -> None:
    rows = [row for half in HALVES for row in read_utterances(half) if row.denies]
    denied = [as_utterance(row).statement.cue_class for row in rows]
    assert denied.count("denying") >= len(denied) - 1
