"""The time between two events: where the outlet tells, and nobody is quoted."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.extract.statements.tree import Tree

PERIODS = frozenset("hour hours day days week weeks month months year years".split())  # noqa: SIM905 - reads better


def opens_aftermath(tree: Tree, i: int) -> bool:
    """Whether the time between two events follows: ", a day after the vote"."""
    near = {tree.word(i + step) for step in range(1, 4)}
    counted = tree.tokens[i].entity in {"DATE", "TIME"} or bool(near & PERIODS)
    return tree.word(i - 1) == "," and counted and bool(near & {"after", "before"})
