"""Samples of word triples find what may be a copy among very many texts."""

from __future__ import annotations

import time
from random import Random
from typing import TYPE_CHECKING

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from onrecord.resolve.copies.candidates import MANY, near_pairs, sample_of

if TYPE_CHECKING:
    from onrecord.resolve.copies.candidates import Sample

TRIPLES = st.frozensets(st.integers(0, 2**32 - 1), max_size=200)


def kept(*triples: int) -> Sample:
    return np.array(triples, dtype=np.uint32)


@given(TRIPLES, TRIPLES)
def test_the_sample_of_a_part_is_part_of_the_sample(
    part: frozenset[int], more: frozenset[int]
) -> None:
    whole = set(sample_of(part | more, texts=1).tolist())
    assert set(sample_of(part, texts=1).tolist()) <= whole


@given(TRIPLES)
def test_among_very_many_texts_less_is_kept(triples: frozenset[int]) -> None:
    few = set(sample_of(triples, texts=MANY).tolist())
    assert set(sample_of(triples, texts=MANY + 1).tolist()) <= few


def test_texts_are_near_when_the_smaller_has_a_third_of_its_sample_in_the_other() -> (
    None
):
    long, part, other = kept(4, 8, 12, 16, 20, 24), kept(4, 8, 96), kept(4, 92, 88, 84)
    assert near_pairs([long, part, other]) == [(0, 1), (1, 2)]


def test_no_texts_and_empty_samples_are_near_to_nothing() -> None:
    assert near_pairs([]) == []
    assert near_pairs([kept(), kept()]) == []
    assert near_pairs([kept(0), kept(0)]) == [(0, 1)]


def test_what_all_texts_share_is_compared_with_the_first_of_them_alone() -> None:
    samples = [kept(4, 4 * (at + 2)) for at in range(1_000)]
    assert len(near_pairs(samples)) <= 4 * 1_000


def test_a_hundred_and_fifty_thousand_texts_end_in_seconds() -> None:
    random = Random(7)  # noqa: S311 - the same texts in every run
    texts = 150_000
    samples = [
        np.frombuffer(random.randbytes(4 * 20), dtype=np.uint32) for _ in range(texts)
    ]
    samples += [samples[at][:10] for at in range(0, texts, 1_000)]
    started = time.process_time()
    pairs = near_pairs(samples)
    assert {(at, texts + at // 1_000) for at in range(0, texts, 1_000)} <= set(pairs)
    assert time.process_time() - started < 20
