"""Things of two captures put in pairs: the most alike first, each at most once."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Thing = TypeVar("Thing")
Pairs = dict[int, int]  # place in the earlier capture to place in the later one


def pair(
    before: Sequence[Thing],
    after: Sequence[Thing],
    score: Callable[[Thing, Thing], float],
    least: float,
    known: Pairs | None = None,
) -> Pairs:
    """The pairs with at least this score, on top of those known.

    Of equal scores those whose places in reading order are nearer come first.
    """
    pairs = dict(known or {})
    taken = set(pairs.values())
    free = [n for n in range(len(before)) if n not in pairs]
    left = [n for n in range(len(after)) if n not in taken]
    scored = (
        (score(before[one], after[other]), one, other) for one in free for other in left
    )
    ranked = sorted(
        (item for item in scored if item[0] >= least),
        key=lambda item: (-item[0], abs(item[1] - item[2]), item[1], item[2]),
    )
    for _, one, other in ranked:
        if one not in pairs and other not in taken:
            pairs[one] = other
            taken.add(other)
    return pairs


def between(pairs: Pairs, one: int, other: int) -> bool:
    """Whether nothing that is paired parts two places: they stand in the same gap."""
    return all((a < one) == (b < other) for a, b in pairs.items())
