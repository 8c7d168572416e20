"""The sentence around a finding."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Span, sentences_around

TEXT = 'It rained. "We knew," said Anna. Then it stopped.\nNext line.'


def test_the_sentence_around_a_quotation_holds_its_speaker() -> None:
    assert sentences_around(Span(12, 19), TEXT).of(TEXT) == '"We knew," said Anna.'


def test_a_sentence_ends_with_its_line() -> None:
    assert sentences_around(Span(38, 40), TEXT).of(TEXT) == "Then it stopped."


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
    assert sentences_around(span, text).holds(span)
    assert sentences_around(span, text, Span(0, len(text))).holds(span)
