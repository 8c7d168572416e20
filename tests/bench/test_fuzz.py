"""A short run of the fuzzer, the same every time, and what it says of wrong ones."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

import pytest

from bench import fuzz
from bench.fuzz import Outcome, inputs, read_input
from onrecord.model import Skipped

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.mark.parametrize("seed", [11, 12])
def test_only_sources_and_lines_come_out_of_damaged_inputs(
    tmp_path: Path, seed: int
) -> None:
    outcome = Outcome()
    for name, data in islice(inputs(seed), 600):
        (tmp_path / name).write_bytes(data)
        assert read_input(tmp_path / name, outcome) is None
    assert outcome.inputs == 600
    assert outcome.pages > 300
    assert len(outcome.reasons) > 10


def test_same_seed_gives_the_same_inputs_at_any_time(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    now = list(islice(inputs(3), 200))
    monkeypatch.setattr("time.time", lambda: 1_000_000_000.0)
    assert list(islice(inputs(3), 200)) == now


def test_what_is_wrong_is_saved_and_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> Iterator[Skipped]:
        yield Skipped("a", "two\nlines")

    monkeypatch.setattr(fuzz, "find_sources", broken)
    _, wrong = fuzz.run(5, 1, tmp_path)
    assert wrong is not None
    assert "no line" in wrong
    assert len(list(tmp_path.iterdir())) == 1
