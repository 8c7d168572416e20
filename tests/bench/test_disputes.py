"""The measure of disputes, its peer, and the pairs that are made for training."""

from collections import Counter

import numpy as np
import pytest

from bench.dispute_data import Row, told_by_kind
from bench.dispute_peer import LexicalPeer
from bench.disputes import Decided, accuracy, dispute_f1
from bench.training.disputes.gold import derived
from bench.training.disputes.silver import make_pairs
from bench.training.disputes.tellings import AGREE, DISPUTE, OTHER

ROWS = [
    Row("1", "The gate is open.", "The gate is not open.", "dispute", "negation"),
    Row("2", "Rain fell in Teval.", "In Teval rain fell.", "agree", "paraphrase"),
    Row("3", "The mill is old.", "Bread was sold at noon.", "other", "same-topic"),
]


def test_figures_are_of_the_labels() -> None:
    wanted, found = np.array([1, 1, 0, 2]), np.array([1, 0, 0, 1])
    assert accuracy(wanted, found) == 0.5
    assert dispute_f1(wanted, found) == 0.5


def test_precision_counts_only_what_is_shown() -> None:
    shares = np.array([[0.1, 0.8, 0.1], [0.1, 0.8, 0.1], [0.8, 0.1, 0.1]])
    decided = Decided(
        shares, shares, np.array([True, False, False]), np.array([1, 1, 0])
    )
    assert decided.shown_figures == {"shown_precision": 1.0, "shown_recall": 0.5}


def test_each_kind_is_told_with_its_count() -> None:
    told = told_by_kind(ROWS, lambda at: at == 0)
    assert told == "negation 1/1, paraphrase 0/1, same-topic 0/1"


def test_peer_learns_its_rows() -> None:
    assert LexicalPeer(ROWS)(ROWS).argmax(axis=1).tolist() == [1, 0, 2]


def test_same_seed_makes_the_same_pairs() -> None:
    assert list(make_pairs(50, 4)) == list(make_pairs(50, 4))
    assert list(make_pairs(50, 4)) != list(make_pairs(50, 5))


def test_made_pairs_are_a_third_of_each_label() -> None:
    counts = Counter(label for _, _, label in make_pairs(900, 2))
    assert all(count > 240 for count in counts.values())


def test_no_slot_is_left_open() -> None:
    texts = [text for left, right, _ in make_pairs(900, 3) for text in (left, right)]
    assert not [text for text in texts if "{" in text or "  " in text]


@pytest.mark.parametrize("label", [DISPUTE, OTHER])
def test_what_stands_to_one_stands_to_what_agrees_with_it(label: int) -> None:
    written = [("a", "b", AGREE), ("b", "c", label)]
    assert derived(written) == [("a", "c", label)]


def test_two_that_dispute_a_third_tell_nothing() -> None:
    assert derived([("a", "b", DISPUTE), ("b", "c", DISPUTE)]) == []
