"""The gold of notes and revised pages says what its pages say."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from bench import corrections, revisions
from bench.datasets import read_dataset
from bench.goals import OWN_GOALS, load_goals
from bench.harness import Inputs, data_folder, find_benches
from onrecord.pipeline.revisions import Change, Piece, Wording

NOTES = data_folder("corrections", Path())
PAGES = data_folder("revisions", Path())


def notes() -> list[corrections.Note]:
    """Every note of the gold."""
    return list(read_dataset(NOTES / corrections.NOTES, corrections.Note))


def pages() -> list[revisions.Page]:
    """Every page of the gold."""
    decoder = msgspec.json.Decoder(revisions.Page)
    return [decoder.decode(file.read_bytes()) for file in sorted(PAGES.glob("*.json"))]


def test_there_are_notes_and_pages_enough_in_both_halves() -> None:
    told = [note for note in notes() if note.kind]
    kept = [note for note in told if corrections.is_kept_out(note.id)]
    assert len(told) >= 60
    assert 0.4 <= len(kept) / len(told) <= 0.6
    every = pages()
    assert len(every) >= 20
    away = sum(corrections.is_kept_out(page.id) for page in every)
    assert 0.4 <= away / len(every) <= 0.6


@pytest.mark.parametrize("note", notes(), ids=lambda note: note.id)
def test_a_note_holds_the_words_that_the_gold_gives_of_it(
    note: corrections.Note,
) -> None:
    words = " ".join(note.note)
    for wording in (*note.said, *note.corrected):
        assert any(one in words for one in wording.split(corrections.EITHER))


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.id)
def test_versions_hold_the_words_of_the_changes_expected(page: revisions.Page) -> None:
    for item in page.expected:
        earlier, later = (page.versions[at] for at in item.between)
        assert item.between[0] < item.between[1]
        assert (item.before is None) is (item.how == "added")
        assert (item.after is None) is (item.how == "gone")
        for words, version in ((item.before, earlier), (item.after, later)):
            told = (version.title, *version.byline, *version.paragraphs, *version.note)
            assert words is None or any(
                words.casefold() in part.casefold() for part in told
            ), words


def test_both_measures_are_found_where_the_shared_goals_do_not_name_them(
    tmp_path: Path,
) -> None:
    (tmp_path / "bench").mkdir()
    (tmp_path / "bench" / "goals.toml").write_text("[seeds]\nleaks = { goal = 0 }\n")
    goals = load_goals(tmp_path)
    assert {"corrections", "revisions"} <= set(find_benches(goals))
    assert set(goals["seeds"]) == {"leaks"}
    assert OWN_GOALS.is_file()


def test_without_its_files_a_measure_says_which_is_missing(tmp_path: Path) -> None:
    inputs = Inputs(tmp_path, tmp_path)
    for measure in (corrections.measure, revisions.measure):
        assert measure(inputs).values == {}
        assert "is missing" in measure(inputs).notes[0]


def test_a_change_counts_when_both_sides_hold_the_words_expected() -> None:
    expected = revisions.Expected((0, 1), "figure", "changed", "31", "36")
    right, wrong = _changed("31 people", "36 people"), _changed("36 people", "31")
    assert revisions._judged("a 0-1", "figure", [expected], [right]).right == 1  # noqa: SLF001 - the rule itself
    judged = revisions._judged("a 0-1", "figure", [expected], [wrong])  # noqa: SLF001 - the rule itself
    assert (judged.right, judged.given, len(judged.misses)) == (0, 1, 1)


def _changed(before: str, after: str) -> Change:
    left, right = (
        Wording(words, (Piece(words, is_changed=True),)) for words in (before, after)
    )
    return Change("figure", "changed", left, right)
