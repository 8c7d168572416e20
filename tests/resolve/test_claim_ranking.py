"""Which claims an utterance may belong to."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.language import MiniLmEncoder, TfIdfEncoder
from onrecord.resolve import ClaimIndex
from onrecord.resolve.claims.postings import Bm25, Cosine
from onrecord.resolve.claims.wordings import read_wording

ENCODER = MiniLmEncoder()
CLAIMS = [
    ["The harbour of Vorrin was shut after the storm", "Was the port closed?"],
    ["Ana Petrell took 40,000 crowns from the fishery fund"],
    ["The bridge at Ostel carries twice the load it was built for"],
    ["A vaccine made cattle in the Harl valley ill"],
    ["The ferry company pays its crews below the legal wage"],
]


def best(text: str, *, encodes_all: bool = False) -> int:
    index = ClaimIndex(CLAIMS, ENCODER, encodes_all=encodes_all)
    return index.rank(text)[0].place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("they closed the #VorrinHarbour when the storm came", 0),
        ("Petrell pocketed 40000 crowns meant for fishermen", 1),
        ("so that Ostel bridge is overloaded by a hundred per cent", 2),
        ("my cows fell sick from the jab @harl_farmers", 3),
        ("sailors earn less than the law allows", 4),
    ],
)
@pytest.mark.parametrize("encodes_all", [True, False])
def test_an_utterance_finds_its_claim_in_other_words(
    text: str, place: int, *, encodes_all: bool
) -> None:
    assert best(text, encodes_all=encodes_all) == place


def test_a_claim_is_found_by_any_of_its_wordings() -> None:
    assert best("is the port closed") == 0


def test_no_claims_give_no_answer() -> None:
    assert ClaimIndex([], ENCODER).rank("the harbour is shut") == []


def test_a_claim_without_wording_is_refused() -> None:
    with pytest.raises(ValueError, match="without wording"):
        ClaimIndex([["one"], []], ENCODER)


@given(st.text(max_size=80))
def test_any_text_is_a_query(text: str) -> None:
    ranked = ClaimIndex(CLAIMS, TfIdfEncoder()).rank(text, limit=3)
    scores = [item.score for item in ranked]
    assert len(scores) == 3
    assert scores == sorted(scores, reverse=True)


def test_three_thousand_words_and_five_hundred_equal_claims_take_no_time() -> None:
    claims = [["The harbour of Vorrin was shut"]] * 500
    index = ClaimIndex(claims, TfIdfEncoder())
    started = time.perf_counter()
    ranked = index.rank("the harbour was shut and then reopened " * 430, limit=500)
    assert time.perf_counter() - started < 2
    assert len({item.score for item in ranked}) == 1


def test_tags_are_read_as_words_and_handles_not_at_all() -> None:
    wording = read_wording("@someone #FloodGate2 is open")
    assert wording.words == ("flood", "gate", "2", "is", "open")


def test_figures_are_one_with_and_without_signs_between_thousands() -> None:
    assert read_wording("40,000").figures == read_wording("40000").figures


def test_rare_words_count_more_than_common_ones() -> None:
    texts = [["the", "weir"], ["the", "mill"], ["the", "mill"], ["the", "mill"]]
    weir, mill, *_ = Bm25(texts).scores(["weir", "mill"])
    assert weir > mill


def test_a_text_is_all_like_itself() -> None:
    texts = [["old", "weir"], ["new", "mill"]]
    assert Cosine(texts).scores(["old", "weir"]).tolist() == pytest.approx([1.0, 0.0])
