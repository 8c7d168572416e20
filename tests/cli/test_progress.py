"""The bar over pages never tells of more pages than there are, or of fewer."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from rich.console import Console

from onrecord.cli import progress
from onrecord.cli.progress import progress_bar

if TYPE_CHECKING:
    from onrecord.cli.progress import Bar

Told = tuple[float, float | None]


@pytest.fixture(autouse=True)
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """Standard error is a terminal."""
    console = Console(file=io.StringIO(), force_terminal=True, width=80)
    monkeypatch.setattr(progress, "errors", lambda: console)


def _told(bar: Bar) -> Told:
    assert bar.task is not None
    return bar.task.completed, bar.task.total


def _steps(counted: int, pages: int) -> tuple[list[Told], Told]:
    """What the bar tells after each page, and when there are no more."""
    with progress_bar(counted) as bar:
        seen = []
        for _ in bar.until_end(range(pages), "linking"):
            bar.step()
            seen.append(_told(bar))
        return seen, _told(bar)


def test_the_bar_runs_to_the_number_that_was_counted() -> None:
    seen, end = _steps(3, 3)
    assert seen[:2] == [(1, 3), (2, 3)]
    assert end == (3, 3)


def test_past_what_was_counted_the_number_of_pages_is_open() -> None:
    seen, end = _steps(2, 5)
    assert seen == [(1, 2), (2, None), (3, None), (4, None), (5, None)]
    assert end == (5, 5)


@pytest.mark.parametrize(("counted", "pages"), [(4, 1), (1, 0), (-2, 2)])
def test_the_end_is_full_however_wrong_the_count_was(counted: int, pages: int) -> None:
    _, end = _steps(counted, pages)
    assert end == (pages, pages)


def test_in_a_pipe_there_is_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    written = io.StringIO()
    monkeypatch.setattr(progress, "errors", lambda: Console(file=written))
    with progress_bar(2) as bar:
        assert list(bar.until_end([1, 2], "linking")) == [1, 2]
        bar.step()
    assert not written.getvalue()
