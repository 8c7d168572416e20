"""The judge of pairs: shares of belief, the same both ways round and in any company."""

from __future__ import annotations

from importlib.resources import files

import numpy as np
import pytest

from onrecord.errors import ConfigError
from onrecord.language import MiniLmJudge, choose_judge
from onrecord.language.judge import FILE, JUDGE_SHA256
from onrecord.language.pairs import encode_pairs, load_pair_model

JUDGE = MiniLmJudge()
GATE = ("The north gate of Vorrin is open.", "The north gate of Vorrin is shut.")
PAIRS = [
    GATE,
    ("It rained in Teval.", "Bread is dear."),
    ("", "x"),
    ("word " * 3000, "мир"),
]


def test_shares_of_a_pair_add_up_to_one() -> None:
    shares = JUDGE.judge(PAIRS)
    assert shares.shape == (len(PAIRS), 3)
    assert shares.dtype == np.float32
    assert np.allclose(shares.sum(axis=1), 1, atol=1e-3)


def test_no_pairs_get_no_shares() -> None:
    assert JUDGE.judge([]).shape == (0, 3)


def test_order_and_company_change_nothing() -> None:
    alone = MiniLmJudge().judge([GATE])
    turned = MiniLmJudge().judge([*PAIRS[1:], GATE[::-1]])
    assert np.array_equal(alone[0], turned[-1])


def test_opposite_words_are_nearer_to_a_dispute_than_a_paraphrase_is() -> None:
    same = (GATE[0], "One can pass the north gate of Vorrin.")
    (_, opposed, _), (_, alike, _) = JUDGE.judge([GATE, same])
    assert opposed > alike + 0.1


def test_changed_weights_are_refused() -> None:
    with pytest.raises(ConfigError, match="SHA-256"):
        load_pair_model(files("onrecord.data") / "vocabulary.txt", JUDGE_SHA256, 1)


def test_weights_stay_below_25_megabytes() -> None:
    assert len((files("onrecord.data") / FILE).read_bytes()) < 25_000_000


def test_longer_of_two_texts_is_cut_first() -> None:
    ids, _, sides = encode_pairs([("word " * 500, "It rained in Teval.")])
    assert ids.shape == (1, 96)
    assert int(sides.sum()) > len(["It", "rained", "in", "Teval."])


def test_judge_is_chosen_where_it_can_run() -> None:
    judge = choose_judge()
    assert judge is not None
    assert judge.name.endswith(JUDGE_SHA256[:12])
