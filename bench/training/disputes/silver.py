"""Silver pairs: made by program from our own tables of matters, frames and words.

They teach the network what opposes what before it sees the gold. Nothing here is
taken from any gold pair; the labels follow from how a pair is made.
"""

from collections.abc import Callable, Iterator, Sequence

from bench.training.disputes.amounts import figure, share
from bench.training.disputes.frames import (
    cause,
    change,
    compared,
    day,
    deed,
    order,
    state,
)
from bench.training.disputes.matters import matter
from bench.training.disputes.tellings import Made, Teller

# How a pair is made, and how often.
KINDS: Sequence[tuple[Callable[[Teller], Made], int]] = (
    (matter, 12), (figure, 4), (share, 3), (change, 2), (state, 2), (deed, 3),
    (cause, 2), (day, 1), (order, 1), (compared, 1),
)  # fmt: skip


def make_pairs(count: int, seed: int) -> Iterator[Made]:
    """That many pairs, about a third of each label; the same for the same seed."""
    tell = Teller(seed)
    makers, weights = zip(*KINDS, strict=True)
    for _ in range(count):
        (make,) = tell.chance.choices(makers, weights)
        yield make(tell)
