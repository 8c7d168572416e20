"""The measures of copies and stories on small data of invented news."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import pytest

from bench import copies
from bench.harness import Inputs
from bench.story_peers import peer_figures
from tests.resolve.newsroom import tell_story

if TYPE_CHECKING:
    from pathlib import Path

NEWS = {
    name: " ".join(item.body for item in tell_story(name, 3))
    for name in ("quay", "harvest", "strike")
}


def measured(folder: Path, *pages: copies.Page) -> dict[str, float]:
    """The figures for these pages."""
    lines = b"\n".join(msgspec.json.encode(page) for page in pages)
    (folder / "neardup.jsonl").write_bytes(lines)
    return dict(copies.measure(Inputs(folder, folder)).values)


def page(name: str, dup: str, text: str, kind: str = "original") -> copies.Page:
    return copies.Page(name, dup, kind, text)


def test_a_copy_that_is_found_and_a_page_apart_are_all_right(tmp_path: Path) -> None:
    found = measured(
        tmp_path,
        page("a", "quay", NEWS["quay"]),
        page("b", "quay", "Menu\n" + NEWS["quay"], "cut+furniture"),
        page("c", "strike", NEWS["strike"]),
    )
    assert found == {"pair_f1": 1.0, "hard_negative_precision": 1.0}


def test_a_missed_copy_costs_recall_alone(tmp_path: Path) -> None:
    found = measured(
        tmp_path,
        page("a", "quay", NEWS["quay"]),
        page("b", "quay", NEWS["quay"]),
        page("c", "quay", NEWS["strike"]),
    )
    assert found["pair_f1"] == pytest.approx(0.5)


def test_a_page_that_quotes_and_is_joined_costs_precision(tmp_path: Path) -> None:
    found = measured(
        tmp_path,
        page("a", "quay", NEWS["quay"]),
        page("b", "other", NEWS["quay"], "page plus quote of another"),
    )
    assert found["hard_negative_precision"] == 0.0


def test_without_data_there_are_no_figures(tmp_path: Path) -> None:
    figures = copies.measure(Inputs(tmp_path, tmp_path))
    assert not figures.values
    assert "is missing" in figures.notes[0]


def test_the_peers_tell_stories_of_different_words_apart() -> None:
    told = {
        f"{name}{at}": item.body
        for name in NEWS
        for at, item in enumerate(tell_story(name, 4))
    }
    gold = {name: name[:-1] for name in told}
    halves = (
        frozenset(name for name in told if name.startswith("quay")),
        frozenset(name for name in told if not name.startswith("quay")),
    )
    figures = peer_figures(told, gold, halves)
    assert figures.keys() == {"TF-IDF", "TF-IDF + MiniLM"}
    assert all(figure > 0.5 for figure in figures.values())
