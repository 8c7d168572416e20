"""`page ID --revisions` and the notes that stand below statements and figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.rows import rows_of
from tests.cli.running import run_here

if TYPE_CHECKING:
    from pathlib import Path

WAS, NOW = "arrested 32 villagers", "arrested 23 villagers"


@pytest.fixture(scope="module")
def pages(sample_record: Path) -> dict[str, str]:
    """The pages of the sample that was captured twice, by what they say."""
    texts = {row["id"]: row["text"] for row in rows_of(sample_record, "page")}
    return {
        words: next(page for page, text in texts.items() if words in text)
        for words in (WAS, NOW)
    }


def test_either_capture_shows_what_changed(
    sample_record: Path, pages: dict[str, str]
) -> None:
    first, second = (
        run_here(sample_record, "page", pages[words], "--revisions").out
        for words in (WAS, NOW)
    )
    assert first == second
    for words in ("32 villagers", "23 villagers", "“32” → “23”", "worded otherwise"):
        assert words in first
    assert "note by the outlet · not in the capture before" in first
    assert "deleted" not in first


def test_a_note_is_shown_whole(sample_record: Path, pages: dict[str, str]) -> None:
    done = run_here(sample_record, "page", pages[NOW], "--revisions")
    (note,) = rows_of(sample_record, "correction")
    words = " ".join(note["text"].split())
    assert 90 < len(words) <= 400
    told = " ".join(done.out.split())
    assert told.count(words) == told.count("Correction: An earlier version")


def test_a_page_tells_that_it_was_captured_again(
    sample_record: Path, pages: dict[str, str]
) -> None:
    done = run_here(sample_record, "page", pages[WAS])
    assert "2 times, 2 revisions of the article; --revisions" in done.out


def test_a_page_captured_once_says_so(sample_record: Path) -> None:
    other = next(
        row["id"]
        for row in rows_of(sample_record, "page")
        if "villagers" not in row["text"]
    )
    done = run_here(sample_record, "page", other, "--revisions")
    assert done.status == 0
    assert "once" in done.out


def test_machines_get_the_same_changes(
    sample_record: Path, pages: dict[str, str]
) -> None:
    done = run_here(sample_record, "--json", "page", pages[NOW], "--revisions")
    (found,) = done.items
    kinds = [change["kind"] for change in found["comparisons"][0]["changes"]]
    assert sorted(kinds) == ["figure", "note", "statement", "statement"]


@pytest.mark.parametrize("line", ["page {page}", "who Tremmel", "who 'Rights Monitor'"])
def test_a_note_stands_wherever_what_it_is_about_is_shown(
    sample_record: Path, pages: dict[str, str], line: str
) -> None:
    words = [part.strip("'") for part in line.split(" ", 1)]
    done = run_here(sample_record, *(part.format(page=pages[NOW]) for part in words))
    assert "correction: “Correction: An earlier version" in done.out
    assert "says the outlet" in done.out


def test_the_figure_of_the_earlier_capture_bears_the_later_note(
    sample_record: Path, pages: dict[str, str]
) -> None:
    done = run_here(sample_record, "page", pages[WAS])
    assert "says the outlet · in a later capture" in done.out.replace("\n", " ")


def test_an_unknown_page_is_one_clear_line(sample_record: Path) -> None:
    done = run_here(sample_record, "page", "0123456789abcdef", "--revisions")
    assert done.status == 2
    assert done.err.count("\n") == 1
