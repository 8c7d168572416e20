"""A judge that remembers: no pair is read twice, and the answer is the same."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from onrecord.language import RememberingJudge

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

SAFE, UNSAFE = "the pier at Vorrin is safe", "the pier at Vorrin is not safe"
OPEN = "the pier at Vorrin is open"


class Counting:
    """A judge that says what the lengths of the texts say, and counts."""

    name = "counting"

    def __init__(self) -> None:
        self.read: list[tuple[str, str]] = []

    def judge(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        """Shares by the lengths of both texts."""
        self.read += pairs
        rows = [(len(one) + len(other), 1, 2) for one, other in pairs]
        return np.array(rows, dtype=np.float32).reshape(len(pairs), 3)


def nothing(_pairs: Sequence[str]) -> dict[str, tuple[float, float, float]]:
    """Nothing is kept."""
    return {}


def test_a_pair_is_read_once_whichever_text_is_first() -> None:
    judge = Counting()
    told = RememberingJudge(judge, nothing)
    first = told.judge([(SAFE, UNSAFE), (UNSAFE, SAFE), (SAFE, OPEN)])
    again = told.judge([(SAFE, OPEN), (SAFE, UNSAFE)])
    assert [set(pair) for pair in judge.read] == [{SAFE, UNSAFE}, {SAFE, OPEN}]
    assert first[[2, 0]].tolist() == again.tolist()
    assert first[0].tolist() == first[1].tolist()


def test_what_was_kept_is_not_read_again_and_says_the_same() -> None:
    before = RememberingJudge(Counting(), nothing)
    said = before.judge([(SAFE, UNSAFE)])
    judge = Counting()
    after = RememberingJudge(judge, lambda _: before.fresh)
    assert after.judge([(SAFE, UNSAFE)]).tolist() == said.tolist()
    assert (judge.read, after.fresh) == ([], {})


def test_no_pairs_give_no_rows() -> None:
    assert RememberingJudge(Counting(), nothing).judge([]).shape == (0, 3)
