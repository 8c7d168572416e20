"""Progress on a terminal, and none in a pipe."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TaskID,
    TextColumn,
    TimeRemainingColumn,
)

from onrecord.cli.console import errors

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar for a known number of pages; without one it says nothing."""

    drawn: Progress | None = None
    task: TaskID | None = None

    def step(self) -> None:
        """One page more is safe on disk."""
        if self.drawn is not None and self.task is not None:
            self.drawn.advance(self.task)

    def say(self, words: str) -> None:
        """What is being done now, instead of what was."""
        if self.drawn is not None and self.task is not None:
            self.drawn.update(self.task, description=words)

    def until_end(self, items: Iterable[Item], words: str) -> Iterator[Item]:
        """The items; when there are no more, the bar says `words`."""
        yield from items
        self.say(words)


@contextmanager
def progress_bar(total: int) -> Iterator[Bar]:
    """A bar on standard error while the block runs, gone after it."""
    console = errors()
    if not console.is_terminal:
        yield Bar()
        return
    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=console, transient=True) as drawn:
        yield Bar(drawn, drawn.add_task("reading pages", total=total))
