"""Findings laid side by side: the sentence around a statement."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Span
from onrecord.pipeline.compare import sentences_around

TEXT = 'It rained. "We knew," said Anna. Then it stopped.'


def test_the_sentence_around_a_quotation_holds_its_speaker() -> None:
    spans = (Span(12, 19),)
    around = sentences_around(spans, (Span(0, len(TEXT)),), TEXT)
    assert around.of(TEXT) == '"We knew," said Anna.'


def test_words_outside_every_paragraph_stand_for_themselves() -> None:
    around = sentences_around((Span(3, 9),), (), TEXT)
    assert around == Span(3, 9)


@given(
    st.text(min_size=1, max_size=200),
    st.integers(min_value=0, max_value=199),
    st.integers(min_value=1, max_value=40),
)
def test_a_sentence_always_holds_the_words_it_is_around(
    text: str, start: int, length: int
) -> None:
    start = min(start, len(text) - 1)
    span = Span(start, min(len(text), start + length))
    home = (Span(0, len(text)),)
    assert sentences_around((span,), home, text).holds(span)
