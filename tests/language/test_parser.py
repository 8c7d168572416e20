"""The spaCy parser behind its Protocol."""

from __future__ import annotations

import pytest

from onrecord.errors import ConfigError
from onrecord.language import SpacyParser
from onrecord.language import parser as module
from onrecord.model import Passage


@pytest.fixture(scope="module")
def parser() -> SpacyParser:
    return SpacyParser()


def test_tokens_stand_where_the_passage_stands_in_its_page(parser: SpacyParser) -> None:
    page = "....Rain fell. It was cold."
    ((first, second),) = parser.parse([Passage(page[4:], 4)])
    assert [token.span.of(page) for token in first] == ["Rain", "fell", "."]
    assert second[0].span.of(page) == "It"


def test_heads_count_within_the_sentence_without_white_space(
    parser: SpacyParser,
) -> None:
    ((first, second),) = parser.parse([Passage("Rain  fell. It was cold.", 0)])
    assert first[0].head == 1
    assert second[0].head == 1


def test_passages_come_back_in_order(parser: SpacyParser) -> None:
    passages = [Passage(f"Line {number} stands here.", 0) for number in range(130)]
    words = [sentences[0][1].text for sentences in parser.parse(passages)]
    assert words == [str(number) for number in range(130)]


def test_a_pipeline_that_is_missing_is_named_with_what_to_do() -> None:
    with pytest.raises(ConfigError, match="no spaCy pipeline xx_none_sm here; pip"):
        list(SpacyParser("xx_none_sm").parse([Passage("Rain.", 0)]))


def test_weights_that_were_changed_are_refused(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "WEIGHTS_SHA256", "0" * 64)
    with pytest.raises(ConfigError, match="not those of 3"):
        list(SpacyParser().parse([Passage("Rain.", 0)]))
