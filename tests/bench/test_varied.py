"""Worlds made of a few pages: told of others, and every span still opens its words."""

from __future__ import annotations

import pytest

from bench.varied import ReadyVectors, make_stock, said, vary, worlds
from onrecord.language import choose_encoder
from onrecord.model import Findings, Source
from onrecord.pipeline import load_tools, process

PAGE = """Ferry pier closed after a crash

The pier at Vorrin was closed on Friday, 3 May 2024. "We had no warning at all,"
harbour master Ana Petrell told reporters. Three sailors were killed in the crash,
Petrell said. The mayor of Vorrin, Tomas Grell, denied that the pier was unsafe.
"""


@pytest.fixture(scope="module")
def page() -> Findings:
    """A page with all that is found in it."""
    (found,) = process([Source("pier.txt", PAGE.encode(), "file")], load_tools())
    assert isinstance(found, Findings)
    return found


def test_every_span_opens_a_name_of_its_own_length_in_another_world(
    page: Findings,
) -> None:
    told = vary(page, 3, make_stock([page]))
    text = told.reading.page.text
    assert len(text) == len(page.reading.page.text)
    assert [item.span.of(text) for item in told.mentions] == [
        item.text for item in told.mentions
    ]
    assert "Petrell" not in text


def test_two_worlds_share_no_id_and_one_world_is_always_the_same(
    page: Findings,
) -> None:
    stock = make_stock([page])
    one, other = vary(page, 1, stock), vary(page, 2, stock)
    assert {item.id for item in one.mentions}.isdisjoint(m.id for m in other.mentions)
    assert vary(page, 1, stock) == one
    assert [number for number, _ in worlds(stock, 3)] == [1, 2, 3]


def test_what_refers_to_a_finding_still_does_in_another_world(page: Findings) -> None:
    told = vary(page, 5, make_stock([page]))
    names = {item.id for item in told.mentions}
    speakers = {item.speaker for item in told.statements if item.speaker}
    assert speakers
    assert speakers <= names
    assert {item.page_id for item in told.statements} == {told.reading.page.id}


def test_vectors_made_ready_lie_near_those_of_the_words_they_were_made_of(
    page: Findings,
) -> None:
    stock = make_stock([page])
    ready, encoder = ReadyVectors(stock, choose_encoder()), choose_encoder()
    told = vary(page, 2, stock)
    ready.learn(page, told)
    near = (ready.encode(said(told)) * encoder.encode(said(page))).sum(axis=1)
    assert (near > 0.9).all()
