"""One gazetteer, many readers: threads that share it, processes forked off."""

from __future__ import annotations

import multiprocessing
import threading
from typing import TYPE_CHECKING

import pytest

from onrecord.errors import InputError
from onrecord.gazetteer.places import Gazetteer
from tests.gazetteer.places.shelf import shelf

if TYPE_CHECKING:
    from pathlib import Path

ROUNDS = 200


def _read_and_close(folder: Path) -> None:
    """Close a gazetteer, again and again, while others read in it."""
    file = folder / "shelf.sqlite"
    for _ in range(ROUNDS):
        book = Gazetteer(file)
        readers = [threading.Thread(target=_read, args=(book,)) for _ in range(4)]
        for reader in readers:
            reader.start()
        book.close()
        for reader in readers:
            reader.join()


def _read(book: Gazetteer) -> None:
    try:
        for _ in range(ROUNDS):
            book.named("millbrook")
    except InputError:
        return  # it was closed


def test_closing_waits_for_whoever_reads(tmp_path: Path) -> None:
    shelf(tmp_path).close()
    other = multiprocessing.get_context("spawn").Process(
        target=_read_and_close, args=(tmp_path,)
    )
    other.start()
    other.join(60)
    assert other.exitcode == 0  # below 0: the interpreter fell


def test_a_closed_gazetteer_says_so_in_one_line(tmp_path: Path) -> None:
    book = shelf(tmp_path)
    book.close()
    with pytest.raises(InputError, match="no gazetteer"):
        book.lookup("Millbrook")


def test_a_forked_process_reads_on_though_a_thread_was_reading(tmp_path: Path) -> None:
    book = shelf(tmp_path)
    with book._rows._lock:  # noqa: SLF001 - as another thread would at that moment
        other = multiprocessing.get_context("fork").Process(
            target=book.lookup, args=("Millbrook",)
        )
        other.start()
        other.join(20)
        if other.exitcode is None:
            other.kill()
    assert other.exitcode == 0
