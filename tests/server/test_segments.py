"""Overlapping marks become pieces, and no character is lost or doubled."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.model import Span, Zoned
from onrecord.server.highlight import Mark, asked_spans, cut, regions_of

TEXTS = st.text(max_size=60)


def mark(start: int, end: int, name: str = "f", href: str | None = None) -> Mark:
    return Mark(Span(start, end), "statement", name, href, "")


@st.composite
def marked_texts(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    text = draw(TEXTS)
    ends = st.integers(0, len(text) + 5)
    pairs = [
        sorted(pair) for pair in draw(st.lists(st.tuples(ends, ends), max_size=12))
    ]
    marks = [
        mark(start, end, str(at))
        for at, (start, end) in enumerate(pairs)
        if start < end
    ]
    return text, marks


@given(marked_texts())
def test_pieces_joined_give_back_the_text(given_: tuple[str, list[Mark]]) -> None:
    text, marks = given_
    assert "".join(piece.text for piece in cut(text, marks)) == text


@given(marked_texts())
def test_every_character_bears_exactly_the_marks_that_cover_it(
    given_: tuple[str, list[Mark]],
) -> None:
    text, marks = given_
    for piece in cut(text, marks):
        for at in range(piece.start, piece.start + len(piece.text)):
            over = {m.finding for m in marks if m.span.start <= at < m.span.end}
            assert {m.finding for m in piece.marks} == over


@given(marked_texts(), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60))))
def test_regions_joined_give_back_the_text(
    given_: tuple[str, list[Mark]], places: list[tuple[int, int]]
) -> None:
    text, marks = given_
    zones = [Zoned(Span(min(p), max(p)), "body") for p in places if p[0] != p[1]]
    regions = regions_of(text, zones, marks)
    joined = "".join(piece.text for region in regions for piece in region.segments)
    assert joined == text


@given(marked_texts())
def test_a_finding_opens_once(given_: tuple[str, list[Mark]]) -> None:
    text, marks = given_
    zones = [Zoned(Span(at, at + 1), "body") for at in range(0, len(text), 3)]
    regions = regions_of(text, zones, marks)
    opened = [n for region in regions for piece in region.segments for n in piece.opens]
    assert len(opened) == len(set(opened))


def test_the_shortest_mark_says_where_a_piece_leads() -> None:
    marks = [mark(0, 10, "long", "/long"), mark(2, 5, "short", "/short")]
    assert [piece.href for piece in cut("0123456789", marks)] == [
        "/long",
        "/short",
        "/long",
    ]


def test_a_mark_over_two_zones_opens_in_the_first() -> None:
    zones = [Zoned(Span(0, 4), "headline"), Zoned(Span(5, 9), "body")]
    regions = regions_of("head body", zones, [mark(2, 7, "f")])
    opens = [[piece.opens for piece in region.segments] for region in regions]
    assert opens == [[(), ("f",)], [()], [(), ()]]


def test_white_space_between_zones_is_a_gap_and_words_are_not() -> None:
    zones = [Zoned(Span(0, 4), "menu"), Zoned(Span(6, 10), "body")]
    regions = regions_of("menu  body rest", zones, [])
    assert [(region.zone, region.is_gap) for region in regions] == [
        ("menu", False),
        (None, True),
        ("body", False),
        (None, False),
    ]
    assert [region.is_furniture for region in regions] == [True, False, False, False]


def test_spans_beyond_the_text_are_not_asked_for() -> None:
    assert asked_spans("0-4,3-3,9-2,0-99,<script>", 50) == (Span(0, 4),)
