"""Words in quotation marks, and apostrophes that are none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotate.quotations import find_quotations
from onrecord.model import Quotation, Span


def quotations(text: str) -> tuple[Quotation, ...]:
    """The quotations of a text whose lines are paragraphs."""
    spans: list[Span] = []
    at = 0
    for line in text.split("\n"):
        if line:
            spans.append(Span(at, at + len(line)))
        at += len(line) + 1
    return find_quotations(spans, text)


def inner(text: str) -> list[str]:
    """What each quotation holds, its pieces parted by a bar."""
    return [
        "|".join(span.of(text) for span in quotation.inner)
        for quotation in quotations(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('She said "no" twice.', ["no"]),
        ("She said “no” twice.", ["no"]),
        ("She said «no» twice.", ["no"]),
        ("She said ``no'' twice.", ["no"]),
        ("She said ''no'' twice.", ["no"]),
        ("She said 'no way' twice.", ["no way"]),
        ("She said ‘no way’ twice.", ["no way"]),
        ('"Go," she said. "Go now."', ["Go,", "Go now."]),
        ('("Go," she said.)', ["Go,"]),
        ("Tarvia's ministry has no 'real presence' there.", ["real presence"]),
        ("The guards' lodge, the boys' toys.", []),
        ("The '90s and rock 'n' roll: 'twas fun.", []),
        ("It’s the boys’ turn, isn’t it.", []),
        ("'The boys' toys are gone,' she said.", ["The boys' toys are gone,"]),
        ('He is 6\'2" tall.', []),
        ('He lost "all hope and left.', ["all hope and left."]),
        ('""', [""]),
    ],
)  # fmt: skip
def test_marks_hold_their_words(text: str, expected: list[str]) -> None:
    assert inner(text) == expected


def test_reopened_paragraphs_are_one_quotation() -> None:
    text = '"One.\n"Two.\n"Three," she said.'
    assert inner(text) == ["One.|Two.|Three,"]
    assert quotations(text)[0].closed


def test_quotation_that_a_later_paragraph_closes_goes_on() -> None:
    assert inner('She said: "One.\nTwo."') == ["One.|Two."]


def test_unclosed_quotation_ends_with_its_paragraph() -> None:
    text = '"One.\nShe left. "Two," he said.'
    assert inner(text) == ["One.", "Two,"]
    assert [quotation.closed for quotation in quotations(text)] == [False, True]


def test_quotation_inside_another_is_deeper() -> None:
    text = "“He told me ‘go away’ and left,” she said."
    assert [(q.depth, q.marks) for q in quotations(text)] == [
        (0, "double"),
        (1, "single"),
    ]


@given(st.text(alphabet="ab s.,'\"“”‘’«»`\n", max_size=60))
def test_quotations_lie_in_the_text_and_inside_their_marks(text: str) -> None:
    for quotation in quotations(text):
        assert quotation.outer
        for span in (*quotation.outer, *quotation.inner):
            assert span.end <= len(text)
        for held in quotation.inner:
            assert any(outer.holds(held) for outer in quotation.outer)
            assert held.of(text).strip()
