"""The gold of texts side by side says what its texts say."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench import side_by_side
from bench.compared_stories import Story, is_away, load_stories, quoted_in
from bench.goals import load_goals
from bench.harness import Inputs, data_folder, find_benches

STORIES = load_stories(data_folder("side_by_side", Path()))
MADE = [story for story in STORIES if story.texts[0].page is None]


def test_there_are_stories_in_both_halves_and_the_sample_is_known() -> None:
    assert len(MADE) >= 8
    away = [story for story in MADE if is_away(story)]
    assert 0 < len(away) < len(MADE)
    assert not any(is_away(story) for story in STORIES if story not in MADE)


@pytest.mark.parametrize("story", MADE, ids=lambda story: story.id)
def test_a_text_holds_the_words_that_the_gold_gives_of_it(story: Story) -> None:
    texts = {t.id: "\n".join((t.title, *t.paragraphs)) for t in story.texts}
    for fact in story.facts:
        for name, words in fact.held.items():
            wordings = (words,) if isinstance(words, str) else words
            assert any(w.removeprefix("~") in texts[name] for w in wordings), fact.about


@pytest.mark.parametrize("story", STORIES, ids=lambda story: story.id)
def test_every_fact_stands_in_a_text_of_its_story(story: Story) -> None:
    texts = {text.id for text in story.texts}
    for fact in story.facts:
        assert fact.held
        assert set(fact.held) <= texts
        assert set(quoted_in(fact)) <= set(fact.held)


def test_the_measure_is_found_with_its_keys() -> None:
    goals = load_goals(None)
    assert "side_by_side" in find_benches(goals)
    assert set(side_by_side.MEASURES) <= set(goals["side_by_side"])


def test_without_its_files_the_measure_says_what_is_missing(tmp_path: Path) -> None:
    found = side_by_side.measure(Inputs(tmp_path, tmp_path))
    assert found.values == {}
    assert "is missing" in found.notes[0]
