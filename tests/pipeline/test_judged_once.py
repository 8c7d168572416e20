"""Resolving again asks the judge of pairs about nothing it has judged."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import numpy as np

from onrecord.model import Source
from onrecord.pipeline import ingest, load_tools, resolve
from onrecord.record import open_record

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from numpy.typing import NDArray

NOW = datetime(2026, 3, 4, tzinfo=UTC)
PAGE = """The Harbour Post
The pier at Vorrin is safe, mayor says

2 March 2026

The pier at Vorrin is safe, mayor Ana Petrell said on Monday.
Engineer Tomas Grell said the pier at Vorrin is not safe and must be closed.
"The pier at Vorrin is dangerous," union leader Ida Moss told reporters.
"""


class Counting:
    """A judge that disputes everything, and counts."""

    name = "counting"

    def __init__(self) -> None:
        self.read: list[tuple[str, str]] = []

    def judge(self, pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        """Dispute, whatever the pair."""
        self.read += pairs
        return np.array([[0.0, 1.0, 0.0]] * len(pairs), dtype=np.float32)


def test_a_second_resolving_reads_no_pair_again(tmp_path: Path) -> None:
    judge = Counting()
    tools = replace(load_tools(), judge=judge)
    with open_record(tmp_path / "a.db") as record:
        list(ingest(record, [Source("a.txt", PAGE.encode(), "file")], tools, now=NOW))
        first = list(judge.read)
        assert resolve(record, tools, now=NOW)
    assert first
    assert judge.read == first
