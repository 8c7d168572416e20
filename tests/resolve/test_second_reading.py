"""Contradictions read again: the model decides, and reads five pairs of a statement."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from onrecord.resolve.second_reading import AT_MOST, Clash, read_again
from tests.resolve.making import make_utterance

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from onrecord.model import Utterance

DAY = date(2031, 5, 6)


class Believing:
    """A judge that believes every pair a dispute by the same share."""

    def __init__(self, belief: float) -> None:
        self._belief = belief
        self.read: list[tuple[str, str]] = []

    @property
    def name(self) -> str:
        """Its name."""
        return "believing"

    def judge(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        """The same for every pair."""
        self.read += pairs
        rest = (1 - self._belief) / 2
        rows = [[rest, self._belief, rest]] * len(pairs)
        return np.array(rows, dtype=np.float32).reshape(len(pairs), 3)


def said(name: str) -> Utterance:
    return make_utterance(
        f"the mill is idle, says {name}", name=name, speaker=name, names=["mill"],
        day=DAY, article=f"of-{name}",
    )  # fmt: skip


def clash(left: str, right: str) -> Clash:
    return Clash(said(left), said(right), 0.8, "yes")


def test_what_the_model_is_sure_of_is_shown() -> None:
    (kept,) = read_again([clash("a", "b")], Believing(0.95))
    assert kept.shown == "yes"


def test_what_the_model_half_believes_goes_to_a_person() -> None:
    (kept,) = read_again([clash("a", "b")], Believing(0.5))
    assert kept.shown == "possibly"


def test_what_the_model_does_not_believe_is_left_out() -> None:
    assert read_again([clash("a", "b")], Believing(0.1)) == []


def test_clear_words_that_the_model_half_believes_are_shown() -> None:
    clear = replace(clash("a", "b"), by_words=True)
    (kept,) = read_again([clear], Believing(0.5))
    assert kept.shown == "yes"


def test_clear_words_that_the_model_does_not_believe_go_to_a_person() -> None:
    clear = replace(clash("a", "b"), by_words=True)
    (kept,) = read_again([clear], Believing(0.1))
    assert kept.shown == "possibly"


def test_of_long_quotations_the_sentences_that_clash_are_read() -> None:
    judge = Believing(0.95)
    longer = replace(
        said("b"), text="The roof is new. The mill is running. Come and see."
    )
    read_again([Clash(said("a"), longer, 0.8, "yes")], judge)
    assert judge.read == [("the mill is idle, says a", "The mill is running.")]


def test_five_pairs_of_a_statement_are_read_at_most() -> None:
    judge = Believing(0.95)
    kept = read_again([clash("a", f"b{number}") for number in range(9)], judge)
    assert len(kept) == len(judge.read) == AT_MOST


def test_nothing_to_read_gives_nothing() -> None:
    assert read_again([], Believing(0.95)) == []


def test_what_neither_words_nor_model_make_likely_is_left_out() -> None:
    doubtful = replace(clash("a", "b"), score=0.3)
    assert read_again([doubtful], Believing(0.5)) == []
