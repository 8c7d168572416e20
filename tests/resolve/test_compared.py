"""Each saying is compared with few others, however many share a name with it."""

from __future__ import annotations

import numpy as np
import pytest

from onrecord.language import TfIdfEncoder
from onrecord.resolve import lay_out
from onrecord.resolve.claims.blocks import CROWD, NEAREST, Pairs
from onrecord.resolve.opposed_pairs import opposed_pairs
from tests.resolve.making import make_utterance

FACTS = ("rose", "fell", "froze", "burned", "leaked", "sank", "reopened", "moved")


def crowd_of(count: int) -> list[int]:
    """How many pairs each of so many sayings about one port is in."""
    said = [
        make_utterance(f"the port {FACTS[at % 8]} on pier{at}", name=f"s{at:05}",
                       names=["port"], article=f"a{at}")
        for at in range(count)
    ]  # fmt: skip
    pairs = lay_out(said, TfIdfEncoder()).pairs
    places = [place for pair in pairs for place in pair]
    return [int(each) for each in np.bincount(places, minlength=count)]


def test_ten_times_as_many_sayings_of_one_name_are_ten_times_the_pairs() -> None:
    few, many = crowd_of(CROWD * 4), crowd_of(CROWD * 40)
    assert sum(many) <= 1.5 * 10 * sum(few)


def test_a_saying_in_a_crowd_keeps_the_ones_nearest_to_it() -> None:
    said = [
        make_utterance(text, name=f"{at:04}{end}", names=["port"], article=f"{at}{end}")
        for at in range(CROWD * 30)
        for end, text in (
            ("a", f"berth{at} lies idle"),
            ("b", f"idle lies berth{at} today"),
        )
    ]
    compared = lay_out(said, TfIdfEncoder())
    twins = {(at, at + 1) for at in range(0, len(compared.sayings), 2)}
    assert len(twins & set(compared.pairs)) > 0.9 * len(twins)


def pairs_of(rows: list[tuple[int, int, float]]) -> Pairs:
    left, right, cosines = zip(*rows, strict=True)
    return Pairs(np.array(left), np.array(right), np.array(cosines, dtype=np.float32))


def test_the_nearest_of_either_side_stay() -> None:
    pairs = pairs_of([(0, 1, 0.9), (0, 2, 0.8), (0, 3, 0.7), (1, 2, 0.1)])
    assert list(pairs.nearest(1)) == [(0, 1), (0, 2), (0, 3)]


def test_of_equally_near_ones_the_first_stays() -> None:
    pairs = pairs_of([(0, 1, 0.5), (0, 2, 0.5), (1, 2, 0.6), (2, 3, 0.9), (1, 4, 0.9)])
    assert (0, 1) in list(pairs.nearest(1))
    assert (0, 2) not in list(pairs.nearest(1))


@pytest.mark.parametrize(
    ("text", "may_clash"),
    [
        ("the Ostel bridge is closed again", True),
        ("the Ostel bridge is open again", False),
    ],
)
def test_only_words_that_may_clash_are_looked_at(text: str, *, may_clash: bool) -> None:
    said = [
        make_utterance("the Ostel bridge is open", name="a", names=["b"]),
        make_utterance(text, name="b", names=["b"], article="other"),
    ]
    compared = lay_out(said, TfIdfEncoder())
    assert list(compared.pairs) == [(0, 1)]
    assert bool(list(opposed_pairs(compared))) == may_clash


def test_no_sayings_make_no_pairs() -> None:
    assert list(lay_out([], TfIdfEncoder()).pairs) == []
    assert NEAREST < CROWD
