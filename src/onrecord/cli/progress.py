"""Progress on a terminal, and none in a pipe."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    Task,
    TextColumn,
    TimeRemainingColumn,
)

from onrecord.cli.console import errors

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar over pages; without one drawn it says nothing.

    How many pages there are is known for sure only at their end: a feed or an archive
    was counted as one, whatever it holds. Until then the bar is never full.
    """

    drawn: Progress | None = None
    task: Task | None = None

    def step(self) -> None:
        """One page more is safe on disk."""
        if self.drawn is not None and self.task is not None:
            self.drawn.advance(self.task.id)
            if self.task.finished:  # as many as were counted, and more may come
                self.task.total = None

    def say(self, words: str) -> None:
        """What is being done now, instead of what was."""
        if self.drawn is not None and self.task is not None:
            self.drawn.update(self.task.id, description=words)

    def until_end(self, items: Iterable[Item], words: str) -> Iterator[Item]:
        """The items; when there are no more, the bar is full and says `words`."""
        yield from items
        if self.task is not None:
            self.task.total = self.task.completed
        self.say(words)


@contextmanager
def progress_bar(total: int) -> Iterator[Bar]:
    """A bar on standard error while the block runs, gone after it.

    `total` is how many pages there are at least.
    """
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
        drawn.add_task("reading pages", total=max(total, 1))
        yield Bar(drawn, drawn.tasks[0])
