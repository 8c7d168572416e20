"""Lines that many texts carry and that are no news: "click here", credits, appeals."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

WORD = re.compile(r"[^\W_]+")
FEWEST = 6  # texts that carry a line before it may be a stock line
LONGEST = 25  # words; what is longer and repeated is quoted news
HELD = 0.5  # share of their words above which texts repeat one another as a whole


def find_stock_lines(bodies: Sequence[str]) -> frozenset[str]:
    """The lines, folded, that several texts carry which have little else in common.

    A line of a text that others copied whole is none: there all lines are repeated.
    """
    lines = [set(_folded(body)) for body in bodies]
    carried = Counter(line for found in lines for line in found)
    repeated = {
        line for line, count in carried.items() if count >= FEWEST and _is_short(line)
    }
    shares: Counter[str] = Counter()
    for found in lines:
        here = found & repeated
        share = _share(here, found) if here else 0.0
        for line in here:
            shares[line] += share  # type: ignore[assignment] # floats count too
    return frozenset(line for line in repeated if shares[line] < HELD * carried[line])


def without_lines(body: str, stock: Collection[str]) -> str:
    """The body without these lines; the same where it has none of them."""
    if not stock:
        return body
    return "\n".join(line for line in body.split("\n") if _fold(line) not in stock)


def _folded(body: str) -> Iterable[str]:
    return (folded for line in body.split("\n") if (folded := _fold(line)))


def _fold(line: str) -> str:
    return " ".join(WORD.findall(line.lower()))


def _is_short(line: str) -> bool:
    return line.count(" ") < LONGEST


def _share(here: Collection[str], every: Collection[str]) -> float:
    """How much of the words of a text stands in these of its lines."""
    return sum(map(_words, here)) / sum(map(_words, every))


def _words(line: str) -> int:
    return line.count(" ") + 1
