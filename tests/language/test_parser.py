"""The spaCy parser behind its Protocol."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from onrecord.errors import ConfigError
from onrecord.language import SpacyParser
from onrecord.language import parser as module
from onrecord.model import Passage
from tests.language.installed import BROKEN, NAMES_ONLY, WHOLE, pipeline_installed

if TYPE_CHECKING:
    from pathlib import Path


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


def test_any_installed_pipeline_parses_under_its_own_name_and_language(
    tmp_path: Path,
) -> None:
    with pipeline_installed(tmp_path, "de_harbour_sm", WHOLE):
        other = SpacyParser("de_harbour_sm")
        ((sentence,),) = other.parse([Passage("Rain fell.", 0)])
        assert other.name == "de_harbour_sm 7.1.0"
        assert other.languages == {"de"}
    assert [token.text for token in sentence] == ["Rain", "fell", "."]


def test_a_pipeline_without_a_part_is_refused_with_what_it_lacks(
    tmp_path: Path,
) -> None:
    with (
        pipeline_installed(tmp_path, "en_names_sm", NAMES_ONLY),
        pytest.raises(ConfigError, match="en_names_sm has no parser; name another"),
    ):
        _ = SpacyParser("en_names_sm").languages


def test_a_pipeline_that_does_not_load_is_told_in_one_line(tmp_path: Path) -> None:
    with (
        pipeline_installed(tmp_path, "en_broken_sm", BROKEN),
        pytest.raises(ConfigError, match="not load: no factory for harbour") as told,
    ):
        _ = SpacyParser("en_broken_sm").languages
    assert "\n" not in str(told.value)


def test_packages_and_folders_that_are_no_pipelines_are_not_loaded(
    tmp_path: Path,
) -> None:
    for name in ("httpx", str(tmp_path), "", "../x"):
        with pytest.raises(ConfigError, match="no spaCy pipeline"):
            _ = SpacyParser(name).name
