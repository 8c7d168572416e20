"""What the user points at becomes sources, and what cannot be taken says why."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

import pytest

from onrecord.model import Skipped, Source
from onrecord.read import MAX_BYTES, Given, count_sources, find_sources

if TYPE_CHECKING:
    from pathlib import Path


def found(*where: Path | str) -> list[Source | Skipped]:
    return list(find_sources([str(path) for path in where], Given()))


def test_folder_gives_its_pages_sorted_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "below").mkdir()
    for name in ("b.html", "a.txt", "c.json", ".hidden.html", "below/d.htm"):
        (tmp_path / name).write_text("<p>Rain fell.</p>")
    names = [source.name for source in found(tmp_path) if isinstance(source, Source)]
    expected = ["a.txt", "b.html", "below/d.htm"]
    assert names == [str(tmp_path / name) for name in expected]


def test_images_folder_of_a_saved_page_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<p>Rain fell.</p>")
    (tmp_path / "page_files").mkdir()
    (tmp_path / "page_files" / "frame.html").write_text("<p>An advertisement.</p>")
    assert len(found(tmp_path)) == 1


def test_file_without_suffix_in_a_folder_is_taken_when_it_is_html(
    tmp_path: Path,
) -> None:
    (tmp_path / "1234").write_text("<!DOCTYPE html><p>Rain fell.</p>")
    (tmp_path / "Makefile").write_text("all:\n\ttrue\n")
    assert [item.name for item in found(tmp_path) if isinstance(item, Source)] == [
        str(tmp_path / "1234")
    ]


def test_each_thing_that_cannot_be_taken_is_skipped_with_a_reason(
    tmp_path: Path,
) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "bare").mkdir()
    skipped = found(tmp_path / "none.txt", tmp_path / "empty.txt", tmp_path / "bare")
    assert all(isinstance(item, Skipped) for item in skipped)
    reasons = [item.reason for item in skipped if isinstance(item, Skipped)]
    assert [reason.partition(":")[0] for reason in reasons] == [
        "does not exist",
        "is empty",
        "holds no HTML or text files",
    ]


def test_one_bad_path_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("Rain fell on the harbour.")
    kinds = [type(item) for item in found(tmp_path / "none", tmp_path / "page.txt")]
    assert kinds == [Skipped, Source]


def test_file_beyond_the_limit_is_skipped_unread(tmp_path: Path) -> None:
    path = tmp_path / "line.txt"
    with path.open("wb") as file:
        file.truncate(60_000_000)
    (item,) = found(path)
    assert isinstance(item, Skipped)
    assert "larger than" in item.reason


def test_url_is_not_taken_for_a_path() -> None:
    (item,) = found("https://post.example/rain")
    assert isinstance(item, Skipped)
    assert "URL" in item.reason


@pytest.mark.parametrize("name", ["a\0b", "x" * 5000])
def test_impossible_path_is_skipped(name: str) -> None:
    (item,) = found(name)
    assert isinstance(item, Skipped)


class FakeInput:
    """Standard input with these bytes."""

    def __init__(self, data: bytes) -> None:
        self.buffer = io.BytesIO(data)


def test_dash_reads_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", FakeInput(b"Rain fell."))
    (item,) = find_sources(["-"], Given(outlet="The Harbour Post"))
    assert isinstance(item, Source)
    assert (item.how, item.data, item.outlet) == (
        "stdin",
        b"Rain fell.",
        "The Harbour Post",
    )


def test_endless_standard_input_is_read_no_further_than_the_limit(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    fake = FakeInput(b"a" * (MAX_BYTES + 10))
    monkeypatch.setattr(sys, "stdin", fake)
    (item,) = find_sources(["-"], Given())
    assert isinstance(item, Skipped)
    assert fake.buffer.tell() == MAX_BYTES + 1


def test_as_many_sources_are_found_as_were_counted(tmp_path: Path) -> None:
    folder = tmp_path / "pages"
    (folder / "inner").mkdir(parents=True)
    for name in ("a.html", "inner/b.txt", "inner/.hidden.html", "c.jpg"):
        (folder / name).write_text("<html>rain", encoding="utf-8")
    empty = tmp_path / "empty"
    empty.mkdir()
    where = [str(folder), str(empty), str(tmp_path / "gone"), str(folder / "a.html")]
    assert count_sources(where) == len(list(find_sources(where, Given()))) == 5
