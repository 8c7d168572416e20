"""Of people struck together, those who lived: "of the 9 people hit, 4 died".

Shot, stabbed or hit, some of them fatally: the others are injured.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.extract.figures.toll import Toll
    from onrecord.model import Sentence

OPEN = frozenset({
    "shot", "shoot", "shoots", "shooting", "stabbed", "stab", "stabs", "hit", "struck",
    "crushed", "trampled", "slashed", "buried", "burned", "burnt", "knifed",
})  # fmt: skip
THEM = re.compile(
    r"\W*(?:of (?:them|whom|these|those)|fatally|mortally|have (?:since )?died|died|"
    r"(?:were |was )?killed|of the (?:\w+ ){1,2}died|dead)\b",
    re.IGNORECASE,
)


def with_remainder(sentence: Sentence, tolls: Sequence[Toll]) -> list[Toll]:
    """The tolls, where some of those struck died: the dead, and the rest injured.

    Nothing is taken from people said to be hurt: "three were hurt, one of whom died".
    """
    out = list(tolls)
    for n, toll in enumerate(tolls):
        word = sentence.tokens[toll.trigger].text.casefold()
        if toll.effect != "injured" or toll.part_of is not None or word not in OPEN:
            continue
        dead = _dead_of(sentence, tolls, n)
        if dead is not None:
            out[n] = less(toll, tolls[dead])
            out[dead] = replace(tolls[dead], effect="killed", part_of=None)
    return out


def _dead_of(sentence: Sentence, tolls: Sequence[Toll], n: int) -> int | None:
    """The toll that counts the dead among those of toll `n`."""
    whole = tolls[n]
    for at, toll in enumerate(tolls):
        after = _words_after(sentence, toll)
        is_said = toll.effect == "killed" or re.match(r".{0,16}\bfatally", after)
        is_smaller = (toll.high or toll.low or 0) < (whole.low or whole.high or 0)
        if (
            at != n
            and is_said
            and is_smaller
            and toll.low
            and _is_bare(sentence, toll, after)
        ):
            return at
    return None


def _is_bare(sentence: Sentence, toll: Toll, after: str) -> bool:
    """Whether the number counts nobody but them: "4 died", "two of them fatally"."""
    is_killing = sentence.tokens[toll.trigger].text.casefold() == "killing"
    is_said = is_killing or bool(THEM.match(after))
    return toll.counted in {None, "them", "whom"} and is_said


def _words_after(sentence: Sentence, toll: Toll) -> str:
    # A span may hold "two of them": what matters begins behind the number itself.
    start = toll.span.start
    words = [t.text for t in sentence.tokens if t.span.start >= start]
    return " ".join(words[1:8])


def less(whole: Toll, dead: Toll) -> Toll:
    """What is left of a toll when the dead are taken away."""
    low = None if whole.low is None else whole.low - (dead.high or dead.low or 0)
    high = None if whole.high is None else whole.high - (dead.low or 0)
    return replace(whole, low=low, high=high)
