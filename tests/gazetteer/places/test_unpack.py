"""The gazetteer's file: unpacked once, whole, wherever that can be."""

from __future__ import annotations

import multiprocessing
from typing import TYPE_CHECKING

import pytest

from onrecord.errors import ConfigError
from onrecord.gazetteer.places import open_gazetteer, unpack
from onrecord.gazetteer.places.building import content_digest
from onrecord.gazetteer.places.unpack import is_sound, unpack_gazetteer

if TYPE_CHECKING:
    from pathlib import Path

# Of all rows in order, as `onrecord gazetteer build` prints it.
CONTENT = "384352d81fa73cc93754870a20b84ae1d4af6ec3b9cf9a77fd8d7e85e2150c31"


def test_the_file_is_unpacked_once_and_then_kept(tmp_path: Path) -> None:
    first = unpack_gazetteer(tmp_path / "new" / "cache")
    changed = first.file.stat().st_mtime_ns
    second = unpack_gazetteer(tmp_path / "new" / "cache")
    assert second.file == first.file
    assert second.file.stat().st_mtime_ns == changed
    assert second.note is None
    assert [file.name for file in first.file.parent.iterdir()] == [first.file.name]
    assert content_digest(first.file) == CONTENT


def test_a_damaged_file_is_made_anew(tmp_path: Path) -> None:
    file = unpack_gazetteer(tmp_path).file
    file.write_bytes(b"half a file")
    assert is_sound(unpack_gazetteer(tmp_path).file)


def test_two_programs_may_unpack_at_once(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    both = [
        context.Process(target=unpack_gazetteer, args=(tmp_path,)) for _ in range(2)
    ]
    for one in both:
        one.start()
    for one in both:
        one.join(60)
    assert [one.exitcode for one in both] == [0, 0]
    (file,) = tmp_path.iterdir()
    assert is_sound(file)


def test_a_folder_that_cannot_be_made_is_said_and_no_obstacle(tmp_path: Path) -> None:
    taken = tmp_path / "cache"
    taken.write_text("a file, not a folder")
    gazetteer = open_gazetteer(taken)
    assert "unpacked anew in every run" in (gazetteer.note or "")
    assert gazetteer.lookup("Kabul")


def test_a_damaged_package_is_said_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(unpack, "SHA256", "f" * 64)
    with pytest.raises(ConfigError, match="install onrecord anew"):
        unpack_gazetteer(tmp_path)
    assert list(tmp_path.iterdir()) == []
